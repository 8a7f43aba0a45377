# Trả lời chung, không thuộc riêng lệnh nào.
everyday-stranger = Xin chào. Đây là hệ thống phục vụ sinh hoạt nội bộ, chỉ trả lời người đã được mời. Nếu đã được cấp mã, đề nghị nhắn mã. Trân trọng.
# $command: lệnh đang làm dở, ví dụ /lichhop tao
everyday-question-expired = Việc { $command } đã tạm dừng vì quá thời gian chờ; chưa có gì được gửi đi. Khi cần, đề nghị đồng chí gõ lại lệnh.
# $text: những gì đồng chí ấy đã viết, rút gọn
everyday-words-expired = Nội dung đồng chí đã gửi chưa được ghi làm góp ý, vì hệ thống chưa nhận được câu trả lời: «{ $text }». Nếu cần ghi, đề nghị đồng chí gõ /gopy và gửi lại nội dung.
# $simple: chế độ đơn giản không viết dấu gạch chéo
everyday-help = { $simple ->
    [yes] «trợ giúp»
   *[other] /trogiup
}
everyday-unknown = Hệ thống chưa hiểu nội dung này. Đề nghị đồng chí gõ { $help } để xem các lệnh.
# $command: lệnh gần giống nhất
everyday-unknown-meant = Hệ thống chưa hiểu nội dung này. Có phải đồng chí muốn dùng { $command }? Gõ { $help } để xem các lệnh.
# $typed: phần chưa hiểu; $commands: các lệnh có thể gõ
everyday-not-understood = Hệ thống chưa hiểu «{ $typed }». Các lệnh dùng được: { $commands }.
# $name: tên gọi
everyday-greeting = Kính chào đồng chí { $name }. Đồng chí cần việc gì, đề nghị gõ { $help } để xem các lệnh.
everyday-received = Hệ thống đã nhận lời đồng chí. Trân trọng cảm ơn.
everyday-received-which = Cảm ơn đồng chí. Để ghi nhận đúng việc, đề nghị đồng chí chọn:
# $date: ngày họp, đã có thứ
everyday-received-meeting = • Buổi sinh hoạt lúc { $time }, { $date }: dự họp hay xin vắng?
everyday-received-draft = • Dự thảo { $topic }, hạn { $hour } giờ { $minute } ngày { $day }: góp ý hay nhất trí?
# $number: số đã gõ
everyday-number-free = Hệ thống chưa rõ số { $number } ứng với lựa chọn nào; có thể lựa chọn ấy đã hết hạn. Đề nghị đồng chí xem lại số đứng trước lựa chọn trong tin mới nhất, hoặc gõ { $help } để xem các lệnh.
everyday-unknown-topic = Hệ thống đã giữ nội dung đồng chí vừa gửi. Đồng chí có muốn ghi nội dung này làm góp ý không?
# $slash: kênh mà trong nhóm hệ thống đọc được lệnh có gạch chéo
everyday-group-help = { $slash ->
    [yes] /trogiup
   *[other] «trợ giúp» kèm tên hệ thống (@)
}
# $text: lời đồng chí ấy vừa viết trong nhóm, gửi riêng cho chính đồng chí ấy
everyday-group-topic = Trong nhóm, đồng chí vừa viết: «{ $text }». Hệ thống đã giữ nội dung này nhưng chưa rõ dùng cho việc gì. Đồng chí có muốn ghi làm góp ý không?
# $code: mã chuyên đề, ví dụ cd1
everyday-group-comment = Nội dung đồng chí vừa viết chưa được ghi. Để góp ý dự thảo, đề nghị đồng chí { $slash ->
    [yes] gõ: /gopy { $code } và nội dung.
   *[other] gọi tên hệ thống (@) kèm: góp ý { $code } và nội dung.
}
everyday-group-unrecorded = Cảm ơn đồng chí. Lời đồng chí chưa được ghi vào việc nào; để ghi nhận đúng việc, đề nghị đồng chí trả lời theo lựa chọn trong tin của hệ thống.
everyday-outcome-title = Tình hình gửi tin
everyday-outcome-list = Xem danh sách gửi
everyday-outcome-group = nhóm chi bộ
everyday-outcome-member = đồng chí { $name }
# $who: người nhận (đã có «đồng chí»), $what: đầu đề tin
everyday-outcome-undeliverable = Chưa gửi được: { $who } – «{ $what }». Đề nghị báo qua điện thoại.
everyday-outcome-unknown = Chưa rõ đã đến hay chưa: { $who } – «{ $what }». Hệ thống không tự gửi lại.
everyday-outcome-partial = Mới đến một phần: { $who } – «{ $what }».
everyday-outcome-expired = Không gửi vì đã quá lúc cần: { $who } – «{ $what }».
everyday-button-topic = Góp ý chuyên đề { $number }
