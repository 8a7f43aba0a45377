# Danh sách đảng viên từ tệp CSV: xem trước, và những chỗ cần sửa.
# $added, $changed, $same: số đồng chí
roster-summary = Danh sách có { $added } đồng chí mới, { $changed } đồng chí thay đổi, { $same } đồng chí giữ nguyên.
# $name: họ tên; $key: mã trong chi bộ; $what: chức vụ và tình trạng
roster-added = Mới: { $name } ({ $key }), { $what }
roster-changed = Đổi: { $name } ({ $key }): { $what }
# $field: mục thay đổi; $before, $after: giá trị cũ, mới
roster-change = { $field }: { $before } → { $after }
roster-nothing = (trống)
# $names: họ tên
roster-unmentioned = Có trong chi bộ, không có trong danh sách, giữ nguyên: { $names }.
# $columns: tên các cột
roster-ignored = Các cột không dùng và không lưu: { $columns }.

roster-field-name = họ và tên
roster-field-roles = chức vụ
roster-field-status = tình trạng
roster-field-cell = tổ đảng
roster-field-official-due = ngày chuyển chính thức
roster-role-secretary = bí thư
roster-role-deputy = phó bí thư
roster-role-committee = chi ủy viên
roster-role-minute-taker = thư ký
roster-role-cell-leader = tổ trưởng
roster-status-official = chính thức
roster-status-probationary = dự bị
roster-status-temporary = sinh hoạt tạm thời
roster-status-exempt = miễn sinh hoạt
roster-status-moved = đã chuyển đi

# $count: số chỗ cần sửa
roster-refused = Chưa ghi gì. Danh sách có { $count } chỗ cần sửa:
roster-more = … và { $count } chỗ nữa.
# $line: số dòng; $what: điều cần sửa
roster-line = Dòng { $line }: { $what }

roster-not-utf8 = Không đọc được chữ tiếng Việt trong tệp. Đề nghị lưu lại dạng CSV UTF-8 (trong Excel: Lưu thành, chọn «CSV UTF-8»), rồi gửi lại.
roster-spreadsheet = Đây là tệp bảng tính, chưa phải CSV. Đề nghị lưu lại dạng CSV UTF-8 (trong Excel: Lưu thành, chọn «CSV UTF-8»), rồi gửi lại.
roster-too-large = Tệp quá lớn: nhiều nhất 2000 đồng chí và 1 MB.
roster-no-heads = Không thấy cột «Họ và tên». Dòng đầu của bảng cần có tên cột, ví dụ: Họ và tên, Chức vụ, Tổ đảng, Tình trạng.
# $column: tên cột
roster-column-twice = Có hai cột cùng tên «{ $column }». Đề nghị bỏ một cột.
roster-no-members = Bảng chưa có đồng chí nào.
roster-quote-open = Có dấu nháy kép mở mà không đóng. Đề nghị xóa dấu nháy kép hoặc lưu lại tệp từ Excel.

# $typed: nội dung trong ô
roster-name-missing = thiếu họ và tên. Đề nghị ghi họ và tên, hoặc xóa dòng này.
roster-name-unclear = «{ $typed }» không phải họ và tên. Đề nghị sửa, hoặc xóa dòng này.
roster-key-unclear = mã «{ $typed }» chưa đúng: chỉ dùng chữ không dấu, chữ số và dấu gạch nối, nhiều nhất 24 ký tự; có thể để trống.
roster-role-unknown = chức vụ «{ $typed }» chưa rõ. Ghi một hay nhiều chức vụ: bí thư, phó bí thư, chi ủy viên, thư ký, tổ trưởng; để trống nếu không giữ chức vụ trong chi bộ.
roster-status-unknown = tình trạng «{ $typed }» chưa rõ. Ghi một trong: chính thức, dự bị, sinh hoạt tạm thời, miễn sinh hoạt, đã chuyển đi.
roster-date-unclear = ngày «{ $typed }» chưa đúng. Ghi ngày/tháng/năm, ví dụ 12/09/2026.
# $key: mã; $other: số dòng kia
roster-key-twice = mã { $key } đã có ở dòng { $other }. Mỗi đồng chí một mã.
roster-name-twice = { $name } đã có ở dòng { $other }. Nếu là hai đồng chí trùng tên, đề nghị ghi mã khác nhau vào cột «Mã».
roster-key-taken = mã { $key } từng thuộc một đồng chí khác. Đề nghị dùng mã mới hoặc để trống.
# $key: mã đang có trong chi bộ; $typed: mã ghi trong tệp
roster-other-key = { $name } đang có mã { $key } trong chi bộ, tệp ghi { $typed }. Đề nghị ghi { $key }, hoặc để trống.
# $keys: các mã
roster-several = chi bộ có nhiều đồng chí tên { $name } ({ $keys }). Đề nghị ghi mã vào cột «Mã».
roster-no-secretary = Chi bộ chưa có bí thư: trong tệp và trong chi bộ, đúng một đồng chí là bí thư. Đề nghị xem lại cột «Chức vụ».
# $names: họ tên
roster-several-secretaries = Có nhiều bí thư: { $names }. Đúng một đồng chí là bí thư; đề nghị xem lại cột «Chức vụ».
