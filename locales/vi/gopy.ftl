# Góp ý cho dự thảo. Thời hạn trong mọi câu: $hour giờ, $minute phút, $day ngày/tháng, $today là yes khi hạn là hôm nay.
gopy = góp ý cho dự thảo đang lấy ý kiến
    .usage = /gopy Đề nghị bổ sung số liệu ở phần thực trạng
gopy-xem = xem các góp ý đã ghi
    .usage = Ví dụ: /gopy xem cd1
gopy-sua = sửa góp ý đã gửi: số góp ý, rồi nội dung mới
    .usage = Ví dụ: /gopy sua 4 Đề nghị bổ sung số liệu năm 2026
gopy-rut = rút góp ý đã gửi, khi chưa hết hạn
    .usage = Ví dụ: /gopy rut 4
gopy-tonghop = tổng hợp góp ý của một dự thảo
    .usage = Ví dụ: /gopy tonghop cd1
gopy-xuat = nhận bản tổng hợp góp ý thành tệp Word hoặc Excel
    .usage = Ví dụ: /gopy xuat cd1 docx
gopy-nhac = nhắc riêng các đồng chí chưa góp ý
    .usage = Ví dụ: /gopy nhac cd1
gopy-ho = ghi hộ góp ý của đồng chí không nhắn tin được
    .usage = Ví dụ: /gopy ho Sơn Nhất trí với dự thảo

# $quarter: quý bằng số La Mã. $code: mã chuyên đề, ví dụ CĐ1
gopy-topic-of-quarter = chuyên đề quý { $quarter }
gopy-topic-by-code = chuyên đề { $code }

gopy-button = Góp ý
gopy-button-agree = Nhất trí với dự thảo
gopy-button-later = Gửi sau
gopy-button-done = Xong
gopy-button-more = Góp ý thêm
gopy-button-compile = Xem bản tổng hợp
gopy-button-docx = Tệp Word (DOCX)
gopy-button-csv = Tệp Excel (CSV)
gopy-button-withdraw = Rút góp ý
# $name: tên gọi của đồng chí
gopy-button-enter = Ghi hộ đồng chí { $name }

gopy-ask-topic = Đồng chí chọn dự thảo chuyên đề nào?
# $codes: các mã chuyên đề
gopy-no-such-topic = Không có dự thảo nào mang mã đó. Các dự thảo đã gửi: { $codes }. Nếu đồng chí muốn gửi góp ý mới, đề nghị gõ mã chuyên đề trước nội dung, ví dụ: /gopy cd1 nội dung góp ý.
gopy-nothing-sent = Hiện chưa có dự thảo nào được gửi lấy ý kiến.
gopy-not-sent = Dự thảo này chưa được gửi lấy ý kiến.
gopy-ask-text = Đề nghị đồng chí nhắn nội dung góp ý.
gopy-empty = Hệ thống chưa thấy nội dung góp ý.
# $limit: số chữ cái tối đa
gopy-too-long = Nội dung dài quá { $limit } ký tự nên chưa được ghi. Đề nghị đồng chí gửi phần cần góp ý, có thể chia thành nhiều góp ý.

gopy-ask-kind = Đồng chí cần tệp loại nào?
gopy-kind-unclear = Hệ thống chỉ soạn được tệp DOCX (Word, để in) hoặc CSV (Excel). Đề nghị đồng chí gõ docx hoặc csv.
# $code: mã chuyên đề, $edition: bản thứ mấy
gopy-exported = Bản tổng hợp góp ý { $code }, bản { $edition }. Tệp có tên từng đồng chí, đề nghị đồng chí giữ gìn, không chuyển tiếp.

# $number: số góp ý, $name: người góp ý, $topic: tên gọi chuyên đề
gopy-kept = Đã ghi góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic }. Trân trọng cảm ơn.
# $parts: số tin nhắn
gopy-kept-joined = Đã ghi góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic }, gồm { $parts } tin nhắn.
gopy-kept-group = Đã ghi góp ý số { $number } của đồng chí { $name }. Trân trọng cảm ơn.
gopy-kept-agreed = Đã ghi ý kiến nhất trí, số { $number }, của đồng chí { $name } với dự thảo { $topic }. Trân trọng cảm ơn.
gopy-kept-before = Ý kiến nhất trí của đồng chí { $name } đã được ghi nhận trước đó, số { $number }.
gopy-kept-late = Hạn góp ý là { $hour } giờ { $minute } ngày { $day }, nên góp ý số { $number } được ghi là gửi sau hạn; nội dung vẫn được giữ và có trong bản tổng hợp.
gopy-kept-for = Đã ghi hộ góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic }. Cần sửa: /gopy sua { $number } và nội dung mới; cần rút: /gopy rut { $number }.
gopy-kept-late-for = Hạn góp ý là { $hour } giờ { $minute } ngày { $day }, nên góp ý này được ghi là gửi sau hạn.
gopy-go-on = Nếu còn ý, đồng chí nhắn tiếp trong 3 phút để ghép vào góp ý này.
gopy-go-on-or-change = Nếu còn ý, đồng chí nhắn tiếp trong 3 phút để ghép vào góp ý này. Đến { $hour } giờ { $minute } ngày { $day } có thể sửa: /gopy sua { $number } và nội dung mới; hoặc rút: /gopy rut { $number }.
gopy-done = Đã nhận đủ. Trân trọng cảm ơn đồng chí.
# Lời ghi thay cho đồng chí bấm nút
gopy-agree-text = Nhất trí với dự thảo.

gopy-ask-comment = Đồng chí muốn sửa góp ý số mấy?
gopy-ask-withdraw = Đồng chí muốn rút góp ý số mấy?
gopy-number-unclear = Hệ thống chưa thấy số góp ý. Đề nghị gõ số, ví dụ: 4. Nếu là góp ý mới, đề nghị gõ mã chuyên đề trước nội dung, ví dụ: /gopy cd1 nội dung góp ý.
# $numbers: số các góp ý còn sửa, rút được
gopy-no-such-comment = Đồng chí không có góp ý mang số đó. Các góp ý còn sửa, rút được: { $numbers }. Nếu là góp ý mới, đề nghị gõ mã chuyên đề trước nội dung, ví dụ: /gopy cd1 nội dung góp ý.
gopy-which-comment = Có hai dự thảo cùng có góp ý mang số đó. Đề nghị gõ cả mã chuyên đề, ví dụ: cd1 4. Các góp ý còn sửa, rút được: { $numbers }.
gopy-nothing-to-change = Đồng chí không có góp ý nào còn sửa, rút được: góp ý chỉ sửa hoặc rút được đến hết hạn và khi chưa có bản dự thảo mới. Đồng chí có thể gửi góp ý mới bằng /gopy.
gopy-changed = Đã sửa góp ý số { $number } cho dự thảo { $topic }. Lời cũ được lưu lại.
# $code: mã chuyên đề
gopy-withdraw-title = Rút góp ý số { $number }, { $code }
gopy-withdraw-preview = Góp ý này sẽ không còn trong bản tổng hợp và không được tính nữa; lời đã ghi vẫn được lưu trong hồ sơ. Đồng chí xác nhận rút?
gopy-withdrawn = Đã rút góp ý số { $number } cho dự thảo { $topic }. Nếu cần, đồng chí gửi góp ý mới bằng /gopy.
gopy-withdrawn-before = Góp ý số { $number } đã được rút trước đó.
# $by: người ghi hộ
gopy-withdrawn-for-you = Đồng chí { $by } đã rút góp ý số { $number } ghi hộ đồng chí cho dự thảo { $topic }. Nếu cần, đề nghị đồng chí gửi góp ý mới hoặc báo lại đồng chí { $by }.

gopy-ask-member = Ghi hộ góp ý của đồng chí nào? Đề nghị gõ tên.
gopy-no-such-member = Hệ thống không tìm thấy đồng chí có tên này trong chi bộ. Đề nghị gõ lại tên, ví dụ: /gopy ho Sơn nội dung góp ý.
# $names: các đồng chí trùng tên
gopy-which-member = Có nhiều đồng chí trùng tên: { $names }. Đề nghị gõ cả họ và tên, hoặc mã trong ngoặc.
# $by: người ghi hộ
gopy-entered-for-you = Đồng chí { $by } đã ghi hộ đồng chí góp ý số { $number } cho dự thảo { $topic } như sau. Nếu chưa đúng, đề nghị đồng chí trả lời tin này hoặc báo lại đồng chí { $by }.

# $answered, $base: số đồng chí đã góp ý, tổng số
gopy-progress = Dự thảo { $topic }: { $answered }/{ $base } đồng chí đã góp ý. Hạn: { $hour } giờ { $minute } ngày { $day }.
gopy-progress-closed = Dự thảo { $topic }: { $answered }/{ $base } đồng chí đã góp ý. Đã hết hạn góp ý.

gopy-nudge-late = (Tin này đến muộn vì hệ thống tạm dừng.)
gopy-nudge =
    Kính gửi đồng chí { $name }, dự thảo { $topic } còn nhận góp ý đến { $hour } giờ { $minute } { $today ->
        [yes] hôm nay
       *[no] ngày { $day }
    }. Đồng chí có thể trả lời ngắn một câu: điều gì trong dự thảo liên quan nhiều nhất đến vị trí công tác của đồng chí?
gopy-later = Vâng. Dự thảo { $topic } còn nhận góp ý đến { $hour } giờ { $minute } { $today ->
        [yes] hôm nay
       *[no] ngày { $day }
    }.
gopy-later-closed = Đã hết hạn góp ý dự thảo { $topic }. Góp ý gửi thêm vẫn được giữ và ghi là gửi sau hạn.
# $names: tên các đồng chí
gopy-phone-title = Góp ý qua điện thoại: { $topic }
gopy-phone = Các đồng chí chưa có kênh nhắn tin và chưa góp ý: { $names }. Đề nghị đồng chí gọi điện xin ý kiến trước { $hour } giờ { $minute } ngày { $day } và ghi hộ bằng /gopy ho, tên và nội dung.
gopy-nudged = Đã nhắc riêng các đồng chí: { $names }.
gopy-nudged-phone = Các đồng chí chưa có kênh nhắn tin, đề nghị gọi điện: { $names }.
# $count: số đồng chí
gopy-nudge-preview-title = Xem trước khi nhắc góp ý: dự thảo { $topic }
gopy-nudge-preview = Sẽ nhắc riêng { $count } đồng chí chưa góp ý: { $names }. Không phải nhắc tác giả và chủ trì.
gopy-nudge-preview-phone = Các đồng chí chưa có kênh nhắn tin, cần gọi điện: { $names }.
gopy-nudge-preview-text = Lời nhắc gửi từng đồng chí
gopy-nudge-preview-group = Nhóm chỉ thấy số đồng chí đã góp ý, không thấy tên.
gopy-nudge-nobody = Không còn đồng chí nào cần nhắc: các đồng chí được xin ý kiến đều đã góp ý cho dự thảo { $topic }.
gopy-nudge-enough = Các đồng chí chưa góp ý đã được nhắc đủ hai lần. Các đồng chí còn chưa góp ý: { $names }. Đề nghị đồng chí trao đổi trực tiếp.
gopy-nudge-closed = Đã hết hạn góp ý dự thảo { $topic }, hệ thống không nhắc nữa. Các đồng chí chưa góp ý: { $names }.
gopy-nudge-missed = Hệ thống tạm dừng nên chưa nhắc được các đồng chí chưa góp ý dự thảo { $topic } trước khi hết hạn.

gopy-summary-title = Kết quả lấy ý kiến: { $topic }
# $substantive: số đồng chí góp ý có nội dung, không tính chủ trì và tác giả
gopy-summary = Bản { $edition }: { $answered }/{ $base } đồng chí đã góp ý; { $substantive } đồng chí góp ý có nội dung (không tính chủ trì và tác giả); { $agreed } đồng chí nhất trí; ghi hộ { $proxies }; gửi sau hạn { $late }.
gopy-summary-added = Góp ý số { $number } được gửi trước hạn nhưng đến sau khi đã chốt; nay đã được tính thêm.
gopy-summary-withdrawn = Góp ý số { $number } được rút trước hạn nhưng lời rút đến sau khi đã chốt; nay không tính nữa.
gopy-summary-silent = Các đồng chí chưa góp ý: { $names }.
# Trong danh sách các đồng chí chưa góp ý
gopy-mark-author = { $name } (tác giả)
gopy-mark-chair = { $name } (chủ trì)

gopy-list-title = Các góp ý { $code }, bản { $edition }
gopy-own-title = Góp ý của đồng chí: { $code }, bản { $edition }
gopy-list-empty = Chưa có góp ý nào cho dự thảo { $topic }, bản { $edition }.
gopy-line = Số { $number } – { $name }
gopy-mark-proxy = (đồng chí { $name } ghi hộ)
gopy-mark-late = (gửi sau hạn)
gopy-mark-changed = (đã sửa)
gopy-compiled-title = TỔNG HỢP GÓP Ý { $code }, BẢN { $edition }
gopy-compiled-substance = GÓP Ý CÓ NỘI DUNG
gopy-compiled-chair = Ý KIẾN CỦA ĐỒNG CHÍ CHỦ TRÌ
gopy-compiled-author = Ý KIẾN CỦA TÁC GIẢ
# $count: số đồng chí, $names: họ tên
gopy-compiled-agreement = Nhất trí: { $count } đồng chí ({ $names }).
gopy-compiled-nothing = Chưa có góp ý nào.
gopy-compiled-earlier = Các bản trước có { $count } góp ý, vẫn được lưu.
gopy-edit-late = Đã quá hạn góp ý { $topic } nên sửa đổi vừa rồi chưa được ghi; góp ý số { $number } giữ nguyên như trước. Nếu cần, đề nghị đồng chí trao đổi tại buổi sinh hoạt.
