# Delivery lists of notices and drafts.
thongbao = delivery list of the latest notice
    .usage = For example: /thongbao, or /thongbao 2027-02
thongbao-dabao = note that somebody was told by phone
    .usage = For example: /thongbao dabao Sơn
thongbao-title = NOTICE OF { $date }: DELIVERIES
thongbao-title-topic = DRAFT “{ $title }”: DELIVERIES
# The group and the members are counted apart
thongbao-group-sent = The group: sent.
thongbao-group-waiting = The group: waiting.
thongbao-group-inDoubt = The group: in doubt.
thongbao-group-failed = The group: failed.
thongbao-sent = Sent to { $count ->
    [1] 1 member
   *[other] { $count } members
}.
thongbao-waiting = Members waiting: { $names }.
thongbao-in-doubt = Members in doubt: { $names }.
thongbao-to-call = Members to be phoned: { $names }.
thongbao-called = Members told by phone: { $names }.
thongbao-button-again = Send again ({ $count })
thongbao-sent-again = { $count } sent again.
thongbao-nothing-in-doubt = Nothing is left to send again.
thongbao-too-late = It is past the time this was of use; it is not sent again. Please tell them directly.
thongbao-whom = Who was told?
thongbao-which = Of which meeting? For example: 2027-02.
thongbao-told = Noted: comrade { $name } was told by phone. Thank you.
thongbao-told-already = Noted before: comrade { $name } was told by phone.
# $typed: what was typed
thongbao-unknown = Nothing has been sent for “{ $typed }”. A right name is like 2027-02.
thongbao-none = No notice has been sent lately.
