# Phần trợ giúp của dòng lệnh và lời báo khi gõ chưa đúng; sau lời báo là phần trợ giúp.
usage-title = Cách dùng:
usage-arguments = Tham số:
usage-options = Tùy chọn:
usage-commands = Lệnh:
usage-help = xem trợ giúp này
# $typed: từ có liên quan
usage-unknown-command = Không có lệnh { $typed }. Đề nghị chọn một lệnh dưới đây.
usage-unknown-option = Không có tùy chọn { $typed } ở đây. Đề nghị chọn một tùy chọn dưới đây.
usage-no-argument = Thiếu { $typed }. Đề nghị gõ lệnh như dưới đây.
usage-no-option = Thiếu tùy chọn { $typed }. Đề nghị gõ lệnh như dưới đây.
usage-no-value = Sau tùy chọn { $typed } cần có giá trị. Đề nghị gõ lệnh như dưới đây.
usage-too-many = Dòng lệnh thừa từ. Đề nghị gõ lệnh như dưới đây; giá trị có khoảng trắng thì đặt trong dấu ngoặc kép.
