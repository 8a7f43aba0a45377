# Notices, reminders, changes. Every $date bears its weekday; $time is like 14:00; $lunar is the lunar day.
notice-title = NOTICE OF BRANCH MEETING
notice-moved-title = BRANCH MEETING CHANGED
notice-cancelled-title = BRANCH MEETING CANCELLED
notice-urgent = Urgent: this comes later than usual; thank you for making room for it.
# $month: month/year, 02/2027
# $branch: name of the branch
notice-invite = You are kindly invited to the regular meeting of { $branch } for { $month }.
notice-invite-extra = You are kindly invited to a meeting of { $branch }.
notice-time = Time: { $time }, { $date } ({ $lunar }).
notice-place = Place: { $place }. About { $minutes } minutes.
notice-presenter = Current affairs: presented by comrade { $name }.
# $edition: which edition of the draft
notice-topic-by = Topic “{ $title }”: draft by comrade { $name } (edition { $edition })
notice-topic = Topic “{ $title }”: draft (edition { $edition })
notice-topic-until = please comment before { $time }, { $date }.
notice-agenda = Agenda:
agenda-current-affairs = Current affairs of the month
agenda-directives = New documents and directives
agenda-last-month = Review of last month's tasks
agenda-next-month = Direction and tasks of next month
agenda-topic = Topic of the quarter
agenda-discussion = Discussion, criticism and self-criticism
agenda-conclusion = Conclusion, assignment of tasks
notice-notes = Current affairs, as handed in by the presenter:
notice-notes-domestic = – At home:
notice-notes-international = – Abroad:
notice-notes-local = – Local:
notice-was = Before: { $time }, { $date } ({ $lunar }), at { $place }.
# $branch: name of the branch
notice-moved-of = { $branch } changes its meeting as follows.
notice-now = Now: { $time }, { $date } ({ $lunar }), at { $place }.
# $date: when the full notice is sent
notice-follows = The full notice will be sent on { $date }.
notice-answer-again = Please answer again for the new time.
notice-agenda-title = WHAT THE MEETING IS ABOUT HAS CHANGED
# $branch: name of the branch
notice-agenda-of = The meeting of { $branch } on { $date } ({ $lunar }), { $time }, at { $place }: what it is about beside the usual has changed.
notice-agenda-was = Before:
notice-agenda-now = Now:
notice-agenda-none = nothing
notice-cancelled = The meeting of { $branch } at { $time }, { $date } ({ $lunar }), at { $place } will not take place.
notice-held = These are quiet hours: it reaches them at { $hour }:{ $minute } on { $day }.
notice-paused = The branch has paused its sending: it leaves only when the pause ends (/caidat tamdung).
notice-reason = Reason: { $reason }.
notice-regards = With regards.
notice-going = Coming
notice-away = Absent
notice-comment = Comment
notice-remind-title = REMINDER OF BRANCH MEETING
notice-dear = Dear comrade { $name },
notice-remind = { $branch } meets at { $time }, { $date } ({ $lunar }), at { $place }.
notice-remind-soon = { $branch } meets today at { $time }, { $date }, at { $place }.
notice-remind-late = (This reminder comes later than usual.)
# To the secretary
# $count: members who get it as a message
# $group: whether the branch has a group
notice-left = The notice of the meeting on { $date } has been passed to{ $group ->
        [yes] {" "}the group and to
       *[no] {""}
    } { $count } members.
notice-to-call = No channel reaches, please phone: { $names }.
notice-told = Told by phone: { $name }
notice-list = Delivery list
notice-missed = Because the system was down, of the meeting on { $date } these were not sent: { $steps }.
notice-step-notice = the notice
notice-step-remind1 = the reminder one day before
notice-step-remind2h = the reminder two hours before
notice-open-days-title = DAYS OFF IN { $year }
notice-open-days = These days off of { $year } have not been announced officially; the system assumes them for now:
# $name: the holiday; $days: a day, or from day to day
notice-open-days-line = • { $name }: { $days }
notice-open-days-how = When the announcement differs, in days off or in Saturdays worked, please enter each day with { $command }. The meetings are reckoned anew at once.
notice-unreached-title = NOT YET TOLD OF THE MEETING
