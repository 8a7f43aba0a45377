# Why a configuration cannot work, and what to do about it, for whoever runs chibot. A message with `.todo` ends a command; the first group are lines under `config-variables`.
# $name: name of the variable; $values: the values it may have. The value it has is never shown: it may be a secret.
config-port = { $name } must be a whole number up to 65535, for example 3000.
config-host = { $name } must be a host name or an address, for example 127.0.0.1.
config-public-url = { $name } must start with https:// (http:// only for localhost), for example https://chibot.example.vn.
config-trust-proxy = { $name } must be the number of proxies in front, or their addresses, for example 1 or 10.0.0.0/8.
config-mongodb-uri = { $name } must start with mongodb:// or mongodb+srv://.
config-one-of = { $name } must be one of: { $values }.
config-metrics-token = { $name } needs 16 plain characters or more, no blanks; make one with: openssl rand -hex 24
config-failpoint = { $name } is <name>:<n>, for tests only; unset it.
config-api-root = { $name } must start with https:// (http:// only for this computer) and have neither ? nor #; usually it is left out.
config-telegram-token = { $name } is not a token as @BotFather gives it: digits, a colon, 35 characters; copy it again, whole.
config-telegram-secret = { $name } may have letters, digits, _ and - only, 256 at most; make one with: openssl rand -hex 32
config-zalo-bot-token = { $name } is not a token as Zalo Bot Creator gives it: digits, a colon, letters; copy it again, whole.
config-zalo-bot-secret = { $name } must have 8 to 256 letters, digits, _ and - only; make one with: openssl rand -hex 32
config-zalo-bot-quota = { $name } must be the number of messages your plan allows a month, for example 3000.
config-zalo-oa-app-id = { $name } must be the number of the app on Zalo's site for developers; see docs/zalo-oa.md.
config-zalo-oa-secret = { $name } must be at least 8 characters without blanks, as the console shows it; copy it again, whole.
config-zalo-oa-verifier = { $name } must be the code in the name of the file Zalo gave you: zalo_verifier<code>.html

config-variables = The environment, or the file .env, is not right yet:
    .todo = Correct each variable named (.env.example explains them), then run the command again.
config-env-file = The file .env cannot be read.
    .todo = See that .env is a file this account may read, then run the command again.

# $name: the variable of a platform that is set
config-web-chat-beside = WEB_CHAT=on beside { $name }: the local web chat is for trying only, whoever opens it can speak as any member.
    .todo = Remove WEB_CHAT; to try, start without { $name } and with another DATA_DIR.
config-web-chat-off = WEB_CHAT=off leaves no channel, as no platform is configured: nobody could be reached.
    .todo = Remove WEB_CHAT, or set TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN or ZALO_OA_APP_ID.
config-web-chat-public = PUBLIC_URL is set, but the local web chat is on: it is for trying only and must not be reachable from outside.
    .todo = Remove PUBLIC_URL, or set TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN or ZALO_OA_APP_ID.
# $prefix: of the platform's variables; $brings: name of the platform
config-webhook-no-address = { $prefix }_MODE=webhook needs PUBLIC_URL, the address { $brings } reaches this service at.
    .todo = Set PUBLIC_URL, or remove { $prefix }_MODE: polling needs no address.
config-webhook-no-secret = { $prefix }_WEBHOOK_SECRET is missing: without it anybody could send what looks like messages of your members.
    .todo = Make one with: openssl rand -hex 32. Or set { $prefix }_MODE=polling, which needs none.
config-zalo-oa-no-app-secret = ZALO_OA_APP_SECRET is missing: without it the access token cannot be renewed.
    .todo = Copy it from the settings of the app on Zalo's site for developers; see docs/zalo-oa.md.
config-zalo-oa-no-secret-key = ZALO_OA_SECRET_KEY is missing: without it anybody could send what looks like messages of your members.
    .todo = Copy the OA Secret Key from the webhook page of the app on Zalo's site for developers; see docs/zalo-oa.md.
config-zalo-oa-no-address = ZALO_OA_APP_ID needs PUBLIC_URL: a Zalo Official Account tells what is said only to an address it can reach.
    .todo = Set PUBLIC_URL, or remove ZALO_OA_APP_ID.

config-telegram-token-refused = TELEGRAM_BOT_TOKEN: Telegram does not know this token.
    .todo = Take the present one from @BotFather (/mybots, API Token) and start again.
# $why: Telegram's own words
config-telegram-address-refused = PUBLIC_URL: Telegram refuses this address for a webhook ({ $why }).
    .todo = Set an address with https, on port 443, 80, 88 or 8443. Without PUBLIC_URL the service polls, which needs no address.
config-zalo-bot-token-refused = ZALO_BOT_TOKEN: Zalo does not know this token.
    .todo = Take the present one from Zalo Bot Creator and start again.
config-zalo-bot-address-refused = PUBLIC_URL: Zalo refuses this address for a webhook.
    .todo = Set an address with https that is reachable from outside. Without PUBLIC_URL the service polls, which needs no address.

# $port: the port
config-port-taken = PORT: { $port } is taken by another program.
    .todo = Stop that one, or set PORT to a free port.
config-port-forbidden = PORT: { $port } may not be used by this account.
    .todo = Set PORT to a number above 1023.
# $host: what HOST says
config-host-unknown = HOST: { $host } is no address of this computer.
    .todo = Set HOST to 127.0.0.1 or 0.0.0.0.

# $folder: the folder
config-no-store = DATA_DIR: there is no store in { $folder }.
    .todo = Set DATA_DIR to the folder the service uses. A new store is made by chibot start, setup-code or import.
config-data-dir = DATA_DIR: the folder { $folder } cannot be made.
    .todo = Set DATA_DIR to a folder this account may write to.
# $file: the file
config-data-file = DATA_DIR: { $file } cannot be opened.
    .todo = See that it is chibot's, on a disk with room, and that this account may write to it.
config-mongodb-refused = MONGODB_URI: the server refuses its user or password.
    .todo = Correct them (special characters as %XX).
config-mongodb-address = MONGODB_URI: not a MongoDB address.
    .todo = Write it like this: mongodb://user:password@host:27017/chibot
config-half-restored = This store is not whole: restoring it was broken off, or is going on.
    .todo = Run chibot restore again with the same backup.
config-half-moved = This store is not whole: moving into it was broken off, or is going on.
    .todo = Run chibot move-store again as before; where the data come from, nothing is lost.
# $stored, $known: numbers of schemas
config-newer-store = The store was written by a newer version of chibot (schema { $stored }; this one knows { $known }).
    .todo = Start that version, or set another store (DATA_DIR or MONGODB_URI).
config-demo-store = This store holds the demo, whose clock is not the real one.
    .todo = For real use set another DATA_DIR, or an empty database.
