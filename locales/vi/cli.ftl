# Lời của dòng lệnh «chibot», nói với người vận hành.
cli-chibot = Chi Bộ Bot: báo lịch sinh hoạt, gửi dự thảo, nhận góp ý, luân phiên thời sự
cli-start = chạy dịch vụ
cli-import = đưa một chi bộ từ tệp vào hệ thống, hoặc cập nhật đảng viên và chuyên đề
cli-import-file = tệp JSON của chi bộ, hoặc danh sách đảng viên dạng CSV
cli-import-dry-run-option = chỉ cho biết sẽ thay đổi gì, không ghi gì
cli-export = in toàn bộ dữ liệu của một chi bộ (JSON), góp ý giữ nguyên văn
cli-export-branch = mã của chi bộ
cli-doctor = kiểm tra cấu hình, kho dữ liệu và những việc đang tắc, kèm cách xử lý
cli-doctor-retry = làm lại một mục đã hỏng
cli-doctor-resume = cho một luồng đang dừng chạy tiếp
cli-doctor-yes = không hỏi lại
cli-store-unavailable = Kho dữ liệu không trả lời. Xem dịch vụ MongoDB hoặc ổ đĩa của DATA_DIR, rồi chạy lại lệnh.

# $file: tên tệp; $code: mã lỗi của hệ điều hành
cli-file-unreadable = Không đọc được tệp { $file } ({ $code }).
# $why: vị trí và lý do, tiếng Anh
cli-file-not-json = Tệp { $file } không phải JSON đúng: { $why }
cli-file-refused = Chưa đưa gì vào hệ thống. Đề nghị sửa tệp { $file } rồi chạy lại.

# $name: tên chi bộ; $branch: mã
cli-import-founded = { $name } ({ $branch }): đã lập.
cli-import-known = { $name } ({ $branch }): đã cập nhật.
cli-import-would-be-founded = { $name } ({ $branch }): sẽ được lập.
cli-import-would-be-known = { $name } ({ $branch }): sẽ được cập nhật.
cli-import-same = { $name } ({ $branch }): đã đúng như trong tệp, không có gì thay đổi.
# $created, $changed, $same: số đồng chí
cli-import-members = Đảng viên: { $created } mới, { $changed } thay đổi, { $same } giữ nguyên.
# $created, $same: số chuyên đề
cli-import-topics = Chuyên đề: { $created } mới, { $same } giữ nguyên.
# $count: số tài khoản và nhóm
cli-import-would-link = Tài khoản và nhóm sẽ nối: { $count }.
cli-import-dry-run = Đây là chạy thử: chưa ghi gì.
# $sent: số tin đã gửi tháng này, $limit: số tin gói cho phép
cli-doctor-quota-scarce = Zalo Bot đã dùng { $sent } trên { $limit } tin của tháng: tin nhẹ được chuyển kênh khác hoặc chờ.
    .todo = Mua thêm gói rồi sửa ZALO_BOT_MONTHLY_QUOTA và khởi động lại; hoặc nhờ đảng viên nối thêm kênh khác (/kenh them).
cli-doctor-quota-over = Zalo báo đã hết số tin của tháng ({ $sent } tin đã gửi): bot không gửi gì nữa đến đầu tháng sau.
    .todo = Mua thêm gói rồi sửa ZALO_BOT_MONTHLY_QUOTA và khởi động lại; ai không có kênh khác nằm trong danh sách gọi điện (/thongbao).
cli-doctor-zalo-oa-refused = Zalo không nhận mã truy cập hiện tại của OA.
    .todo = Dịch vụ sẽ tự gia hạn ở tin kế tiếp. Nếu còn báo: lấy refresh token mới như trang docs/zalo-oa.md.
cli-doctor-zalo-oa-silent = Zalo OA không trả lời như mong đợi.
    .todo = Kiểm tra mạng ra Internet của máy này (openapi.zalo.me) và ZALO_OA_API_ROOT, rồi thử lại.
# $outcome: mã kết quả của Zalo
cli-doctor-zalo-bot-blocked = Có máy chặn giữa đường: Zalo gọi webhook và bị từ chối ({ $outcome }) trước khi tới dịch vụ.
    .todo = Thường là Cloudflare: tắt Browser Integrity Check cho tên miền này, hoặc để tên miền ngoài Cloudflare. Xem docs/zalo-bot.md.
# $variable: tên biến; $when: giờ và ngày
cli-doctor-webhook-secret = Lúc { $when } có webhook mang khóa khác với { $variable } nên bị từ chối.
    .todo = Nếu đảng viên nhắn mà hệ thống không trả lời, { $variable } đang sai: chép lại cho đúng rồi khởi động lại. Nếu vẫn trả lời bình thường thì có người lạ thử, có thể bỏ qua.
cli-doctor-zalo-oa-no-token = Zalo OA chưa có refresh token nào, trong kho cũng như trong cấu hình.
    .todo = Lấy refresh token ở API Explorer (developers.zalo.me), điền vào ZALO_OA_REFRESH_TOKEN, khởi động lại. Xem docs/zalo-oa.md.
cli-doctor-zalo-oa-dead = Zalo không nhận refresh token của OA nữa: không gửi được tin nào qua OA.
    .todo = Nhờ quản trị viên OA lấy refresh token mới ở API Explorer (developers.zalo.me), điền vào ZALO_OA_REFRESH_TOKEN, khởi động lại.
cli-doctor-zalo-oa-old = Refresh token của OA đã lâu không được gia hạn và sắp hết hạn (3 tháng).
    .todo = Khởi động dịch vụ để token được gia hạn; không được thì lấy token mới như trang docs/zalo-oa.md.
# $code: mã lỗi của Zalo
cli-doctor-zalo-oa-closed = Zalo từ chối mọi tin qua OA, mã { $code }.
    .todo = -209, -212, -223, -242, -14004: xem ứng dụng đã kích hoạt, đã được OA cấp quyền, đúng ZALO_OA_APP_ID và ZALO_OA_APP_SECRET. -221, -224: OA đã xác thực và gói đủ quyền chưa. -240: cập nhật phiên bản mới. -216, -220: lấy refresh token mới.

# $entry: mã mục; $seconds: số giây đã chờ
cli-import-later = Sau { $seconds } giây việc chưa xong. Mục { $entry } đã nằm trong nhật ký, dịch vụ sẽ làm tiếp; xem lại bằng «chibot doctor».
cli-import-failed = Không đưa được vào hệ thống: mục { $entry } bị hỏng. Chạy «chibot doctor» để xem cách xử lý.
# $who: họ tên; $address: kênh và mã tài khoản
cli-link-done = { $who }: đã nối { $address }.
cli-link-not-agreed = { $who }: đã nối { $address }, nhưng chưa đồng ý nhận tin; hệ thống chưa gửi gì cho tài khoản này.
cli-link-failed = { $address }: chưa nối được, mục { $entry } bị hỏng. Chạy «chibot doctor» để xem cách xử lý.
cli-bind-done = Nhóm { $address }: đã nối với chi bộ.
cli-bind-other-branch = Nhóm { $address }: thuộc chi bộ khác, không nối.
cli-bind-other-group = Nhóm { $address }: chi bộ đã có nhóm khác, không nối.

# $branch: mã đã gõ; $known: các mã có trong kho
cli-export-unknown = Không có chi bộ { $branch }. Trong kho có: { $known }.

cli-doctor-config-good = Cấu hình: tốt.
# $kind: sqlite hoặc mongo; $schema: số hiệu
cli-doctor-store-good = Kho dữ liệu: { $kind }, lược đồ số { $schema }.
# $name: tên chi bộ; $branch: mã
cli-doctor-branch = Chi bộ: { $name } ({ $branch }).
cli-doctor-no-branch = Chi bộ: kho này chưa có chi bộ nào. Nếu lẽ ra phải có, xem lại DATA_DIR hoặc MONGODB_URI; để lập mới: chibot setup-code hoặc chibot import.
cli-doctor-working = Dịch vụ: đang chạy.
cli-doctor-idle = Dịch vụ: hiện không chạy trên kho này.
cli-doctor-well = Không thấy điều gì bất thường.
# $what: việc cần làm
cli-doctor-todo = → { $what }
# $count: số mục không liệt kê
cli-doctor-more = … và { $count } mục nữa cùng loại.
cli-doctor-store = Kho dữ liệu không trả lời.
    .todo = Xem dịch vụ MongoDB hoặc ổ đĩa của DATA_DIR, rồi chạy lại.
# $entry: mã mục; $lane: luồng; $since: thời điểm
cli-doctor-lag = Mục { $entry } của luồng { $lane } chờ từ { $since }.
    .todo = Xem nhật ký của dịch vụ; nếu không có gì tiến triển, khởi động lại dịch vụ.
cli-doctor-lag-unowned = Mục { $entry } của luồng { $lane } chờ từ { $since }, và không có dịch vụ nào chạy.
    .todo = Khởi động dịch vụ: chibot start.
# $document: mã tài liệu; $since: thời điểm đến hạn
cli-doctor-tick = Việc đến hạn chưa được làm: { $document }, từ { $since }.
    .todo = Xem nhật ký của dịch vụ; nếu không có gì tiến triển, khởi động lại dịch vụ.
cli-doctor-tick-unowned = Việc đến hạn chưa được làm: { $document }, từ { $since }, và không có dịch vụ nào chạy.
    .todo = Khởi động dịch vụ: chibot start.
# $lane: luồng; $entry: mã mục; $why: lý do, tiếng Anh; $since: thời điểm
cli-doctor-lane-stopped = Luồng { $lane } đã dừng ở mục { $entry }: { $why }
    .todo = Xem chỗ lệch rồi cho chạy tiếp: chibot doctor --resume { $lane }
cli-doctor-lane-held = Luồng { $lane } giữ một mục quá 10 phút: { $entry }, từ { $since }.
    .todo = Xem nhật ký của dịch vụ về mục này; nếu kho dữ liệu chậm thì xử lý kho trước, rồi khởi động lại dịch vụ.
# $entry: mã mục; $kind: loại; $lane: luồng; $when: thời điểm; $failure: loại lỗi; $retry: thời điểm làm lại
cli-doctor-failed = Mục { $entry } ({ $kind }, luồng { $lane }, { $when }) bị hỏng: { $failure }.
    .todo = Sau khi đã cập nhật hoặc sửa nguyên nhân: chibot doctor --retry { $entry }
cli-doctor-failed-again = Mục { $entry } ({ $kind }, luồng { $lane }) bị hỏng trước đây và đang chờ làm lại ({ $retry }).
    .todo = Chờ hệ thống tự làm lại; nếu còn lặp lại, xem nhật ký của dịch vụ và cập nhật phiên bản.
# $row: mã dòng gửi; $recipient: người nhận; $state: trạng thái; $lane: luồng; $when: thời điểm; $reason: lý do
cli-doctor-row-in-doubt = Chưa rõ tin đã đến hay chưa: { $recipient } ({ $state }, { $when }), dòng { $row }.
    .todo = Bí thư mở /thongbao, hỏi người nhận; nếu chưa đến thì bấm «Gửi lại» hoặc báo qua điện thoại. Luồng { $lane }.
cli-doctor-news-lost = Tin báo cho { $recipient } không đến được ({ $state }, { $reason }, { $when }), dòng { $row }.
    .todo = Báo đồng chí ấy bằng cách khác và xem lại tài khoản của đồng chí. Luồng { $lane }.
cli-doctor-news-untold = Kết quả gửi chưa được báo cho chi bộ: { $recipient } ({ $state }, { $when }), dòng { $row }.
    .todo = Xem dịch vụ có chạy không, luồng { $lane } có dừng không.
# $tries: số lần đã thử
cli-doctor-fetch-failed = Không tải được một tệp đảng viên gửi lúc { $when } sau { $tries } lần thử (dòng { $fetch }).
    .todo = Người gửi đã được báo để gửi lại; nếu có nhiều tệp như vậy, xem máy có tới được nền tảng nhắn tin và ổ đĩa còn chỗ không. Luồng { $lane }.
cli-doctor-fetch-late = Một tệp đảng viên gửi lúc { $when } vẫn chưa tải được sau { $tries } lần thử; sẽ thử lại lúc { $retry } (dòng { $fetch }).
    .todo = Xem máy có tới được nền tảng nhắn tin và ổ đĩa còn chỗ không. Sau một ngày, người gửi sẽ được báo để gửi lại. Luồng { $lane }.
# $name: tên chi bộ; $branch: mã
cli-doctor-no-secretary = { $name } ({ $branch }): bí thư và phó bí thư đều chưa có tài khoản nào, tin báo không đến được ai.
    .todo = Nối một tài khoản cho bí thư hoặc phó bí thư, ví dụ bằng «chibot import».
# $year: năm
cli-doctor-holidays = Chưa có danh sách ngày nghỉ năm { $year }; các ngày được tính theo luật, chưa theo thông báo của Nhà nước.
    .todo = Cập nhật phiên bản mới, hoặc bí thư nhập các ngày bằng /caidat ngaynghi.
cli-doctor-refused = { $channel ->
        [telegram] Telegram không còn nhận TELEGRAM_BOT_TOKEN hoặc PUBLIC_URL mà trước đây đã nhận: kênh này đóng, các kênh khác vẫn chạy.
       *[other] Zalo không còn nhận ZALO_BOT_TOKEN hoặc PUBLIC_URL mà trước đây đã nhận: kênh này đóng, các kênh khác vẫn chạy.
    }
    .todo = Lấy token hiện tại ở { $channel ->
        [telegram] @BotFather (/mybots, API Token)
       *[other] Zalo Bot Creator
    }, xem PUBLIC_URL có tới được từ ngoài không, rồi khởi động lại dịch vụ.
cli-doctor-zalo-bot-token = Zalo không nhận ZALO_BOT_TOKEN.
    .todo = Lấy lại token ở Zalo Bot Creator, điền vào .env, khởi động lại.
cli-doctor-zalo-bot-silent = Zalo Bot không trả lời như mong đợi.
    .todo = Kiểm tra máy này có vào được Internet và địa chỉ trong ZALO_BOT_API_ROOT (nếu có đặt).
cli-doctor-zalo-bot-webhook = Bot còn đặt một webhook, trong khi dịch vụ này hỏi tin (polling): bot sẽ không nghe thấy gì.
    .todo = Khởi động lại dịch vụ: webhook được bỏ lúc khởi động. Nếu còn, có nơi khác đang dùng cùng token.
# $outcome: kết quả Zalo trả về
cli-doctor-zalo-bot-unreached = Zalo không gọi được webhook: { $outcome }.
    .todo = Kiểm tra PUBLIC_URL và máy chủ web đứng trước; webhook.http.403 thường do Cloudflare chặn. Xem docs/zalo-bot.md.

# $entry: mã mục; $again: mã của lần làm lại
cli-retry-unknown = Không có mục { $entry }. Các mục hỏng được liệt kê bằng: chibot doctor
cli-retry-not-failed = Mục { $entry } không bị hỏng, không cần làm lại.
cli-retry-no-payload = Nội dung của mục { $entry } đã được xóa theo thời hạn lưu, không làm lại được.
cli-retry-already = Mục { $entry } đã được làm lại một lần, dưới mã { $again }. Nếu lần ấy cũng hỏng: chibot doctor --retry { $again }
cli-retry-posted = Đã đưa lại vào nhật ký dưới mã { $again }; dịch vụ sẽ làm ngay khi chạy.
# $lane: luồng; $entry: mã mục; $why: lý do, tiếng Anh
cli-resume-unknown = Không có luồng { $lane }. Các luồng đã dừng được liệt kê bằng: chibot doctor
cli-resume-runs = Luồng { $lane } không dừng.
cli-resume-no-payload = Luồng { $lane } dừng ở một mục không còn nội dung, không quyết định lại được. Hãy giữ bản sao kho dữ liệu và hỏi người phát triển.
cli-resume-stopped = Luồng { $lane } dừng ở mục { $entry }: { $why }
# $document: tài liệu; $wanted: phiên bản cần ghi; $stored: phiên bản trong kho; $by: mục đã ghi
cli-resume-saved = { $document }: mục này đã ghi phiên bản { $wanted }.
cli-resume-unsaved = { $document }: chưa ghi phiên bản { $wanted }.
cli-resume-mismatch = { $document }: LỆCH. Cần ghi phiên bản { $wanted }, trong kho đang là phiên bản { $stored }, do { $by } ghi.
cli-resume-sure = Mục này sẽ được quyết định lại trên dữ liệu hiện có; phần đã ghi ở trên có thể bị làm hai lần. Tiếp tục? (c/k)
cli-resume-ask = Luồng { $lane } chưa chạy tiếp: không có ai ở bàn phím để xác nhận. Thêm --yes nếu đã xem kỹ.
cli-resume-left = Luồng { $lane } giữ nguyên, chưa chạy tiếp.
cli-resume-changed = Luồng { $lane } vừa thay đổi, chưa cho chạy tiếp. Chạy lại «chibot doctor» để xem.
# $again: mã của lần làm lại
cli-resume-done = Luồng { $lane } chạy tiếp; mục được quyết định lại dưới mã { $again }.
cli-setup-code = tạo mã lập một chi bộ mới
cli-setup-code-is = Mã lập chi bộ: { $code } (dùng một lần, trong { $days } ngày; chỉ hiện lần này)
cli-setup-code-how = Chuyển mã cho người sẽ là bí thư. Người đó nhắn mã cho hệ thống, đồng ý, rồi trả lời 7 câu hỏi.
cli-import-branch-option = chi bộ của danh sách CSV (không cần khi kho chỉ có một chi bộ)
cli-import-which-branch = Kho có nhiều chi bộ: { $known }. Đề nghị chọn một: --branch <mã>.
cli-import-yes-option = ghi danh sách CSV ngay, không hỏi lại
cli-import-sure = Ghi như trên? (c/k)
cli-import-ask = Chưa ghi gì: không có ai ở bàn phím để xác nhận. Chạy lại với --yes để ghi, hoặc --dry-run để chỉ xem.
cli-import-left = Chưa ghi gì.

# Việc dài: đã đi được bao nhiêu phần
cli-progress = { $percent } % ({ $done } / { $total })
cli-take-waits = Có thể một dịch vụ đang làm việc trên kho này; xem lại trong { $seconds } giây …
cli-backup = sao lưu toàn bộ kho vào một tệp, kể cả khi dịch vụ đang chạy
cli-backup-to = thư mục (tệp được đặt tên theo giờ) hoặc tên tệp chưa có
cli-backup-empty = Kho này chưa có gì để sao lưu. Xem lại DATA_DIR hoặc MONGODB_URI: có đúng kho mà dịch vụ dùng không?
# $file: tên tệp
cli-backup-exists = Đã có { $file }; không ghi đè. Chọn tên khác, hoặc đưa tên một thư mục.
# $file: tên đã gõ
cli-backup-no-folder = Chưa có thư mục { $file }. Tạo thư mục ấy trước (mkdir { $file }); nếu là tên tệp, thêm đuôi: { $file }.ndjson.gz
# $file: tệp hay thư mục; $code: mã lỗi của hệ thống
cli-backup-unwritable = Không ghi được { $file } ({ $code }). Thư mục có tồn tại, còn chỗ và cho phép ghi không?
cli-backup-standalone = MongoDB này là máy chủ đơn (standalone), không chụp được một thời điểm thống nhất, nên không sao lưu. Đổi nó thành replica set một nút: khởi động lại mongod với --replSet rs0, chạy rs.initiate() một lần trong mongosh, thêm ?replicaSet=rs0 vào MONGODB_URI. Hoặc dừng mọi dịch vụ rồi dùng mongodump.
cli-backup-too-long = Đọc kho mất hơn năm phút, lâu hơn thời gian MongoDB giữ lại quá khứ; bản sao lưu bị bỏ. Chạy lại lúc vắng, ghi ra đĩa nhanh hơn, hoặc tăng minSnapshotHistoryWindowInSeconds.
# $file: tệp; $rows: số bản ghi; $files: số tệp đính kèm; $kilobytes: cỡ
cli-backup-done = Đã sao lưu: { $file } ({ $rows } bản ghi, { $files } tệp, { $kilobytes } KB).
cli-backup-left-out = Không nằm trong đó: mã truy cập của các kênh (mã của Telegram ở trong cấu hình, cần giữ riêng). Tệp chứa dữ liệu cá nhân, chỉ chủ tệp đọc được: cất ở nơi kín, nên mã hóa khi đưa ra ngoài máy này.
cli-restore = khôi phục kho từ một bản sao lưu (dừng dịch vụ trước)
cli-restore-backup = tệp do «chibot backup» tạo
cli-restore-check = chỉ đọc hết và kiểm tra bản sao lưu
# $file: tệp; $time, $date: lúc tạo; $kind: kho đã sao lưu; $rows: số bản ghi; $files: số tệp
cli-restore-is = { $file }: bản sao lưu lúc { $time } { $date } của một kho { $kind }, { $rows } bản ghi, { $files } tệp; nguyên vẹn.
cli-restore-damaged = { $file } không nguyên vẹn: bị cắt cụt, bị sửa, hoặc không phải bản sao lưu. Không thay đổi gì; dùng bản khác.
cli-restore-foreign = { $file } không phải bản sao lưu của chibot.
cli-restore-newer = { $file } do phiên bản mới hơn tạo. Cập nhật chibot rồi khôi phục.
cli-restore-unreadable = Không đọc được { $file }.
cli-restore-owned = Một dịch vụ đang làm việc trên kho này. Dừng mọi dịch vụ rồi chạy lại.
# $names: tên các chi bộ trong kho
cli-restore-replaces = Kho này đang có: { $names }. Tất cả sẽ bị thay bằng nội dung bản sao lưu; nếu còn cần, hãy «chibot backup» trước.
cli-restore-sure = Thay tất cả? (c/k)
cli-restore-ask = Không có ai ở bàn phím để xác nhận; kho giữ nguyên. Thêm --yes nếu chắc chắn.
cli-restore-left = Kho giữ nguyên.
cli-restore-lost = Việc khôi phục không xong: kho vừa bị nơi khác giành lấy. Dừng mọi dịch vụ rồi chạy lại.
# $rows: số tin
cli-restore-done = Đã khôi phục. { $rows } tin chưa rõ đã đến hay chưa: bí thư nhận một thẻ kê ra, hệ thống không tự gửi lại. Khởi động dịch vụ: chibot start
cli-move = chép toàn bộ kho sang một kho trống khác rồi so sánh (dừng dịch vụ trước)
cli-move-target = mongodb://… hoặc sqlite:<thư mục>
cli-move-no-target = Sau --to là địa chỉ MongoDB (mongodb://…) hoặc sqlite:<thư mục>.
cli-move-nothing = Kho này chưa có gì để chuyển. Xem lại DATA_DIR hoặc MONGODB_URI.
cli-move-owned = Một dịch vụ đang làm việc trên kho này. Dừng mọi dịch vụ rồi chạy lại.
cli-move-target-owned = Kho đích đang có dịch vụ làm việc, hoặc chính là kho này.
cli-move-not-empty = Kho đích không trống; không ghi đè. Chọn cơ sở dữ liệu hay thư mục khác.
cli-move-lost = Chưa chuyển xong: một kho vừa bị nơi khác giành lấy. Dừng mọi dịch vụ rồi chạy lại.
cli-move-collection = phần
cli-move-from = kho cũ
cli-move-to = kho mới
cli-move-differs = LỆCH
cli-move-differs-all = Hai kho không giống nhau: có nơi khác vừa ghi vào. Kho mới chưa dùng được. Dừng mọi dịch vụ rồi chạy lại như trước.
cli-move-done-mongo = Hai kho giống nhau. Đặt MONGODB_URI là địa chỉ này rồi khởi động dịch vụ; kho cũ còn nguyên, đừng khởi động trên đó nữa.
# $folder: thư mục
cli-move-done-sqlite = Hai kho giống nhau. Bỏ MONGODB_URI, đặt DATA_DIR={ $folder } rồi khởi động dịch vụ; kho cũ còn nguyên, đừng khởi động trên đó nữa.
