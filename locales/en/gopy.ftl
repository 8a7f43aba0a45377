# Comments on drafts. The deadline in every sentence: $hour, $minute, $day (day/month), $today is yes where it is today.
gopy = comment on a draft that is out
    .usage = /gopy Please add figures to the part on the present state
gopy-xem = see the comments recorded
    .usage = For example: /gopy xem cd1
gopy-sua = reword your own comment: its number, then the new text
    .usage = For example: /gopy sua 4 Please add the figures of 2026
gopy-rut = withdraw a comment before the deadline
    .usage = For example: /gopy rut 4
gopy-tonghop = all comments on a draft in one list
    .usage = For example: /gopy tonghop cd1
gopy-xuat = get the compiled comments as a Word or Excel file
    .usage = For example: /gopy xuat cd1 docx
gopy-nhac = ask those privately who have not commented
    .usage = For example: /gopy nhac cd1
gopy-ho = enter a comment for a comrade who cannot write
    .usage = For example: /gopy ho Sơn agrees with the draft; or send a photo or a recording with the caption /gopy ho Sơn
gopy-golai = type what comments in photos and recordings say
    .usage = Send /gopy golai; you get the photos and recordings, type what they say, and the member confirms it.

# $quarter: Roman number. $code: code of the topic, such as CĐ1
gopy-topic-of-quarter = of quarter { $quarter }
gopy-topic-by-code = { $code }

gopy-button = Comment
gopy-button-agree = I agree with the draft
gopy-button-later = Later
gopy-button-done = Done
gopy-button-more = Comment as well
gopy-button-compile = See the compiled list
gopy-button-docx = Word file (DOCX)
gopy-button-csv = Excel file (CSV)
gopy-button-type = Type it
gopy-button-right = It is right
gopy-button-mend = Correct it
gopy-button-again = Have it typed again
gopy-button-withdraw = Withdraw it
# $name: how the comrade is called
gopy-button-enter = Enter for { $name }

gopy-ask-topic = Which draft do you mean?
# $codes: codes of the topics
gopy-no-such-topic = No draft has that code. Drafts sent so far: { $codes }. For a new comment please type the code before the text, such as: /gopy cd1 your comment.
gopy-held-joined = This is kept and joined with what you sent before, but it is not recorded as a comment yet.
gopy-nothing-sent = No draft has been sent for comments yet.
gopy-not-sent = This draft has not been sent for comments yet.
gopy-ask-text = Please write your comment.
gopy-ask-text-or-file = Please write your comment; a photo of your handwriting or a recording will do as well.
gopy-empty = There is no text in it yet.
# $limit: most characters
gopy-too-long = The text is longer than { $limit } characters and has not been recorded. Please send the part that matters; it may be several comments.

# $number: of the comment, $name: who commented, $topic: what the topic is called
gopy-ask-kind = Which kind of file do you need?
gopy-kind-unclear = Only DOCX (Word, to print) and CSV (Excel) can be made. Please type docx or csv.
# $key: code of the topic
gopy-export-no-file = This channel carries no files. Please read the compiled comments with /gopy tonghop { $key }, or export them from another channel.
gopy-exported = The compiled comments on { $code }, edition { $edition }. Names stand in the file: please keep it safe and do not pass it on.

gopy-kept = Comment no. { $number } of comrade { $name } on the draft { $topic } is recorded. Thank you.
# $parts: number of messages
gopy-kept-joined = Comment no. { $number } of comrade { $name } on the draft { $topic } is recorded, in { $parts } messages.
# $files: photos and recordings
gopy-kept-files = Comment no. { $number } of comrade { $name } on the draft { $topic } has come and is stored, with { $files } photos or recordings. Thank you.
gopy-kept-typing = The minute-taker will type what it says and ask the member to confirm it; the original is kept.
gopy-file-which = What you sent has come and is stored. Please choose the draft it is about.
gopy-kept-group = Comment no. { $number } of comrade { $name } is recorded. Thank you.
gopy-kept-agreed = The agreement of comrade { $name } with the draft { $topic } is recorded as no. { $number }. Thank you.
gopy-kept-before = The agreement of comrade { $name } had been recorded before, as no. { $number }.
gopy-kept-late = The deadline was { $hour }:{ $minute } on { $day }, so comment no. { $number } is marked as late; it is kept, and stands in the compiled list.
gopy-kept-for = Comment no. { $number } of comrade { $name } on the draft { $topic } is recorded. To reword it: /gopy sua { $number } and the new text; to withdraw it: /gopy rut { $number }.
gopy-kept-files-for = Comment no. { $number } of comrade { $name } on the draft { $topic } is recorded, with { $files } photos or recordings that wait to be typed: /gopy golai { $number }. To withdraw it: /gopy rut { $number }.
gopy-go-on-for = If there are more photos, recordings or words of this comrade, please send them within 3 minutes; they join this comment.
gopy-file-for-whom = Please put the comrade's name into the caption of the photo or recording and send it again, such as: /gopy ho Sơn
gopy-file-for-which = Several drafts are open for comments. Please put the code into the caption too and send it again, such as: /gopy ho cd1 Sơn
gopy-kept-late-for = The deadline was { $hour }:{ $minute } on { $day }, so this comment is marked as late.
gopy-go-on = If there is more, send it within 3 minutes and it joins this comment.
gopy-go-on-or-change = If there is more, send it within 3 minutes and it joins this comment. Until { $hour }:{ $minute } on { $day } it can be reworded: /gopy sua { $number } and the new text; or withdrawn: /gopy rut { $number }.
gopy-done = Complete. Thank you.
# Words recorded for who chose to agree
gopy-agree-text = I agree with the draft.

gopy-ask-comment = Which comment would you like to reword? Please give its number.
gopy-ask-withdraw = Which comment would you like to withdraw? Please give its number.
gopy-number-unclear = There is no number of a comment in it. Please type the number, such as: 4. For a new comment please type the code before the text, such as: /gopy cd1 your comment.
# $numbers: comments that can still be reworded or withdrawn
gopy-no-such-comment = You have no comment of that number. Those you can still reword or withdraw: { $numbers }. For a new comment please type the code before the text, such as: /gopy cd1 your comment.
gopy-which-comment = Two drafts have a comment of that number. Please type the code as well, such as: cd1 4. Those you can still reword or withdraw: { $numbers }.
gopy-nothing-to-change = You have no comment that can still be reworded or withdrawn: that ends with the deadline, and when a new edition is sent. You can send a new comment with /gopy.
gopy-changed = Comment no. { $number } on the draft { $topic } is reworded. The earlier wording is kept.
# $code: code of the topic
gopy-withdraw-title = Withdraw comment no. { $number }, { $code }
gopy-withdraw-preview = This comment will leave the compiled list and will not be counted any more; the words stay in the records. Do you withdraw it?
gopy-withdrawn = Comment no. { $number } on the draft { $topic } is withdrawn. You can send a new one with /gopy.
gopy-withdrawn-before = Comment no. { $number } had been withdrawn before.
# $by: who entered it
gopy-withdrawn-for-you = Comrade { $by } has withdrawn comment no. { $number } on the draft { $topic }, entered for you before. If you need to, please send a new one or tell comrade { $by }.

gopy-ask-member = For which comrade do you enter a comment? Please type the name.
gopy-no-such-member = Nobody of that name was found in the branch. Please type the name again, such as: /gopy ho Sơn the comment.
# $names: comrades who share the name
gopy-which-member = Several comrades share that name: { $names }. Please type the full name, or the key in brackets.
# $by: who entered it
gopy-entered-files = Comrade { $by } has entered comment no. { $number } on the draft { $topic } for you, in photos or recordings. Once it is typed you are asked to read and confirm it.
gopy-entered-for-you = Comrade { $by } has entered comment no. { $number } on the draft { $topic } for you, as follows. If it is not right, please reply to this message or tell comrade { $by }.

# $answered, $base: how many have commented, of how many
gopy-progress = Draft { $topic }: { $answered }/{ $base } comrades have commented. Deadline: { $hour }:{ $minute } on { $day }.
gopy-progress-closed = Draft { $topic }: { $answered }/{ $base } comrades have commented. The deadline has passed.

gopy-nudge-late = (This message is late: the service was down.)
gopy-nudge =
    Dear comrade { $name }, comments on the draft { $topic } are taken until { $hour }:{ $minute } { $today ->
        [yes] today
       *[no] on { $day }
    }. One sentence is enough: what in the draft concerns your own work most?
gopy-later = Certainly. Comments on the draft { $topic } are taken until { $hour }:{ $minute } { $today ->
        [yes] today
       *[no] on { $day }
    }.
gopy-later-closed = The deadline of the draft { $topic } has passed. A comment is still kept, and marked as late.
# $names: names of comrades
gopy-phone-title = Comments by phone: { $topic }
gopy-phone = Without a channel for messages, and without a comment so far: { $names }. Please ask them by phone before { $hour }:{ $minute } on { $day } and enter what they say with /gopy ho, the name and the text.
gopy-nudged = Asked privately: { $names }.
gopy-nudged-phone = Comrades without a channel for messages, please phone: { $names }.
# $count: how many comrades
gopy-nudge-preview-title = Before asking again: the draft { $topic }
gopy-nudge-preview = { $count } comrades without a comment will be asked privately: { $names }. Author and chair are not asked.
gopy-nudge-preview-phone = Comrades without a channel for messages, to be phoned: { $names }.
gopy-nudge-preview-text = What each of them gets
gopy-nudge-preview-group = The group sees only how many have commented, no names.
gopy-nudge-nobody = There is nobody to ask again: all who were asked have commented on the draft { $topic }.
gopy-nudge-enough = Those who have not commented were asked twice already. Comrades still without a comment: { $names }. Please speak with them.
gopy-nudge-closed = The deadline of the draft { $topic } has passed; nobody is asked any more. Comrades without a comment: { $names }.
gopy-nudge-missed = The service was down, so those without a comment on the draft { $topic } could not be asked before the deadline.

gopy-summary-title = Comments on the draft { $topic }
# $substantive: comrades with a comment of substance, without chair and author
gopy-summary = Edition { $edition }: { $answered }/{ $base } comrades have commented; { $substantive } with substance (chair and author not counted); { $agreed } agreed; entered for others: { $proxies }; late: { $late }.
# $untyped: comments
gopy-summary-untyped = Comments in photos or recordings still to be typed or confirmed: { $untyped }.
gopy-summary-typed = Comment no. { $number }, sent as photo or recording, is now typed and confirmed by the member.
gopy-summary-added = Comment no. { $number } was sent in time but arrived after the closing; it is counted now.
gopy-summary-withdrawn = Comment no. { $number } was withdrawn in time but the word of it arrived after the closing; it is not counted any more.
gopy-summary-silent = Comrades without a comment: { $names }.
# In the list of those without a comment
gopy-mark-author = { $name } (author)
gopy-mark-chair = { $name } (chair)

gopy-list-title = Comments on { $code }, edition { $edition }
gopy-own-title = Your comments on { $code }, edition { $edition }
gopy-list-empty = There are no comments on the draft { $topic }, edition { $edition }, yet.
gopy-line = No. { $number } – { $name }
gopy-mark-proxy = (entered by comrade { $name })
gopy-mark-typed = (typed from photo or recording by comrade { $name })
# $files: photos and recordings
gopy-awaits-typing = [{ $files } photos or recordings, to be typed]
gopy-awaits-confirming = [{ $files } photos or recordings, typed, not yet confirmed by the member]
gopy-mark-late = (late)
gopy-mark-changed = (reworded)
gopy-compiled-title = COMMENTS ON { $code }, EDITION { $edition }
gopy-compiled-substance = COMMENTS OF SUBSTANCE
gopy-compiled-chair = WHAT THE CHAIR SAID
gopy-compiled-author = WHAT THE AUTHOR SAID
# $count: how many, $names: full names
gopy-compiled-agreement = Agreed: { $count } ({ $names }).
gopy-compiled-nothing = There are no comments yet.
gopy-compiled-earlier = Earlier editions have { $count } comments; they are kept.
gopy-edit-late = The time for comments on { $topic } is over, so the change was not kept; comment { $number } stays as it was. Please raise it at the meeting if needed.

# Typing what comments in photos and recordings say. $name: whose comment; $by: who typed; $code: code of the topic
gopy-type-wanted = Comment no. { $number } of comrade { $name } on the draft { $topic } came as photo or recording and is to be typed.
gopy-type-again = Comrade { $name } asks that comment no. { $number } on the draft { $topic } be typed again, as the original has it.
gopy-type-none = No comment waits to be typed.
gopy-type-gone = This comment does not wait to be typed: it was withdrawn, or has no photo or recording. Send /gopy golai for those that do.
# $list: one comment a line
gopy-ask-type =
    Comments in photos and recordings to be typed:
    { $list }
    Which one?
# $numbers: comments with photos or recordings
gopy-type-which = Send the number of the comment, with the code of the topic where two have the same, for example: cd1 4. Comments with photos or recordings: { $numbers }.
gopy-type-line = – { $code }, no. { $number }: comrade { $name } ({ $files } photos or recordings)
gopy-type-confirming = Typed, not yet confirmed by the member:
# $place, $files: which of how many
gopy-original = Original { $place }/{ $files }: comment no. { $number }, { $code }, comrade { $name }.
gopy-type-no-file = This channel brings you no pictures or recordings. Please look at the original on another channel (/kenh links one), or ask comrade { $name } to show or read it to you, and type it here.
gopy-type-ask = Please send what comment no. { $number }, { $code }, says, just as the original has it. Comrade { $name } is asked to confirm it before it stands in the compiled list.
gopy-type-before = Typed before:
gopy-typed-ask = Comrade { $by } has typed your comment no. { $number } on the draft { $topic } as follows:
gopy-typed-right = Is that what you meant?
gopy-typed-sent = Comrade { $name } is asked to confirm what you typed of comment no. { $number }, { $code }.
gopy-typed-own = The words of your comment no. { $number }, { $code }, are recorded.
gopy-typed-phone = No message reaches comrade { $name }. Please read comment no. { $number }, { $code }, to the comrade by phone, and choose “It is right” once { $name } has agreed.
gopy-typed-confirmed = Comrade { $name } has confirmed what was typed of comment no. { $number } on the draft { $topic }.
gopy-typed-thanks = The words of comment no. { $number } are recorded. Thank you.
gopy-typed-mended = The words of comment no. { $number } are recorded as you put them. Thank you.
gopy-typed-back = The minute-taker is asked to type comment no. { $number } again; you will be asked to confirm it.
gopy-typed-late = The time for changing comments is over, so the words have to follow the original. What you said of comment no. { $number } went to the minute-taker, who will look at the original again; you will be asked to confirm it.
gopy-typed-over = These words have been confirmed, or newer ones have taken their place. Send /gopy xem to see your comments.
gopy-ask-right = Please send the right words, or choose “Have it typed again” to have them typed from the original.
