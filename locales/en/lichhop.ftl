# Meetings: show, create, move, cancel, confirm. Every $date bears its weekday.
lichhop = the branch's meetings
    .usage = Type /lichhop to see 12 months.
lichhop-ics = put a meeting into the calendar of your phone
    .usage = For example: /lichhop ics 2027-05
lichhop-tao = add a meeting
    .usage = For example: /lichhop tao 05/04/2027 14h00 Room 2
lichhop-noidung = what a meeting is about beside the usual
    .usage = For example: /lichhop noidung 2027-05 Election of a committee member (several items: one a line)
lichhop-doi = move a meeting
    .usage = For example: /lichhop doi 2027-05 06/05/2027 15h00 Main hall
lichhop-huy = cancel a meeting
    .usage = For example: /lichhop huy 2027-05 conference of the committee above
lichhop-xacnhan = confirm the date of a month
    .usage = For example: /lichhop xacnhan 2027-05
lichhop-title = MEETINGS OF THE BRANCH
# $state: how it stands
lichhop-line = • { $date } ({ $lunar }), { $time }, { $place } – { $state }
# $line: the line above; $key: the meeting's name in commands, 2027-02
lichhop-line-key = { $line } [{ $key }]
# $date: the rule's day; $what: why it needs a thought
lichhop-mark = ⚠ { $date } is { $what }
lichhop-state-planned = planned
lichhop-state-confirmed = confirmed
lichhop-state-cancelled = cancelled
lichhop-state-noticed = announced
lichhop-next = Next meeting: { $time }, { $date } ({ $lunar }), at { $place }.
lichhop-none = There is no meeting ahead.
lichhop-ics-sent = The meeting of { $date }. Open this file on your phone and add it to the calendar; if the meeting changes, please get a new file.
lichhop-ics-cancelled = The meeting of { $date } was cancelled. Open this file on your phone to take it out of the calendar.
# The channel takes no file; $state: cancelled if the meeting was
lichhop-ics-no-file = No calendar file can be sent on this channel. { $state ->
        [cancelled] The meeting of { $date }, { $time }, was cancelled; if it stands in the calendar of your phone, please take it out.
       *[other] Please enter it into the calendar of your phone: { $date }, { $time }, at { $place }.
    }
lichhop-button-ics = Save to the calendar
lichhop-button-ics-remove = Take out of calendar
# Cards to the secretary
lichhop-ask-title = CONFIRM A MEETING
# $month: month/year
lichhop-ask = Regular meeting of { $month }: please confirm its date.
lichhop-ask-again = The date of the meeting of { $month } is not confirmed yet; please decide.
lichhop-day-is = { $date } ({ $lunar }) is { $what }.
lichhop-ask-date = Proposed: { $time }, { $date } ({ $lunar }), at { $place }.
lichhop-ask-choose = Please choose a date; until then it stays { $time }, { $date } ({ $lunar }), at { $place }.
lichhop-ask-notice = The notice leaves on { $date }; unconfirmed, it leaves with this date all the same.
lichhop-ask-notice-only-confirmed = The notice leaves on { $date }, once you have confirmed.
lichhop-ask-notice-waits = The notice is due: it leaves as soon as you confirm.
lichhop-button-agree = Agree
lichhop-button-other = Another date
lichhop-button-keep = Keep the day
lichhop-button-confirm = Confirm { $date }
lichhop-button-move = Move to { $date }
lichhop-button-keep-date = Keep { $date }
lichhop-doubt-title = A MEETING DATE IN DOUBT
lichhop-now-is = { $date }, the date that was set, is now { $what }.
lichhop-rule-changed = By the rules as they are now, the date that was set ({ $date }) is no longer the fitting one.
lichhop-doubt-move = Proposed instead: { $date }.
lichhop-doubt-kept = Nothing moves by itself; the date stands until you decide.
# Step by step
lichhop-which = Which meeting?
lichhop-new-date = On which day? For example: 05/04/2027.
lichhop-new-time = At what time? For example: 14h00.
lichhop-new-place = Where? For example: Room 2.
lichhop-new-agenda = What is it about? One item a line; if there is nothing to add, type: none.
lichhop-agenda-ask = What is this meeting about beside the usual? One item a line, all of them again; to take all away, type: none.
lichhop-button-no-agenda = Nothing to add
lichhop-move-date = To which day? For example: 06/05/2027.
lichhop-move-time = At what time? For example: 15h00.
lichhop-move-place = Where? For example: Main hall.
lichhop-as-before = As it is: { $what }
lichhop-cancel-why = For what reason? It will be told to the members.
lichhop-other-date = On which day of that month? For example: 06/05/2027.
lichhop-choose = Choose one of these days, or type one.
# Not right yet
lichhop-no-such-day = There is no such day. Please write it like 05/04/2027.
lichhop-date-unclear = That day is not clear (or weekday and date do not match). Please write it like 05/04/2027.
lichhop-past = That day is past. Please choose a day ahead, written like 05/04/2027.
lichhop-past-time = That time is past. Please choose a later one.
lichhop-no-such-time = There is no such time. Please write it like 14h00.
lichhop-place-unclear = Please write the place in a few words, like: Room 2.
# $lines: number of items; $letters: letters of each
lichhop-agenda-unclear = Please write one item a line, { $lines } lines at most, { $letters } letters each; if there is nothing, type: none.
lichhop-agenda-same = That is what this meeting is about already, nothing changes.
lichhop-reason-unclear = Please write the reason in a few words (under 300 letters).
lichhop-other-month = That day is not in { $month }. The branch meets once every month; please choose a day of that month.
lichhop-stale = That choice belongs to an older proposal; the day is no longer proposed. Please choose again.
# $typed: what was typed
lichhop-unknown = There is no meeting “{ $typed }”. A right name is like 2027-02. Type /lichhop to see them.
lichhop-is-cancelled = The meeting of { $date } is cancelled and cannot be changed. Type /lichhop to see what is ahead.
lichhop-is-over = The meeting of { $date } has begun or is over. Type /lichhop to see what is ahead.
lichhop-same = That is exactly how it stands already; there is nothing to move.
# $command: the command to type
lichhop-use-move = The meeting of { $date } has been announced. To change its date, please use { $command } with the new date.
# Previews
lichhop-preview-create = PREVIEW: NEW MEETING
lichhop-preview-agenda = PREVIEW: WHAT A MEETING IS ABOUT
lichhop-preview-move = PREVIEW: MOVING A MEETING
lichhop-preview-cancel = PREVIEW: CANCELLING A MEETING
lichhop-leaves = The notice below leaves on { $date }.
lichhop-leaves-now = It is past the usual time: once you agree, the notice below goes to the group and to each member.
lichhop-move-tells = Old and new are told to the group and to each member; earlier reminders are taken back.
lichhop-agenda-of = The meeting of { $date } ({ $lunar }), { $time }, at { $place }.
lichhop-agenda-tells = Its notice has left: once saved, old and new are told to the group and to each member.
lichhop-agenda-later = It will stand in the notice of the meeting.
lichhop-warn-day = ⚠ { $date } is { $what }.
lichhop-warn-month = ⚠ The new day is outside { $month }: the branch must meet once every month.
lichhop-warn-other = ⚠ On { $date } there is a meeting at { $time } already.
lichhop-warn-cancel = ⚠ This is a regular meeting, of which every month must have one; moving it is better than cancelling.
# What was done
lichhop-created = Meeting [{ $key }] made: { $time }, { $date } ({ $lunar }), at { $place }.
# $command: the command to type
lichhop-created-agenda = To say in the notice what it is about, type: { $command } and the items.
lichhop-agenda-saved = What the meeting of { $date }, { $time }, is about is saved.
lichhop-agenda-told = What the meeting of { $date }, { $time }, is about is saved; the members are being told.
lichhop-moved = Moved to { $time }, { $date } ({ $lunar }), at { $place }; the members are being told.
lichhop-cancelled = The meeting of { $date } is cancelled; the members are being told.
lichhop-confirmed = Confirmed: { $time }, { $date } ({ $lunar }), at { $place }. Thank you.
lichhop-confirmed-left = Confirmed: { $time }, { $date } ({ $lunar }), at { $place }. The notice is on its way.
lichhop-already = Noted before: { $time }, { $date } ({ $lunar }), at { $place }.
