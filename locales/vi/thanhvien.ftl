thanhvien = đảng viên của chi bộ: mời, chức vụ, bàn giao
    .usage = /thanhvien: danh sách và tình trạng kết nối.
thanhvien-them = thêm đảng viên và lấy mã mời
    .usage = Ví dụ: /thanhvien them Trần Thị Lan, hoặc /thanhvien them Trần Thị Lan: thư ký, hoặc /thanhvien them Trần Thị Lan: dự bị
thanhvien-nhap = nhập nhiều đảng viên một lần, từ một danh sách
    .usage = Ví dụ: /thanhvien nhap, rồi dán danh sách chép từ Excel hay tệp CSV (dòng đầu có tên cột: Họ và tên, Chức vụ, Tổ đảng, Tình trạng), hoặc mỗi dòng một họ tên
thanhvien-ma = cấp lại mã mời
    .usage = Ví dụ: /thanhvien ma Lan. Mã cũ chưa dùng sẽ hết hiệu lực.
thanhvien-vaitro = giao hoặc thôi chức vụ
    .usage = Ví dụ: /thanhvien vaitro Lan: thư ký, hoặc /thanhvien vaitro Lan: không
thanhvien-tinhtrang = chính thức, dự bị, sinh hoạt tạm thời
    .usage = Ví dụ: /thanhvien tinhtrang Bảo: chính thức
thanhvien-ten = sửa họ tên
    .usage = Ví dụ: /thanhvien ten m02 Trần Thị Thu Hương
thanhvien-mien = miễn sinh hoạt, đi vắng dài ngày
    .usage = Ví dụ: /thanhvien mien Ân 01/08/2027 31/10/2027; không thời hạn: /thanhvien mien Ân hẳn; thôi miễn: /thanhvien mien Ân thôi
thanhvien-chuyendi = ghi nhận đảng viên chuyển đi
    .usage = Ví dụ: /thanhvien chuyendi Lan
thanhvien-trolai = ghi nhận đảng viên trở lại chi bộ
    .usage = Ví dụ: /thanhvien trolai Lan
thanhvien-dongian = bật, tắt chế độ đơn giản cho một đồng chí
    .usage = Ví dụ: /thanhvien dongian Ân. Mỗi tin ít nút, nút to, trả lời bằng số.
thanhvien-bangiao = bàn giao nhiệm vụ bí thư
    .usage = Ví dụ: /thanhvien bangiao Lan
thanhvien-unnamed = Chi bộ chưa đặt tên
thanhvien-title = { $name }: { $count } đảng viên
thanhvien-line = { $key } { $name } – { $role }{ $status ->
        [probationary] , dự bị
        [exempt] , miễn sinh hoạt
        [temporary] , sinh hoạt tạm thời
        [away] , tạm miễn { $from } – { $to }
       *[official] {""}
    } – { $reach }
thanhvien-reach-yes = đã kết nối
thanhvien-reach-asked = chờ đồng ý
thanhvien-reach-blocked = đang chặn hệ thống
thanhvien-reach-invited = đã có mã mời
thanhvien-reach-no = chưa kết nối
thanhvien-how = Đồng chí có thể gõ:
    /thanhvien them – thêm đảng viên
    /thanhvien nhap – nhập cả danh sách
    /thanhvien ma – cấp mã mời
    /thanhvien vaitro – đổi chức vụ
    /thanhvien tinhtrang – chính thức hay dự bị
    /thanhvien ten – sửa họ tên
    /thanhvien mien – miễn sinh hoạt, vắng dài ngày
    /thanhvien chuyendi – chuyển đi
    /thanhvien trolai – trở lại
    /thanhvien dongian – chế độ đơn giản (ít nút, trả lời bằng số)
    /thanhvien bangiao – bàn giao bí thư
thanhvien-button-add = Thêm đảng viên
thanhvien-button-code = Cấp mã mời
thanhvien-button-next = Thêm đồng chí khác
thanhvien-nobody = Hệ thống không tìm thấy đồng chí «{ $typed }» trong chi bộ.
thanhvien-several = Có nhiều đồng chí trùng tên: { $names }. Đề nghị gõ cả họ và tên, hoặc mã trong ngoặc.
thanhvien-last-secretary = Đồng chí này là bí thư duy nhất. Đề nghị bàn giao trước: /thanhvien bangiao và tên đồng chí nhận.
thanhvien-only-secretary = Việc bàn giao do bí thư chi bộ thực hiện.
thanhvien-not-linked = Đồng chí { $name } chưa kết nối với hệ thống nên chưa nhận bàn giao được. Đề nghị cấp mã mời trước: /thanhvien ma { $name }
thanhvien-ask-name = Họ và tên đảng viên?
thanhvien-name-unclear = Hệ thống chưa đọc được họ tên này.
thanhvien-ask-role = Chức vụ trong chi bộ?
thanhvien-role-unclear = Hệ thống chưa hiểu chức vụ «{ $typed }». Đề nghị chọn dưới đây.
thanhvien-role-one-by-one = Hệ thống chưa hiểu chức vụ «{ $typed }». Mỗi lần chỉ thêm một đồng chí; chức vụ đề nghị chọn dưới đây.
thanhvien-role-none = đảng viên
thanhvien-role-secretary = bí thư
thanhvien-role-deputy = phó bí thư
thanhvien-role-committee = chi ủy viên
thanhvien-role-minuteTaker = thư ký
thanhvien-role-cellLeader = tổ trưởng
thanhvien-them-preview = THÊM ĐẢNG VIÊN
thanhvien-preview-line = { $name } – { $role }{ $status ->
        [probationary] , dự bị
        [temporary] , sinh hoạt tạm thời
       *[official] {""}
    }
thanhvien-preview-due = Hết thời gian dự bị: { $date }
thanhvien-ask-status = Đồng chí ấy là đảng viên chính thức hay dự bị?
thanhvien-status-official = Chính thức
thanhvien-status-probationary = Dự bị
thanhvien-status-temporary = Sinh hoạt tạm thời
thanhvien-status-unclear = Hệ thống chưa hiểu. Đề nghị chọn dưới đây.
thanhvien-ask-due = Thời gian dự bị hết vào ngày nào (12 tháng kể từ ngày kết nạp)? Đề nghị ghi như 12/09/2027.
thanhvien-due-unknown = Chưa rõ
thanhvien-due-past = Ngày này đã qua. Đề nghị ghi ngày hết thời gian dự bị, hoặc chọn «Chưa rõ».
thanhvien-same-name = Lưu ý: chi bộ đã có một đồng chí trùng họ tên.
thanhvien-invite-title = Thư mời đồng chí { $name }
# Tấm thư mời: chuyển đi, đưa xem hay in ra đều được, nên chỉ nói với người được mời
thanhvien-invite = Kính mời đồng chí tham gia kênh thông tin của { $branch }: đồng chí nhắn cho hệ thống mã { $code }
    Mã chỉ dành cho đồng chí, dùng một lần, đến hết { $until }.
thanhvien-invite-link = Kính mời đồng chí tham gia kênh thông tin của { $branch }.
    1. { $picture ->
        [yes] Mở máy ảnh của điện thoại, đưa vào hình vuông này và mở đường dẫn hiện ra; hoặc mở
       *[no] Mở
    } { $link }
    2. Bấm «Bắt đầu» (START), rồi bấm «Đồng ý».
    Nếu chưa được, đồng chí nhắn cho hệ thống mã { $code }
    Mã chỉ dành cho đồng chí, dùng một lần, đến hết { $until }.
# $ways: mỗi dòng một cách, ứng với mỗi kênh đang dùng
thanhvien-invite-ways = Kính mời đồng chí tham gia kênh thông tin của { $branch }{ $count ->
        [1] :
       *[other] , bằng một trong các cách:
    }
    { $ways }
    Mã chỉ dành cho đồng chí, dùng một lần, đến hết { $until }.
thanhvien-invite-telegram = – Trên Telegram: { $picture ->
        [yes] mở máy ảnh của điện thoại, đưa vào hình vuông này và mở đường dẫn hiện ra; hoặc mở
       *[no] mở
    } { $link } rồi bấm «Bắt đầu» (START), «Đồng ý».
# $self: tên bot hoặc trang trên Zalo
thanhvien-invite-zalo = – Trên Zalo: tìm «{ $self }», nhắn mã { $code } rồi trả lời: Đồng ý.
thanhvien-invite-pass-on = Dưới đây là thư mời của đồng chí { $name }. Đề nghị chuyển riêng cho đúng người, không gửi vào nhóm.{ $picture ->
        [yes] {" "}Đồng chí nào ngại gõ thì đưa hình cho quét, hoặc in ra.
       *[no] {""}
    }
# $state: mã ấy còn dùng được, đã có mã mới hơn, hay đã hết hạn
thanhvien-code-returned = Có người khác đã nhắn cho hệ thống mã mời của đồng chí { $name }; hệ thống không nối tài khoản ấy. { $state ->
        [good] Mã vẫn dùng được đến hết { $until }; đề nghị chuyển lại cho đúng người, hoặc cấp mã mới.
        [newer] Mã ấy đã bỏ; mã cấp sau đó vẫn dùng được.
       *[over] Mã ấy đã hết hạn; đề nghị cấp mã mới.
    }
thanhvien-code-new = Cấp mã mới
thanhvien-ask-whose-code = Cấp mã mời cho đồng chí nào? Đề nghị chọn, hoặc gõ tên.
thanhvien-ask-whose-role = Đổi chức vụ của đồng chí nào? Đề nghị gõ tên.
thanhvien-ask-whose-name = Sửa họ tên của đồng chí nào?
thanhvien-ask-new-name = Họ và tên đúng?
thanhvien-ask-who-left = Đồng chí nào chuyển đi? Đề nghị gõ tên.
thanhvien-ask-successor = Bàn giao nhiệm vụ bí thư cho đồng chí nào? Đề nghị gõ tên.
thanhvien-vaitro-title = ĐỔI CHỨC VỤ
thanhvien-vaitro-preview = { $name }
    Hiện nay: { $was }
    Sẽ là: { $now }
thanhvien-vaitro-saved = Đã lưu. Đồng chí { $name }: { $now }.
thanhvien-probationary-office = Đồng chí { $name } là đảng viên dự bị, chưa giữ chức vụ được. Nếu đã chuyển chính thức, đề nghị gõ trước: /thanhvien tinhtrang { $name }: chính thức
thanhvien-ask-whose-status = Đổi tình trạng của đồng chí nào? Đề nghị ghi tên.
thanhvien-tinhtrang-title = ĐỔI TÌNH TRẠNG ĐẢNG VIÊN
thanhvien-tinhtrang-saved = Đã lưu. Tình trạng của đồng chí { $name }: { $now }.
thanhvien-same-status = Đồng chí { $name } đang đúng tình trạng đó, không có gì thay đổi.
thanhvien-status-of-exempt = Đồng chí { $name } đang được miễn sinh hoạt. Đề nghị thôi miễn trước: /thanhvien mien { $name } thôi
thanhvien-office-needs-official = Đồng chí { $name } đang giữ chức vụ. Đề nghị thôi chức vụ trước: /thanhvien vaitro { $name }: không
thanhvien-same-role = Đồng chí { $name } đang giữ đúng chức vụ đó, không có gì thay đổi.
thanhvien-ask-list = Đề nghị đồng chí dán danh sách vào đây: chép từ Excel hay tệp CSV, dòng đầu có tên cột; hoặc mỗi dòng một họ tên. Hệ thống cho xem trước, sau đó mới ghi. Ví dụ:
    Họ và tên;Chức vụ;Tổ đảng;Tình trạng
    Trần Thị Lan;Thư ký;1;Chính thức
# $problems: từng chỗ cần sửa, kèm số dòng
thanhvien-list-wrong = { $problems }
    Đề nghị đồng chí sửa rồi dán lại cả danh sách.
thanhvien-nhap-title = NHẬP DANH SÁCH ĐẢNG VIÊN
# $added, $changed: số đồng chí
thanhvien-nhap-saved = Đã ghi danh sách: { $added } đồng chí mới, { $changed } đồng chí thay đổi. Để mời từng đồng chí vào hệ thống, đề nghị đồng chí cấp mã mời: /thanhvien ma và tên.
thanhvien-ten-title = SỬA HỌ TÊN
thanhvien-was-now = Hiện nay: { $was }
    Sẽ là: { $now }
thanhvien-ten-saved = Đã sửa họ tên: { $name }.
thanhvien-chuyendi-title = GHI NHẬN CHUYỂN ĐI
thanhvien-chuyendi-preview = Đồng chí { $name } sẽ không còn trong danh sách và không nhận tin của chi bộ nữa. Góp ý và các ghi nhận cũ vẫn được giữ.
thanhvien-chuyendi-turn = Đồng chí đang được phân công thời sự { $month }: đề nghị phân công lại bằng /thoisu phancong.
thanhvien-chuyendi-saved = Đã ghi nhận đồng chí { $name } chuyển đi.
thanhvien-bangiao-title = BÀN GIAO BÍ THƯ
thanhvien-bangiao-preview = Đồng chí { $name } sẽ là bí thư; đồng chí thôi nhiệm vụ bí thư trong hệ thống ngay khi lưu.
thanhvien-bangiao-saved = Đã bàn giao. Bí thư hiện nay: đồng chí { $name }.
thanhvien-bangiao-told = Đồng chí { $name } đã bàn giao nhiệm vụ bí thư cho đồng chí trong hệ thống. Gõ /trogiup để xem các lệnh của bí thư.
thanhvien-secretary-by-handover = Chi bộ có một bí thư. Để đổi bí thư, đề nghị bí thư hiện nay dùng /thanhvien bangiao và tên đồng chí nhận.
thanhvien-button-list = Xem danh sách
thanhvien-ask-who-is-back = Đồng chí nào trở lại? Các đồng chí đã chuyển đi: { $names }.
thanhvien-nobody-moved = Chi bộ chưa ghi nhận đồng chí nào chuyển đi. Để thêm đảng viên mới, đề nghị dùng /thanhvien them.
thanhvien-trolai-title = GHI NHẬN TRỞ LẠI
thanhvien-trolai-preview = Đồng chí { $name } sẽ có lại trong danh sách, chưa giữ chức vụ nào. Hệ thống cấp mã mời mới để đồng chí kết nối lại.
thanhvien-trolai-saved = Đã ghi nhận đồng chí { $name } trở lại chi bộ.
thanhvien-ask-whose-simple = Bật hoặc tắt chế độ đơn giản cho đồng chí nào? Đề nghị gõ tên.
thanhvien-dongian-saved = Đã { $on ->
        [yes] bật
       *[no] tắt
    } chế độ đơn giản cho đồng chí { $name }.
