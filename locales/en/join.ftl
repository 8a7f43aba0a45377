join-consent-title = Before the start
join-consent = This system helps the branch to announce meetings, send drafts, collect comments and take turns at current affairs.
    It stores your name, roles, party group, this chat account, your answers to invitations and your comments; only for the branch's meetings.
    Do not send secret documents, identity numbers, health or money matters here.
    You may see, correct or ask to delete what is stored about you through the branch secretary.
    Until you agree, nothing else is sent to you. Please choose “Agree” below, or write: Agree.
join-consent-for = The code you sent is for { $member }, { $name }. If you are somebody else, please choose “Not me”.
join-consent-yes = Agree
join-not-me = Not me
join-declined = That code is let go, and the branch secretary is told. Please send your own code; if you have none yet, please ask whoever sent you this one.
join-taken = This account is linked to { $member }, { $name }. If you are somebody else, please tell the branch secretary.
join-agreed = Your consent is noted. Thank you.
join-agreed-already = You have agreed before. Type /trogiup to see the commands.
join-bad-code = This code is wrong, used or too old. Please check it, or ask whoever invited you for a new one.
join-own-code-over = This code for a further channel is too old. Please type /kenh them on a channel that is linked, to get a new one.
join-used-by-you = You have used this code already; there is no need to send it again. Type /trogiup to see the commands.
join-wait = Too many wrong codes were sent from here. Please try again in an hour.
join-which-branch = You are in several branches. Which one are you writing to?
join-branch-chosen = You are speaking to { $name } now. After 30 minutes of silence you will be asked again; to change at once, type /chibo.
join-founded = Welcome. The branch exists and you are its secretary. Seven short questions set up its meetings; you may stop, and begin again later with /batdau.
join-begin = Begin
join-welcome = Welcome, { $member }. You have joined { $name }. Type /trogiup to see what you can do.
