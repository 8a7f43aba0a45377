### Trình bày thời sự luân phiên.

thoisu = ai trình bày thời sự, 12 tháng tới
    .usage = /thoisu
thoisu-doi = đổi lượt với đồng chí khác
    .usage = Ví dụ: /thoisu doi 2027-08 Sa Riên 2027-10
thoisu-thay = nhờ đồng chí khác trình bày thay
    .usage = Ví dụ: /thoisu thay 2027-08 Sa Riên
thoisu-nop = nộp nội dung thời sự
    .usage = Ví dụ: /thoisu nop 2027-08, rồi gửi nội dung
thoisu-bo = xin lùi lượt (bí thư: cho lùi lượt)
    .usage = Ví dụ: /thoisu bo 2027-08 đi học
thoisu-phancong = phân công người trình bày một tháng
    .usage = Ví dụ: /thoisu phancong 2027-08 Sa Riên

thoisu-title = Trình bày thời sự
# $month: 02/2027, $name: họ tên, $how: cách có lượt
thoisu-line = { $month } – { $name }{ $how ->
        [forecast] {" "}(dự kiến)
        [swap] {" "}(đổi lượt)
        [substitute] {" "}(thay)
        [override] {" "}(phân công)
       *[rota] {""}
    }
thoisu-line-nobody = { $month } – chưa có người trình bày
thoisu-line-cancelled = { $month } – không họp
thoisu-short = Thời sự tháng { $month }: đồng chí { $name } trình bày.
thoisu-short-nobody = Thời sự buổi tới chưa có người trình bày.
# $typed: lời đã gõ
thoisu-unknown = Hệ thống chưa hiểu «{ $typed }» sau /thoisu. Các việc có thể làm: xem lịch: /thoisu; đổi lượt: /thoisu doi; nhờ trình bày thay: /thoisu thay; nộp nội dung: /thoisu nop; xin lùi lượt: /thoisu bo; phân công (bí thư): /thoisu phancong.
thoisu-next = Lượt kế tiếp chưa chốt, tháng { $month }: đồng chí { $name }. { $why }
thoisu-passed = Các đồng chí được xét trước nhưng chưa đến lượt: { $names }.
thoisu-passed-exempt = đang được miễn sinh hoạt
thoisu-passed-away = xin vắng buổi đó
thoisu-passed-author = chuẩn bị chuyên đề tháng đó
thoisu-passed-skipped = được lùi lượt

# Vì sao đến lượt một đồng chí
thoisu-why-never = Lý do: chưa trình bày lần nào; cùng chờ như nhau thì theo thứ tự tên.
thoisu-why-longest = Lý do: lâu nhất chưa trình bày, lần gần đây nhất là tháng { $month }.
thoisu-why-skipped = Lý do: được lùi lượt tháng { $month } nên nhận lượt trống kế tiếp.
thoisu-why-swap = Đổi lượt với đồng chí { $name } (tháng { $month }).
thoisu-why-substitute = Trình bày thay đồng chí { $name }.
thoisu-why-override = Theo phân công của bí thư chi bộ.

# Tin báo cho người trình bày. $name: tên gọi, $month: tháng, $date: ngày họp
thoisu-card-title = Thời sự tháng { $month }
thoisu-card = Kính gửi đồng chí { $name }, tháng { $month } đến lượt đồng chí trình bày thời sự (khoảng 10–15 phút). Buổi họp: { $date }.
thoisu-outline =
    1. Trong nước: 3–5 tin
    2. Quốc tế: 3–5 tin
    3. Địa phương: 3–5 tin
    Mỗi tin ghi nguồn và ý nghĩa với chi bộ.
thoisu-card-how = Đề nghị đồng chí nộp nội dung để gửi kèm thông báo họp: chọn «Nộp nội dung», hoặc trả lời tin này. Trân trọng.
thoisu-card-notes-in = Hệ thống đã nhận nội dung của đồng chí; đồng chí có thể nộp lại cho đến giờ họp. Trân trọng.
thoisu-late = (Tin này đến muộn, mong đồng chí thông cảm.)
thoisu-call = Đồng chí { $name } trình bày thời sự tháng { $month } (buổi họp { $date }) nhưng không dùng kênh nhắn tin nào. Đề nghị báo qua điện thoại.
thoisu-missed = Đồng chí { $name } chưa được nhắc về lượt thời sự tháng { $month } thì đã đến giờ họp, nên hệ thống không gửi nữa.
thoisu-nobody-free = Tháng { $month } chưa chọn được người trình bày thời sự: các đồng chí đều được miễn, xin vắng hoặc bận chuyên đề. Đề nghị đồng chí phân công.
thoisu-group-changed = Thời sự tháng { $month } nay do đồng chí { $name } trình bày.
thoisu-replaced = Thời sự tháng { $month } nay do đồng chí { $name } trình bày; đồng chí không phải chuẩn bị lượt này nữa.
# Người có lượt không dự được: báo riêng bí thư. $date: ngày họp
thoisu-presenter-away = Đồng chí { $name } xin vắng buổi họp tháng { $month } ({ $date }) nhưng đang có lượt trình bày thời sự. Đề nghị đồng chí phân công người khác.
thoisu-presenter-back = Đồng chí { $name } nay báo dự buổi họp tháng { $month } ({ $date }); lượt thời sự của đồng chí ấy giữ nguyên.
thoisu-presenter-exempt = Đồng chí { $name } nay được miễn sinh hoạt vào buổi họp tháng { $month } ({ $date }) nhưng đang có lượt trình bày thời sự. Đề nghị đồng chí phân công người khác.
thoisu-presenter-left = Đồng chí { $name } không còn trong chi bộ nhưng đang có lượt trình bày thời sự tháng { $month } ({ $date }). Đề nghị đồng chí phân công người khác.
thoisu-changed = Thời sự tháng { $month }: đồng chí { $name } trình bày thay đồng chí { $was }.

thoisu-button-known = Đã rõ
thoisu-button-notes = Nộp nội dung
thoisu-button-notes-for = Nhập nội dung hộ
thoisu-button-swap = Xin đổi lượt
thoisu-button-ask-skip = Xin lùi lượt
thoisu-button-phoned = Đã báo qua điện thoại
thoisu-button-assign = Phân công
thoisu-button-accept = Nhận lời
thoisu-button-decline = Không nhận được
thoisu-button-withdraw = Rút đề nghị
thoisu-button-skip = Đồng ý cho lùi
thoisu-button-keep = Giữ nguyên lượt
thoisu-button-nothing = Không có

# Hỏi và trả lời chung
thoisu-ask-month = Lượt của tháng nào? (ví dụ: 08/2027)
thoisu-ask-month-swap = Đổi lượt của tháng nào lấy lượt của đồng chí khác? (ví dụ: 08/2027)
thoisu-ask-month-substitute = Nhờ trình bày thay lượt của tháng nào? (ví dụ: 08/2027)
thoisu-month-unclear = Hệ thống chưa hiểu tháng này. Đề nghị gõ như 08/2027 hoặc tháng 8.
thoisu-month-over = Buổi họp tháng { $month } đã qua nên lượt thời sự này không thay đổi được nữa.
thoisu-month-far = Tháng { $month } còn xa, lịch thời sự mới có cho 12 tháng tới.
thoisu-month-cancelled = Buổi họp tháng { $month } đã hủy nên không có lượt thời sự.
thoisu-month-nobody = Tháng { $month } chưa có người trình bày thời sự.
thoisu-not-yours = Lượt thời sự tháng { $month } không phải của đồng chí; gõ /thoisu để xem lịch. Nếu cần, đề nghị đồng chí trao đổi với bí thư chi bộ.
thoisu-no-turn = Trong 12 tháng tới đồng chí chưa có lượt trình bày thời sự. Gõ /thoisu để xem lịch.
thoisu-not-settled = Lượt tháng { $month } mới là dự kiến; khi lượt được chốt, hệ thống sẽ báo và nhận nội dung.
thoisu-changed-meanwhile = Lượt thời sự vừa thay đổi nên việc này không còn đúng nữa. Gõ /thoisu để xem lịch hiện nay.
thoisu-ask-person = Đồng chí nào sẽ trình bày thời sự tháng { $month }? Chọn hoặc gõ tên.
thoisu-ask-partner = Đổi lượt tháng { $month } với đồng chí nào? Hai đồng chí trình bày tháng của nhau, khi đồng chí được hỏi nhận lời. Chọn hoặc gõ tên.
thoisu-ask-substitute = Nhờ đồng chí nào trình bày thay tháng { $month }? Đồng chí được nhờ không phải nhường lượt nào; người được thay nhận lượt trống kế tiếp. Chọn hoặc gõ tên.
thoisu-person-unknown = Không tìm thấy «{ $typed }» trong chi bộ. Đề nghị gõ lại tên.
thoisu-person-several = Có nhiều đồng chí cùng tên: { $names }. Đề nghị gõ rõ hơn, hoặc gõ mã trong ngoặc.
thoisu-person-same = Tháng này vốn do đồng chí { $name } trình bày. Đề nghị chọn đồng chí khác.
thoisu-ask-theirs = Đổi lấy lượt tháng nào của đồng chí { $name }?
thoisu-theirs-not = Tháng { $month } không phải lượt của đồng chí { $name }. Lượt của đồng chí ấy: { $months }.
thoisu-partner-no-turn = Trong 12 tháng tới đồng chí { $name } không có lượt nào để đổi. Có thể nhờ trình bày thay: /thoisu thay.
thoisu-warn-author = ⚠ Đồng chí { $name } đang chuẩn bị chuyên đề { $code } («{ $title }») của quý có tháng { $month }.
thoisu-warn-exempt = ⚠ Đồng chí { $name } được miễn sinh hoạt vào buổi họp tháng { $month }.
thoisu-warn-away = ⚠ Đồng chí { $name } đã xin vắng buổi họp tháng { $month }.

# Đổi lượt, trình bày thay. $from: người có lượt, $to: người được đề nghị
thoisu-offer-title = Đề nghị đổi lượt thời sự
thoisu-substitute-title = Đề nghị trình bày thay lượt thời sự
thoisu-substitute-means = Đồng chí { $from } nhận lượt trống kế tiếp.
thoisu-offer-swap =
    – Tháng { $month }: đồng chí { $to } (thay đồng chí { $from })
    – Tháng { $theirs }: đồng chí { $from } (thay đồng chí { $to })
thoisu-offer-substitute = – Tháng { $month }: đồng chí { $to } trình bày thay đồng chí { $from }
thoisu-offer-asks = Đề nghị này sẽ gửi đến đồng chí { $name }; lượt chỉ thay đổi khi đồng chí ấy nhận lời.
thoisu-offer-until = Đề nghị trả lời trước { $time }, { $date }. Trân trọng.
thoisu-offer-phone = Đồng chí { $name } không dùng kênh nhắn tin nào; đề nghị hỏi qua điện thoại rồi chọn trả lời hộ.
thoisu-offer-for-you = Đã hỏi đồng chí { $name } về lượt thời sự tháng { $month } của đồng chí; có trả lời hệ thống sẽ báo.
thoisu-offer-sent = Đã gửi đề nghị đến đồng chí { $name }, chờ trả lời đến { $time }, { $date }.
thoisu-offer-waits = Lượt tháng { $month } đang có một đề nghị chờ đồng chí { $name } trả lời. Muốn đề nghị khác, cần rút đề nghị này trước.
thoisu-offer-too-late = Buổi họp tháng { $month } còn chưa đầy một ngày nên không kịp hỏi đổi lượt. Đề nghị đồng chí báo ngay bí thư chi bộ.
thoisu-offer-accepted = Đã ghi nhận, trân trọng cảm ơn đồng chí:
thoisu-offer-agreed = Đồng chí { $name } đã nhận lời đổi lượt thời sự:
thoisu-offer-declined = Đồng chí { $to } không nhận được đề nghị về lượt thời sự tháng { $month }. Lượt giữ nguyên: đồng chí { $from }.
thoisu-offer-withdrawn = Đồng chí { $from } đã rút đề nghị về lượt thời sự tháng { $month }. Lượt giữ nguyên.
thoisu-offer-expired = Đề nghị của đồng chí { $from } với đồng chí { $to } về lượt thời sự tháng { $month } đã hết hạn trả lời. Lượt giữ nguyên.
thoisu-offer-overtaken = Đề nghị giữa đồng chí { $from } và đồng chí { $to } về lượt thời sự tháng { $month } không còn hiệu lực vì lượt đã thay đổi hoặc buổi họp đã qua.
thoisu-offer-is-accepted = Đề nghị này đã được nhận lời và ghi nhận rồi. Trân trọng cảm ơn.
thoisu-offer-is-declined = Đã ghi nhận: đề nghị không được nhận lời, lượt giữ nguyên.
thoisu-offer-is-withdrawn = Đã ghi nhận: đề nghị đã được rút, lượt giữ nguyên.
thoisu-offer-is-expired = Đề nghị này không còn hiệu lực, lượt giữ nguyên. Gõ /thoisu để xem lịch hiện nay.
thoisu-offer-unknown = Không có đề nghị nào như vậy đang chờ đồng chí.
thoisu-offer-none = Hiện không có đề nghị đổi lượt nào chờ đồng chí.
thoisu-ask-offer = Đề nghị nào? Chọn một tháng.

# Lùi lượt. $reason: lý do, chỉ bí thư và người xin thấy
thoisu-ask-reason = Lý do ngắn gọn? (không cần nêu chuyện sức khỏe hay việc riêng)
thoisu-reason-length = Đề nghị ghi một lý do ngắn, không quá { $most } ký tự.
thoisu-skip-ask-preview =
    Xin lùi lượt thời sự tháng { $month }. Lý do: { $reason }
    Lời xin gửi riêng đến bí thư; nếu được đồng ý, đồng chí nhận lượt trống kế tiếp.
thoisu-skip-preview =
    Cho đồng chí { $name } lùi lượt thời sự tháng { $month }. Lý do: { $reason }
    Tháng { $month } sẽ do đồng chí { $instead } trình bày; đồng chí { $name } nhận lượt trống kế tiếp.
thoisu-skip-asked = Đồng chí { $name } xin lùi lượt thời sự tháng { $month }. Lý do: { $reason }
thoisu-skip-sent = Đã gửi lời xin lùi lượt tháng { $month } đến bí thư. Lượt giữ nguyên đến khi bí thư đồng ý.
thoisu-skip-done = Đã cho đồng chí { $name } lùi lượt tháng { $month }. Tháng { $month }: đồng chí { $instead } trình bày.
thoisu-skip-next = Đồng chí { $name } nhận lượt trống kế tiếp: tháng { $month } (dự kiến).
thoisu-skip-already = Đã ghi nhận: đồng chí { $name } đã được lùi lượt tháng { $month }.
thoisu-skip-was-declined = Đã ghi nhận: lượt tháng { $month } của đồng chí { $name } giữ nguyên.
thoisu-skip-declined = Lời xin lùi lượt thời sự tháng { $month } chưa được đồng ý; lượt của đồng chí giữ nguyên. Nếu cần, đề nghị đồng chí trao đổi với bí thư.
thoisu-skip-nobody = Tháng { $month } không còn ai khác để trình bày. Đề nghị phân công đích danh: /thoisu phancong.
thoisu-skip-unknown = Không có lời xin lùi lượt nào như vậy.
thoisu-ask-skip = Đề nghị chọn dưới lời xin lùi lượt.

# Phân công
thoisu-assign-instead = Phân công đồng chí { $name } trình bày thời sự tháng { $month }, thay đồng chí { $was }. Các đồng chí liên quan đều được báo.
thoisu-assign-vacant = Phân công đồng chí { $name } trình bày thời sự tháng { $month }.
thoisu-assigned = Đã phân công: thời sự tháng { $month } do đồng chí { $name } trình bày.
thoisu-assigned-already = Đã ghi nhận: thời sự tháng { $month } vốn do đồng chí { $name } trình bày.

# Đã rõ, nộp nội dung
thoisu-known = Đã ghi nhận. Trân trọng cảm ơn đồng chí nhận lượt thời sự tháng { $month }.
thoisu-known-already = Đã ghi nhận từ trước. Trân trọng cảm ơn đồng chí.
thoisu-phoned = Đã ghi nhận: đã báo đồng chí { $name } qua điện thoại về lượt thời sự tháng { $month }.
thoisu-ask-domestic = Thời sự tháng { $month }: tin trong nước (3–5 tin, mỗi tin ghi nguồn và ý nghĩa với chi bộ)? Đồng chí cũng có thể gửi cả ba phần trong một tin, mỗi phần mở đầu bằng «Trong nước:», «Quốc tế:», «Địa phương:».
thoisu-ask-international = Thời sự tháng { $month }: tin quốc tế (3–5 tin, ghi nguồn và ý nghĩa)? Không có thì gõ dấu - ; đã đủ thì gõ: Xong.
thoisu-ask-local = Thời sự tháng { $month }: tin địa phương (3–5 tin, ghi nguồn và ý nghĩa)? Không có thì gõ dấu - ; đã đủ thì gõ: Xong.
thoisu-notes-length = Đề nghị gửi nội dung không quá { $most } ký tự mỗi lần.
thoisu-notes-empty = Nội dung còn trống nên chưa nộp được. Đề nghị đồng chí nộp lại: /thoisu nop.
thoisu-notes-none-yet = Đồng chí chưa gửi nội dung nào nên chưa có gì để nộp. Chưa muốn nộp thì chọn «Thôi» hoặc gõ: hủy.
thoisu-notes-domestic = 1. Trong nước
thoisu-notes-international = 2. Quốc tế
thoisu-notes-local = 3. Địa phương
thoisu-notes-preview = Nội dung thời sự tháng { $month } của đồng chí { $name }
thoisu-notes-goes = Nội dung này gửi kèm thông báo họp; có thể nộp lại cho đến giờ họp.
thoisu-notes-goes-late = Thông báo họp đã gửi; nội dung được lưu cho buổi họp và gửi đến bí thư.
thoisu-notes-kept = Đã nhận nội dung thời sự tháng { $month } của đồng chí { $name }; nội dung gửi kèm thông báo họp. Trân trọng cảm ơn.
thoisu-notes-kept-late = Đã nhận nội dung thời sự tháng { $month } của đồng chí { $name }. Trân trọng cảm ơn.
thoisu-notes-told = Đồng chí { $name } đã nộp nội dung thời sự tháng { $month }
thoisu-reply-else = Nếu đây không phải nội dung thời sự, đề nghị chọn «Thôi» hoặc «Xin đổi lượt».
