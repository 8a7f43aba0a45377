# After the bot's records were restored from a backup.
restore-title = The bot's records have been restored
# $time, $date: when the backup was made
restore-since = They are again as they were at { $time }, { $date }. What was said to the bot after that is gone; please ask everyone to send it again.
restore-in-doubt = It is not known whether these arrived; they are not sent again by themselves:
# $what: title of the message, $who: its recipients
restore-row = “{ $what }”: { $who }
# $count: messages not listed
restore-more = … and { $count } other messages.
