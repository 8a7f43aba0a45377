trogiup = xem các lệnh đồng chí dùng được
    .usage = Ví dụ: /trogiup, hoặc /trogiup lichhop
trogiup-title = Các lệnh đồng chí dùng được
trogiup-footer = Gõ /trogiup kèm tên lệnh để xem cách dùng, ví dụ: /trogiup lichhop; gõ /trogiup đủ để xem tất cả. Có thể gõ không dấu, không cần dấu «/». Chi Bộ Bot hỗ trợ việc chuẩn bị sinh hoạt, không thay cho Sổ tay đảng viên điện tử.
trogiup-group = Các lệnh trong nhóm: /lichhop, /thoisu, /chuyende, /gopy. Các việc khác, mời đồng chí nhắn riêng cho hệ thống và gõ /trogiup.
huy = thôi việc đang làm dở
    .usage = /huy
huy-left = Đã thôi việc đang làm dở. Chưa có gì được gửi đi.
huy-joining = Hệ thống không chờ thêm nội dung nữa. Những gì đã ghi nhận trước đó vẫn giữ nguyên.
huy-nothing = Hiện không có việc nào đang làm dở.
ngonngu = đổi ngôn ngữ (Tiếng Việt, English)
    .usage = /ngonngu en
ngonngu-which = Đồng chí muốn dùng ngôn ngữ nào?
ngonngu-again = Hệ thống có tiếng Việt (gõ vi) và tiếng Anh (gõ en).
ngonngu-changed = Từ nay hệ thống nhắn cho đồng chí bằng tiếng Việt.
trogiup-chibo = nói với chi bộ khác của đồng chí
trogiup-chibo-usage = Gõ /chibo, rồi chọn chi bộ đồng chí muốn nói chuyện.
# Trợ giúp ngắn, cho chế độ đơn giản
trogiup-simple = Đồng chí chọn dưới đây, hoặc trả lời bằng số.
    Muốn xem lại tin vừa rồi, đồng chí gõ: nhắc lại.
    Muốn thôi việc đang làm, đồng chí gõ: thôi.
    Muốn xem đủ các lệnh, đồng chí gõ: trợ giúp đủ.
trogiup-simple-lichhop = Xem lịch họp
trogiup-simple-thoisu = Ai trình bày thời sự
trogiup-simple-gopy = Góp ý dự thảo
