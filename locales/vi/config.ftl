# Vì sao cấu hình chưa dùng được và cách xử lý, nói với người vận hành. Câu có `.todo` kết thúc một lệnh; nhóm đầu là các dòng dưới `config-variables`.
# $name: tên biến; $values: các giá trị được phép. Không bao giờ nêu giá trị đang đặt: có thể là bí mật.
config-port = { $name } phải là số nguyên, lớn nhất 65535, ví dụ 3000.
config-host = { $name } phải là tên máy hoặc địa chỉ, ví dụ 127.0.0.1.
config-public-url = { $name } phải bắt đầu bằng https:// (http:// chỉ cho localhost), ví dụ https://chibot.example.vn.
config-trust-proxy = { $name } phải là số máy proxy đứng trước, hoặc địa chỉ của các máy ấy, ví dụ 1 hoặc 10.0.0.0/8.
config-mongodb-uri = { $name } phải bắt đầu bằng mongodb:// hoặc mongodb+srv://.
config-one-of = { $name } phải là một trong các giá trị: { $values }.
config-metrics-token = { $name } cần ít nhất 16 ký tự không dấu, không có khoảng trắng; tạo bằng lệnh: openssl rand -hex 24
config-failpoint = { $name } có dạng <tên>:<số>, chỉ dùng khi kiểm thử; đề nghị bỏ biến này.
config-api-root = { $name } phải bắt đầu bằng https:// (http:// chỉ cho chính máy này), không có ? và #; thường không cần đặt biến này.
config-telegram-token = { $name } không phải token như @BotFather cấp: các chữ số, dấu hai chấm, rồi 35 ký tự; đề nghị chép lại cả dãy.
config-telegram-secret = { $name } chỉ gồm chữ không dấu, chữ số, _ và -, nhiều nhất 256 ký tự; tạo bằng lệnh: openssl rand -hex 32
config-zalo-bot-token = { $name } không phải token như Zalo Bot Creator cấp: các chữ số, dấu hai chấm, rồi các chữ cái; đề nghị chép lại cả dãy.
config-zalo-bot-secret = { $name } phải có từ 8 đến 256 ký tự, chỉ gồm chữ không dấu, chữ số, _ và -; tạo bằng lệnh: openssl rand -hex 32
config-zalo-bot-quota = { $name } phải là số tin mà gói dịch vụ cho phép mỗi tháng, ví dụ 3000.
config-zalo-oa-app-id = { $name } phải là số hiệu (ID) của ứng dụng ở developers.zalo.me; xem docs/zalo-oa.md.
config-zalo-oa-secret = { $name } phải có ít nhất 8 ký tự, không có khoảng trắng, đúng như trang quản trị hiện ra; đề nghị chép lại cả dãy.
config-zalo-oa-verifier = { $name } phải là phần mã trong tên tệp Zalo đã cấp: zalo_verifier<mã>.html

config-variables = Biến môi trường, hoặc tệp .env, chưa đúng:
    .todo = Sửa từng biến nêu trên (tệp .env.example giải thích các biến), rồi chạy lại lệnh.
config-env-file = Không đọc được tệp .env.
    .todo = Xem .env có phải là tệp và tài khoản này có quyền đọc không, rồi chạy lại lệnh.

# $name: biến đã đặt của một nền tảng
config-web-chat-beside = WEB_CHAT=on đi cùng { $name }: trang chạy thử chỉ để thử, ai mở trang cũng nói được thay cho bất kỳ đảng viên nào.
    .todo = Bỏ WEB_CHAT; muốn thử, khởi động không có { $name } và với DATA_DIR khác.
config-web-chat-off = WEB_CHAT=off làm dịch vụ không còn kênh nào, vì chưa cấu hình nền tảng nào: không báo tin được cho ai.
    .todo = Bỏ WEB_CHAT, hoặc đặt TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN hay ZALO_OA_APP_ID.
config-web-chat-public = PUBLIC_URL đã đặt, trong khi trang chạy thử đang bật: trang này chỉ để thử, không được mở ra bên ngoài.
    .todo = Bỏ PUBLIC_URL, hoặc đặt TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN hay ZALO_OA_APP_ID.
# $prefix: phần đầu tên các biến của nền tảng; $brings: tên nền tảng
config-webhook-no-address = { $prefix }_MODE=webhook cần có PUBLIC_URL, là địa chỉ để { $brings } gọi tới dịch vụ này.
    .todo = Đặt PUBLIC_URL, hoặc bỏ { $prefix }_MODE: cách hỏi tin (polling) không cần địa chỉ.
config-webhook-no-secret = { $prefix }_WEBHOOK_SECRET chưa đặt: thiếu khóa này, người lạ có thể gửi tin giả như của đảng viên.
    .todo = Tạo khóa bằng lệnh: openssl rand -hex 32. Hoặc đặt { $prefix }_MODE=polling, khi đó không cần khóa.
config-zalo-oa-no-app-secret = ZALO_OA_APP_SECRET chưa đặt: thiếu khóa này, không gia hạn được mã truy cập.
    .todo = Chép khóa ở phần cài đặt của ứng dụng, tại developers.zalo.me; xem docs/zalo-oa.md.
config-zalo-oa-no-secret-key = ZALO_OA_SECRET_KEY chưa đặt: thiếu khóa này, người lạ có thể gửi tin giả như của đảng viên.
    .todo = Chép OA Secret Key ở trang webhook của ứng dụng, tại developers.zalo.me; xem docs/zalo-oa.md.
config-zalo-oa-no-address = ZALO_OA_APP_ID cần có PUBLIC_URL: Zalo Official Account chỉ chuyển tin tới một địa chỉ gọi được.
    .todo = Đặt PUBLIC_URL, hoặc bỏ ZALO_OA_APP_ID.

config-telegram-token-refused = TELEGRAM_BOT_TOKEN: Telegram không nhận token này.
    .todo = Lấy token hiện tại ở @BotFather (/mybots, API Token), rồi khởi động lại.
# $why: lời của Telegram, tiếng Anh
config-telegram-address-refused = PUBLIC_URL: Telegram không nhận địa chỉ này làm webhook ({ $why }).
    .todo = Đặt địa chỉ https, cổng 443, 80, 88 hoặc 8443. Không có PUBLIC_URL thì dịch vụ hỏi tin (polling), không cần địa chỉ.
config-zalo-bot-token-refused = ZALO_BOT_TOKEN: Zalo không nhận token này.
    .todo = Lấy token hiện tại ở Zalo Bot Creator, rồi khởi động lại.
config-zalo-bot-address-refused = PUBLIC_URL: Zalo không nhận địa chỉ này làm webhook.
    .todo = Đặt địa chỉ https mà bên ngoài gọi tới được. Không có PUBLIC_URL thì dịch vụ hỏi tin (polling), không cần địa chỉ.

# $port: cổng
config-port-taken = PORT: cổng { $port } đang có chương trình khác dùng.
    .todo = Dừng chương trình ấy, hoặc đặt PORT là một cổng còn trống.
config-port-forbidden = PORT: tài khoản này không được dùng cổng { $port }.
    .todo = Đặt PORT là một số lớn hơn 1023.
# $host: giá trị của HOST
config-host-unknown = HOST: { $host } không phải địa chỉ của máy này.
    .todo = Đặt HOST là 127.0.0.1 hoặc 0.0.0.0.

# $folder: thư mục
config-no-store = DATA_DIR: không có kho dữ liệu trong { $folder }.
    .todo = Đặt DATA_DIR là thư mục mà dịch vụ dùng. Kho mới được tạo bằng chibot start, setup-code hoặc import.
config-data-dir = DATA_DIR: không tạo được thư mục { $folder }.
    .todo = Đặt DATA_DIR là thư mục mà tài khoản này có quyền ghi.
# $file: tệp
config-data-file = DATA_DIR: không mở được { $file }.
    .todo = Xem đó có phải tệp của chibot, ổ đĩa còn chỗ và tài khoản này có quyền ghi không.
config-mongodb-refused = MONGODB_URI: máy chủ không nhận tên hoặc mật khẩu.
    .todo = Sửa lại cho đúng (ký tự đặc biệt viết dạng %XX).
config-mongodb-address = MONGODB_URI: không phải địa chỉ MongoDB.
    .todo = Viết theo mẫu: mongodb://user:password@host:27017/chibot
config-half-restored = Kho này chưa nguyên vẹn: việc khôi phục vào kho bị dở dang, hoặc đang tiếp tục.
    .todo = Chạy lại chibot restore với đúng bản sao lưu ấy.
config-half-moved = Kho này chưa nguyên vẹn: việc chuyển vào kho bị dở dang, hoặc đang tiếp tục.
    .todo = Chạy lại chibot move-store như trước; ở kho cũ không mất gì.
# $stored, $known: số hiệu lược đồ
config-newer-store = Kho này do phiên bản chibot mới hơn ghi (lược đồ số { $stored }; phiên bản này biết đến số { $known }).
    .todo = Chạy phiên bản ấy, hoặc đặt kho khác (DATA_DIR hoặc MONGODB_URI).
config-demo-store = Kho này là của bản chạy thử, có đồng hồ riêng không theo giờ thật.
    .todo = Để dùng thật, đặt DATA_DIR khác, hoặc một cơ sở dữ liệu trống.
