# Một kênh không gửi được hay sắp hết số tin: thư gửi bí thư.
# $channel: tên kênh
channel-title = Kênh { $channel }
# $sent: số tin đã gửi, $limit: số tin gói cho phép trong tháng
channel-scarce = Kính thưa đồng chí, tháng này kênh đã dùng { $sent } trên { $limit } tin. Từ nay đến hết tháng, kênh được dành cho thông báo, nhắc họp, dự thảo và trả lời; tin nhắc nhẹ sẽ đi bằng kênh khác của từng đồng chí, hoặc chờ. Cần gửi nhiều hơn, đề nghị báo người quản trị hệ thống mua thêm gói.
channel-over = Kính thưa đồng chí, nền tảng báo đã hết số tin của tháng này ({ $sent } tin đã gửi). Đến đầu tháng sau, tin sẽ đi bằng kênh khác của từng đồng chí; ai không có kênh khác thì nằm trong danh sách cần gọi điện: /thongbao. Muốn dùng lại ngay, đề nghị báo người quản trị hệ thống mua thêm gói.
# $code: mã lỗi của nền tảng
channel-over-oa = Kính thưa đồng chí, Zalo báo trang OA không còn lượt gửi có tính phí (mã { $code }). Đồng chí nào đã nhắn cho trang trong 48 giờ qua vẫn nhận được; các đồng chí khác nhận ở kênh khác, ai không có kênh khác thì nằm trong danh sách cần gọi điện: /thongbao. Đề nghị báo người quản trị trang OA nạp thêm hoặc đổi gói.
channel-closed-token = Kính thưa đồng chí, kênh này chưa gửi được tin vì mã truy cập không còn hiệu lực (mã { $code }). Đề nghị báo người quản trị hệ thống lấy refresh token mới theo trang docs/zalo-oa.md. Tin đang giữ lại; sau nửa giờ, ai có kênh khác sẽ nhận ở kênh khác.
channel-closed-package = Kính thưa đồng chí, kênh này chưa gửi được tin vì trang OA chưa xác thực hoặc gói đang dùng không đủ quyền (mã { $code }). Đề nghị báo người quản trị trang OA. Tin đang giữ lại; sau nửa giờ, ai có kênh khác sẽ nhận ở kênh khác.
channel-closed-version = Kính thưa đồng chí, kênh này chưa gửi được tin vì Zalo đã bỏ cách gửi đang dùng (mã { $code }). Đề nghị báo người quản trị hệ thống cập nhật phiên bản mới. Tin đang giữ lại; sau nửa giờ, ai có kênh khác sẽ nhận ở kênh khác.
channel-closed-app = Kính thưa đồng chí, kênh này chưa gửi được tin vì ứng dụng chưa được kích hoạt, chưa được cấp quyền hoặc sai khóa (mã { $code }). Đề nghị báo người quản trị hệ thống chạy «chibot doctor». Tin đang giữ lại; sau nửa giờ, ai có kênh khác sẽ nhận ở kênh khác.
channel-closed-bot = Kính thưa đồng chí, kênh này chưa gửi được tin vì Zalo không nhận token của bot (mã { $code }). Đề nghị báo người quản trị hệ thống lấy lại token theo trang docs/zalo-bot.md. Tin đang giữ lại; sau nửa giờ, ai có kênh khác sẽ nhận ở kênh khác.
