# Thông báo, nhắc lịch, thay đổi lịch. Mọi $date đã có thứ; $time dạng "14 giờ 00"; $lunar là ngày âm lịch.
notice-title = THÔNG BÁO SINH HOẠT CHI BỘ
notice-moved-title = THAY ĐỔI LỊCH SINH HOẠT CHI BỘ
notice-cancelled-title = THÔNG BÁO HỦY BUỔI SINH HOẠT
notice-urgent = Thông báo gấp: tin này đến muộn hơn thường lệ, mong các đồng chí thông cảm và thu xếp.
# $month: tháng/năm, ví dụ 02/2027
# $branch: tên chi bộ
notice-invite = Kính mời các đồng chí dự sinh hoạt thường kỳ tháng { $month } của { $branch }.
notice-invite-extra = Kính mời các đồng chí dự buổi sinh hoạt của { $branch }.
notice-time = Thời gian: { $time }, { $date } ({ $lunar }).
notice-place = Địa điểm: { $place }. Dự kiến { $minutes } phút.
notice-presenter = Thời sự: đồng chí { $name } trình bày.
# $edition: bản thứ mấy của dự thảo
notice-topic-by = Chuyên đề «{ $title }»: đồng chí { $name } chuẩn bị dự thảo (bản { $edition })
notice-topic = Chuyên đề «{ $title }»: dự thảo (bản { $edition })
notice-topic-until = đề nghị góp ý trước { $time } { $date }.
notice-agenda = Nội dung:
agenda-current-affairs = Thời sự trong tháng
agenda-directives = Văn bản, chỉ đạo mới của cấp trên
agenda-last-month = Đánh giá nhiệm vụ tháng trước
agenda-next-month = Phương hướng, nhiệm vụ tháng tới
agenda-topic = Sinh hoạt chuyên đề
agenda-discussion = Thảo luận, tự phê bình và phê bình
agenda-conclusion = Kết luận, phân công nhiệm vụ
notice-notes = Nội dung thời sự đồng chí trình bày đã gửi:
notice-notes-domestic = – Trong nước:
notice-notes-international = – Quốc tế:
notice-notes-local = – Địa phương:
notice-was = Lịch cũ: { $time }, { $date } ({ $lunar }), tại { $place }.
# $branch: tên chi bộ
notice-moved-of = { $branch } thay đổi lịch sinh hoạt như sau.
notice-now = Lịch mới: { $time }, { $date } ({ $lunar }), tại { $place }.
# $date: ngày gửi thông báo chính thức
notice-follows = Thông báo đầy đủ sẽ gửi { $date }.
notice-answer-again = Đề nghị các đồng chí trả lời lại theo lịch mới.
notice-agenda-title = THAY ĐỔI NỘI DUNG SINH HOẠT CHI BỘ
# $branch: tên chi bộ
notice-agenda-of = Buổi sinh hoạt của { $branch } lúc { $time }, { $date } ({ $lunar }), tại { $place } thay đổi nội dung như sau.
notice-agenda-was = Nội dung riêng trước đây:
notice-agenda-now = Nội dung riêng nay là:
notice-agenda-none = không có
notice-cancelled = Buổi sinh hoạt của { $branch } lúc { $time }, { $date } ({ $lunar }), tại { $place } không tổ chức.
notice-held = Đang giờ yên lặng: tin đến các đồng chí lúc { $hour } giờ { $minute } ngày { $day }.
notice-paused = Chi bộ đang tạm dừng gửi tin: tin chỉ đi khi tắt tạm dừng (/caidat tamdung).
notice-reason = Lý do: { $reason }.
notice-regards = Trân trọng.
notice-going = Dự họp
notice-away = Xin vắng
notice-comment = Góp ý
notice-remind-title = NHẮC LỊCH SINH HOẠT CHI BỘ
notice-dear = Kính gửi đồng chí { $name },
notice-remind = { $branch } sinh hoạt lúc { $time }, { $date } ({ $lunar }), tại { $place }.
notice-remind-soon = hôm nay { $branch } sinh hoạt lúc { $time }, { $date }, tại { $place }.
notice-remind-late = (Tin nhắc này đến muộn so với thường lệ.)
# Gửi bí thư
# $count: số đồng chí nhận qua tin nhắn
# $group: chi bộ có nhóm chung không
notice-left = Đã chuyển thông báo buổi sinh hoạt { $date } tới{ $group ->
        [yes] {" "}nhóm và
       *[no] {""}
    } { $count } đồng chí.
notice-to-call = Các đồng chí chưa có kênh nhận tin, đề nghị báo qua điện thoại: { $names }.
notice-told = Đã báo điện thoại: { $name }
notice-list = Danh sách gửi
notice-missed = Vì hệ thống gián đoạn, với buổi sinh hoạt { $date } đã không gửi được: { $steps }.
notice-step-notice = thông báo
notice-step-remind1 = nhắc trước một ngày
notice-step-remind2h = nhắc trước hai giờ
notice-open-days-title = NGÀY NGHỈ NĂM { $year }
notice-open-days = Các ngày nghỉ sau đây của năm { $year } chưa có thông báo chính thức, hệ thống đang tạm tính:
# $name: tên ngày nghỉ; $days: ngày, hoặc từ ngày đến ngày
notice-open-days-line = • { $name }: { $days }
notice-open-days-how = Khi có thông báo chính thức, nếu ngày nghỉ hoặc ngày làm bù khác thế, đề nghị đồng chí ghi từng ngày bằng { $command }. Lịch họp được tính lại ngay.
notice-unreached-title = CHƯA NHẬN THÔNG BÁO HỌP
