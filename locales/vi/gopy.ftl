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
    .usage = Ví dụ: /gopy ho Sơn Nhất trí với dự thảo; hoặc gửi ảnh, ghi âm với chú thích /gopy ho Sơn
gopy-golai = gõ lại thành chữ các góp ý gửi bằng ảnh, ghi âm
    .usage = Gõ /gopy golai; hệ thống gửi ảnh, ghi âm để đồng chí gõ lại, rồi gửi đồng chí góp ý xác nhận.

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
gopy-button-type = Gõ lại
gopy-button-right = Đúng
gopy-button-mend = Sửa lại
gopy-button-again = Nhờ gõ lại
gopy-button-withdraw = Rút góp ý
# $name: tên gọi của đồng chí
gopy-button-enter = Ghi hộ đồng chí { $name }

gopy-ask-topic = Đồng chí chọn dự thảo chuyên đề nào?
# $codes: các mã chuyên đề
gopy-no-such-topic = Không có dự thảo nào mang mã đó. Các dự thảo đã gửi: { $codes }. Nếu đồng chí muốn gửi góp ý mới, đề nghị gõ mã chuyên đề trước nội dung, ví dụ: /gopy cd1 nội dung góp ý.
gopy-held-joined = Hệ thống đã giữ và ghép nội dung này với nội dung đồng chí vừa gửi, nhưng chưa ghi làm góp ý.
gopy-nothing-sent = Hiện chưa có dự thảo nào được gửi lấy ý kiến.
gopy-not-sent = Dự thảo này chưa được gửi lấy ý kiến.
gopy-ask-text = Đề nghị đồng chí nhắn nội dung góp ý.
gopy-ask-text-or-file = Đề nghị đồng chí nhắn nội dung góp ý; cũng có thể gửi ảnh chụp bài viết tay hoặc ghi âm.
gopy-empty = Hệ thống chưa thấy nội dung góp ý.
# $limit: số chữ cái tối đa
gopy-too-long = Nội dung dài quá { $limit } ký tự nên chưa được ghi. Đề nghị đồng chí gửi phần cần góp ý, có thể chia thành nhiều góp ý.

gopy-ask-kind = Đồng chí cần tệp loại nào?
gopy-kind-unclear = Hệ thống chỉ soạn được tệp DOCX (Word, để in) hoặc CSV (Excel). Đề nghị đồng chí gõ docx hoặc csv.
# $code: mã chuyên đề, $edition: bản thứ mấy
# $key: mã chuyên đề
gopy-export-no-file = Kênh này không gửi được tệp. Đề nghị đồng chí xem tổng hợp bằng /gopy tonghop { $key }, hoặc xuất tệp từ kênh khác.
gopy-exported = Bản tổng hợp góp ý { $code }, bản { $edition }. Tệp có tên từng đồng chí, đề nghị đồng chí giữ gìn, không chuyển tiếp.

# $number: số góp ý, $name: người góp ý, $topic: tên gọi chuyên đề
gopy-kept = Đã ghi góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic }. Trân trọng cảm ơn.
# $parts: số tin nhắn
gopy-kept-joined = Đã ghi góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic }, gồm { $parts } tin nhắn.
# $files: số ảnh, ghi âm
gopy-kept-files = Đã nhận và lưu góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic }, có { $files } ảnh hoặc ghi âm. Trân trọng cảm ơn.
gopy-kept-typing = Thư ký sẽ gõ lại thành chữ và gửi đồng chí xác nhận; bản gốc vẫn được lưu.
gopy-file-which = Hệ thống đã nhận và lưu ảnh, ghi âm của đồng chí. Đề nghị đồng chí chọn dự thảo cần góp ý.
gopy-kept-group = Đã ghi góp ý số { $number } của đồng chí { $name }. Trân trọng cảm ơn.
gopy-kept-agreed = Đã ghi ý kiến nhất trí, số { $number }, của đồng chí { $name } với dự thảo { $topic }. Trân trọng cảm ơn.
gopy-kept-before = Ý kiến nhất trí của đồng chí { $name } đã được ghi nhận trước đó, số { $number }.
gopy-kept-late = Hạn góp ý là { $hour } giờ { $minute } ngày { $day }, nên góp ý số { $number } được ghi là gửi sau hạn; nội dung vẫn được giữ và có trong bản tổng hợp.
gopy-kept-for = Đã ghi hộ góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic }. Cần sửa: /gopy sua { $number } và nội dung mới; cần rút: /gopy rut { $number }.
gopy-kept-files-for = Đã ghi hộ góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic }, có { $files } ảnh hoặc ghi âm, chờ gõ lại thành chữ: /gopy golai { $number }. Cần rút: /gopy rut { $number }.
gopy-go-on-for = Nếu còn ảnh, ghi âm hoặc lời của đồng chí ấy, đề nghị gửi tiếp trong 3 phút để ghép vào góp ý này.
gopy-file-for-whom = Đề nghị ghi tên đồng chí góp ý vào chú thích của ảnh hoặc tệp ghi âm rồi gửi lại, ví dụ: /gopy ho Sơn
gopy-file-for-which = Hiện có nhiều dự thảo đang lấy ý kiến. Đề nghị ghi cả mã vào chú thích rồi gửi lại, ví dụ: /gopy ho cd1 Sơn
gopy-kept-late-for = Hạn góp ý là { $hour } giờ { $minute } ngày { $day }, nên góp ý này được ghi là gửi sau hạn.
gopy-go-on = Nếu còn ý, đồng chí nhắn tiếp trong 3 phút để ghép vào góp ý này.
gopy-go-on-or-change = Nếu còn ý, đồng chí nhắn tiếp trong 3 phút để ghép vào góp ý này. Đến { $hour } giờ { $minute } ngày { $day } có thể sửa: /gopy sua { $number } và nội dung mới; hoặc rút: /gopy rut { $number }.
gopy-done = Đã nhận đủ. Trân trọng cảm ơn đồng chí.
# Lời ghi thay cho đồng chí chọn nhất trí
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
gopy-entered-files = Đồng chí { $by } đã ghi hộ đồng chí góp ý số { $number } cho dự thảo { $topic } bằng ảnh hoặc ghi âm. Khi gõ lại thành chữ, hệ thống sẽ gửi đồng chí xem và xác nhận.
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
# $untyped: số góp ý
gopy-summary-untyped = Góp ý bằng ảnh, ghi âm còn chờ gõ lại hoặc chờ xác nhận: { $untyped }.
gopy-summary-typed = Góp ý số { $number } gửi bằng ảnh hoặc ghi âm nay đã được gõ lại và đồng chí góp ý đã xác nhận.
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
gopy-mark-typed = (đồng chí { $name } gõ lại từ ảnh, ghi âm)
# $files: số ảnh, ghi âm
gopy-awaits-typing = [{ $files } ảnh hoặc ghi âm, chờ gõ lại thành chữ]
gopy-awaits-confirming = [{ $files } ảnh hoặc ghi âm, đã gõ lại, chờ đồng chí góp ý xác nhận]
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

# Gõ lại góp ý gửi bằng ảnh, ghi âm. $name: người góp ý; $by: người gõ; $code: mã chuyên đề
gopy-type-wanted = Góp ý số { $number } của đồng chí { $name } cho dự thảo { $topic } gửi bằng ảnh hoặc ghi âm, cần gõ lại thành chữ.
gopy-type-again = Đồng chí { $name } đề nghị gõ lại góp ý số { $number } cho dự thảo { $topic } theo đúng bản gốc.
gopy-type-none = Không có góp ý nào chờ gõ lại.
gopy-type-gone = Góp ý này không còn chờ gõ lại: góp ý đã được rút hoặc không có ảnh, ghi âm. Gõ /gopy golai để xem các góp ý đang chờ.
# $list: các góp ý, mỗi góp ý một dòng
gopy-ask-type =
    Các góp ý gửi bằng ảnh, ghi âm chờ gõ lại:
    { $list }
    Đồng chí chọn góp ý nào?
# $numbers: số các góp ý có ảnh, ghi âm
gopy-type-which = Đề nghị gõ số góp ý, kèm mã chuyên đề nếu trùng số, ví dụ: cd1 4. Các góp ý có ảnh, ghi âm: { $numbers }.
gopy-type-line = – { $code }, số { $number }: đồng chí { $name } ({ $files } ảnh hoặc ghi âm)
gopy-type-confirming = Đã gõ lại, chờ đồng chí góp ý xác nhận:
# $place, $files: tệp thứ mấy trên tổng số
gopy-original = Bản gốc { $place }/{ $files }: góp ý số { $number }, { $code }, đồng chí { $name }.
gopy-type-no-file = Kênh này không đưa được ảnh, ghi âm tới đồng chí. Đề nghị đồng chí xem bản gốc trên kênh khác (gõ /kenh để nối thêm), hoặc nhờ đồng chí { $name } cho xem, đọc lại, rồi gõ vào đây.
gopy-type-ask = Đề nghị đồng chí nhắn nội dung gõ lại của góp ý số { $number }, { $code }, đúng như bản gốc. Hệ thống gửi đồng chí { $name } xác nhận rồi mới ghi vào bản tổng hợp.
gopy-type-before = Nội dung đã gõ trước đó:
gopy-typed-ask = Đồng chí { $by } đã gõ lại góp ý số { $number } của đồng chí cho dự thảo { $topic } như sau:
gopy-typed-right = Nội dung có đúng ý đồng chí không?
gopy-typed-sent = Đã gửi đồng chí { $name } xác nhận nội dung gõ lại của góp ý số { $number }, { $code }.
gopy-typed-own = Đã ghi nội dung góp ý số { $number }, { $code } của đồng chí.
gopy-typed-phone = Đồng chí { $name } chưa có kênh nhắn tin. Đề nghị đồng chí đọc lại qua điện thoại nội dung góp ý số { $number }, { $code }, rồi chọn «Đúng» nếu đồng chí { $name } xác nhận.
gopy-typed-confirmed = Đồng chí { $name } đã xác nhận nội dung gõ lại của góp ý số { $number } cho dự thảo { $topic }.
gopy-typed-thanks = Đã ghi nội dung góp ý số { $number }. Trân trọng cảm ơn đồng chí.
gopy-typed-mended = Đã ghi nội dung góp ý số { $number } theo lời đồng chí sửa. Trân trọng cảm ơn đồng chí.
gopy-typed-back = Đã chuyển thư ký gõ lại góp ý số { $number }; đồng chí sẽ nhận nội dung mới để xác nhận.
gopy-typed-late = Đã hết hạn sửa góp ý, nên nội dung được gõ lại theo bản gốc. Hệ thống đã chuyển lời đồng chí về góp ý số { $number } cho thư ký đối chiếu; đồng chí sẽ nhận nội dung mới để xác nhận.
gopy-typed-over = Nội dung gõ lại này đã được xác nhận hoặc thay bằng nội dung mới. Gõ /gopy xem để xem góp ý của đồng chí.
gopy-ask-right = Đề nghị đồng chí nhắn nội dung đúng; hoặc chọn «Nhờ gõ lại» để thư ký gõ lại từ bản gốc.
