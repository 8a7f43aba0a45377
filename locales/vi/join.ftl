join-consent-title = Trước khi bắt đầu
join-consent = Hệ thống này giúp chi bộ báo lịch sinh hoạt, gửi dự thảo, thu góp ý và phân công thời sự.
    Hệ thống lưu: họ tên, chức vụ, tổ đảng, tài khoản nhắn tin này, các câu trả lời dự họp và góp ý của đồng chí; chỉ dùng cho sinh hoạt của chi bộ.
    Không gửi qua đây tài liệu mật, số giấy tờ, thông tin sức khỏe, tiền bạc.
    Đồng chí có thể xem, sửa hoặc đề nghị xóa thông tin về đồng chí qua bí thư chi bộ.
    Chưa đồng ý thì hệ thống chưa gửi tin nào khác. Kính đề nghị đồng chí chọn «Đồng ý» dưới đây, hoặc nhắn: Đồng ý.
join-consent-for = Mã đồng chí vừa nhắn dành cho đồng chí { $member }, { $name }. Nếu đồng chí là người khác, đề nghị chọn «Không phải tôi».
join-consent-yes = Đồng ý
join-not-me = Không phải tôi
join-declined = Đã bỏ mã ấy và báo bí thư chi bộ. Đề nghị đồng chí nhắn mã cấp cho chính đồng chí; nếu chưa có, đề nghị hỏi người đã gửi mã.
join-taken = Tài khoản này đã nối với đồng chí { $member }, { $name }. Nếu đồng chí là người khác, đề nghị báo bí thư chi bộ.
join-agreed = Đã ghi nhận sự đồng ý của đồng chí. Trân trọng cảm ơn.
join-agreed-already = Đồng chí đã đồng ý từ trước. Gõ /trogiup để xem các lệnh.
join-bad-code = Mã này không đúng, đã dùng hoặc đã hết hạn. Đề nghị đồng chí kiểm tra lại, hoặc xin mã mới từ người đã mời.
join-own-code-over = Mã nối kênh này đã hết hạn. Đề nghị gõ /kenh them ở kênh đã nối để lấy mã mới.
join-used-by-you = Đồng chí đã dùng mã này rồi, không cần gửi lại. Gõ /trogiup để xem các lệnh.
join-wait = Đồng chí đã gửi nhiều mã không đúng. Đề nghị thử lại sau một giờ.
join-which-branch = Đồng chí sinh hoạt ở nhiều chi bộ. Đồng chí đang nhắn cho chi bộ nào?
join-branch-chosen = Từ giờ đồng chí đang nói với { $name }. Sau 30 phút không nhắn, hệ thống sẽ hỏi lại; muốn đổi ngay, đồng chí gõ /chibo.
join-founded = Chào mừng đồng chí. Chi bộ đã được tạo và đồng chí là bí thư. Còn 7 câu hỏi ngắn để lập lịch sinh hoạt; đồng chí có thể dừng, rồi lúc khác làm lại từ đầu bằng lệnh /batdau.
join-begin = Bắt đầu thiết lập
join-welcome = Chào mừng đồng chí { $member }. Đồng chí đã tham gia kênh thông tin của { $name }. Gõ /trogiup để xem các việc có thể làm.
