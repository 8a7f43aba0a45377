nhom-hello = Xin chào. Đây là hệ thống phục vụ sinh hoạt chi bộ. Để dùng trong nhóm này, đề nghị bí thư hoặc phó bí thư của chi bộ bấm nút dưới đây. Trong nhóm, hệ thống chỉ đọc lệnh bắt đầu bằng dấu / và tin trả lời tin của hệ thống.
nhom-bind = Gắn nhóm với chi bộ
nhom-bound = Nhóm này đã được gắn với { $name }. Từ nay thông báo chung của chi bộ được gửi tại đây. Gõ /trogiup để xem các lệnh.
# $channel: tên kênh
nhom-lost = Hệ thống đã bị đưa ra khỏi nhóm chung của chi bộ trên { $channel }, nên thông báo chung không còn gửi được vào nhóm; tin riêng vẫn gửi bình thường. Để dùng lại, đề nghị thêm hệ thống vào nhóm và bấm «Gắn nhóm với chi bộ».
nhom-hidden = Đồng chí đang nhắn dưới tên của nhóm nên hệ thống không biết là ai. Đề nghị tắt chế độ ẩn danh của quản trị viên, hoặc nhắn riêng cho hệ thống.
