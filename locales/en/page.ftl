### The local page for trying the product: words for the browser, and refusals of its interface (page-refused-…).

page-title = Chi Bộ Bot – trial
page-skip = Skip to the messages
page-trial = A trial with invented data: no person, office or message in it is real.
page-intro = Choose a member, let time run, and see what reaches the group and each member in private.
page-loading = Loading…
page-noscript = This page needs JavaScript. Switch it on in your browser and load the page again.
page-lang = Language of the page

page-who = You are playing
# $name: full name
page-who-phone = { $name } – phone only
# $name: full name; $roles: roles
page-who-with-role = { $name } – { $roles }
page-who-help = Every browser tab can be somebody else.
# $name: full name
page-phone-only = { $name } uses no chat, so there is nothing to show here. News goes to this member by phone: committee and minute-taker see the name in the “call list” and record when it is done.
page-role-secretary = secretary
page-role-deputy = deputy
page-role-committee = committee
page-role-minuteTaker = minute-taker
page-role-cellLeader = cell leader

page-clock = Trial clock
page-clock-now = It is now
page-clock-help = Let time run: reminders come by themselves.
page-advance-next = To the next event
page-advance-day = +1 day
page-advance-month = +1 month
page-advance-running = Time is running…
# $date: date and time; $who: where there is something new
page-advance-done = Time ran to { $date }. New messages: { $who }.
page-advance-silent = Time ran to { $date }. Nothing new was said.
# $count: members
page-advance-members = { $count } members in private
# $date: date and time
page-advance-nothing = Nothing is due. Time ran to { $date }.
page-advance-lost = The connection broke while time was running. The clock shows how far it came; press again to go on.

# $weekday: weekday; $date: dd/MM/yyyy; $time: HH:mm
page-date = { $weekday } { $date }, { $time }
page-weekday-1 = Monday
page-weekday-2 = Tuesday
page-weekday-3 = Wednesday
page-weekday-4 = Thursday
page-weekday-5 = Friday
page-weekday-6 = Saturday
page-weekday-7 = Sunday

page-chats = Chats
page-group = Branch group
page-private = Private chat
page-private-with = Private chat with the bot
page-seen-group = The whole group sees this.
# $name: full name
page-seen-private = Only { $name } sees this. For answers in English: /ngonngu en
page-tab-unread = new messages
page-log-empty-group = Nothing in the group yet.
page-log-empty-private = Nothing here yet. Press “To the next event” above to let time run, or type “help” in the box below to see the commands.
page-log-newest = Go to the newest message ↓
page-log-more = Read on ↓
page-log-older = Show earlier messages
page-bot = Chi Bộ Bot
page-you = You
page-edited = edited
page-sending = sending…
page-sending-again = not sent yet, trying again…
page-reply = Reply
# $text: the beginning of the message replied to
page-reply-to = Reply to: { $text }
page-reply-to-lost = an earlier message
page-reply-leave = Do not reply
# $text: the beginning of the message replied to
page-answers-to = Reply to: { $text }
# $count: number of characters
page-more = Show all ({ $count } characters)
page-choices = Choices
page-input-group = Write to the group
page-input-private = Write to the bot
page-input-example-group = Example: /lichhop
page-input-example-private = Example: /thoisu
page-input-help = Enter: send · Shift + Enter: new line
page-send = Send
page-say-empty = There is nothing in the message yet. Type something, then send it.
# $reason: why
page-not-sent = Not sent: { $reason } What you typed is still in the box.
page-connection-lost = The connection is lost and being made again. What you typed is kept.
page-unreachable = The service cannot be reached. See whether the program is still running, then try again.
page-empty-store = There is no branch in the data yet. Import one (command import), then load the page again.

page-deliveries = Delivery list
page-deliveries-help = Only committee and minute-taker see this.
page-deliveries-none = No notice or draft has been sent yet.
# $date: dd/MM/yyyy of the meeting
page-deliveries-notice = Notice of the meeting of { $date }
# $title: title of the topic
page-deliveries-draft = Draft: { $title }
# $sent, $all: members, without the group
page-deliveries-summary = sent to { $sent }/{ $all } members
# $count: members
page-deliveries-to-call = { $count } still to be called
page-deliveries-sent = Sent ({ $count })
page-deliveries-failed = Failed ({ $count })
page-deliveries-in-doubt = In doubt ({ $count })
page-deliveries-waiting = Waiting ({ $count })
page-deliveries-calls = Call list ({ $count })
page-deliveries-calls-help = After the call, press “Told by phone” below the name.
page-deliveries-tell = Told by phone
page-deliveries-group-sent = The group: sent.
page-deliveries-group-waiting = The group: waiting.
page-deliveries-group-inDoubt = The group: in doubt.
page-deliveries-group-failed = The group: failed.
# $name: recipient; $reason: why
page-deliveries-reason = { $name } – { $reason }
# $name: full name
page-deliveries-told = { $name } – told by phone
page-deliveries-not-told = { $name } – not told yet
page-reason-no-channel = no chat
page-reason-blocked = has blocked the bot
page-reason-not-agreed = has not agreed yet
page-reason-gone = the account is gone
page-reason-too-long = the message is too long
page-reason-refused = refused by the channel
page-reason-expired = too late to be of use, not sent
page-reason-partial = only a part arrived
page-reason-unknown = no answer from the channel

# $port: port number
page-refused-host = The trial page opens only on this computer itself, at http://127.0.0.1:{ $port }.
page-refused-origin = This request came from another site and was refused. Use the trial page itself.
page-refused-not-ready = The service is starting, or its store does not answer. Try again in a moment.
# $fields: names of fields
page-refused-request = The request has a wrong form at: { $fields }. Load the page again, then try once more.
page-refused-too-large = The message is longer than 1.5 MB. Send it in several shorter ones.
page-refused-not-json = What was sent is not valid JSON. Load the page again, then try once more.
page-refused-internal = Something went wrong in the service. Try again; its log says more.
page-refused-deliveries = The delivery list is for committee and minute-taker only.
page-refused-file = There is no such file, or it was not sent to this account. Open the chat that has it again.
page-refused-group = This account is not in the branch group. Write to the bot in private.
page-refused-busy = Time is already running. Wait until it is done, then press again.
