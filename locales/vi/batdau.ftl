batdau = thiết lập chi bộ mới
    .usage = /batdau: trả lời lần lượt 7 câu hỏi (tên chi bộ, địa danh, cấp trên, ngày, giờ, nơi họp, báo trước mấy ngày), xem lại rồi lưu.
batdau-ask-name = Câu 1/7. Tên chi bộ? Ví dụ: Chi bộ Phòng Tổng hợp.
batdau-ask-place = Câu 2/7. Địa danh ghi trên văn bản? Ví dụ: Bắc Giang.
batdau-ask-superior = Câu 3/7. Cấp ủy cấp trên trực tiếp? Ví dụ: Đảng ủy Sở Tư pháp.
batdau-ask-rule = Câu 4/7. Chi bộ sinh hoạt thường kỳ vào ngày nào hằng tháng? Đồng chí chọn, hoặc gõ. Ví dụ: ngày 3; thứ Tư tuần thứ hai; thứ Sáu tuần cuối; mùng 3 âm lịch.
batdau-ask-time = Câu 5/7. Chi bộ họp lúc mấy giờ? Ví dụ: 14h00.
batdau-ask-where = Câu 6/7. Chi bộ thường họp ở đâu? Ví dụ: Phòng họp 2.
batdau-ask-days = Câu 7/7. Thông báo gửi trước ngày họp mấy ngày (từ 1 đến 14)?
# Các lựa chọn thường gặp: chữ trên nút cũng là chữ có thể gõ
batdau-usual-day = ngày { $day }
batdau-usual-weekday = thứ Tư tuần đầu
batdau-usual-time = { $hour }h{ $minute }
batdau-preview = XEM LẠI TRƯỚC KHI LƯU
# $date: ngày gửi
batdau-first-notice = Thông báo đầu tiên, gửi { $date }, sẽ như sau
batdau-summary = Chi bộ: { $name }
    Địa danh: { $place }
    Cấp trên: { $superior }
    Bí thư: { $secretary }
    Sinh hoạt thường kỳ: { $rule }, lúc { $time }, tại { $where }
    Báo trước: { $days }

    Nếu tên bí thư chưa đúng, sau khi lưu đồng chí gõ: /thanhvien ten và họ tên đầy đủ.
batdau-saved = Đã lưu. Lịch sinh hoạt 12 tháng tới của { $name } đã được lập. Việc tiếp theo: mời các đồng chí trong chi bộ, và thêm hệ thống vào nhóm chung (nếu có) rồi chọn «Gắn nhóm với chi bộ» (trong nhóm Zalo: gọi tên hệ thống kèm hai chữ «gắn nhóm»).
batdau-done = Chi bộ đã được thiết lập. Để thay đổi, đề nghị đồng chí dùng /caidat.
batdau-button-members = Mời đảng viên
batdau-button-calendar = Xem lịch 12 tháng
# Tên tạm của người lập chi bộ khi kênh không cho biết tên
batdau-founder = Bí thư
