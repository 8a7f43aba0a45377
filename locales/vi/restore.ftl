# Sau khi sổ của hệ thống được khôi phục từ bản sao lưu.
restore-title = Sổ của hệ thống đã được khôi phục
# $time, $date: lúc bản sao lưu được tạo
restore-since = Sổ trở về như lúc { $time } { $date }. Những gì nói với hệ thống sau lúc đó không còn; đề nghị đồng chí nhắc mọi người gửi lại.
restore-in-doubt = Những tin sau chưa rõ đã đến hay chưa, không tự gửi lại:
# $what: đầu đề tin, $who: những người nhận
restore-row = «{ $what }»: { $who }
# $count: số tin không nêu hết
restore-more = … và { $count } tin khác.
