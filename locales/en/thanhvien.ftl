thanhvien = members of the branch: invite, roles, hand over
    .usage = /thanhvien: the list, and who is connected.
thanhvien-them = add a member and get an invite code
    .usage = For example: /thanhvien them Trần Thị Lan, or /thanhvien them Trần Thị Lan: thư ký, or /thanhvien them Trần Thị Lan: dự bị
thanhvien-nhap = add many members at once, from a list
    .usage = For example: /thanhvien nhap, then paste what you copied from Excel or a CSV file (the first line has the heads: Name, Role, Cell, Status), or one name a line
thanhvien-ma = a new invite code
    .usage = For example: /thanhvien ma Lan. An earlier code nobody has used is worth nothing from then on.
thanhvien-vaitro = give or take a role
    .usage = For example: /thanhvien vaitro Lan: thư ký, or /thanhvien vaitro Lan: không
thanhvien-tinhtrang = official, probationary, here for a time
    .usage = For example: /thanhvien tinhtrang Bảo: chính thức
thanhvien-ten = correct a name
    .usage = For example: /thanhvien ten m02 Trần Thị Thu Hương
thanhvien-mien = exempt, or away for long
    .usage = For example: /thanhvien mien Ân 01/08/2027 31/10/2027; for good: /thanhvien mien Ân for good; to end it: /thanhvien mien Ân off
thanhvien-chuyendi = note that a member has left
    .usage = For example: /thanhvien chuyendi Lan
thanhvien-trolai = note that a member is back
    .usage = For example: /thanhvien trolai Lan
thanhvien-dongian = simple mode for a member, on or off
    .usage = For example: /thanhvien dongian Ân. Few large buttons, numbers as answers.
thanhvien-bangiao = hand over the secretary's office
    .usage = For example: /thanhvien bangiao Lan
thanhvien-unnamed = A branch without a name yet
thanhvien-title = { $name }: { $count ->
        [one] one member
       *[other] { $count } members
    }
thanhvien-line = { $key } { $name } – { $role }{ $status ->
        [probationary] , probationary
        [exempt] , exempt
        [temporary] , temporary
        [away] , exempt { $from } – { $to }
       *[official] {""}
    } – { $reach }
thanhvien-reach-yes = connected
thanhvien-reach-asked = has not agreed yet
thanhvien-reach-blocked = has blocked the system
thanhvien-reach-invited = has an invite code
thanhvien-reach-no = not connected
thanhvien-how = You can type:
    /thanhvien them – add a member
    /thanhvien nhap – add a whole list
    /thanhvien ma – invite code
    /thanhvien vaitro – change a role
    /thanhvien tinhtrang – official or probationary
    /thanhvien ten – correct a name
    /thanhvien mien – exempt, or away for long
    /thanhvien chuyendi – has left
    /thanhvien trolai – is back
    /thanhvien dongian – simple mode (few buttons, numbers as answers)
    /thanhvien bangiao – hand over the office
thanhvien-button-add = Add a member
thanhvien-button-code = Invite code
thanhvien-button-next = Add another one
thanhvien-nobody = There is no comrade “{ $typed }” in the branch.
thanhvien-several = Several comrades bear that name: { $names }. Please type the full name, or the key in brackets.
thanhvien-last-secretary = This comrade is the only secretary. Please hand over first: /thanhvien bangiao and the name of the successor.
thanhvien-only-secretary = Only the branch secretary can hand over.
thanhvien-not-linked = { $name } is not connected to the system and cannot take over yet. Please give an invite code first: /thanhvien ma { $name }
thanhvien-ask-name = The member's full name?
thanhvien-name-unclear = This name could not be read.
thanhvien-ask-role = Which role in the branch?
thanhvien-role-unclear = The role “{ $typed }” is not known. Please choose below.
thanhvien-role-one-by-one = The role “{ $typed }” is not known. Members are added one by one; please choose the role below.
thanhvien-role-none = member
thanhvien-role-secretary = secretary
thanhvien-role-deputy = deputy secretary
thanhvien-role-committee = committee member
thanhvien-role-minuteTaker = minute-taker
thanhvien-role-cellLeader = group leader
thanhvien-them-preview = ADD A MEMBER
thanhvien-preview-line = { $name } – { $role }{ $status ->
        [probationary] , probationary
        [temporary] , temporary
       *[official] {""}
    }
thanhvien-preview-due = End of probation: { $date }
thanhvien-ask-status = An official or a probationary member?
thanhvien-status-official = Official
thanhvien-status-probationary = Probationary
thanhvien-status-temporary = Temporary
thanhvien-status-unclear = This was not understood. Please choose below.
thanhvien-ask-due = On which day does the probation end (12 months from admission)? Please write it like 12/09/2027.
thanhvien-due-unknown = Not known
thanhvien-due-past = This day is past. Please give the day on which the probation ends, or choose “Not known”.
thanhvien-same-name = Note: there is a member of the same name already.
thanhvien-invite-title = Invitation for { $name }
# The invitation: passed on, shown or printed, so it speaks to the invited alone
thanhvien-invite = You are invited to the channel of { $branch }: send the system the code { $code }
    The code is for you alone, works once, and until the end of { $until }.
thanhvien-invite-link = You are invited to the channel of { $branch }.
    1. { $picture ->
        [yes] Point the camera of your phone at this square and open the link it shows; or open
       *[no] Open
    } { $link }
    2. Press Start, then press “Agree”.
    If that does not work, send the system the code { $code }
    The code is for you alone, works once, and until the end of { $until }.
# $ways: a line for each channel in use
thanhvien-invite-ways = You are invited to the channel of { $branch }{ $count ->
        [1] :
       *[other] , by one of these ways:
    }
    { $ways }
    The code is for you alone, works once, and until the end of { $until }.
thanhvien-invite-telegram = – On Telegram: { $picture ->
        [yes] point the camera of your phone at this square and open the link it shows; or open
       *[no] open
    } { $link } and press Start, then “Agree”.
# $self: name of the bot or page on Zalo
thanhvien-invite-zalo = – On Zalo: look for “{ $self }”, send the code { $code }, and answer: Agree.
thanhvien-invite-pass-on = Below is the invitation for { $name }. Please pass it on privately, not in a group.{ $picture ->
        [yes] {" "}To whoever does not like typing, show the picture, or print it.
       *[no] {""}
    }
# $state: the code is good still, a newer one has been drawn, or it is too old
thanhvien-code-returned = Somebody else sent the system the invite code of { $name }; that account is not linked. { $state ->
        [good] It is good until the end of { $until } still; please pass it on to the right person, or draw a new one.
        [newer] It is let go; the one drawn after it is good.
       *[over] It is too old now; please draw a new one.
    }
thanhvien-code-new = Draw a new code
thanhvien-ask-whose-code = An invite code for whom? Please choose, or type the name.
thanhvien-ask-whose-role = Whose role is to change? Please type the name.
thanhvien-ask-whose-name = Whose name is to be corrected?
thanhvien-ask-new-name = The right full name?
thanhvien-ask-who-left = Who has left? Please type the name.
thanhvien-ask-successor = Who becomes secretary? Please type the name.
thanhvien-vaitro-title = CHANGE OF ROLE
thanhvien-vaitro-preview = { $name }
    Now: { $was }
    Will be: { $now }
thanhvien-vaitro-saved = Saved. { $name }: { $now }.
thanhvien-probationary-office = { $name } is a probationary member and cannot hold an office yet. Once official, first type: /thanhvien tinhtrang { $name }: chính thức
thanhvien-ask-whose-status = Whose status changes? Please give the name.
thanhvien-tinhtrang-title = CHANGE OF STATUS
thanhvien-tinhtrang-saved = Saved. Status of { $name }: { $now }.
thanhvien-same-status = { $name } has that status already; nothing changes.
thanhvien-status-of-exempt = { $name } is exempt from meetings. Please end that first: /thanhvien mien { $name } thôi
thanhvien-office-needs-official = { $name } holds an office. Please take it first: /thanhvien vaitro { $name }: không
thanhvien-same-role = { $name } holds that role already; nothing changes.
thanhvien-ask-list = Please paste the list here: copied from Excel or a CSV file, with the heads in its first line; or one name a line. You see what it would do before anything is written. For example:
    Name;Role;Cell;Status
    Trần Thị Lan;Minute-taker;1;Official
# $problems: each place to put right, with its line
thanhvien-list-wrong = { $problems }
    Please put that right and paste the whole list again.
thanhvien-nhap-title = A LIST OF MEMBERS
# $added, $changed: how many
thanhvien-nhap-saved = Saved: { $added } new members, { $changed } changed. To invite each of them, draw a code: /thanhvien ma and the name.
thanhvien-ten-title = CORRECT A NAME
thanhvien-was-now = Now: { $was }
    Will be: { $now }
thanhvien-ten-saved = The name is now: { $name }.
thanhvien-chuyendi-title = A MEMBER HAS LEFT
thanhvien-chuyendi-preview = { $name } will not be in the list any more and gets nothing from the branch. Comments and earlier records stay.
thanhvien-chuyendi-turn = The comrade presents current affairs in { $month }: please assign somebody else with /thoisu phancong.
thanhvien-chuyendi-saved = It is noted that { $name } has left.
thanhvien-bangiao-title = HAND OVER
thanhvien-bangiao-preview = { $name } becomes secretary; you stop being secretary in the system as soon as this is saved.
thanhvien-bangiao-saved = Handed over. The secretary is { $name } now.
thanhvien-bangiao-told = { $name } has handed the secretary's office in the system over to you. Type /trogiup to see the secretary's commands.
thanhvien-secretary-by-handover = A branch has one secretary. To change that, the present one uses /thanhvien bangiao and the name of the successor.
thanhvien-button-list = See the list
thanhvien-ask-who-is-back = Who is back? Those who have left: { $names }.
thanhvien-nobody-moved = Nobody is noted to have left the branch. To add a new member, please use /thanhvien them.
thanhvien-trolai-title = A MEMBER IS BACK
thanhvien-trolai-preview = { $name } will be in the list again, without a role. There will be a new invite code to connect with.
thanhvien-trolai-saved = It is noted that { $name } is back in the branch.
thanhvien-ask-whose-simple = Simple mode on or off for whom? Please type the name.
thanhvien-dongian-saved = Simple mode is { $on ->
        [yes] on
       *[no] off
    } for { $name }.
