### The local page for trying the product: words for the browser, and refusals of its interface (page-refused-…).

page-title = Chi Bộ Bot – chạy thử
page-skip = Đến phần tin nhắn
page-trial = Bản chạy thử với dữ liệu giả định: tên người, đơn vị và tin nhắn đều không có thật.
page-intro = Chọn một đồng chí, cho thời gian chạy, xem tin đến nhóm và đến riêng từng đồng chí.
page-loading = Đang tải…
page-noscript = Trang này cần JavaScript. Đề nghị bật JavaScript trong trình duyệt rồi tải lại trang.
page-lang = Ngôn ngữ của trang

page-who = Đồng chí đang vào vai
# $name: họ và tên
page-who-phone = { $name } – chỉ điện thoại
# $name: họ và tên; $roles: các chức vụ
page-who-with-role = { $name } – { $roles }
page-who-help = Mỗi thẻ trình duyệt giữ được một vai riêng.
# $name: họ và tên
page-phone-only = Đồng chí { $name } không dùng kênh nhắn tin nào nên không có khung trò chuyện. Thông báo đến đồng chí qua điện thoại: chi ủy và thư ký thấy tên trong «Danh sách cần gọi» và ghi lại khi đã báo.
page-role-secretary = bí thư
page-role-deputy = phó bí thư
page-role-committee = chi ủy viên
page-role-minuteTaker = thư ký
page-role-cellLeader = tổ trưởng

page-clock = Đồng hồ chạy thử
page-clock-now = Bây giờ là
page-clock-help = Bấm để thời gian chạy tới, tin nhắc tự đến.
page-advance-next = Đến việc kế tiếp
page-advance-day = +1 ngày
page-advance-month = +1 tháng
page-advance-running = Thời gian đang chạy…
# $date: ngày giờ; $who: những nơi có tin mới
page-advance-done = Đã chạy đến { $date }. Có tin mới: { $who }.
page-advance-silent = Đã chạy đến { $date }. Chưa có tin mới nào.
# $count: số đồng chí
page-advance-members = nhắn riêng { $count } đồng chí
# $date: ngày giờ
page-advance-nothing = Sắp tới không có việc nào. Đã chạy đến { $date }.
page-advance-lost = Mất liên lạc khi thời gian đang chạy. Đồng hồ bên cạnh cho biết đã đến đâu; bấm lại nếu cần chạy tiếp.

# $weekday: thứ; $date: dd/MM/yyyy; $time: HH:mm
page-date = { $weekday }, ngày { $date }, { $time }
page-weekday-1 = thứ Hai
page-weekday-2 = thứ Ba
page-weekday-3 = thứ Tư
page-weekday-4 = thứ Năm
page-weekday-5 = thứ Sáu
page-weekday-6 = thứ Bảy
page-weekday-7 = Chủ nhật

page-chats = Các khung trò chuyện
page-group = Nhóm chi bộ
page-private = Nhắn riêng
page-private-with = Nhắn riêng với hệ thống
page-seen-group = Cả nhóm cùng thấy.
# $name: họ và tên
page-seen-private = Chỉ đồng chí { $name } thấy.
page-tab-unread = có tin mới
page-log-empty-group = Nhóm chưa có tin nào.
page-log-empty-private = Chưa có tin nào. Đề nghị đồng chí bấm «Đến việc kế tiếp» ở trên để thời gian chạy, hoặc gõ «trợ giúp» vào ô bên dưới để xem các lệnh.
page-log-newest = Xem tin mới nhất ↓
page-log-more = Đọc tiếp ↓
page-log-older = Xem tin cũ hơn
page-bot = Hệ thống
page-you = Đồng chí
page-edited = đã sửa
page-sending = đang gửi…
page-sending-again = chưa gửi được, đang thử lại…
page-reply = Trả lời
# $text: phần đầu của tin được trả lời
page-reply-to = Trả lời tin: { $text }
page-reply-to-lost = một tin trước đó
page-reply-leave = Bỏ trả lời
# $text: phần đầu của tin được trả lời
page-answers-to = Trả lời: { $text }
# $count: số ký tự
page-more = Xem hết ({ $count } ký tự)
page-choices = Các lựa chọn
page-input-group = Viết vào nhóm
page-input-private = Viết cho hệ thống
page-input-example-group = Ví dụ: /lichhop
page-input-example-private = Ví dụ: thời sự
page-input-help = Enter: gửi · Shift + Enter: xuống dòng
page-send = Gửi
page-say-empty = Tin chưa có nội dung. Đề nghị đồng chí gõ nội dung rồi gửi.
# $reason: lý do
page-not-sent = Chưa gửi được: { $reason } Nội dung vẫn còn trong ô soạn tin.
page-connection-lost = Mất liên lạc với hệ thống, đang nối lại. Những gì đồng chí đã gõ vẫn còn.
page-unreachable = Không liên lạc được với hệ thống. Đề nghị kiểm tra chương trình còn chạy không, rồi thử lại.
page-empty-store = Chưa có chi bộ nào trong dữ liệu. Đề nghị nhập một chi bộ (lệnh import) rồi tải lại trang.

page-deliveries = Danh sách gửi
page-deliveries-help = Chỉ chi ủy và thư ký thấy.
page-deliveries-none = Chưa có thông báo hay dự thảo nào được gửi.
# $date: dd/MM/yyyy của buổi họp
page-deliveries-notice = Thông báo họp ngày { $date }
# $title: tên chuyên đề
page-deliveries-draft = Dự thảo: { $title }
# $sent, $all: số đồng chí, không kể nhóm
page-deliveries-summary = đã gửi { $sent }/{ $all } đồng chí
# $count: số đồng chí
page-deliveries-to-call = còn { $count } đồng chí cần gọi
page-deliveries-sent = Đã gửi ({ $count })
page-deliveries-failed = Không gửi được ({ $count })
page-deliveries-in-doubt = Chưa rõ đã đến hay chưa ({ $count })
page-deliveries-waiting = Đang chờ gửi ({ $count })
page-deliveries-calls = Danh sách cần gọi ({ $count })
page-deliveries-calls-help = Gọi xong, bấm «Đã báo điện thoại» dưới tên.
page-deliveries-tell = Đã báo điện thoại
page-deliveries-group-sent = Nhóm chi bộ: đã gửi.
page-deliveries-group-waiting = Nhóm chi bộ: đang chờ gửi.
page-deliveries-group-inDoubt = Nhóm chi bộ: chưa rõ đã đến hay chưa.
page-deliveries-group-failed = Nhóm chi bộ: không gửi được.
# $name: người nhận; $reason: lý do
page-deliveries-reason = { $name } – { $reason }
# $name: họ và tên
page-deliveries-told = { $name } – đã báo qua điện thoại
page-deliveries-not-told = { $name } – chưa báo
page-reason-no-channel = không có kênh nhắn tin
page-reason-blocked = đã chặn hệ thống
page-reason-not-agreed = chưa đồng ý nhận tin
page-reason-gone = tài khoản không còn
page-reason-too-long = tin quá dài
page-reason-refused = kênh từ chối
page-reason-expired = quá hạn, không còn ích gì nên không gửi
page-reason-partial = mới gửi được một phần
page-reason-unknown = không có hồi âm của kênh

# $port: số cổng
page-refused-host = Trang chạy thử chỉ mở được trên chính máy này, ở địa chỉ http://127.0.0.1:{ $port }.
page-refused-origin = Yêu cầu đến từ một trang khác nên bị từ chối. Đề nghị dùng chính trang chạy thử.
page-refused-not-ready = Hệ thống đang khởi động hoặc kho dữ liệu chưa trả lời. Đề nghị thử lại sau giây lát.
# $fields: tên các trường
page-refused-request = Yêu cầu không đúng dạng ở: { $fields }. Đề nghị tải lại trang rồi thử lại.
page-refused-too-large = Tin dài quá 1,5 MB. Đề nghị chia thành nhiều tin ngắn hơn.
page-refused-not-json = Nội dung gửi lên không phải JSON hợp lệ. Đề nghị tải lại trang rồi thử lại.
page-refused-internal = Hệ thống gặp lỗi khi xử lý. Đề nghị thử lại; nhật ký của chương trình ghi rõ hơn.
page-refused-deliveries = Danh sách gửi chỉ dành cho chi ủy và thư ký.
page-refused-file = Không có tệp này, hoặc tệp không gửi cho vai đang chọn. Đề nghị mở lại cuộc trò chuyện có tệp.
page-refused-group = Vai này không ở trong nhóm chi bộ. Đề nghị nhắn riêng cho hệ thống.
page-refused-busy = Thời gian đang chạy. Đề nghị chờ xong rồi bấm tiếp.
