# Tài liệu hệ thống soạn: bản tổng hợp góp ý (DOCX, CSV), lịch họp (ICS).
# Tên tệp, không có đuôi
documents-comments-file = Tổng hợp góp ý { $code } bản { $edition }
documents-meeting-file = Lịch sinh hoạt { $date }
documents-party = ĐẢNG CỘNG SẢN VIỆT NAM
# $place: địa danh; $day, $month, $year: ngày, tháng, năm của văn bản
documents-place-date = { $place }, ngày { $day } tháng { $month } năm { $year }
documents-date = Ngày { $day } tháng { $month } năm { $year }

documents-comments-title = TỔNG HỢP Ý KIẾN GÓP Ý
# $code: mã chuyên đề, ví dụ CĐ1; $edition: bản thứ mấy
documents-comments-subject = đối với dự thảo chuyên đề { $code } (bản { $edition })
# $name: họ tên
documents-comments-author = Người chuẩn bị dự thảo: đồng chí { $name }.
# $answered, $base: số đồng chí đã góp ý, tổng số; $substantive: không tính chủ trì và tác giả
documents-comments-counts = Số đồng chí đã góp ý: { $answered }/{ $base }; có nội dung (không tính chủ trì và tác giả): { $substantive }; nhất trí: { $agreed }; ghi hộ: { $proxies } góp ý; gửi sau hạn: { $late } góp ý.
# $untyped: số góp ý
documents-comments-untyped = Góp ý bằng ảnh, ghi âm còn chờ gõ lại hoặc chờ xác nhận: { $untyped }.
documents-comments-none = Chưa có góp ý nào.
# $count: số góp ý
documents-comments-earlier = Các bản trước có { $count } góp ý, vẫn được lưu.
# $number: số góp ý
documents-comment = Góp ý số { $number } – đồng chí { $name }
# $count: số đồng chí, $names: họ tên
documents-agreed = Nhất trí: { $count } đồng chí ({ $names }).
documents-compiled-by = NGƯỜI TỔNG HỢP

documents-section-substance = Góp ý có nội dung
documents-section-chair = Ý kiến của đồng chí chủ trì
documents-section-author = Ý kiến của tác giả
documents-section-agreement = Ý kiến nhất trí

documents-mark-proxy = đồng chí { $name } ghi hộ
documents-mark-typed = đồng chí { $name } gõ lại từ ảnh, ghi âm, đã xác nhận
documents-mark-typing = gửi bằng ảnh hoặc ghi âm, chờ gõ lại
documents-mark-confirming = gửi bằng ảnh hoặc ghi âm, đã gõ lại, chờ xác nhận
documents-mark-late = gửi sau hạn
documents-mark-changed = đã sửa

documents-column-number = Số
documents-column-name = Họ và tên
documents-column-section = Phần
documents-column-text = Nội dung góp ý
documents-column-time = Thời điểm
documents-column-marks = Ghi chú

# $month: tháng/năm
documents-meeting = Sinh hoạt chi bộ thường kỳ tháng { $month }
documents-meeting-extra = Sinh hoạt chi bộ
# $what: tên buổi họp
documents-meeting-cancelled = ĐÃ HỦY: { $what }
