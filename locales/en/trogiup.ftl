trogiup = see the commands you can use
    .usage = For example: /trogiup, or /trogiup lichhop
trogiup-title = The commands you can use
trogiup-footer = Type /trogiup and a command to see how to use it, for example: /trogiup lichhop; type /trogiup all to see everything. You may type them without marks and without “/”. Chi Bộ Bot helps to prepare meetings; it does not replace the national member app (Sổ tay đảng viên điện tử).
trogiup-group = Commands for the group: /lichhop, /thoisu, /chuyende, /gopy. For anything else, please write to the bot in private and type /trogiup.
huy = cancel what you have begun
    .usage = /huy
huy-left = Cancelled. Nothing has been sent.
huy-joining = Nothing more is waited for. What was noted before stays as it is.
huy-nothing = There is nothing open to cancel.
ngonngu = change the language (Tiếng Việt, English)
    .usage = /ngonngu en
ngonngu-which = Which language would you like?
ngonngu-again = There are Vietnamese (type vi) and English (type en).
ngonngu-changed = From now on you will be answered in English.
trogiup-chibo = speak to another of your branches
trogiup-chibo-usage = Type /chibo and choose the branch you want to speak to.
# Short help, for simple mode
trogiup-simple = Choose below, or answer by its number.
    To see the last message again, type: repeat.
    To stop what you are doing, type: cancel.
    To see all commands, type: help all.
trogiup-simple-lichhop = See the meetings
trogiup-simple-thoisu = Who presents the news
trogiup-simple-gopy = Comment on a draft
