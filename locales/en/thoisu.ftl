### Taking turns to present current affairs.

thoisu = who presents current affairs, 12 months ahead
    .usage = /thoisu
thoisu-doi = swap turns with another comrade
    .usage = For example: /thoisu doi 2027-08 Sa Riên 2027-10
thoisu-thay = ask another comrade to present instead
    .usage = For example: /thoisu thay 2027-08 Sa Riên
thoisu-nop = hand in the notes on current affairs
    .usage = For example: /thoisu nop 2027-08, then send your notes
thoisu-bo = ask to be skipped (secretary: skip a turn)
    .usage = For example: /thoisu bo 2027-08 away on a course
thoisu-phancong = name the presenter of a month
    .usage = For example: /thoisu phancong 2027-08 Sa Riên

thoisu-title = Presenting current affairs
thoisu-line = { $month } – { $name }{ $how ->
        [forecast] {" "}(forecast)
        [swap] {" "}(swapped)
        [substitute] {" "}(substitute)
        [override] {" "}(assigned)
       *[rota] {""}
    }
thoisu-line-nobody = { $month } – no presenter yet
thoisu-line-cancelled = { $month } – no meeting
thoisu-short = Current affairs in { $month }: comrade { $name } presents.
thoisu-short-nobody = The next meeting has no presenter of current affairs yet.
# $typed: what was typed
thoisu-unknown = “{ $typed }” after /thoisu was not understood. What there is: the list: /thoisu; swap turns: /thoisu doi; ask for a substitute: /thoisu thay; hand in notes: /thoisu nop; ask to be skipped: /thoisu bo; name a presenter (secretary): /thoisu phancong.
thoisu-next = Next turn not settled yet, { $month }: comrade { $name }. { $why }
thoisu-passed = Comrades considered first, but passed over: { $names }.
thoisu-passed-exempt = exempt from meetings
thoisu-passed-away = cannot come to that meeting
thoisu-passed-author = prepares a topic that month
thoisu-passed-skipped = skipped

thoisu-why-never = Reason: has not presented yet; those who have waited equally long go by name.
thoisu-why-longest = Reason: has waited longest, last presented in { $month }.
thoisu-why-skipped = Reason: was skipped in { $month } and so has the next free turn.
thoisu-why-swap = Swapped with comrade { $name } ({ $month }).
thoisu-why-substitute = In place of comrade { $name }.
thoisu-why-override = Assigned by the branch secretary.

thoisu-card-title = Current affairs, { $month }
thoisu-card = Dear comrade { $name }, in { $month } it is your turn to present current affairs (about 10–15 minutes). The meeting: { $date }.
thoisu-outline =
    1. Domestic: 3–5 items
    2. International: 3–5 items
    3. Local: 3–5 items
    For each item, its source and what it means for the branch.
thoisu-card-how = Please hand in your notes so that they go with the notice: choose “Hand in notes”, or reply to this message. Thank you.
thoisu-card-notes-in = Your notes have been received; you may hand them in again until the meeting begins. Thank you.
thoisu-late = (This message comes late; please excuse it.)
thoisu-call = Comrade { $name } presents current affairs in { $month } (meeting on { $date }) but uses no chat. Please tell this comrade by phone.
thoisu-missed = Comrade { $name } had not been reminded of the turn in { $month } when the meeting began, so nothing was sent any more.
thoisu-nobody-free = No presenter of current affairs could be chosen for { $month }: everybody is exempt, away or busy with a topic. Please name one.
thoisu-group-changed = Current affairs in { $month } will now be presented by comrade { $name }.
thoisu-replaced = Current affairs in { $month } will now be presented by comrade { $name }; you need not prepare this turn any more.
# The presenter cannot come: to the secretary alone. $date: of the meeting
thoisu-presenter-away = Comrade { $name } cannot come to the meeting of { $month } ({ $date }), and has the turn to present current affairs. Please name another comrade.
thoisu-presenter-back = Comrade { $name } now says that the meeting of { $month } ({ $date }) is possible; the turn stays with that comrade.
thoisu-presenter-exempt = Comrade { $name } is now exempt from the meeting of { $month } ({ $date }), and has the turn to present current affairs. Please name another comrade.
thoisu-presenter-left = Comrade { $name } is no longer in the branch, and has the turn to present current affairs in { $month } ({ $date }). Please name another comrade.
thoisu-changed = Current affairs in { $month }: comrade { $name } presents in place of comrade { $was }.

thoisu-button-known = Understood
thoisu-button-notes = Hand in notes
thoisu-button-notes-for = Enter the notes
thoisu-button-swap = Ask to swap
thoisu-button-ask-skip = Ask to be skipped
thoisu-button-phoned = Told by phone
thoisu-button-assign = Name one
thoisu-button-accept = Accept
thoisu-button-decline = Cannot accept
thoisu-button-withdraw = Withdraw the offer
thoisu-button-skip = Agree to skip
thoisu-button-keep = Keep the turn
thoisu-button-nothing = Nothing

thoisu-ask-month = The turn of which month? (for example 08/2027)
thoisu-ask-month-swap = Which month's turn is to be swapped for another comrade's? (for example 08/2027)
thoisu-ask-month-substitute = For which month's turn do you need a substitute? (for example 08/2027)
thoisu-month-unclear = This month was not understood. Please type it like 08/2027 or month 8.
thoisu-month-over = The meeting of { $month } is over, so this turn cannot be changed any more.
thoisu-month-far = { $month } is too far away; turns are known for the next 12 months.
thoisu-month-cancelled = The meeting of { $month } was cancelled, so there is no turn.
thoisu-month-nobody = { $month } has no presenter yet.
thoisu-not-yours = The turn of { $month } is not yours; type /thoisu to see whose it is. If you need it, please speak with the branch secretary.
thoisu-no-turn = You have no turn to present in the next 12 months. Type /thoisu to see the list.
thoisu-not-settled = The turn of { $month } is only a forecast; once it is settled you will be told, and notes are taken.
thoisu-changed-meanwhile = The turns have just changed, so this does not hold any more. Type /thoisu to see them as they are.
thoisu-ask-person = Which comrade is to present in { $month }? Choose or type a name.
thoisu-ask-partner = With which comrade do you swap the turn of { $month }? Each presents in the other's month, once the comrade who is asked accepts. Choose or type a name.
thoisu-ask-substitute = Which comrade is to present in { $month } as a substitute? That comrade gives up no turn; the one replaced has the next free turn. Choose or type a name.
thoisu-person-unknown = Nobody called “{ $typed }” was found in the branch. Please type the name again.
thoisu-person-several = Several comrades share this name: { $names }. Please type more of it, or the key in brackets.
thoisu-person-same = Comrade { $name } has this month anyway. Please choose another comrade.
thoisu-ask-theirs = Which month of comrade { $name } in return?
thoisu-theirs-not = { $month } is not a turn of comrade { $name }. That comrade's turns: { $months }.
thoisu-partner-no-turn = Comrade { $name } has no turn in the next 12 months to swap. You may ask for a substitute: /thoisu thay.
thoisu-warn-author = ⚠ Comrade { $name } is preparing topic { $code } (“{ $title }”) in the quarter of { $month }.
thoisu-warn-exempt = ⚠ Comrade { $name } is exempt from the meeting of { $month }.
thoisu-warn-away = ⚠ Comrade { $name } has said no to the meeting of { $month }.

thoisu-offer-title = Offer to swap turns
thoisu-substitute-title = Offer to present as a substitute
thoisu-substitute-means = Comrade { $from } has the next free turn.
thoisu-offer-swap =
    – { $month }: comrade { $to } (in place of comrade { $from })
    – { $theirs }: comrade { $from } (in place of comrade { $to })
thoisu-offer-substitute = – { $month }: comrade { $to } in place of comrade { $from }
thoisu-offer-asks = This goes to comrade { $name }; nothing changes before that comrade accepts.
thoisu-offer-until = Please answer before { $time }, { $date }. Thank you.
thoisu-offer-phone = Comrade { $name } uses no chat; please ask by phone and answer here for that comrade.
thoisu-offer-for-you = Comrade { $name } has been asked about your turn in { $month }; you will be told the answer.
thoisu-offer-sent = The offer has gone to comrade { $name } and is open until { $time }, { $date }.
thoisu-offer-waits = An offer about { $month } is waiting for the answer of comrade { $name }. To make another one, withdraw it first.
thoisu-offer-too-late = The meeting of { $month } is less than a day away, too late to ask for a swap. Please tell the branch secretary at once.
thoisu-offer-accepted = Noted, thank you:
thoisu-offer-agreed = Comrade { $name } has accepted the swap of turns:
thoisu-offer-declined = Comrade { $to } cannot accept the offer about { $month }. The turn stays with comrade { $from }.
thoisu-offer-withdrawn = Comrade { $from } has withdrawn the offer about { $month }. The turn stays as it was.
thoisu-offer-expired = The offer of comrade { $from } to comrade { $to } about { $month } was not answered in time. The turn stays as it was.
thoisu-offer-overtaken = The offer between comrade { $from } and comrade { $to } about { $month } does not hold any more: the turn has changed, or the meeting is over.
thoisu-offer-is-accepted = This offer has been accepted and noted already. Thank you.
thoisu-offer-is-declined = Noted: the offer was not accepted, the turn stays as it was.
thoisu-offer-is-withdrawn = Noted: the offer was withdrawn, the turn stays as it was.
thoisu-offer-is-expired = This offer does not hold any more, the turn stays as it was. Type /thoisu to see the turns.
thoisu-offer-unknown = There is no such offer waiting for you.
thoisu-offer-none = No offer to swap is waiting for you.
thoisu-ask-offer = Which offer? Choose a month.

thoisu-ask-reason = The reason, in short? (no need to speak of health or private matters)
thoisu-reason-length = Please give a short reason of at most { $most } characters.
thoisu-skip-ask-preview =
    You ask to be skipped in { $month }. Reason: { $reason }
    This goes to the secretary alone; if it is agreed to, you have the next free turn.
thoisu-skip-preview =
    Comrade { $name } is skipped in { $month }. Reason: { $reason }
    Comrade { $instead } will present in { $month }; comrade { $name } has the next free turn.
thoisu-skip-asked = Comrade { $name } asks to be skipped in { $month }. Reason: { $reason }
thoisu-skip-sent = Your wish to be skipped in { $month } has gone to the secretary. The turn stays yours until it is agreed to.
thoisu-skip-done = Comrade { $name } is skipped in { $month }. Comrade { $instead } presents in { $month }.
thoisu-skip-next = Comrade { $name } has the next free turn: { $month } (forecast).
thoisu-skip-already = Noted: comrade { $name } has been skipped in { $month }.
thoisu-skip-was-declined = Noted: comrade { $name } keeps the turn of { $month }.
thoisu-skip-declined = Your wish to be skipped in { $month } was not agreed to; the turn stays yours. If you need it, please speak with the secretary.
thoisu-skip-nobody = There is nobody else to present in { $month }. Please name somebody: /thoisu phancong.
thoisu-skip-unknown = There is no such wish to be skipped.
thoisu-ask-skip = Please choose under the wish to be skipped.

thoisu-assign-instead = Comrade { $name } is to present in { $month }, in place of comrade { $was }. All concerned are told.
thoisu-assign-vacant = Comrade { $name } is to present in { $month }.
thoisu-assigned = Assigned: comrade { $name } presents in { $month }.
thoisu-assigned-already = Noted: comrade { $name } presents in { $month } anyway.

thoisu-known = Noted. Thank you for taking the turn of { $month }.
thoisu-known-already = This was noted before. Thank you.
thoisu-phoned = Noted: comrade { $name } was told by phone of the turn in { $month }.
thoisu-ask-domestic = Current affairs, { $month }: domestic news (3–5 items, each with its source and what it means for the branch)? You may also send all three parts in one message, each beginning with “Domestic:”, “International:”, “Local:”.
thoisu-ask-international = Current affairs, { $month }: international news (3–5 items, with source and meaning)? If there is none, type - ; if that is all, type: Xong.
thoisu-ask-local = Current affairs, { $month }: local news (3–5 items, with source and meaning)? If there is none, type - ; if that is all, type: Xong.
thoisu-notes-length = Please send at most { $most } characters at a time.
thoisu-notes-empty = The notes are empty, so nothing was handed in. Please try again: /thoisu nop.
thoisu-notes-none-yet = Nothing has been given yet, so there is nothing to hand in. If not now, choose “Cancel”.
thoisu-notes-domestic = 1. Domestic
thoisu-notes-international = 2. International
thoisu-notes-local = 3. Local
thoisu-notes-preview = Current affairs in { $month }, notes of comrade { $name }
thoisu-notes-goes = These notes go with the notice; they may be handed in again until the meeting begins.
thoisu-notes-goes-late = The notice has gone out; the notes are kept for the meeting and go to the secretary.
thoisu-notes-kept = The notes of comrade { $name } for { $month } have been received and go with the notice. Thank you.
thoisu-notes-kept-late = The notes of comrade { $name } for { $month } have been received. Thank you.
thoisu-notes-told = Comrade { $name } has handed in the notes for { $month }
thoisu-reply-else = If these are not your notes, please choose “Cancel” or “Ask to swap”.
