engine-no-right = Việc này do các đồng chí được phân công thực hiện. Nếu cần, đề nghị đồng chí trao đổi với bí thư chi bộ.
engine-sorry = Rất tiếc, hệ thống chưa xử lý được tin nhắn vừa rồi; nội dung đã được giữ lại. Đề nghị đồng chí thử lại sau ít phút, hoặc báo bí thư chi bộ.
engine-duty-failed = Có một việc tự động của chi bộ chưa thực hiện được. Hệ thống sẽ tự làm lại; nếu còn lặp lại, đề nghị đồng chí báo người vận hành chạy lệnh «chibot doctor».
engine-question-over = Câu hỏi này đã kết thúc. Đề nghị đồng chí gõ lại lệnh, hoặc gõ /trogiup để xem các lệnh.
engine-confirm-again = Đề nghị đồng chí chọn «{ $yes }»; không làm nữa thì gõ «huỷ».
engine-see-private = Hệ thống đã nhắn riêng cho đồng chí, mời đồng chí xem tin nhắn riêng.
engine-private-closed = Hệ thống chưa nhắn riêng được cho đồng chí. Đề nghị đồng chí mở tin nhắn riêng với hệ thống, bỏ chặn nếu đã chặn, rồi gửi lại ở đó.
# Trong nhóm, cho người chưa bấm đồng ý ở tin nhắn riêng.
engine-agree-first = Điều đồng chí vừa gửi chưa được ghi. Trước hết, đề nghị đồng chí mở tin nhắn riêng với hệ thống, nhắn một lời và chọn «Đồng ý»; sau đó đồng chí gửi lại.
engine-leave = Thôi
# Thay cho nút «Thôi» ở kênh không có nút bấm.
engine-leave-typed = Gõ «huỷ» để thôi.
# Đứng trên các dòng lựa chọn ở kênh không có nút bấm.
engine-by-number = Đồng chí trả lời bằng số:
# Trong nhóm Zalo hệ thống chỉ thấy tin trích tin của nó hoặc gọi tên nó.
engine-by-number-group = Đồng chí trích tin này rồi trả lời bằng số, hoặc gọi tên hệ thống (@) kèm số:
# Zalo chỉ cho biết có tin, không đưa nội dung.
engine-unshown = Zalo không đưa tệp, video hay danh thiếp cho hệ thống nên nội dung vừa gửi chưa được nhận. Đề nghị đồng chí gõ chữ, chụp ảnh hoặc ghi âm.
engine-send = Gửi
engine-save = Lưu
engine-too-long = Nội dung dài quá { $limit } ký tự nên chưa được ghi. Đề nghị đồng chí chia thành nhiều tin ngắn hơn.
engine-left = Việc { $command } đang làm dở đã dừng lại; đồng chí gõ lại lệnh khi cần.
engine-back = Quay lại
engine-back-typed = Gõ «quay lại» để sửa câu trước.
# Ở kênh không có nút bấm, khi câu trả lời vốn là con số: lựa chọn không đánh số.
engine-choice-typed = – { $label }
