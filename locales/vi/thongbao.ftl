# Danh sách gửi của thông báo, dự thảo.
thongbao = danh sách gửi của thông báo, dự thảo mới nhất
    .usage = Ví dụ: /thongbao, hoặc /thongbao 2027-02 (buổi sinh hoạt), /thongbao cd1 (dự thảo)
thongbao-dabao = ghi đã báo qua điện thoại
    .usage = Ví dụ: /thongbao dabao Sơn, hoặc /thongbao dabao Sơn cd1
thongbao-title = GỬI THÔNG BÁO HỌP { $date }
thongbao-title-topic = GỬI DỰ THẢO «{ $title }»
# Nhóm và từng đồng chí đếm riêng
thongbao-group = Nhóm chi bộ
thongbao-group-on = Nhóm chi bộ trên { $channel }
thongbao-group-sent = { $group }: đã gửi.
thongbao-group-waiting = { $group }: đang chờ gửi.
thongbao-group-inDoubt = { $group }: chưa rõ đã đến hay chưa.
thongbao-group-failed = { $group }: không gửi được.
thongbao-sent = Đã gửi tới { $count } đồng chí.
# $channels: số đồng chí theo từng kênh
thongbao-sent-by = Theo kênh: { $channels }.
thongbao-no-file = Đã gửi nhưng thiếu tệp kèm theo, vì kênh không nhận tệp, tới các đồng chí: { $names }.
thongbao-waiting = Các đồng chí đang chờ gửi: { $names }.
thongbao-in-doubt = Các đồng chí chưa rõ đã nhận hay chưa: { $names }.
thongbao-to-call = Các đồng chí cần báo qua điện thoại: { $names }.
# $reasons: từng kênh và lý do
thongbao-why = Đồng chí { $name }: { $reasons }.
thongbao-reason-no-channel = hệ thống chưa nối với kênh này
thongbao-reason-blocked = đã chặn hoặc chưa quan tâm hệ thống
thongbao-reason-not-agreed = chưa đồng ý nhận tin
thongbao-reason-gone = tài khoản không còn
thongbao-reason-too-long = tin quá dài
thongbao-reason-refused = kênh từ chối tin này
thongbao-reason-window = quá 7 ngày chưa nhắn cho hệ thống, kênh không cho gửi
thongbao-reason-quota = kênh hết lượt gửi của tháng
thongbao-reason-cap = kênh tạm chưa cho gửi thêm tới riêng đồng chí này
thongbao-reason-closed = kênh đang bị nền tảng đóng, chờ người quản trị xử lý
thongbao-reason-away = kênh đang mất liên lạc
thongbao-reason-expired = chưa gửi kịp lúc cần
thongbao-called = Các đồng chí đã được báo qua điện thoại: { $names }.
thongbao-button-again = Gửi lại ({ $count })
thongbao-sent-again = Đã gửi lại { $count } tin.
thongbao-nothing-in-doubt = Không còn tin nào cần gửi lại.
thongbao-too-late = Đã quá lúc cần thông báo này, hệ thống không gửi lại nữa. Đề nghị báo trực tiếp.
thongbao-whom = Đã báo cho đồng chí nào?
thongbao-which = Của buổi sinh hoạt hay dự thảo nào? Ví dụ: 2027-02, cd1.
# $what: thongbao-about-…
thongbao-told = Đã ghi: đồng chí { $name } được báo qua điện thoại về { $what }. Cảm ơn đồng chí.
thongbao-told-already = Đã ghi nhận từ trước: đồng chí { $name } được báo qua điện thoại về { $what }.
# $date: ngày họp
thongbao-about-meeting = buổi sinh hoạt { $date }
# $code: CĐ1
thongbao-about-draft = dự thảo { $code }
# $typed: nội dung đã gõ
thongbao-unknown = Không có thông báo nào đã gửi cho «{ $typed }». Ví dụ tên đúng: 2027-02, cd1.
thongbao-none = Gần đây chưa có thông báo, dự thảo nào được gửi.
