# Delivery lists of notices and drafts.
thongbao = delivery list of the latest notice or draft
    .usage = For example: /thongbao, or /thongbao 2027-02 (a meeting), /thongbao cd1 (a draft)
thongbao-dabao = note that somebody was told by phone
    .usage = For example: /thongbao dabao Sơn, or /thongbao dabao Sơn cd1
thongbao-title = NOTICE OF { $date }: DELIVERIES
thongbao-title-topic = DRAFT “{ $title }”: DELIVERIES
# The group and the members are counted apart
thongbao-group = The group
thongbao-group-on = The group on { $channel }
thongbao-group-sent = { $group }: sent.
thongbao-group-waiting = { $group }: waiting.
thongbao-group-inDoubt = { $group }: in doubt.
thongbao-group-failed = { $group }: failed.
thongbao-sent = Sent to { $count ->
    [1] 1 member
   *[other] { $count } members
}.
# $channels: how many by each channel
thongbao-sent-by = By channel: { $channels }.
thongbao-no-file = Sent without the file, which their channel does not take: { $names }.
thongbao-waiting = Members waiting: { $names }.
thongbao-in-doubt = Members in doubt: { $names }.
thongbao-to-call = Members to be phoned: { $names }.
# $reasons: each channel and why
thongbao-why = Comrade { $name }: { $reasons }.
thongbao-reason-no-channel = not a channel of this system now
thongbao-reason-blocked = has blocked the bot or does not follow it
thongbao-reason-not-agreed = has not agreed to messages yet
thongbao-reason-gone = the account is gone
thongbao-reason-too-long = the message is too long
thongbao-reason-refused = the channel refused this message
thongbao-reason-window = has not written for 7 days, so the channel lets nothing through
thongbao-reason-quota = no message is left of this month’s
thongbao-reason-cap = the channel lets no more through to this one comrade now
thongbao-reason-closed = the platform has closed the channel, until its operator mends it
thongbao-reason-away = the channel does not answer
thongbao-reason-expired = not sent in time
thongbao-called = Members told by phone: { $names }.
thongbao-button-again = Send again ({ $count })
thongbao-sent-again = { $count } sent again.
thongbao-nothing-in-doubt = Nothing is left to send again.
thongbao-too-late = It is past the time this was of use; it is not sent again. Please tell them directly.
thongbao-whom = Who was told?
thongbao-which = Of which meeting or draft? For example: 2027-02, cd1.
# $what: thongbao-about-…
thongbao-told = Noted: comrade { $name } was told of { $what } by phone. Thank you.
thongbao-told-already = Noted before: comrade { $name } was told of { $what } by phone.
# $date: day of the meeting
thongbao-about-meeting = the meeting on { $date }
# $code: CĐ1
thongbao-about-draft = the draft { $code }
# $typed: what was typed
thongbao-unknown = Nothing has been sent for “{ $typed }”. A right name is like 2027-02 or cd1.
thongbao-none = No notice or draft has been sent lately.
