engine-no-right = This is for the comrades assigned to it. If you need it, please speak with the branch secretary.
engine-sorry = Sorry, your last message could not be handled yet; its words are kept. Please try again in a few minutes, or tell the branch secretary.
engine-duty-failed = One of the branch's automatic duties could not be done. It will be tried again by itself; if this keeps happening, please ask the operator to run “chibot doctor”.
engine-question-over = This question is closed. Please type the command again, or type /trogiup to see the commands.
engine-confirm-again = Please choose “{ $yes }”; to drop it, type “cancel”.
engine-see-private = You have a private message from the bot about this; please look there.
engine-private-closed = The bot could not write to you privately. Please open your private chat with it, unblock it if you have blocked it, and send this again there.
# In a group, for somebody who has not pressed “Agree” in private.
engine-agree-first = What you just sent has not been recorded. Please first open your private chat with the bot, write anything there and choose “Agree”; then send it again.
engine-leave = Cancel
# In place of the button where a channel has none.
engine-leave-typed = Type “cancel” to leave this.
# Above the lines of choices on a channel without buttons.
engine-by-number = Please answer with a number:
# In a group on Zalo the bot sees only what quotes it or names it.
engine-by-number-group = Please quote this message and answer with a number, or name the system (@) with the number:
# Zalo only says that something was sent.
engine-unshown = Zalo does not hand files, videos or cards to the system, so what you have just sent was not received. Please type it, take a photo of it or record it.
engine-send = Send
engine-save = Save
engine-too-long = Your message is longer than { $limit } characters, so it was not kept. Please send it in several shorter messages.
engine-left = { $command }, which you had not finished, was left; type the command again when you need it.
engine-back = Back
engine-back-typed = Type “back” to mend the answer before.
# Where a channel has no buttons and the answer is itself a number: the choices bear none.
engine-choice-typed = – { $label }
