# Cài đặt của chi bộ, chỉ bí thư và phó bí thư dùng.
caidat = cài đặt của chi bộ
    .usage = Gõ /caidat để xem; ví dụ đổi: /caidat ngayhop thứ Tư tuần thứ hai
# $name: tên chi bộ
caidat-title = CÀI ĐẶT: { $name }
# $label: tên mục; $what: giá trị; $command: lệnh để đổi
caidat-line = • { $label }: { $what } – { $command }
caidat-how = Muốn đổi mục nào, đề nghị đồng chí gõ lệnh ghi ở cuối dòng hoặc chọn dưới đây. Hệ thống cho xem trước rồi mới lưu.
caidat-back = Xem các cài đặt
caidat-none = không có
caidat-on = bật
caidat-off = tắt
caidat-ten = Tên chi bộ
    .usage = Ví dụ: /caidat ten Chi bộ Phòng Tổng hợp
caidat-captren = Cấp ủy cấp trên
    .usage = Ví dụ: /caidat captren Đảng ủy Sở Tư pháp
caidat-diadanh = Địa danh trên văn bản
    .usage = Ví dụ: /caidat diadanh Bắc Giang
caidat-ngayhop = Ngày họp
    .usage = Ví dụ: /caidat ngayhop thứ Tư tuần thứ hai
caidat-giohop = Giờ họp
    .usage = Ví dụ: /caidat giohop 14h00
caidat-thoiluong = Thời gian họp dự kiến
    .usage = Ví dụ: /caidat thoiluong 90 phút
caidat-noihop = Nơi họp
    .usage = Ví dụ: /caidat noihop Phòng họp 2
caidat-trungngaynghi = Khi trùng ngày nghỉ
    .usage = Ví dụ: /caidat trungngaynghi sau
caidat-baotruoc = Báo trước
    .usage = Ví dụ: /caidat baotruoc 3
caidat-giobao = Giờ gửi thông báo
    .usage = Ví dụ: /caidat giobao 08h00
caidat-truocngaynghi = Ngày báo rơi vào ngày nghỉ thì gửi sớm hơn
    .usage = Ví dụ: /caidat truocngaynghi bật
caidat-tudong = Chưa xác nhận vẫn gửi thông báo
    .usage = Ví dụ: /caidat tudong tắt
caidat-tamdung = Tạm dừng gửi tin
    .usage = Ví dụ: /caidat tamdung bật
caidat-yenlang = Giờ yên lặng
    .usage = Ví dụ: /caidat yenlang đêm 21:30-06:00
caidat-ngaynghi = Ngày nghỉ riêng
    .usage = Ví dụ: /caidat ngaynghi 03/09/2027 nghỉ
caidat-ngonngu = Ngôn ngữ trong nhóm
    .usage = Ví dụ: /caidat ngonngu tiếng Việt
caidat-mien = Tạm miễn sinh hoạt
caidat-mien-of = Tạm miễn – đồng chí { $name }
# $time: từ ngày, đến ngày
caidat-mien-one = đồng chí { $name } ({ $time })

# Các cách nói
# $day: ngày
caidat-rule-day = ngày { $day } hằng tháng
caidat-rule-last-day = ngày cuối tháng
caidat-rule-lunar = { $day ->
    [15] rằm
   *[other] ngày { $day }
} âm lịch hằng tháng
# $weekday: thứ
caidat-rule-weekday = { $weekday } tuần { $nth ->
    [first] thứ nhất
    [second] thứ hai
    [third] thứ ba
    [fourth] thứ tư
    [fifth] thứ năm
   *[last] cuối
} hằng tháng
caidat-policy-keep = giữ nguyên ngày
caidat-policy-next-working = chuyển sang ngày làm việc sau
caidat-policy-previous-working = chuyển về ngày làm việc trước
caidat-policy-ask = hỏi bí thư
# $days: số ngày
caidat-days = { $days } ngày
# $minutes: số phút
caidat-minutes = { $minutes } phút
caidat-quiet-night = ban đêm
caidat-quiet-noon = buổi trưa
caidat-quiet-tet = ngày Tết
# $kind: ban đêm, buổi trưa, ngày Tết; $span: khoảng giờ
caidat-quiet-is = { $kind } { $span }
caidat-kind-nghi = Nghỉ
caidat-kind-bu = Nghỉ bù
caidat-kind-lam = Làm việc
caidat-kind-bo = Bỏ mục này
caidat-day-working = ngày làm việc
# $from, $to: ngày
caidat-mien-time = từ { $from } đến { $to }
caidat-mien-no = không miễn
caidat-mien-end = Thôi miễn
caidat-mien-for-good = Miễn không thời hạn
caidat-mien-always = miễn, không thời hạn

# Câu hỏi
caidat-ten-ask = Tên chi bộ là gì? Ví dụ: Chi bộ Phòng Tổng hợp.
caidat-captren-ask = Cấp ủy cấp trên trực tiếp là gì? Ví dụ: Đảng ủy Sở Tư pháp.
caidat-diadanh-ask = Địa danh ghi trên văn bản là gì? Ví dụ: Bắc Giang.
# $least, $most: số phút
caidat-thoiluong-ask = Một buổi họp dự kiến bao nhiêu phút (từ { $least } đến { $most })? Quy định chung: sinh hoạt thường kỳ ít nhất 90 phút; kết hợp chuyên đề thì ít nhất 120 phút.
# $now: quy tắc hiện nay
caidat-ngayhop-ask = Hiện nay chi bộ họp { $now }. Đổi thành ngày nào? Ví dụ: ngày 3; thứ Tư tuần thứ hai; thứ Sáu tuần cuối; mùng 3 âm lịch.
caidat-giohop-ask = Chi bộ họp lúc mấy giờ? Ví dụ: 14h00.
caidat-noihop-ask = Chi bộ thường họp ở đâu? Ví dụ: Phòng họp 2.
caidat-trungngaynghi-ask = Khi ngày họp trùng ngày nghỉ, chi bộ làm thế nào? Buổi họp không ra ngoài tháng.
caidat-baotruoc-ask = Thông báo gửi trước ngày họp mấy ngày (từ 1 đến 14)?
caidat-giobao-ask = Thông báo và nhắc lịch gửi lúc mấy giờ? Ví dụ: 08h00.
caidat-truocngaynghi-ask = Nếu ngày gửi thông báo là ngày nghỉ, gửi sớm hơn vào ngày làm việc trước đó?
caidat-tudong-ask = Đến hạn mà ngày họp chưa được xác nhận, thông báo vẫn gửi theo ngày dự kiến?
caidat-tamdung-ask = Tạm dừng gửi mọi thông báo và nhắc việc của chi bộ? Câu trả lời cho từng đồng chí vẫn gửi; tin còn hữu ích sẽ được gửi khi tắt tạm dừng.
caidat-yenlang-ask = Đổi giờ yên lặng nào? Trong giờ yên lặng, hệ thống không gửi thông báo và nhắc việc.
caidat-yenlang-ask-span = Từ mấy giờ đến mấy giờ? Ví dụ: 21:30-06:00. Riêng ngày Tết, đề nghị chọn bật hoặc tắt.
# $list: các ngày đã nhập
caidat-ngaynghi-ask = Các ngày chi bộ đã nhập: { $list }. Thêm hoặc sửa ngày nào? Ví dụ: 03/09/2027.
# $date: ngày; $is: hiện là ngày gì
caidat-ngaynghi-ask-kind = Ngày { $date } hiện là { $is }. Đổi thành ngày gì: nghỉ, nghỉ bù hay làm việc?
caidat-ngonngu-ask = Hệ thống nói với nhóm chi bộ bằng tiếng nào? Mỗi đồng chí tự chọn ngôn ngữ bằng /ngonngu.
# $list: các đồng chí đang được tạm miễn
caidat-mien-ask = Đang tạm miễn: { $list }. Đồng chí nào được miễn, hoặc đi vắng dài ngày? Ví dụ: Ân.
caidat-mien-ask-from = Miễn (hoặc đi vắng) từ ngày nào? Ví dụ: 01/08/2027. Không thời hạn thì gõ: hẳn. Để thôi miễn, đề nghị gõ: bỏ.
caidat-mien-ask-to = Đến hết ngày nào? Ví dụ: 31/10/2027.

# Nhập chưa đúng
caidat-again-empty = Hệ thống chưa thấy nội dung.
# $least, $most: số phút
caidat-again-minutes = Đề nghị đồng chí ghi số phút từ { $least } đến { $most }, ví dụ: 90.
caidat-again-on-off = Đề nghị đồng chí chọn «bật» hoặc «tắt».
caidat-again-time = Không có giờ này. Đề nghị đồng chí ghi lại, ví dụ: 14h00.
caidat-again-span = Chưa rõ khoảng giờ. Đề nghị đồng chí ghi hai giờ khác nhau, ví dụ: 21:30-06:00, hoặc gõ: tắt.
caidat-again-no-such-day = Không có ngày này. Đề nghị đồng chí ghi lại.
caidat-again-rule = Chưa rõ ngày họp. Đề nghị đồng chí ghi như: ngày 3; thứ Tư tuần thứ hai; thứ Sáu tuần cuối; mùng 3 âm lịch.
caidat-again-place = Đề nghị đồng chí ghi nơi họp ngắn gọn, không quá 120 chữ cái, ví dụ: Phòng họp 2.
caidat-again-policy = Đề nghị đồng chí chọn dưới đây, hoặc gõ: giữ nguyên, sau, trước, hỏi.
caidat-again-days = Đề nghị đồng chí ghi một số từ 1 đến 14.
caidat-again-quiet = Đề nghị đồng chí chọn: đêm, trưa hoặc Tết. Ví dụ: /caidat yenlang đêm 21:30-06:00
caidat-again-date = Chưa rõ ngày. Đề nghị đồng chí ghi theo mẫu 03/09/2027.
caidat-again-past = Ngày này đã qua. Đề nghị đồng chí chọn một ngày sắp tới.
caidat-again-kind = Đề nghị đồng chí chọn: nghỉ, nghỉ bù hoặc làm việc. Ví dụ: /caidat ngaynghi 03/09/2027 nghỉ
# $date: ngày
caidat-again-not-own = Ngày { $date } không có trong các ngày chi bộ đã nhập, không có gì để bỏ.
# $typed: tên đã gõ
caidat-again-member = Không tìm thấy đồng chí «{ $typed }» trong chi bộ. Đề nghị đồng chí ghi lại tên.
# $names: các đồng chí
caidat-again-several = Có nhiều đồng chí cùng tên: { $names }. Đề nghị đồng chí ghi rõ họ tên hoặc mã.
caidat-again-to = Ngày cuối cần từ ngày bắt đầu trở đi và chưa qua. Đề nghị đồng chí ghi lại, ví dụ: 31/10/2027.
# $label: tên mục; $what: giá trị
caidat-same = { $label }: đang là «{ $what }», không có gì thay đổi.

# Xem trước và kết quả
# $label: tên mục
caidat-preview = XEM TRƯỚC: { $label }
# $what: giá trị
caidat-was = Hiện nay: { $what }
caidat-now = Đổi thành: { $what }
caidat-moves = Các buổi họp dự kiến sẽ chuyển ngày:
caidat-moves-asked = Các buổi đã xác nhận hoặc đã thông báo được giữ nguyên; hệ thống sẽ hỏi đồng chí có dời hay không:
caidat-moved = Các buổi họp đã chuyển ngày:
# $from, $to: ngày cũ, ngày mới, có thứ
caidat-move = • { $from } → { $to }
caidat-unsettled-only = Áp dụng cho các buổi chưa xác nhận; buổi đã xác nhận được giữ nguyên, đổi bằng /lichhop doi.
# $meeting: ngày họp; $date, $time: lúc gửi
caidat-notice-at = Thông báo buổi họp { $meeting } sẽ gửi lúc { $time }, { $date }.
caidat-notice-now = Thông báo buổi họp { $meeting } đã đến lúc: sẽ gửi ngay sau khi lưu.
caidat-mien-means = Trong thời gian này đồng chí không nhận thông báo họp, không tính vào số phải dự và không đến lượt trình bày thời sự; lượt đã phân công sẽ được chọn lại.
# $yes, $no: tên hai lựa chọn
caidat-confirm = Chọn «{ $yes }» để lưu, «{ $no }» để giữ như cũ.
# $label: tên mục; $what: giá trị mới
caidat-saved = Đã lưu. { $label }: { $what }.
