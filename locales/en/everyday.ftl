everyday-stranger = Hello. This system serves an internal circle and only answers people who have been invited. If you have been given a code, please send it. Thank you.
everyday-question-expired = { $command } was paused because no answer came in time; nothing has been sent. Please type the command again when you need it.
# $text: what was written, shortened
everyday-words-expired = What you sent has not been recorded as a comment, because no answer came: “{ $text }”. To record it please type /gopy and send it again.
# $simple: simple mode writes no slash
everyday-help = { $simple ->
    [yes] “help”
   *[other] /trogiup
}
everyday-unknown = This was not understood. Please type { $help } to see the commands.
everyday-unknown-meant = This was not understood. Did you mean { $command }? Type { $help } to see the commands.
everyday-not-understood = “{ $typed }” was not understood. The commands there are: { $commands }.
everyday-greeting = Good day, comrade { $name }. Type { $help } to see what can be done here.
everyday-received = Received, thank you.
everyday-received-which = Thank you. So that it is recorded where it belongs, please choose:
everyday-received-meeting = • The meeting at { $time }, { $date }: do you come, or ask to be absent?
everyday-received-draft = • The draft { $topic }, open until { $hour }:{ $minute } on { $day }: a comment, or do you agree?
# $number: the number typed
everyday-number-free = It is not clear which choice number { $number } stands for; that choice may have expired. Please look at the numbers before the choices of the latest message, or type { $help } to see the commands.
everyday-unknown-topic = What you sent has been kept. Would you like to record it as your comment?
# $slash: a channel on which the bot reads commands with a slash in groups
everyday-group-help = { $slash ->
    [yes] /trogiup
   *[other] “help” with the system’s name (@)
}
# $text: what he has just written in the group, sent to himself alone
everyday-group-topic = In the group you have just written: “{ $text }”. It has been kept, but it is not clear what it is for. Would you like to record it as your comment?
# $code: code of the topic, such as cd1
everyday-group-comment = What you have just written has not been recorded. To comment on the draft, please { $slash ->
    [yes] type: /gopy { $code } and your words.
   *[other] name the system (@) and write: góp ý { $code } and your words.
}
everyday-group-unrecorded = Thank you. Your words have not been recorded for anything yet; so that they are recorded where they belong, please answer by a choice in the system’s message.
everyday-outcome-title = Delivery news
everyday-outcome-list = Show the delivery list
everyday-outcome-group = the branch's group
everyday-outcome-member = comrade { $name }
everyday-outcome-undeliverable = Not delivered: { $who } – “{ $what }”. Please tell them by phone.
everyday-outcome-unknown = May or may not have arrived: { $who } – “{ $what }”. It is not sent again by itself.
everyday-outcome-partial = Only partly delivered: { $who } – “{ $what }”.
everyday-outcome-expired = Not sent because it came too late to be useful: { $who } – “{ $what }”.
everyday-button-topic = Comment on topic { $number }
