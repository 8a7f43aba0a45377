# Ngày nghỉ, và vì sao một ngày cần được cân nhắc. Đứng sau "là": "Ngày 03/05/2027 là ngày nghỉ bù".
holiday-new-year = Tết Dương lịch
holiday-tet = Tết Nguyên đán
holiday-hung-kings = Giỗ Tổ Hùng Vương
holiday-victory-day = Ngày Chiến thắng 30/4
holiday-labour-day = Quốc tế Lao động
holiday-national-day = Quốc khánh
holiday-culture-day = Ngày Văn hóa Việt Nam
# $day: thứ Bảy hoặc Chủ nhật
day-weekend = { $day }
day-off = ngày nghỉ
# $name: tên ngày nghỉ
day-off-named = ngày nghỉ ({ $name })
day-lieu = ngày nghỉ bù
day-lieu-named = ngày nghỉ bù ({ $name })
day-near-tet = ngày sát Tết Nguyên đán
