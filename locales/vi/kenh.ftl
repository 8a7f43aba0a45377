kenh = các kênh nhận tin của đồng chí và thứ tự ưu tiên
    .usage = /kenh: xem các kênh đang nối. Mỗi tin chỉ đến một lần, ở kênh đầu tiên gửi được; không kênh nào gửi được thì bí thư báo qua điện thoại.
kenh-them = lấy mã để nối thêm một kênh
    .usage = /kenh them: hệ thống cho một mã dùng một lần; gõ mã ấy cho hệ thống ở kênh kia.
kenh-uutien = chọn kênh nhận tin trước
    .usage = /kenh uutien zalo
kenh-bo = bỏ một kênh
    .usage = /kenh bo telegram
kenh-cua = xem và sắp kênh giúp một đồng chí
    .usage = /kenh cua Sơn
# $channel: tên kênh trong hệ thống
kenh-name = { $channel ->
        [telegram] Telegram
        [zalo-bot] Zalo (bot)
        [zalo-oa] Zalo (trang OA)
       *[web] trang web
    }
kenh-title = Kênh nhận tin của đồng chí
kenh-title-of = Kênh nhận tin của đồng chí { $name }
kenh-line = { $place }) { $channel } – { $standing ->
        [good] đang nhận tin
        [blocked] đã chặn hệ thống
       *[asked] chưa đồng ý
    }
# Kênh chỉ cho gửi trong một thời gian sau khi người nhận nhắn
kenh-window-free = Gửi được, không tính phí, đến { $hour } giờ { $minute } ngày { $day }.
kenh-window-billed = Gửi được, Zalo có tính phí, đến { $hour } giờ { $minute } ngày { $day }.
kenh-window-closed = Chưa gửi được: quá 7 ngày chưa có tin nhắn nào từ kênh này. Nhắn cho trang một câu là nhận tin lại được.
kenh-window-unknown = Chưa rõ gửi được đến bao giờ: hệ thống chưa nhận tin nhắn nào từ kênh này. Tin vẫn được gửi thử.
kenh-none = Chưa nối kênh nào; mời đồng chí ấy bằng /thanhvien ma, hoặc báo qua điện thoại.
kenh-how = Hệ thống gửi mỗi tin một lần, theo thứ tự trên; kênh trước không gửi được mới dùng kênh sau.
kenh-button-first = Ưu tiên { $channel }
kenh-button-add = Nối thêm kênh
kenh-button-remove = Bỏ kênh này
kenh-ask-whose = Xem kênh của đồng chí nào? Đề nghị gõ tên.
kenh-ask-which = Kênh nào? Đề nghị chọn hoặc gõ tên kênh.
kenh-which-none = Không có kênh ấy. Đề nghị đồng chí chọn một kênh trong danh sách; gõ /kenh để xem.
kenh-which-several = Có nhiều kênh mang tên «{ $typed }». Đề nghị đồng chí chọn một kênh trong danh sách.
kenh-code-title = Mã nối thêm kênh
kenh-code = Mã của đồng chí: { $code } (dùng một lần, trong { $minutes } phút).
    Mở hệ thống ở kênh kia và gõ mã này. Gõ mã là đồng ý nhận tin ở kênh ấy với cùng nội dung lưu trữ đồng chí đã đồng ý ở đây.
    Không đưa mã này cho người khác.
kenh-code-link = Nếu kênh kia là Telegram, có thể mở: { $link }
# $self: tên bot hoặc trang trên Zalo
kenh-code-zalo = Nếu kênh kia là Zalo: tìm «{ $self }» rồi nhắn mã trên.
kenh-linked = Đã nối kênh này cho đồng chí { $member }, { $name }. Mỗi tin đến một lần; gõ /kenh để chọn kênh nhận trước.
kenh-linked-elsewhere = Đồng chí vừa nối thêm { $channel }. Nếu không phải đồng chí nối, đề nghị gõ /kenh bo để bỏ và báo bí thư chi bộ.
kenh-confirm-remove = Bỏ { $channel }? Từ đó tin của chi bộ không đến kênh này nữa.
kenh-removed = Đã bỏ { $channel } khỏi các kênh nhận tin của đồng chí. Muốn nối lại: /kenh them.
kenh-removed-here = Đã bỏ kênh này khỏi các kênh nhận tin của đồng chí. Tin của chi bộ không đến đây nữa.
kenh-removed-of = Đã bỏ { $channel } của đồng chí { $name }.
kenh-last = Đây là kênh duy nhất của đồng chí, bỏ thì không tin nào đến được. Đề nghị nối kênh khác trước (/kenh them), hoặc báo bí thư chi bộ.
