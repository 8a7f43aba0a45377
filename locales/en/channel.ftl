# A channel that cannot send, or whose messages of the month run out: to the secretary.
# $channel: name of the channel
channel-title = { $channel }
# $sent: messages sent, $limit: messages the plan allows in a month
channel-scarce = Dear comrade, { $sent } of this month’s { $limit } messages on this channel are used. Until the month ends it is kept for notices, reminders of meetings, drafts and answers; lighter messages go by another channel of each comrade, or wait. To send more, please ask the operator to buy a larger plan.
channel-over = Dear comrade, the platform says that this month’s messages are used up ({ $sent } were sent). Until next month messages go by another channel of each comrade; whoever has none is on the list of calls to make: /thongbao. To use the channel again at once, please ask the operator to buy a larger plan.
# $code: the platform’s code
channel-closed-token = Dear comrade, nothing can be sent on this channel: its access is no longer valid (code { $code }). Please ask the operator to take a new refresh token as docs/zalo-oa.md says. Messages are kept; after half an hour whoever has another channel gets them there.
channel-closed-package = Dear comrade, nothing can be sent on this channel: the OA is not verified, or its package does not allow it (code { $code }). Please ask the administrator of the OA. Messages are kept; after half an hour whoever has another channel gets them there.
channel-closed-version = Dear comrade, nothing can be sent on this channel: Zalo no longer has the call in use (code { $code }). Please ask the operator to install a newer version. Messages are kept; after half an hour whoever has another channel gets them there.
channel-closed-app = Dear comrade, nothing can be sent on this channel: its app is not active, not authorised, or has a wrong key (code { $code }). Please ask the operator to run “chibot doctor”. Messages are kept; after half an hour whoever has another channel gets them there.
channel-closed-bot = Dear comrade, nothing can be sent on this channel: Zalo does not accept the bot’s token (code { $code }). Please ask the operator to take its token anew as docs/zalo-bot.md says. Messages are kept; after half an hour whoever has another channel gets them there.
