# Words of the command line `chibot`, for whoever runs it.
cli-chibot = Chi Bộ Bot: meeting notices, drafts, comments and the presenter's turn of a party branch
cli-start = run the service
cli-import = bring in a branch from a file, or bring its members and topics up to date
cli-import-file = the branch's JSON file, or a CSV list of its members
cli-import-dry-run-option = only say what would change, write nothing
cli-export = print everything of a branch (JSON), comments verbatim
cli-export-branch = the branch's id
cli-doctor = check the configuration, the store and whatever is stuck, with what to do
cli-doctor-retry = do a failed entry again
cli-doctor-resume = let a stopped lane run again
cli-doctor-yes = ask nothing
cli-store-unavailable = The store does not answer. Look at MongoDB or the disk of DATA_DIR, then run the command again.

# $file: name of the file; $code: the system's error code
cli-file-unreadable = The file { $file } cannot be read ({ $code }).
# $why: where and why
cli-file-not-json = The file { $file } is no correct JSON: { $why }
cli-file-refused = Nothing was brought in. Mend { $file } and run the command again.

# $name: name of the branch; $branch: its id
cli-import-founded = { $name } ({ $branch }): founded.
cli-import-known = { $name } ({ $branch }): brought up to date.
cli-import-would-be-founded = { $name } ({ $branch }): would be founded.
cli-import-would-be-known = { $name } ({ $branch }): would be brought up to date.
cli-import-same = { $name } ({ $branch }): is as the file says, nothing changed.
# $created, $changed, $same: numbers of members
cli-import-members = Members: { $created } new, { $changed } changed, { $same } unchanged.
# $created, $same: numbers of topics
cli-import-topics = Topics: { $created } new, { $same } unchanged.
# $count: number of accounts and groups
cli-import-would-link = Accounts and groups that would be linked: { $count }.
cli-import-dry-run = This was a rehearsal: nothing was written.
# $sent: messages sent this month, $limit: messages the plan allows
cli-doctor-quota-scarce = Zalo Bot has used { $sent } of the month's { $limit } messages: light ones take another channel or wait.
    .todo = Buy a larger plan, set ZALO_BOT_MONTHLY_QUOTA and start again; or have members link another channel (/kenh them).
cli-doctor-quota-over = Zalo says that the month's messages are used up ({ $sent } were sent): the bot sends nothing until next month.
    .todo = Buy a larger plan, set ZALO_BOT_MONTHLY_QUOTA and start again; whoever has no other channel is on the list of calls (/thongbao).
cli-doctor-zalo-oa-refused = Zalo does not accept the present access token of the OA.
    .todo = The service renews it with the next message. If this stays, take a new refresh token as docs/zalo-oa.md says.
cli-doctor-zalo-oa-silent = Zalo OA does not answer as it should.
    .todo = Check that this computer can reach the Internet, and ZALO_OA_API_ROOT, then try again.
# $outcome: Zalo’s code of what came of it
cli-doctor-zalo-bot-blocked = Somebody between turns Zalo away: its call of the webhook was refused ({ $outcome }) before it came to this service.
    .todo = Mostly Cloudflare: switch off its Browser Integrity Check for this host, or take the host out of Cloudflare. See docs/zalo-bot.md.
# $variable: name of the variable; $when: time and date
cli-doctor-webhook-secret = At { $when } a webhook came with another secret than { $variable } and was turned away.
    .todo = If members write and are not answered, { $variable } is wrong: copy it anew and start again. If they are answered, a stranger tried: nothing to do.
cli-doctor-zalo-oa-no-token = There is no refresh token for the Zalo OA, neither in the store nor in the configuration.
    .todo = Take one from the API Explorer, put it into ZALO_OA_REFRESH_TOKEN, start again. See docs/zalo-oa.md.
cli-doctor-zalo-oa-dead = Zalo takes the refresh token of the OA no more: nothing can be sent through it.
    .todo = Let an administrator of the OA take a new one from the API Explorer, put it into ZALO_OA_REFRESH_TOKEN, start again.
cli-doctor-zalo-oa-old = The refresh token of the OA was not renewed for long and is about to end (3 months).
    .todo = Start the service, so that it is renewed; if it is not, take a new one as docs/zalo-oa.md says.
# $code: Zalo's code
cli-doctor-zalo-oa-closed = Zalo refuses everything through the OA, code { $code }.
    .todo = -209, -212, -223, -242, -14004: see that the app is active, authorised by the OA, and that ZALO_OA_APP_ID and ZALO_OA_APP_SECRET are right. -221, -224: see that the OA is verified and its package allows it. -240: install a newer version. -216, -220: take a new refresh token.

# $entry: id of the entry; $seconds: how long it was waited for
cli-import-later = Not done after { $seconds } seconds. The entry { $entry } is in the journal and the service goes on with it; look again with `chibot doctor`.
cli-import-failed = The branch was not brought in: the entry { $entry } failed. `chibot doctor` says what to do.
# $who: name; $address: channel and id of the account
cli-link-done = { $who }: { $address } is linked.
cli-link-not-agreed = { $who }: { $address } is linked, but has not agreed yet; nothing is sent to it.
cli-link-failed = { $address }: not linked, the entry { $entry } failed. `chibot doctor` says what to do.
cli-bind-done = Group { $address }: bound to the branch.
cli-bind-other-branch = Group { $address }: belongs to another branch, not bound.
cli-bind-other-group = Group { $address }: the branch has another group, not bound.

# $branch: the id typed; $known: the ids in the store
cli-export-unknown = There is no branch { $branch }. In the store: { $known }.

cli-doctor-config-good = Configuration: good.
# $kind: sqlite or mongo; $schema: number
cli-doctor-store-good = Store: { $kind }, schema { $schema }.
cli-doctor-branch = Branch: { $name } ({ $branch }).
cli-doctor-no-branch = Branch: none in this store. If there should be one, look at DATA_DIR or MONGODB_URI; to found one: chibot setup-code or chibot import.
cli-doctor-working = Service: running.
cli-doctor-idle = Service: not running on this store.
cli-doctor-well = Nothing is wrong.
# $what: what to do
cli-doctor-todo = → { $what }
# $count: number of those not listed
cli-doctor-more = … and { $count } more of this kind.
cli-doctor-store = The store does not answer.
    .todo = Look at MongoDB or the disk of DATA_DIR, then run the command again.
# $entry: id of the entry; $lane: lane; $since: moment
cli-doctor-lag = The entry { $entry } of the lane { $lane } has been waiting since { $since }.
    .todo = Look into the service's log; if nothing moves, start the service anew.
cli-doctor-lag-unowned = The entry { $entry } of the lane { $lane } has been waiting since { $since }, and no service is running.
    .todo = Start the service: chibot start.
# $document: id of the document; $since: when it was due
cli-doctor-tick = Something due has not been done: { $document }, since { $since }.
    .todo = Look into the service's log; if nothing moves, start the service anew.
cli-doctor-tick-unowned = Something due has not been done: { $document }, since { $since }, and no service is running.
    .todo = Start the service: chibot start.
# $lane: lane; $entry: id of the entry; $why: reason; $since: moment
cli-doctor-lane-stopped = The lane { $lane } stopped at the entry { $entry }: { $why }
    .todo = Look at the mismatch and let it run again: chibot doctor --resume { $lane }
cli-doctor-lane-held = The lane { $lane } has been held by one entry for more than 10 minutes: { $entry }, since { $since }.
    .todo = Look into the service's log for this entry; if the store is slow, see to that first, then start the service anew.
# $entry: id of the entry; $kind: kind; $lane: lane; $when: moment; $failure: class of the error; $retry: moment of the next try
cli-doctor-failed = The entry { $entry } ({ $kind }, lane { $lane }, { $when }) failed: { $failure }.
    .todo = Once its cause is mended or the version updated: chibot doctor --retry { $entry }
cli-doctor-failed-again = The entry { $entry } ({ $kind }, lane { $lane }) failed before and waits to be done again ({ $retry }).
    .todo = It is done again by itself; if it keeps failing, look into the service's log and update the version.
# $row: id of the row; $recipient: to whom; $state: state; $lane: lane; $when: moment; $reason: reason
cli-doctor-row-in-doubt = It is not known whether this arrived: { $recipient } ({ $state }, { $when }), row { $row }.
    .todo = The secretary opens /thongbao and asks the recipient; if it did not arrive, “Gửi lại” sends it again, or a phone call does. Lane { $lane }.
cli-doctor-news-lost = News for { $recipient } did not arrive ({ $state }, { $reason }, { $when }), row { $row }.
    .todo = Tell them another way and see to their account. Lane { $lane }.
cli-doctor-news-untold = What came of a message has not been told to the branch: { $recipient } ({ $state }, { $when }), row { $row }.
    .todo = See whether the service runs and whether the lane { $lane } is stopped.
# $tries: how often it was tried
cli-doctor-fetch-failed = A file a member sent at { $when } could not be fetched in { $tries } tries (row { $fetch }).
    .todo = The sender has been asked to send it again; if there are many such files, see whether this computer reaches the chat platform and its disk has room. Lane { $lane }.
cli-doctor-fetch-late = A file a member sent at { $when } has not come yet, after { $tries } tries; the next is at { $retry } (row { $fetch }).
    .todo = See whether this computer reaches the chat platform and its disk has room. After a day the sender is asked to send it again. Lane { $lane }.
# $name: name of the branch; $branch: its id
cli-doctor-no-secretary = { $name } ({ $branch }): neither the secretary nor a deputy has an account, so news reaches nobody.
    .todo = Link an account of the secretary or a deputy, for example with `chibot import`.
# $year: year
cli-doctor-holidays = There is no list of holidays for { $year }; its days are computed from the law, not from the Government's notice.
    .todo = Update to a newer version, or the secretary enters the days with /caidat ngaynghi.
cli-doctor-refused = { $channel ->
        [telegram] Telegram refuses TELEGRAM_BOT_TOKEN or PUBLIC_URL, which it took before: this channel is closed, the others go on.
       *[other] Zalo refuses ZALO_BOT_TOKEN or PUBLIC_URL, which it took before: this channel is closed, the others go on.
    }
    .todo = Take the present token from { $channel ->
        [telegram] @BotFather (/mybots, API Token)
       *[other] Zalo Bot Creator
    }, see that PUBLIC_URL is reached from outside, and start the service again.
cli-doctor-zalo-bot-token = Zalo does not know ZALO_BOT_TOKEN.
    .todo = Take the present token from Zalo Bot Creator, put it into .env, start again.
cli-doctor-zalo-bot-silent = Zalo Bot does not answer as it should.
    .todo = Check that this computer reaches the Internet, and the address in ZALO_BOT_API_ROOT if it is set.
cli-doctor-zalo-bot-webhook = A webhook is set for the bot while this service polls: the bot hears nothing.
    .todo = Start the service again: it takes the webhook away. If it comes back, another program uses the token.
# $outcome: what Zalo answers
cli-doctor-zalo-bot-unreached = Zalo cannot reach the webhook: { $outcome }.
    .todo = Check PUBLIC_URL and the web server in front; webhook.http.403 is mostly Cloudflare. See docs/zalo-bot.md.

# $entry: id of the entry; $again: id under which it is done again
cli-retry-unknown = There is no entry { $entry }. Failed entries are listed by: chibot doctor
cli-retry-not-failed = The entry { $entry } has not failed, there is nothing to do again.
cli-retry-no-payload = What the entry { $entry } held was erased at the end of its term; it cannot be done again.
cli-retry-already = The entry { $entry } has been done again once, as { $again }. If that failed too: chibot doctor --retry { $again }
cli-retry-posted = It is in the journal again as { $again }; the service does it as soon as it runs.
# $lane: lane; $entry: id of the entry; $why: reason
cli-resume-unknown = There is no lane { $lane }. Stopped lanes are listed by: chibot doctor
cli-resume-runs = The lane { $lane } is not stopped.
cli-resume-no-payload = The lane { $lane } is stopped at an entry that holds nothing any more; it cannot be decided anew. Keep a copy of the store and ask the developers.
cli-resume-stopped = The lane { $lane } stopped at the entry { $entry }: { $why }
# $document: document; $wanted: version to be written; $stored: version in the store; $by: entry that wrote it
cli-resume-saved = { $document }: version { $wanted } was written by this entry.
cli-resume-unsaved = { $document }: version { $wanted } has not been written.
cli-resume-mismatch = { $document }: MISMATCH. Version { $wanted } was to be written, version { $stored } is there, written by { $by }.
cli-resume-sure = The entry will be decided anew on what is there now; what was written above may be done twice. Go on? (y/n)
cli-resume-ask = The lane { $lane } was left alone: nobody is here to confirm. Add --yes once you have looked.
cli-resume-left = The lane { $lane } was left alone.
cli-resume-changed = The lane { $lane } has just changed and was left alone. Run `chibot doctor` again.
# $again: id under which it is done again
cli-resume-done = The lane { $lane } runs again; the entry is decided anew as { $again }.
cli-setup-code = make a code with which one new branch can be founded
cli-setup-code-is = Set-up code: { $code } (works once, for { $days } days; shown only now)
cli-setup-code-how = Pass it to whoever will be the secretary. He sends it to the bot, agrees, and answers seven questions.
cli-import-branch-option = the branch a CSV list belongs to (not needed while there is only one)
cli-import-which-branch = There are several branches: { $known }. Please choose one: --branch <id>.
cli-import-yes-option = write a CSV list at once, without asking
cli-import-sure = Write this? (y/n)
cli-import-ask = Nothing was written: nobody sits at a terminal to agree. Run it again with --yes to write, or with --dry-run to look only.
cli-import-left = Nothing was written.

# Long work: how far it has come
cli-progress = { $percent } % ({ $done } / { $total })
cli-take-waits = A service may be working on this store; looking again for { $seconds } seconds …
cli-backup = back up the whole store into one file, also while the service runs
cli-backup-to = a folder (the file is named by the time) or the name of a file that is not there yet
cli-backup-empty = There is nothing in this store to back up. Look at DATA_DIR or MONGODB_URI: is it the store the service uses?
# $file: name of the file
cli-backup-exists = { $file } exists and is not written over. Choose another name, or give a folder.
# $file: the name given
cli-backup-no-folder = There is no folder { $file }. Make it first (mkdir { $file }); if a file is meant, give it an ending: { $file }.ndjson.gz
# $file: file or folder; $code: the system's error code
cli-backup-unwritable = { $file } cannot be written ({ $code }). Is the folder there, with room, and may this account write to it?
cli-backup-standalone = This MongoDB is a standalone server, which cannot be read as of one moment, so it is not backed up. Make it a replica set of one: start mongod with --replSet rs0, run rs.initiate() once in mongosh, add ?replicaSet=rs0 to MONGODB_URI. Or stop every service and use mongodump.
cli-backup-too-long = Reading the store took more than five minutes, longer than MongoDB keeps the past; the backup was thrown away. Run it at a quiet hour, write to a faster disk, or raise minSnapshotHistoryWindowInSeconds.
# $file: file; $rows: number of records; $files: number of files in it; $kilobytes: size
cli-backup-done = Backed up: { $file } ({ $rows } records, { $files } files, { $kilobytes } KB).
cli-backup-left-out = Not in it: the channels' access tokens (Telegram's is in the configuration; keep that too). It holds personal data and only its owner may read it: keep it in a safe place, and encrypt it when it leaves this machine.
cli-restore = restore the store from a backup (stop the service first)
cli-restore-backup = a file made by `chibot backup`
cli-restore-check = only read the backup to its end and check it
# $file: file; $time, $date: when it was made; $kind: the store it is of; $rows: number of records; $files: number of files
cli-restore-is = { $file }: backup of { $time } { $date } of a store of kind { $kind }, { $rows } records, { $files } files; it is whole.
cli-restore-damaged = { $file } is not whole: cut off, changed, or no backup at all. Nothing was touched; use another one.
cli-restore-foreign = { $file } is no backup of chibot.
cli-restore-newer = { $file } was made by a newer version. Update chibot, then restore.
cli-restore-unreadable = { $file } cannot be read.
cli-restore-owned = A service is working on this store. Stop every service and run the command again.
# $names: names of the branches in the store
cli-restore-replaces = In this store there is: { $names }. All of it will be replaced by what is in the backup; if it is still needed, run `chibot backup` first.
cli-restore-sure = Replace everything? (y/n)
cli-restore-ask = Nobody is here to confirm; the store was left alone. Add --yes if you are sure.
cli-restore-left = The store was left alone.
cli-restore-lost = Not restored to the end: something else has taken the store. Stop every service and run the command again.
# $rows: number of messages
cli-restore-done = Restored. { $rows } messages may or may not have arrived: the secretary gets one card that lists them, they are not sent again by themselves. Start the service: chibot start
cli-move = copy the whole store into another, empty one and compare (stop the service first)
cli-move-target = mongodb://… or sqlite:<folder>
cli-move-no-target = After --to comes a MongoDB address (mongodb://…) or sqlite:<folder>.
cli-move-nothing = There is nothing in this store to move. Look at DATA_DIR or MONGODB_URI.
cli-move-owned = A service is working on this store. Stop every service and run the command again.
cli-move-target-owned = A service is working on the target, or it is this very store.
cli-move-not-empty = The target is not empty and is not written over. Choose another database or folder.
cli-move-lost = Not moved to the end: something else has taken one of the stores. Stop every service and run the command again.
cli-move-collection = part
cli-move-from = from
cli-move-to = to
cli-move-differs = DIFFERS
cli-move-differs-all = The two stores are not the same: something else has written to one of them. The new one cannot be used yet. Stop every service and run the command again as before.
cli-move-done-mongo = Both stores hold the same. Set MONGODB_URI to that address and start the service; the old store is as it was, do not start on it again.
# $folder: folder
cli-move-done-sqlite = Both stores hold the same. Remove MONGODB_URI, set DATA_DIR={ $folder } and start the service; the old store is as it was, do not start on it again.
