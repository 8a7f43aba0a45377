rieng = thông tin và cài đặt riêng của đồng chí
    .usage = /rieng: hệ thống đang lưu gì về đồng chí, và đổi ngôn ngữ.
rieng-title = Thông tin riêng của đồng chí
rieng-text = Họ tên: { $name }
    Chức vụ: { $role }. Tổ đảng: { $cell }
    Tài khoản: { $accounts }
    Góp ý đang lưu: { $comments }
    Ngôn ngữ: { $language }
    Chế độ đơn giản: { $simple ->
        [yes] bật
       *[no] tắt
    }

    Chỉ dùng cho sinh hoạt chi bộ. Để sửa hoặc đề nghị xóa, mời đồng chí báo bí thư chi bộ.
rieng-account = { $channel }{ $agreed ->
        [yes] {" "}(đã đồng ý, bản { $version })
       *[no] {" "}(chưa đồng ý)
    }
rieng-language = Tiếng Việt
rieng-button-language = English
rieng-button-simple = { $on ->
        [yes] Tắt chế độ đơn giản
       *[no] Chế độ đơn giản
    }
