# The reading page that a link in a message opens
reading-product = Chi Bo Bot
reading-title = A document of the branch
reading-for = For comrade { $name } alone. Please do not pass this link on.
reading-file = Attached file: { $name } ({ $size })
reading-download = Download the file
reading-comment = Comment
reading-comment-how = Go back to the chat with the bot and type exactly like this:
reading-comment-line = { $line } <your comment>
reading-until = This page can be read until the end of { $date }. After that, send /chuyende to the bot to see the draft again.
reading-whole = Read the whole text on your own page: { $link }
reading-expired-title = This link has expired
reading-expired = Comrade, this link has expired. Go back to the chat with the bot and send /chuyende to see the draft again, or ask the secretary.
reading-none-title = There is nothing at this address
reading-none = Comrade, the link is not right, or the document is not there any more. Open the link from the bot's own message again, or send /chuyende to the bot to see the draft again.
reading-wait-title = Please wait a moment
reading-wait = Too many wrong links were opened from this network address. In 10 minutes, open the link from the bot's own message again.
