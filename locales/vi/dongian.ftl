# Chế độ đơn giản: ít nút, nút to, trả lời bằng số; và nhắc lại tin vừa rồi.
dongian = bật hoặc tắt chế độ đơn giản: ít nút, trả lời bằng số
    .usage = /dongian, hoặc /dongian bật, /dongian tắt
dongian-ask = Bật hay tắt chế độ đơn giản?
dongian-on = Chế độ đơn giản đã bật.
    Mỗi tin có nhiều nhất ba nút. Đồng chí chọn dưới mỗi tin, hoặc trả lời bằng số.
    Muốn xem lại tin vừa rồi, đồng chí gõ: nhắc lại.
    Muốn xem hướng dẫn, đồng chí gõ: trợ giúp.
dongian-off = Chế độ đơn giản đã tắt. Khi cần, đồng chí gõ /dongian để bật lại.
nhaclai = gửi lại tin vừa rồi
    .usage = /nhaclai, hoặc gõ: nhắc lại
nhaclai-nothing = Hệ thống chưa có tin nào để nhắc lại.
