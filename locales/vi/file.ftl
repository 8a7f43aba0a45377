# Tệp đồng chí gửi cho hệ thống. $limit: dung lượng lớn nhất, tính bằng MB.
file-secret-text = Tin nhắn vừa rồi mang dấu chỉ độ mật nên hệ thống không nhận và không lưu nội dung. Đề nghị đồng chí xóa tin đó khỏi cuộc trò chuyện; nội dung thuộc bí mật nhà nước chỉ trao đổi theo đúng quy định. Nếu chỉ nói về độ mật nói chung, đề nghị viết lại thành câu thường, không ghi như dấu mật.
file-secret = Tệp vừa rồi mang dấu chỉ độ mật (ở tên tệp, lời kèm theo hoặc nội dung) nên hệ thống không nhận và không lưu. Đề nghị đồng chí xóa tệp đó khỏi cuộc trò chuyện; tài liệu thuộc bí mật nhà nước chỉ gửi, nhận theo đúng quy định.
file-kind = Hệ thống chưa nhận được tệp này: chỉ nhận văn bản DOCX, PDF, TXT (mã UTF-8), ảnh JPG, PNG, WEBP, HEIC và ghi âm OGG, MP3, M4A, AAC; phần đuôi của tên tệp phải đúng loại tệp. Đề nghị đồng chí lưu lại thành một trong các loại đó rồi gửi lại.
file-too-large = Tệp lớn hơn { $limit } MB nên hệ thống không nhận được. Đề nghị đồng chí giảm dung lượng (nén ảnh trong văn bản, chia thành nhiều tệp) rồi gửi lại.
file-expired = Tệp đồng chí gửi không còn tải về được. Đề nghị đồng chí gửi lại tệp đó.
file-failed = Hệ thống đã thử nhiều lần trong một ngày nhưng không tải được tệp đồng chí gửi. Đề nghị đồng chí gửi lại; nếu vẫn không được, đề nghị báo bí thư chi bộ.
file-what-for = Hệ thống chưa rõ tệp này dùng cho việc gì nên không lưu. Đề nghị đồng chí gửi lại, kèm lời chú thích ghi lệnh cần làm, ví dụ: /chuyende soan cd1 cho tệp dự thảo, /gopy cd1 cho góp ý
file-not-here = Việc này không nhận tệp, nên tệp vừa rồi không được lưu. Đề nghị đồng chí trả lời bằng chữ.
# Không đọc được chữ trong tệp (bản chụp, ghi âm).
file-illegible = Lưu ý: hệ thống không đọc được chữ trong tệp này. Đồng chí tự kiểm tra và chịu trách nhiệm để tệp không có nội dung thuộc bí mật nhà nước.
