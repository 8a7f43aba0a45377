# Chuyên đề và dự thảo. $code: mã viết hoa (CĐ1), $key: mã để gõ (cd1), $topic: tên gọi (chuyên đề quý I).
chuyende = xem các chuyên đề và bản dự thảo
    .usage = /chuyende cd1
chuyende-soan = soạn nội dung dự thảo của một chuyên đề
    .usage = Ví dụ: /chuyende soan cd1, rồi gửi nội dung; có thể gửi thành nhiều tin
chuyende-gui = gửi dự thảo cho mọi đồng chí lấy ý kiến
    .usage = Ví dụ: /chuyende gui cd1 hạn 17h 02/02/2027
chuyende-them = thêm một chuyên đề
    .usage = Gõ /chuyende them, hệ thống sẽ hỏi từng bước

chuyende-button-show = Xem { $code }
chuyende-button-write = Soạn nội dung
chuyende-button-send = Gửi lấy ý kiến
chuyende-button-look = Xem lại
chuyende-button-done = Xong
chuyende-button-nobody = Chưa phân công

chuyende-list-title = Các chuyên đề của chi bộ
chuyende-none-yet = Chi bộ chưa có chuyên đề nào. Bí thư có thể thêm bằng /chuyende them.
chuyende-by = đồng chí { $author } chuẩn bị
chuyende-state-planned = chưa gửi dự thảo
chuyende-state-open = đang lấy ý kiến, hạn { $hour } giờ { $minute } ngày { $day }
chuyende-state-closed = đã hết hạn góp ý ({ $hour } giờ { $minute } ngày { $day })
chuyende-see-private = Mời đồng chí nhắn riêng /chuyende { $key } để xem nội dung.
chuyende-not-sent = Dự thảo chưa được gửi lấy ý kiến.
chuyende-prepared = Nội dung đang soạn, chưa gửi:
chuyende-nothing-prepared = Không có nội dung mới đang soạn.
chuyende-ask-topic = Đồng chí chọn chuyên đề nào?
# $codes: các mã chuyên đề
chuyende-no-such-topic = Không có chuyên đề nào mang mã đó. Đề nghị gõ một trong các mã: { $codes }.
# $typed: lời đã gõ
chuyende-unknown = Hệ thống chưa hiểu «{ $typed }» sau /chuyende. Các việc có thể làm: xem danh sách: /chuyende; xem một chuyên đề: gõ thêm mã, ví dụ /chuyende cd1; soạn dự thảo: /chuyende soan; gửi lấy ý kiến: /chuyende gui; thêm chuyên đề (bí thư): /chuyende them.

chuyende-ask-text = Đề nghị đồng chí nhắn nội dung dự thảo, hoặc gửi tệp DOCX, PDF, TXT. Có thể chia làm nhiều tin nhắn, sau đó chọn «Xong» hoặc gõ: Xong.
chuyende-empty = Hệ thống chưa thấy nội dung dự thảo.
# $limit: số ký tự tối đa
chuyende-too-long = Nội dung dài quá { $limit } ký tự nên chưa được ghi. Đề nghị đồng chí rút gọn, gửi phần cần lấy ý kiến.
chuyende-too-long-together = Tin vừa rồi chưa được ghi vì cả bản dự thảo sẽ dài quá { $limit } ký tự. Phần đã gửi trước đó vẫn được lưu.
# $kept: số ký tự đang giữ; 0: chưa có gì
chuyende-ask-new-text = { $kept ->
    [0] { chuyende-ask-text }
   *[other] Hệ thống đang giữ nội dung { $code } ({ $kept } ký tự). Muốn giữ và viết tiếp, đề nghị đồng chí chọn «Viết tiếp»; nội dung mới sẽ thay toàn bộ nội dung ấy. { chuyende-ask-text }
}
chuyende-button-go-on = Viết tiếp
# $length: số ký tự đã có
chuyende-text-replaced = Nội dung vừa nhắn đã thay nội dung giữ trước đó ({ $length } ký tự).
# $length: số ký tự đã có
chuyende-piece-kept = Đã ghi nội dung { $code } ({ $length } ký tự). Đồng chí nhắn tiếp nếu còn, hoặc chọn «Xong».
chuyende-text-kept = Đã lưu nội dung { $code }. Dự thảo chưa được gửi; để gửi bản { $edition } cho mọi đồng chí: /chuyende gui { $key }.

chuyende-no-text = Chuyên đề này chưa có nội dung để gửi. Đề nghị soạn trước bằng /chuyende soan { $key }.
chuyende-ask-deadline = Nhận góp ý đến khi nào? Ví dụ: 17h 02/02.
# $date: ngày/tháng/năm
chuyende-deadline-choice = 17 giờ 00 ngày { $date }
chuyende-deadline-no-such-day = Không có ngày này trong lịch. Đề nghị gõ lại, ví dụ: 17h 02/02.
chuyende-deadline-no-such-time = Không có giờ này. Đề nghị gõ giờ từ 0 đến 23, ví dụ: 17h 02/02.
chuyende-deadline-unclear = Hệ thống chưa rõ thời hạn. Đề nghị gõ ngày và giờ, ví dụ: 17h 02/02.
chuyende-deadline-past = Thời hạn phải sau lúc này ít nhất nửa giờ. Đề nghị chọn thời hạn khác.
chuyende-deadline-far = Ngày này còn xa hơn bốn tháng (nếu đã qua trong năm nay thì được tính sang năm sau). Đề nghị kiểm tra lại ngày, tháng, năm.
# $count: số đồng chí
chuyende-preview-title = Xem trước khi gửi dự thảo { $topic }
chuyende-preview = Sẽ gửi cho { $count } đồng chí{ $group ->
        [yes] {" "}và nhóm chi bộ
       *[no] {""}
    }, nhận góp ý đến { $hour } giờ { $minute } ngày { $day }. Sau khi gửi không thu lại được.
# $names: tên các đồng chí
chuyende-no-file = Tệp kèm theo không đến được các đồng chí { $names }: kênh của các đồng chí ấy không nhận tệp và hệ thống chưa có địa chỉ để đọc trên mạng. Nội dung chữ vẫn được gửi. Đề nghị chuyển tệp bằng cách khác, hoặc báo người quản trị hệ thống đặt PUBLIC_URL.
chuyende-preview-same = Lưu ý: nội dung này giống hệt bản đã gửi lần trước.
chuyende-preview-group = Trong nhóm
chuyende-preview-members = Gửi riêng từng đồng chí
chuyende-sent = Đã gửi dự thảo { $topic }, bản { $edition }, cho { $count } đồng chí{ $group ->
        [yes] {" "}và nhóm
       *[no] {""}
    }. Nhận góp ý đến { $hour } giờ { $minute } ngày { $day }.
# $names: tên các đồng chí
chuyende-sent-phone = Các đồng chí chưa có kênh nhắn tin, đề nghị báo qua điện thoại: { $names }.
chuyende-button-deliveries = Danh sách gửi

chuyende-draft-title = Xin ý kiến dự thảo { $topic }
chuyende-draft-group = Dự thảo (bản { $edition }) đã được gửi riêng đến từng đồng chí. Đề nghị các đồng chí góp ý trước { $hour } giờ { $minute } ngày { $day }. Trân trọng.
# $author: họ tên người chuẩn bị
chuyende-draft-by = Đồng chí { $author } chuẩn bị, bản { $edition }.
chuyende-draft-edition = Bản { $edition }.
chuyende-draft-ask = Đề nghị đồng chí góp ý về nội dung, liên hệ vị trí công tác và giải pháp trước { $hour } giờ { $minute } ngày { $day }. Đồng chí chọn «Góp ý» bên dưới, hoặc gõ /gopy { $key } và nội dung. Trân trọng.

chuyende-ask-title = Tên chuyên đề là gì?
chuyende-title-empty = Hệ thống chưa thấy tên chuyên đề.
chuyende-title-long = Tên chuyên đề dài quá { $limit } ký tự. Đề nghị rút gọn.
chuyende-ask-quarter = Chuyên đề của quý nào?
# $quarter: số La Mã
chuyende-quarter = Quý { $quarter }
chuyende-no-such-quarter = Đề nghị gõ quý I, II, III hoặc IV, có thể kèm năm, ví dụ: III/2027.
chuyende-ask-author = Đồng chí nào chuẩn bị? Đề nghị gõ tên.
chuyende-no-such-member = Hệ thống không tìm thấy đồng chí có tên này trong chi bộ. Đề nghị gõ lại tên.
chuyende-which-member = Có nhiều đồng chí trùng tên: { $names }. Đề nghị gõ cả họ và tên, hoặc mã trong ngoặc.
chuyende-added = Đã thêm { $code }: { $title }. Soạn nội dung: /chuyende soan { $key }.
# $name: họ tên người được phân công
chuyende-author-told = Hệ thống nhắn tin báo đồng chí { $name }.
chuyende-author-phone = Đồng chí { $name } chưa có kênh nhắn tin, đề nghị báo qua điện thoại.
chuyende-assigned-title = Phân công chuẩn bị chuyên đề
# $code: CĐ5; $key: cd5
chuyende-assigned = Đồng chí được phân công chuẩn bị { $code }: { $title } (quý { $quarter }). Khi có nội dung, đề nghị đồng chí chọn «Soạn nội dung» bên dưới, hoặc gõ /chuyende soan { $key }. Trân trọng.

# Tệp của dự thảo. $name: tên tệp.
chuyende-file-kept = Đã nhận tệp «{ $name }» cho dự thảo { $code }; khi dự thảo được gửi, mọi đồng chí sẽ nhận tệp này. Đồng chí nhắn thêm lời dẫn nếu cần, hoặc chọn «Xong».
chuyende-file-kind = Dự thảo chỉ nhận tệp DOCX, PDF hoặc TXT nên tệp vừa rồi không được lưu. Đề nghị gửi lại, kèm lời chú thích: /chuyende soan { $key }
chuyende-file-dropped = Dự thảo { $code } không kèm tệp nữa.
chuyende-button-no-file = Bỏ tệp
chuyende-draft-in-file = Nội dung dự thảo ở tệp kèm theo.
