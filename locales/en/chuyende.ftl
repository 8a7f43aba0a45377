# Topics and their drafts. $code: as written (CĐ1), $key: as typed (cd1), $topic: what it is called (of quarter I).
chuyende = see the topics and their drafts
    .usage = /chuyende cd1
chuyende-soan = write the text of a topic's draft
    .usage = For example: /chuyende soan cd1, then send the text; it may come in several messages
chuyende-gui = send a draft to everyone for comments
    .usage = For example: /chuyende gui cd1 17:00 02/02/2027
chuyende-them = add a topic
    .usage = Type /chuyende them; you will be asked step by step

chuyende-button-show = See { $code }
chuyende-button-write = Write the text
chuyende-button-send = Send for comments
chuyende-button-look = Look at it
chuyende-button-done = Done
chuyende-button-nobody = Nobody yet

chuyende-list-title = Topics of the branch
chuyende-none-yet = The branch has no topics yet. The secretary can add one with /chuyende them.
chuyende-by = prepared by comrade { $author }
chuyende-state-planned = no draft sent yet
chuyende-state-open = open for comments until { $hour }:{ $minute } on { $day }
chuyende-state-closed = closed for comments ({ $hour }:{ $minute } on { $day })
chuyende-see-private = To read it, please write /chuyende { $key } in a private message.
chuyende-not-sent = The draft has not been sent for comments yet.
chuyende-prepared = Being prepared, not sent:
chuyende-nothing-prepared = No new text is being prepared.
chuyende-ask-topic = Which topic do you mean?
# $codes: codes of the topics
chuyende-no-such-topic = No topic has that code. Please type one of: { $codes }.
# $typed: what was typed
chuyende-unknown = “{ $typed }” after /chuyende was not understood. What there is: the list: /chuyende; one topic: add its code, such as /chuyende cd1; write a draft: /chuyende soan; send it for comments: /chuyende gui; add a topic (secretary): /chuyende them.

chuyende-ask-text = Please send the text of the draft, or a DOCX, PDF or TXT file. It may be several messages; then choose “Done” or type: Xong.
chuyende-empty = There is no text in it yet.
# $limit: most characters
chuyende-too-long = The text is longer than { $limit } characters and has not been kept. Please shorten it to what needs comments.
chuyende-too-long-together = The last message has not been kept: the whole draft would be longer than { $limit } characters. What was sent before is kept.
# $length: characters so far
# $kept: how many characters are kept; 0: none
chuyende-ask-new-text = { $kept ->
    [0] { chuyende-ask-text }
   *[other] The text of { $code } is kept ({ $kept } characters). To keep it and go on writing, choose “Write on”; a new text takes the place of all of it. { chuyende-ask-text }
}
chuyende-button-go-on = Write on
chuyende-text-replaced = What you just sent has taken the place of the text kept before ({ $length } characters).
chuyende-piece-kept = The text of { $code } is kept ({ $length } characters). Please send the rest, or choose “Done”.
chuyende-text-kept = The text of { $code } is kept. It has not been sent; to send it to everyone as edition { $edition }: /chuyende gui { $key }.

chuyende-no-text = This topic has no text to send. Please write it first with /chuyende soan { $key }.
chuyende-ask-deadline = Until when are comments taken? For example: 17h 02/02 (day/month).
# $date: day/month/year
chuyende-deadline-choice = 17:00 on { $date }
chuyende-deadline-no-such-day = There is no such day. Please type it again, for example: 17h 02/02 (day/month).
chuyende-deadline-no-such-time = There is no such time. Please give an hour from 0 to 23, for example: 17h 02/02.
chuyende-deadline-unclear = The deadline is not clear. Please give day and time, for example: 17h 02/02 (day/month).
chuyende-deadline-past = The deadline has to be at least half an hour ahead. Please choose another one.
chuyende-deadline-far = That day is more than four months away (a day that has passed this year is taken for next year’s). Please check day, month and year.
# $count: how many comrades
chuyende-preview-title = Before sending: the draft { $topic }
chuyende-preview = This goes to { $count } comrades{ $group ->
        [yes] {" "}and the group
       *[no] {""}
    }, with comments until { $hour }:{ $minute } on { $day }. It cannot be called back.
# $names: names of the members
chuyende-no-file = The file does not reach { $names }: their channel takes no files, and the system has no address at which they could read it. The words are sent all the same. Please pass the file on by another way, or ask the operator to set PUBLIC_URL.
chuyende-preview-same = Please note: the text is the same as in the edition sent last.
chuyende-preview-group = In the group
chuyende-preview-members = To each comrade privately
chuyende-sent = Edition { $edition } of the draft { $topic } is sent to { $count } comrades{ $group ->
        [yes] {" "}and the group
       *[no] {""}
    }. Comments until { $hour }:{ $minute } on { $day }.
# $names: names of comrades
chuyende-sent-phone = Comrades without a channel for messages, please phone: { $names }.
chuyende-button-deliveries = Deliveries

chuyende-draft-title = Comments asked for: draft { $topic }
chuyende-draft-group = The draft (edition { $edition }) was sent to each comrade privately. Please comment before { $hour }:{ $minute } on { $day }.
# $author: full name of who prepared it
chuyende-draft-by = Prepared by comrade { $author }, edition { $edition }.
chuyende-draft-edition = Edition { $edition }.
chuyende-draft-ask = Please comment on the content, on your own work, and on the measures before { $hour }:{ $minute } on { $day }. Choose “Comment” below, or type /gopy { $key } and your comment.

chuyende-ask-title = What is the topic's title?
chuyende-title-empty = There is no title in it yet.
chuyende-title-long = The title is longer than { $limit } characters. Please shorten it.
chuyende-ask-quarter = Of which quarter?
# $quarter: Roman number
chuyende-quarter = Quarter { $quarter }
chuyende-no-such-quarter = Please type quarter I, II, III or IV, with a year if needed, for example: III/2027.
chuyende-ask-author = Who prepares it? Please type the name.
chuyende-no-such-member = Nobody of that name was found in the branch. Please type the name again.
chuyende-which-member = Several comrades share that name: { $names }. Please type the full name, or the key in brackets.
chuyende-added = { $code } is added: { $title }. To write its text: /chuyende soan { $key }.
# $name: full name of who is to prepare it
chuyende-author-told = Comrade { $name } is being told.
chuyende-author-phone = Comrade { $name } has no messaging channel yet; please tell them by phone.
chuyende-assigned-title = A topic to prepare
# $code: CĐ5; $key: cd5
chuyende-assigned = You are to prepare { $code }: { $title } (quarter { $quarter }). Once you have a text, choose “Write the text” below or type /chuyende soan { $key }. Thank you.

# The file of a draft. $name: its name.
chuyende-file-kept = The file “{ $name }” is kept for the draft { $code }; when the draft goes out, every comrade gets it. Send a few words to go with it if you like, or choose “Done”.
chuyende-file-kind = A draft takes only DOCX, PDF or TXT files, so this one was not kept. Please send it again with the caption: /chuyende soan { $key }
chuyende-file-dropped = The draft { $code } has no file any more.
chuyende-button-no-file = Drop the file
chuyende-draft-in-file = The draft is in the attached file.
