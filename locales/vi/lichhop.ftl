# Lịch họp: xem, tạo, dời, hủy, xác nhận. Mọi $date đã có thứ.
lichhop = lịch sinh hoạt chi bộ
    .usage = Gõ /lichhop để xem lịch 12 tháng.
lichhop-ics = lưu buổi sinh hoạt vào lịch điện thoại
    .usage = Ví dụ: /lichhop ics 2027-05
lichhop-tao = thêm một buổi sinh hoạt
    .usage = Ví dụ: /lichhop tao 05/04/2027 14h00 Phòng họp 2
lichhop-noidung = ghi nội dung riêng của một buổi sinh hoạt
    .usage = Ví dụ: /lichhop noidung 2027-05 Bầu bổ sung chi ủy (nhiều nội dung: mỗi dòng một nội dung)
lichhop-doi = dời một buổi sinh hoạt
    .usage = Ví dụ: /lichhop doi 2027-05 06/05/2027 15h00 Hội trường
lichhop-huy = hủy một buổi sinh hoạt
    .usage = Ví dụ: /lichhop huy 2027-05 trùng hội nghị Đảng ủy
lichhop-xacnhan = xác nhận ngày họp của tháng
    .usage = Ví dụ: /lichhop xacnhan 2027-05
lichhop-title = LỊCH SINH HOẠT CHI BỘ
# $state: tình trạng
lichhop-line = • { $date } ({ $lunar }), { $time }, { $place } – { $state }
# $line: dòng trên; $key: tên buổi họp để gõ lệnh, ví dụ 2027-02
lichhop-line-key = { $line } [{ $key }]
# $date: ngày theo quy tắc; $what: vì sao cần cân nhắc
lichhop-mark = ⚠ { $date } là { $what }
lichhop-state-planned = dự kiến
lichhop-state-confirmed = đã xác nhận
lichhop-state-cancelled = đã hủy
lichhop-state-noticed = đã thông báo
lichhop-next = Buổi sinh hoạt tới: { $time }, { $date } ({ $lunar }), tại { $place }.
lichhop-none = Hiện chưa có buổi sinh hoạt nào sắp tới.
# $date: ngày họp
lichhop-ics-sent = Lịch sinh hoạt { $date }. Đồng chí mở tệp này trên điện thoại rồi chọn thêm vào lịch; nếu lịch họp thay đổi, đề nghị lấy lại tệp mới.
lichhop-ics-cancelled = Buổi sinh hoạt { $date } đã hủy. Đồng chí mở tệp này trên điện thoại để bỏ buổi đó khỏi lịch.
# Kênh không gửi được tệp; $state: cancelled là buổi đã hủy
lichhop-ics-no-file = Kênh này không gửi được tệp lịch. { $state ->
        [cancelled] Buổi sinh hoạt { $time } { $date } đã hủy; nếu đã ghi vào lịch điện thoại, đề nghị đồng chí tự bỏ.
       *[other] Đề nghị đồng chí tự ghi vào lịch điện thoại: { $time } { $date }, tại { $place }.
    }
lichhop-button-ics = Lưu vào lịch điện thoại
lichhop-button-ics-remove = Bỏ khỏi lịch
# Thẻ gửi bí thư
lichhop-ask-title = XÁC NHẬN LỊCH SINH HOẠT
# $month: tháng/năm
lichhop-ask = Sinh hoạt thường kỳ tháng { $month }, đề nghị đồng chí xác nhận ngày họp.
lichhop-ask-again = Ngày sinh hoạt tháng { $month } chưa được xác nhận, đề nghị đồng chí cho ý kiến.
lichhop-day-is = Ngày { $date } ({ $lunar }) là { $what }.
lichhop-ask-date = Đề xuất: { $time }, { $date } ({ $lunar }), tại { $place }.
lichhop-ask-choose = Đề nghị đồng chí chọn ngày; chưa chọn thì vẫn là { $time }, { $date } ({ $lunar }), tại { $place }.
lichhop-ask-notice = Thông báo gửi { $date }; nếu chưa xác nhận, thông báo vẫn gửi theo ngày này.
lichhop-ask-notice-only-confirmed = Thông báo gửi { $date }, sau khi đồng chí xác nhận.
lichhop-ask-notice-waits = Đã đến lúc thông báo: thông báo sẽ gửi ngay khi đồng chí xác nhận.
lichhop-button-agree = Đồng ý
lichhop-button-other = Chọn ngày khác
lichhop-button-keep = Giữ nguyên
lichhop-button-confirm = Xác nhận { $date }
lichhop-button-move = Dời sang { $date }
lichhop-button-keep-date = Giữ { $date }
lichhop-doubt-title = LỊCH HỌP CẦN CÂN NHẮC LẠI
lichhop-now-is = { $date }, ngày họp đã định, nay là { $what }.
lichhop-rule-changed = Theo quy tắc hiện nay, ngày họp đã định ({ $date }) không còn là ngày phù hợp.
lichhop-doubt-move = Ngày đề xuất thay: { $date }.
lichhop-doubt-kept = Hệ thống không tự dời; lịch cũ vẫn giữ cho đến khi đồng chí quyết định.
# Hỏi từng bước
lichhop-which = Đồng chí chọn buổi sinh hoạt nào?
lichhop-new-date = Buổi sinh hoạt vào ngày nào? Ví dụ: 05/04/2027, hoặc thứ Hai tuần sau.
lichhop-new-time = Bắt đầu lúc mấy giờ? Ví dụ: 14h00.
lichhop-new-place = Họp ở đâu? Ví dụ: Phòng họp 2.
lichhop-new-agenda = Nội dung chính của buổi này? Mỗi dòng một nội dung; không có thì gõ: không.
lichhop-agenda-ask = Nội dung riêng của buổi này? Mỗi dòng một nội dung, ghi lại đủ cả phần cũ; muốn bỏ hết thì gõ: không.
lichhop-button-no-agenda = Không có nội dung riêng
lichhop-move-date = Dời sang ngày nào? Ví dụ: 06/05/2027.
lichhop-move-time = Bắt đầu lúc mấy giờ? Ví dụ: 15h00.
lichhop-move-place = Họp ở đâu? Ví dụ: Hội trường.
lichhop-as-before = Giữ nguyên: { $what }
lichhop-cancel-why = Lý do hủy là gì? Lý do này sẽ gửi tới các đồng chí.
lichhop-other-date = Họp vào ngày nào trong tháng? Ví dụ: 06/05/2027.
lichhop-choose = Đồng chí chọn một ngày dưới đây hoặc gõ ngày.
# Nhập chưa đúng
lichhop-no-such-day = Không có ngày này. Đề nghị đồng chí ghi lại, ví dụ: 05/04/2027.
lichhop-date-unclear = Chưa rõ ngày (hoặc thứ và ngày không khớp nhau). Đề nghị đồng chí ghi theo mẫu 05/04/2027.
lichhop-past = Ngày này đã qua. Đề nghị đồng chí chọn một ngày sắp tới, ghi theo mẫu 05/04/2027.
lichhop-past-time = Giờ này đã qua. Đề nghị đồng chí chọn giờ muộn hơn.
lichhop-no-such-time = Không có giờ này. Đề nghị đồng chí ghi lại, ví dụ: 14h00.
lichhop-place-unclear = Địa điểm cần ghi ngắn gọn, ví dụ: Phòng họp 2.
# $lines: số nội dung; $letters: số chữ cái
lichhop-agenda-unclear = Đề nghị đồng chí ghi mỗi dòng một nội dung, không quá { $lines } dòng, mỗi dòng không quá { $letters } chữ cái; không có thì gõ: không.
lichhop-agenda-same = Nội dung riêng của buổi này đã đúng như vậy, không có gì thay đổi.
lichhop-reason-unclear = Đề nghị đồng chí ghi lý do ngắn gọn (dưới 300 chữ cái).
lichhop-other-month = Ngày này không thuộc tháng { $month }. Mỗi tháng chi bộ sinh hoạt thường kỳ một lần, đề nghị đồng chí chọn ngày trong tháng.
lichhop-stale = Lựa chọn này thuộc đề xuất cũ, ngày đó không còn được đề xuất. Đề nghị đồng chí chọn lại.
# $typed: nội dung đã gõ
lichhop-unknown = Không tìm thấy buổi sinh hoạt «{ $typed }». Ví dụ tên đúng: 2027-02. Gõ /lichhop để xem.
lichhop-is-cancelled = Buổi sinh hoạt { $date } đã hủy, không thay đổi được nữa. Gõ /lichhop để xem lịch.
lichhop-is-over = Buổi sinh hoạt { $date } đã bắt đầu hoặc đã qua. Gõ /lichhop để xem lịch sắp tới.
lichhop-same = Lịch mới giống hệt lịch đang có, không có gì để dời.
# $command: lệnh để gõ
lichhop-use-move = Buổi sinh hoạt { $date } đã thông báo tới các đồng chí. Để đổi ngày, đề nghị dùng { $command } kèm ngày mới.
# Xem trước
lichhop-preview-create = XEM TRƯỚC: BUỔI SINH HOẠT MỚI
lichhop-preview-agenda = XEM TRƯỚC: NỘI DUNG BUỔI SINH HOẠT
lichhop-preview-move = XEM TRƯỚC: DỜI LỊCH
lichhop-preview-cancel = XEM TRƯỚC: HỦY BUỔI SINH HOẠT
lichhop-leaves = Thông báo dưới đây sẽ gửi { $date }.
lichhop-leaves-now = Đã quá lúc thông báo thường lệ: đồng chí đồng ý thì thông báo dưới đây gửi luôn cho nhóm và từng đồng chí.
lichhop-move-tells = Lịch cũ và lịch mới sẽ gửi cho nhóm và từng đồng chí; các nhắc lịch cũ được bỏ.
lichhop-agenda-of = Buổi sinh hoạt { $time }, { $date } ({ $lunar }), tại { $place }.
lichhop-agenda-tells = Thông báo đã gửi: lưu xong, nội dung cũ và mới sẽ gửi cho nhóm và từng đồng chí.
lichhop-agenda-later = Nội dung này sẽ có trong thông báo của buổi sinh hoạt.
lichhop-warn-day = ⚠ { $date } là { $what }.
lichhop-warn-month = ⚠ Ngày mới ra ngoài tháng { $month }: mỗi tháng chi bộ phải sinh hoạt thường kỳ một lần.
lichhop-warn-other = ⚠ { $date } đã có một buổi sinh hoạt lúc { $time }.
lichhop-warn-cancel = ⚠ Đây là buổi sinh hoạt thường kỳ, mỗi tháng phải có một lần; nên dời lịch thay vì hủy.
# Kết quả
lichhop-created = Đã tạo buổi sinh hoạt [{ $key }]: { $time }, { $date } ({ $lunar }), tại { $place }.
# $command: lệnh để gõ
lichhop-created-agenda = Muốn ghi nội dung chính của buổi này vào thông báo, đề nghị gõ: { $command } và nội dung.
lichhop-agenda-saved = Đã lưu nội dung của buổi sinh hoạt { $time }, { $date }.
lichhop-agenda-told = Đã lưu nội dung của buổi sinh hoạt { $time }, { $date } và báo cho các đồng chí.
lichhop-moved = Đã dời lịch sang { $time }, { $date } ({ $lunar }), tại { $place } và báo cho các đồng chí.
lichhop-cancelled = Đã hủy buổi sinh hoạt { $date } và báo cho các đồng chí.
lichhop-confirmed = Đã xác nhận: { $time }, { $date } ({ $lunar }), tại { $place }. Cảm ơn đồng chí.
lichhop-confirmed-left = Đã xác nhận: { $time }, { $date } ({ $lunar }), tại { $place }. Thông báo đã chuyển đi ngay.
lichhop-already = Đã ghi nhận từ trước: { $time }, { $date } ({ $lunar }), tại { $place }.
