kenh = your channels and their order
    .usage = /kenh: shows the channels you have linked. Each message comes once, on the first that can take it; where none can, the secretary phones.
kenh-them = a code to link one more channel
    .usage = /kenh them: gives a one-use code; type it to the bot on the other channel.
kenh-uutien = the channel to be tried first
    .usage = /kenh uutien zalo
kenh-bo = unlink a channel
    .usage = /kenh bo telegram
kenh-cua = see and order a comrade's channels for him
    .usage = /kenh cua Sơn
# $channel: its name inside the product
kenh-name = { $channel ->
        [telegram] Telegram
        [zalo-bot] Zalo (bot)
        [zalo-oa] Zalo (official account)
       *[web] the web page
    }
kenh-title = Your channels
kenh-title-of = Channels of comrade { $name }
kenh-line = { $place }) { $channel } – { $standing ->
        [good] receives messages
        [blocked] has blocked the bot
       *[asked] has not agreed yet
    }
# A channel that lets us write only for a while after the reader wrote
kenh-window-free = May be written to, free of charge, until { $hour }:{ $minute } on { $day }.
kenh-window-billed = May be written to, Zalo charges for it, until { $hour }:{ $minute } on { $day }.
kenh-window-closed = Cannot be written to: nothing has come from this channel for 7 days. One message to the account opens it again.
kenh-window-unknown = Not known until when it may be written to: nothing has been heard from this channel yet. Messages are tried all the same.
kenh-none = None is linked yet; invite the comrade with /thanhvien ma, or phone.
kenh-how = Each message is sent once, in this order; the next channel is used only where the one before cannot take it.
kenh-button-first = { $channel } first
kenh-button-add = Link one more
kenh-button-remove = Unlink it
kenh-ask-whose = Whose channels? Please type the name.
kenh-ask-which = Which channel? Please choose one or type its name.
kenh-which-none = There is no such channel. Please choose one of the list; /kenh shows it.
kenh-which-several = Several channels are called “{ $typed }”. Please choose one from the list.
kenh-code-title = Code for one more channel
kenh-code = Your code: { $code } (once, within { $minutes } minutes).
    Open the bot on the other channel and type this code there. Typing it means that you agree to get messages there too, with the same data kept as you agreed to here.
    Do not give this code to anybody.
kenh-code-link = If the other channel is Telegram, you can open: { $link }
# $self: name of the bot or page on Zalo
kenh-code-zalo = If the other channel is Zalo: look for “{ $self }” and send it the code.
kenh-linked = This channel is linked for comrade { $member }, { $name }. Each message comes once; /kenh sets the channel to be tried first.
kenh-linked-elsewhere = You have just linked { $channel }. If it was not you, please type /kenh bo to unlink it and tell the branch secretary.
kenh-confirm-remove = Unlink { $channel }? From then on nothing of the branch comes there.
kenh-removed = { $channel } is no longer one of your channels. To link it again: /kenh them.
kenh-removed-here = This channel is no longer one of yours. Messages of the branch do not come here any more.
kenh-removed-of = { $channel } of comrade { $name } is unlinked.
kenh-last = This is your only channel; without it nothing could reach you. Please link another first (/kenh them), or tell the branch secretary.
