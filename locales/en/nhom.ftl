nhom-hello = Hello. This system serves the meetings of a party branch. To use it in this group, its secretary or deputy chooses below. In the group it only reads messages that name it, commands that begin with / and replies to its own messages.
nhom-bind = Give this group to the branch
nhom-bound = This group belongs to { $name } now. What goes to the whole branch is sent here. Type /trogiup to see the commands.
# $name: account name of whoever has just chosen
nhom-which-branch = { $name } is in charge of several branches. To which of them does this group belong? Please choose, whoever asked for it.
nhom-replaced = { $name } has taken another group as its common one. What goes to the whole branch is not sent here any more. If that is a mistake, its secretary or deputy chooses below to have this group back.
# $channel: name of the channel
nhom-changed = The branch's group on { $channel } has just been replaced by another one: its secretary or deputy chose “Give this group to the branch” there. The group before gets nothing more. If that is a mistake, please choose “Give this group to the branch” in the group before.
# $channel: name of the channel
nhom-lost = The system was removed from the branch's group on { $channel }, so nothing can be sent there; private messages go on. To use the group again, add the system and choose “Give this group to the branch”.
nhom-hidden = You are writing in the name of the group, so the system cannot know who you are. Please turn off anonymity for administrators, or write to the system in private.
