# Trang đọc riêng mở từ liên kết trong tin nhắn
reading-product = Chi Bộ Bot
reading-title = Tài liệu của chi bộ
reading-for = Dành riêng cho đồng chí { $name }. Xin đồng chí không chuyển liên kết này cho người khác.
reading-file = Tệp kèm theo: { $name } ({ $size })
reading-download = Tải tệp về máy
reading-comment = Góp ý
reading-comment-how = Đồng chí mở lại cuộc trò chuyện với bot và nhắn đúng theo mẫu:
reading-comment-line = { $line } <nội dung góp ý>
reading-until = Trang này xem được đến hết ngày { $date }. Sau đó, đồng chí nhắn /chuyende cho bot để xem lại dự thảo.
reading-whole = Đọc trọn vẹn trên trang riêng của đồng chí: { $link }
reading-expired-title = Liên kết đã hết hạn
reading-expired = Thưa đồng chí, liên kết này đã hết hạn. Đồng chí mở lại cuộc trò chuyện với bot và nhắn /chuyende để xem lại dự thảo, hoặc hỏi đồng chí bí thư.
reading-none-title = Không có gì ở địa chỉ này
reading-none = Thưa đồng chí, liên kết không đúng hoặc tài liệu không còn. Đồng chí mở lại liên kết từ tin nhắn gốc của bot, hoặc nhắn /chuyende cho bot để xem lại dự thảo.
reading-wait-title = Xin đồng chí chờ một lát
reading-wait = Có quá nhiều lần mở liên kết không đúng từ địa chỉ mạng này. Sau 10 phút, đồng chí mở lại liên kết từ tin nhắn gốc của bot.
