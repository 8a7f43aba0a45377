nhom-hello = Xin chào. Đây là hệ thống phục vụ sinh hoạt chi bộ. Để dùng trong nhóm này, đề nghị bí thư hoặc phó bí thư của chi bộ chọn dưới đây. Trong nhóm, hệ thống chỉ đọc tin gọi tên hệ thống, lệnh bắt đầu bằng dấu / và tin trả lời tin của hệ thống.
nhom-bind = Gắn nhóm với chi bộ
nhom-bound = Nhóm này đã được gắn với { $name }. Từ nay thông báo chung của chi bộ được gửi tại đây. Gõ /trogiup để xem các lệnh.
# $name: tên tài khoản của người vừa chọn
nhom-which-branch = { $name } phụ trách nhiều chi bộ. Nhóm này là nhóm chung của chi bộ nào? Đề nghị chính đồng chí vừa chọn trả lời.
nhom-replaced = { $name } đã gắn một nhóm khác làm nhóm chung. Từ nay thông báo chung không gửi tại nhóm này nữa. Nếu nhầm, đề nghị bí thư hoặc phó bí thư chọn dưới đây để gắn lại nhóm này.
# $channel: tên kênh
nhom-changed = Nhóm chung của chi bộ trên { $channel } vừa được thay bằng một nhóm khác, do bí thư hoặc phó bí thư chọn «Gắn nhóm với chi bộ» trong nhóm mới. Nhóm trước không nhận thông báo chung nữa. Nếu nhầm, đề nghị vào nhóm trước và chọn «Gắn nhóm với chi bộ».
# $channel: tên kênh
nhom-lost = Hệ thống đã bị đưa ra khỏi nhóm chung của chi bộ trên { $channel }, nên thông báo chung không còn gửi được vào nhóm; tin riêng vẫn gửi bình thường. Để dùng lại, đề nghị thêm hệ thống vào nhóm và chọn «Gắn nhóm với chi bộ».
nhom-hidden = Đồng chí đang nhắn dưới tên của nhóm nên hệ thống không biết là ai. Đề nghị tắt chế độ ẩn danh của quản trị viên, hoặc nhắn riêng cho hệ thống.
