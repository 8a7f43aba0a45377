# Settings of a branch, for secretary and deputy.
caidat = the branch's settings
    .usage = /caidat shows them; to change one, for example: /caidat ngayhop second Wednesday
# $name: name of the branch
caidat-title = SETTINGS: { $name }
# $label: the setting; $what: its value; $command: what to type
caidat-line = • { $label }: { $what } – { $command }
caidat-how = To change one, type the words at the end of its line or choose below. You see what changes before it is saved.
caidat-back = Show the settings
caidat-none = none
caidat-on = on
caidat-off = off
caidat-ten = Name of the branch
    .usage = For example: /caidat ten Chi bộ Phòng Tổng hợp
caidat-captren = Committee above
    .usage = For example: /caidat captren Đảng ủy Sở Tư pháp
caidat-diadanh = Place named on documents
    .usage = For example: /caidat diadanh Bắc Giang
caidat-ngayhop = Meeting day
    .usage = For example: /caidat ngayhop second Wednesday
caidat-giohop = Meeting time
    .usage = For example: /caidat giohop 14:00
caidat-thoiluong = Planned length
    .usage = For example: /caidat thoiluong 90 minutes
caidat-noihop = Meeting place
    .usage = For example: /caidat noihop Room 2
caidat-trungngaynghi = When it is a holiday
    .usage = For example: /caidat trungngaynghi next-working
caidat-baotruoc = Notice beforehand
    .usage = For example: /caidat baotruoc 3
caidat-giobao = Hour of notices
    .usage = For example: /caidat giobao 08:00
caidat-truocngaynghi = Notice earlier when its day is a day off
    .usage = For example: /caidat truocngaynghi on
caidat-tudong = Notice even without confirmation
    .usage = For example: /caidat tudong off
caidat-tamdung = Pause all sending
    .usage = For example: /caidat tamdung on
caidat-yenlang = Quiet hours
    .usage = For example: /caidat yenlang night 21:30-06:00
caidat-ngaynghi = Own holidays
    .usage = For example: /caidat ngaynghi 03/09/2027 off
caidat-ngonngu = Language of the group
    .usage = For example: /caidat ngonngu english
caidat-mien = Exempt for a time
caidat-mien-of = Exempt for a time – { $name }
# $time: from, to
caidat-mien-one = { $name } ({ $time })

# Ways of saying it
# $day: day
caidat-rule-day = day { $day } of every month
caidat-rule-last-day = the last day of every month
caidat-rule-lunar = lunar day { $day } of every month
# $weekday: weekday
caidat-rule-weekday = the { $nth ->
    [first] first
    [second] second
    [third] third
    [fourth] fourth
    [fifth] fifth
   *[last] last
} { $weekday } of every month
caidat-policy-keep = keep the day
caidat-policy-next-working = move to the next working day
caidat-policy-previous-working = move to the working day before
caidat-policy-ask = ask the secretary
# $days: number of days
caidat-days = { $days ->
    [1] 1 day
   *[other] { $days } days
}
# $minutes: number of minutes
caidat-minutes = { $minutes } minutes
caidat-quiet-night = night
caidat-quiet-noon = noon
caidat-quiet-tet = days of Tết
# $kind: night, noon, days of Tết; $span: from and to
caidat-quiet-is = { $kind } { $span }
caidat-kind-nghi = Day off
caidat-kind-bu = Day in lieu
caidat-kind-lam = Working day
caidat-kind-bo = Remove this
caidat-day-working = a working day
# $from, $to: dates
caidat-mien-time = from { $from } to { $to }
caidat-mien-no = not exempt
caidat-mien-end = End the exemption
caidat-mien-for-good = Exempt for good
caidat-mien-always = exempt, for good

# Questions
caidat-ten-ask = What is the branch called? For example: Chi bộ Phòng Tổng hợp.
caidat-captren-ask = Which committee is directly above? For example: Đảng ủy Sở Tư pháp.
caidat-diadanh-ask = Which place is named on documents? For example: Bắc Giang.
# $least, $most: minutes
caidat-thoiluong-ask = How many minutes is a meeting planned to last ({ $least } to { $most })? The general rule: 90 at least for a regular meeting, 120 together with a topic.
# $now: the present rule
caidat-ngayhop-ask = The branch meets on { $now }. Which day shall it be? For example: day 3; second Wednesday; last Friday; lunar day 3.
caidat-giohop-ask = At what time does the branch meet? For example: 14:00.
caidat-noihop-ask = Where does the branch usually meet? For example: Phòng họp 2.
caidat-trungngaynghi-ask = What does the branch do when the meeting day is a day off? The meeting never leaves its month.
caidat-baotruoc-ask = How many days before the meeting does the notice leave (1 to 14)?
caidat-giobao-ask = At what time do notices and reminders leave? For example: 08:00.
caidat-truocngaynghi-ask = When the day of a notice is a day off, shall it leave on the working day before?
caidat-tudong-ask = When a notice is due and the date has not been confirmed, shall it leave all the same?
caidat-tamdung-ask = Pause all notices and reminders of the branch? Answers to what somebody types still go; what is still useful leaves when the pause is turned off.
caidat-yenlang-ask = Which quiet hours shall change? During quiet hours no notices and nudges are sent.
caidat-yenlang-ask-span = From when to when? For example: 21:30-06:00. For the days of Tết choose on or off.
# $list: days entered
caidat-ngaynghi-ask = Days the branch has entered: { $list }. Which day shall be added or changed? For example: 03/09/2027.
# $date: date; $is: what it is now
caidat-ngaynghi-ask-kind = { $date } is { $is } now. What shall it be: a day off, a day in lieu or a working day?
caidat-ngonngu-ask = In which language is the group spoken to? Each member chooses his own with /ngonngu.
# $list: members exempt now
caidat-mien-ask = Exempt for a time: { $list }. Who is exempt, or away for long? For example: Ân.
caidat-mien-ask-from = Exempt (or away) from which day? For example: 01/08/2027. For good: type for good. To end an exemption, type: off.
caidat-mien-ask-to = Until which day? For example: 31/10/2027.

# Wrong values
caidat-again-empty = There were no words in that.
# $least, $most: minutes
caidat-again-minutes = Please type the number of minutes, { $least } to { $most }, for example: 90.
caidat-again-on-off = Please choose “on” or “off”.
caidat-again-time = There is no such time. Please type it again, for example: 14:00.
caidat-again-span = These hours are not clear. Please type two different times, for example 21:30-06:00, or: off.
caidat-again-no-such-day = There is no such day. Please type it again.
caidat-again-rule = This day is not clear. Please type it like: day 3; second Wednesday; last Friday; lunar day 3.
caidat-again-place = Please keep the place short, 120 letters at most, for example: Phòng họp 2.
caidat-again-policy = Please choose below, or type: keep, next-working, previous-working, ask.
caidat-again-days = Please type a number from 1 to 14.
caidat-again-quiet = Please choose: night, noon or tet. For example: /caidat yenlang night 21:30-06:00
caidat-again-date = This date is not clear. Please type it like 03/09/2027.
caidat-again-past = This day is past. Please choose one to come.
caidat-again-kind = Please choose: off, lieu or work. For example: /caidat ngaynghi 03/09/2027 off
# $date: date
caidat-again-not-own = { $date } is none of the days the branch has entered, so there is nothing to remove.
# $typed: name typed
caidat-again-member = There is no member “{ $typed }” in the branch. Please type the name again.
# $names: members
caidat-again-several = Several members bear this name: { $names }. Please type the full name or the id.
caidat-again-to = The last day must not be before the first, nor past. Please type it again, for example: 31/10/2027.
# $label: the setting; $what: its value
caidat-same = { $label }: it is “{ $what }” already, nothing changes.

# Preview and result
# $label: the setting
caidat-preview = PREVIEW: { $label }
# $what: value
caidat-was = Now: { $what }
caidat-now = Will be: { $what }
caidat-moves = Planned meetings that will move:
caidat-moves-asked = Meetings confirmed or announced stay as they are; you will be asked whether to move them:
caidat-moved = Meetings that have moved:
# $from, $to: old and new date
caidat-move = • { $from } → { $to }
caidat-unsettled-only = For meetings not confirmed yet; confirmed ones stay as they are, /lichhop doi changes them.
# $meeting: date of the meeting; $date, $time: when it leaves
caidat-notice-at = The notice of the meeting on { $meeting } will leave at { $time }, { $date }.
caidat-notice-now = The notice of the meeting on { $meeting } is due: it leaves as soon as this is saved.
caidat-mien-means = During this time the member gets no notices of meetings, is not counted and does not present current affairs; a turn already given is chosen anew.
# $yes, $no: names of the two choices
caidat-confirm = Choose “{ $yes }” to save, “{ $no }” to leave it as it is.
# $label: the setting; $what: its new value
caidat-saved = Saved. { $label }: { $what }.
