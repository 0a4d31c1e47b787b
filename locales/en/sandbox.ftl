### The sandbox's chat page.

sandbox-title = Community Partner: sandbox
sandbox-name = Community Partner sandbox
sandbox-play-money = Play money. Nothing here is real.
sandbox-language = Language of this page
sandbox-skip = Skip to the chats
sandbox-front = Parts of the page
sandbox-front-rail = Happened
sandbox-front-faults = Faults
sandbox-side = Behind the scenes
sandbox-side-rail = What just happened
sandbox-side-faults = Faults
sandbox-page-menu = Language and colours
sandbox-theme = Colours
sandbox-lost = The sandbox cannot be reached. Trying again…
sandbox-theme-auto = As the system
sandbox-theme-light = Light
sandbox-theme-dark = Dark

## The bot's process

sandbox-bot = The bot
sandbox-bot-running = Bot running
sandbox-bot-waiting = Bot running, waits for a platform
sandbox-bot-stopped = Bot restarting
sandbox-bot-running-since = Started
sandbox-bot-waiting-since = Started
sandbox-bot-stopped-since = Ended
sandbox-bot-waiting-why = One of the platforms has not let it in yet: look which faults are on.
sandbox-bot-restarts = { $count ->
    [0] It has not been restarted yet.
    [one] It has been restarted once.
   *[other] It has been restarted { $count } times.
}
sandbox-bot-kill-why = Ends the process at once, as a power cut would. It starts again by itself, and no payment may be lost or made twice.
sandbox-bot-kill = Kill the bot

## People

sandbox-acting-as = Acting as { $name }. Change person
sandbox-acting-as-title = Act as
sandbox-unread-others = { $count ->
    [one] { $count } unread message for somebody else
   *[other] { $count } unread messages for other people
}
sandbox-role-admin = admin
sandbox-role-finance_maker = finance: asks
sandbox-role-finance_checker = finance: decides
sandbox-role-risk_officer = risk officer
sandbox-role-reviewer = reviewer
sandbox-role-regional_manager = regional manager
sandbox-role-auditor = auditor
sandbox-role-partner = partner’s role
sandbox-role-none = member
sandbox-crowd-number = Anyone from the crowd, number
sandbox-crowd-be = Be them

## Rooms and messages

sandbox-rooms = Chats
sandbox-room-menu = More about this chat
sandbox-join = Join { $group }
sandbox-bring = Which group is the bot to be added to?
sandbox-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
sandbox-unread = unread
sandbox-messages = Messages
sandbox-empty = No messages here yet
sandbox-to-end = To the newest message
sandbox-message-from = Message from { $name }
sandbox-to-composer = Skip to writing
sandbox-reply-to = Reply to { $name }
sandbox-reply-cancel = Do not reply
sandbox-edited = edited
sandbox-picture = Picture
sandbox-document = Document
sandbox-attach = Attach a file
sandbox-attach-not = Leave the file out
sandbox-spoiler = Hidden text. Press to show it
sandbox-quote-more = Show more
sandbox-quote-less = Show less
sandbox-unknown = unknown
sandbox-service-joined = { $name } joined the group
sandbox-service-left = { $name } left the group
sandbox-service-pinned = { $name } pinned a message
sandbox-service-title = { $name } named the group “{ $title }”
sandbox-service-migrated = The group became a supergroup
sandbox-service-topic = Topic “{ $title }” was created
sandbox-service-created = { $name } created the group

## Typing and pressing

sandbox-send = Send
sandbox-commands = Commands
sandbox-select = Choose…
sandbox-done = Done
sandbox-ok = OK
sandbox-fold = Fold
sandbox-unfold = Unfold
sandbox-close = Close
sandbox-cancel = Cancel
sandbox-alert = Message from the bot
sandbox-waiting = Waiting for the bot
sandbox-option-true = Yes
sandbox-option-false = No
sandbox-note-copied = Copied
sandbox-note-not-here = This kind of button does not work in the sandbox
sandbox-note-impossible = The platform does not let this person do that
sandbox-note-denied = That did not work
sandbox-note-timeout-telegram = The bot did not answer this press
sandbox-note-timeout-discord = The bot did not answer in time

## As in Telegram's apps

sandbox-telegram-bot = bot
sandbox-telegram-menu = Menu
sandbox-telegram-type = Message
sandbox-telegram-only-you = Only you see this

## As in Discord's apps

sandbox-discord-app = APP
sandbox-discord-used = used
sandbox-discord-used-some = used a command
sandbox-discord-type = Message { $room }
sandbox-discord-only-you = Only you can see this
sandbox-discord-dismiss = Dismiss message
sandbox-discord-edited = (edited)
sandbox-discord-thinking = { $name } is thinking…
sandbox-discord-failed = This interaction failed
sandbox-discord-modal-failed = Something went wrong. Try again.
sandbox-discord-submit = Submit
sandbox-discord-no-option = There is no such option: { $words }
sandbox-discord-more-options = + { $count } optional

## What the bot does

sandbox-rail-empty = Nothing yet. Drop a packet or press a button, and read here what came of it.
sandbox-rail-older = { $count ->
    [one] Show { $count } older entry
   *[other] Show { $count } older entries
}
sandbox-rail-new = { $count ->
    [one] { $count } new entry
   *[other] { $count } new entries
}
sandbox-rail-presses = Of { $presses } presses: answered { $answered } · not answered { $unanswered } · not let through { $turnedAway } · waiting { $waiting }
sandbox-rail-deliveries = The platform delivered it { $count } times; it was done once.
sandbox-rail-too-fast = { $name } was too fast and has been told so once. More is not said until it is calmer.
sandbox-struck-late = It reached the bot { $seconds } s late.
sandbox-struck-behind = It waited behind an earlier one of the same chat that was held back.
sandbox-struck-overtaken = It was held back, and something from another chat reached the bot before it.
sandbox-struck-not-overtaken = It was held back for 1 s to be overtaken, but nothing came from another chat.
sandbox-answer-due-group = { $name } waits for the answer: a group on Telegram takes 20 messages a minute, and not all are for answers.
sandbox-answer-due = { $name } waits for the answer: it is not sent yet.
sandbox-lost-later = Nobody saw the answer at once; { $name } was told by a message afterwards.
sandbox-lost-trying = Nobody saw the answer. The bot is still trying to tell { $name } by a message.
sandbox-lost-waits = Nobody saw the answer. It is kept, and comes as soon as { $name } opens the private chat.
sandbox-lost-given-up = Nobody saw the answer, and the message that was to tell { $name } failed as well.
sandbox-lost-lost = Nobody saw the answer.
sandbox-lost-because = This failed:
sandbox-rail-seen = { $name } saw:
sandbox-rail-ledger = Rows of the ledger
sandbox-rail-to = to
sandbox-rail-by-time = matched by time
sandbox-rail-messages = Messages it caused
sandbox-rail-facts = What changed
# What changed, from record.ftl: “dropped a red packet”.
sandbox-by-bot = The bot { $what }
sandbox-outgoing-queued = To { $name }: waiting to be sent
sandbox-outgoing-leased = To { $name }: being sent
sandbox-outgoing-sent = To { $name }: sent
sandbox-outgoing-unknown = To { $name }: nobody knows whether it arrived
sandbox-outgoing-dead = To { $name }: could not be sent
sandbox-rail-only-for = only for { $name }
sandbox-rail-more = and { $count } more
# What the bot sent and the platform ignores, e.g. "sendMessage: unknown field colour".
sandbox-rail-strange = Sent what the platform does not know: { $what }
sandbox-strange-field = { $method }: unknown field { $field }
sandbox-strange-type = { $method }: { $field } is not of type { $type }
sandbox-rail-raw = Raw data
sandbox-rail-raw-of = Raw data: { $name }, { $words }
sandbox-rail-raw-gone = The raw data is not kept any more.
sandbox-rail-calls = { $count ->
    [one] { $count } call
   *[other] { $count } calls
}
sandbox-rail-api = Calls of the bot
sandbox-rail-update = What the bot was sent
sandbox-rail-call = What the bot remembers of it
sandbox-rail-rest = Ledger, record and outbox
sandbox-switched-killed = The bot was killed
sandbox-switched-way = Updates from { $platform } come another way: { $way }
sandbox-switched-away = The bot is starting again.
sandbox-switched-back = The bot was back after { $seconds } s.
sandbox-sent-picture = sent a picture
sandbox-sent-document = sent a document
sandbox-did-say = wrote
sandbox-did-command = used
sandbox-did-press = pressed
sandbox-did-submit = sent a form
sandbox-did-open = opened a link
sandbox-did-join = joined
sandbox-did-leave = left
sandbox-did-bring = brought the bot
sandbox-did-let-in = added the bot
sandbox-did-show-out = removed the bot
sandbox-did-promote-bot = made the bot an administrator
sandbox-did-demote-bot = made the bot an ordinary member
sandbox-did-become-admin = was made an administrator
sandbox-did-cease-admin = is no administrator any more
sandbox-did-mute = let only administrators write
sandbox-did-unmute = let everybody write again
sandbox-did-upgrade = made the group a supergroup
sandbox-did-close-topic = closed the topic
sandbox-did-open-topic = opened the topic again
sandbox-did-block = blocked the bot
sandbox-did-unblock = unblocked the bot
sandbox-did-delete-account = deleted their account
sandbox-did-restore-account = restored their account
sandbox-did-burst = { $people ->
    [one] { $people } person pressed { $presses } times:
   *[other] { $people } people pressed { $presses } times:
}
sandbox-result-waiting = in hand
sandbox-result-done = done
sandbox-result-refused = refused
sandbox-result-form = asked for more
sandbox-result-too-fast = too fast
sandbox-result-silent = nothing to say
sandbox-result-unheard = not for the bot
sandbox-result-unanswered = no answer
sandbox-result-impossible = not let through
sandbox-message-message = Sent
sandbox-message-edit = Changed
sandbox-message-delete = Deleted
sandbox-transfer-packet-fund = put into the packet
sandbox-transfer-packet-claim = share paid
sandbox-transfer-packet-return = came back
sandbox-owner-member = member
sandbox-owner-chat = group
sandbox-owner-packet = packet
sandbox-owner-campaign = campaign
sandbox-owner-treasury = treasury
sandbox-owner-payouts = payouts
sandbox-owner-fees = fees
sandbox-owner-rounding = rounding
sandbox-owner-clawback = clawback
sandbox-owner-application = application
sandbox-owner-packet-request = request
sandbox-owner-account = account
sandbox-owner-case = case
sandbox-owner-partner = partner
sandbox-owner-report = report
sandbox-owner-programme = programme
sandbox-phase-pending = set aside
sandbox-phase-post = let through
sandbox-phase-void = given back
sandbox-state-draft = begun, not sent yet
sandbox-state-submitted = sent
sandbox-state-screening = being checked
sandbox-state-queued = waiting for a reviewer
sandbox-state-in_review = with a reviewer
sandbox-state-interview = a talk is planned
sandbox-state-needs_info = waiting for the applicant
sandbox-state-approved = approved
sandbox-state-rejected = rejected
sandbox-state-withdrawn = withdrawn
sandbox-state-expired = ended, nobody went on with it

## What can go wrong on purpose

sandbox-transport = How updates reach the bot
sandbox-transport-about = A change stops the bot in good order and starts it with other settings.
sandbox-bot-listens = The bot itself listens at
sandbox-transport-switching = The bot is starting again…
sandbox-transport-problem = That did not work. Everything is as before.
sandbox-way-polling = Long polling
sandbox-way-polling-about = The bot asks Telegram for updates.
sandbox-way-webhook = Webhook
sandbox-way-webhook-about = Telegram calls the bot, and again when that fails.
sandbox-way-gateway = Gateway
sandbox-way-gateway-about = One connection that stays open.
sandbox-way-http = HTTP interactions
sandbox-way-http-about = Discord calls the bot and signs every call.
sandbox-faults = Faults
sandbox-faults-on = { $count } on
sandbox-faults-of = Faults on { $platform }
sandbox-faults-off = All off
sandbox-faults-about = What networks and platforms do on a bad day, on purpose. Whatever is on, no money may be lost or paid twice.
sandbox-fault-struck = { $count ->
    [one] Struck once
   *[other] Struck { $count } times
}
sandbox-fault-waits-beat = It waits for the bot’s next heartbeat, which comes every 41 s.
sandbox-fault-waits-line = It waits until the bot is connected to the gateway.
sandbox-fault-poll = That is the bot’s question for news. It asks again, and nothing is lost.
sandbox-fault-poll-held = That is the bot’s question for news: for { $seconds } s nothing that people did reached it, then all of it at once.
sandbox-session-away = The bot has not come back yet.
sandbox-session-resumed = { $count ->
    [0] The bot came back after { $seconds } s and went on where it was. Nothing was lost.
    [one] The bot came back after { $seconds } s and went on where it was: { $count } event was sent again. Nothing was lost.
   *[other] The bot came back after { $seconds } s and went on where it was: { $count } events were sent again. Nothing was lost.
}
sandbox-session-begun = { $count ->
    [0] The bot came back after { $seconds } s with a new session. Nothing was sent meanwhile, so nothing was lost.
    [one] The bot came back after { $seconds } s with a new session. { $count } event was sent meanwhile and is lost.
   *[other] The bot came back after { $seconds } s with a new session. { $count } events were sent meanwhile and are lost.
}
sandbox-level-off = Off
sandbox-level-next = Next time
sandbox-level-always = Always
sandbox-level-share = { $percent }%
sandbox-fault-limit = Too many requests
sandbox-about-limit = A call is turned away, and the bot is told to wait { $seconds } s.
sandbox-fault-global = Too many requests everywhere
sandbox-about-global = Every call of the bot is turned away for { $seconds } s, whatever it is for.
sandbox-fault-error-before = Server error, nothing done
sandbox-about-error-before = A call fails with a server error, and nothing has happened.
sandbox-fault-error-after = Server error, but done
sandbox-about-error-after = A call fails with a server error although it has had its effect.
sandbox-fault-stall = A call hangs
sandbox-about-stall = The platform takes { $seconds } s to answer a call.
sandbox-fault-reset-before = Line cut, nothing done
sandbox-about-reset-before = The connection breaks before a call has had its effect.
sandbox-fault-reset-after = Line cut, but done
sandbox-about-reset-after = The connection breaks after a call has had its effect; the bot cannot know.
sandbox-fault-unsure = Members not told
sandbox-about-unsure = Telegram does not tell the bot who somebody is in a group where it is no administrator.
sandbox-fault-duplicate = Delivered twice
sandbox-about-duplicate = The bot is sent the same thing a second time.
sandbox-fault-late = Delivered late
sandbox-about-late = What somebody did reaches the bot { $seconds } s later.
sandbox-fault-reorder = Overtaken
sandbox-about-reorder = What somebody did is overtaken by something from another chat.
sandbox-fault-reconnect = Asked to reconnect
sandbox-about-reconnect = Discord asks the bot to connect anew, and goes on where it was.
sandbox-fault-drop = Gateway cut
sandbox-about-drop = The connection breaks without a word, and goes on where it was.
sandbox-fault-session = Session lost
sandbox-about-session = Discord forgets the session: what was sent meanwhile is gone.
sandbox-fault-deaf = Silent gateway
sandbox-about-deaf = Discord stops answering heartbeats; the bot must notice by itself.

## The storm

sandbox-storm-chip = Let a crowd press
sandbox-recompute = Recompute it here
sandbox-record = Public record
sandbox-storm-title = Storm
sandbox-storm-about = People of the crowd press this button, all at once. See who gets a share and whether anyone is paid twice.
sandbox-storm-people = How many people
sandbox-storm-button = Which button
sandbox-storm-other = On the other platform as well
sandbox-storm-alone = Only here
sandbox-storm-twice = Everyone presses twice
sandbox-storm-kill = Kill the bot in the middle
sandbox-storm-kill-about = As a power cut would, when a third of the presses is answered. It starts again by itself.
sandbox-storm-start = { $count ->
    [one] Let { $count } person press
   *[other] Let { $count } people press
}
sandbox-storm-panel = The storm
sandbox-storm-running = { $count ->
    [one] { $count } person is pressing
   *[other] { $count } people are pressing
}
sandbox-storm-done = { $count ->
    [one] { $count } person has pressed
   *[other] { $count } people have pressed
}
sandbox-storm-cancelled = Stopped
sandbox-storm-stop = Stop
sandbox-storm-details = Details
sandbox-storm-less = Less
sandbox-storm-speed = How fast it went
sandbox-storm-progress = Presses that have ended
sandbox-storm-answered = Answered
sandbox-storm-crowd = People
sandbox-storm-people-sum = People, by what they got
sandbox-storm-presses-sum = Presses, by how they ended
sandbox-storm-presses = Presses
sandbox-storm-paid = Paid
sandbox-storm-refused = Refused
sandbox-storm-others = Other answers
sandbox-storm-open = Not known yet
sandbox-storm-lost = Lost
sandbox-storm-unanswered = Not answered
sandbox-storm-turned-away = Not let through
sandbox-storm-again = { $count ->
    [one] Pressed again: { $count } press is by somebody who had got no answer. It is counted above.
   *[other] Pressed again: { $count } presses are by people who had got no answer. They are counted above.
}
sandbox-reasons = Refused because: { $reasons }
sandbox-reason-packet-empty = nothing left
sandbox-reason-claimed-already = had a share already
sandbox-reason-entered-already = was in already
sandbox-reason-packet-drawn = no luck in the draw
sandbox-reason-packet-expired = time was up
sandbox-reason-packet-cancelled = packet ended early
sandbox-reason-packet-paused = packet paused
sandbox-reason-passphrase-wrong = wrong passphrase
sandbox-reason-too-fast = too fast
sandbox-reason-turned-away = button gone by then
sandbox-reason-other = other reasons
sandbox-storm-waiting = Waiting
sandbox-storm-killed = bot killed
sandbox-storm-until = Until
sandbox-storm-killed-away = The bot was killed after { $seconds } s and is starting again.
sandbox-storm-killed-back = The bot was killed after { $seconds } s and has started again by itself.
sandbox-storm-why-unanswered = { $count ->
    [one] Not answered: { $count } press had no answer in the time that the platforms give, 3 s on Discord and 15 s on Telegram.
   *[other] Not answered: { $count } presses had no answer in the time that the platforms give, 3 s on Discord and 15 s on Telegram.
}
sandbox-storm-why-lost = { $count ->
    [one] Lost: the bot has nothing of the press of { $count } person. It never reached the bot, or the bot was killed before it could do anything.
   *[other] Lost: the bot has nothing of the presses of { $count } people. They never reached the bot, or it was killed before it could do anything.
}
sandbox-storm-why-turned-away = { $count ->
    [one] Not let through: the platform itself turned { $count } press away, because the button had gone from the message by then.
   *[other] Not let through: the platform itself turned { $count } presses away, because the button had gone from the message by then.
}
sandbox-storm-p50 = Half of the answers within
sandbox-storm-p99 = 99% of the answers within
sandbox-storm-slowest = Slowest answer
sandbox-storm-rate = Presses per second
sandbox-storm-per-second = Per second
sandbox-storm-99 = 99% within
sandbox-storm-chart = How the presses ended over time, and how long answers took
sandbox-storm-latency = peak { $value } ms
sandbox-storm-peak = peak { $count }/s
sandbox-storm-seconds = { $value } s
sandbox-milliseconds = { $value } ms
sandbox-told = What people were told
sandbox-told-numbers = (… stands for numbers that differ)
sandbox-told-count = Times
sandbox-told-more = And { $count } more answers of other kinds
sandbox-told-again = Of these, what those were told who pressed once more
sandbox-kind-toast = toast
sandbox-kind-alert = alert
sandbox-kind-private = private
sandbox-kind-public = reply
sandbox-kind-update = update
sandbox-kind-modal = form
sandbox-kind-silent = silent
sandbox-kind-timeout = no answer
sandbox-kind-impossible = not let through

## The first minute

sandbox-tour = Your first minute
sandbox-tour-steps = Steps
sandbox-tour-step-done = { $step } (done)
sandbox-tour-again = First minute
sandbox-tour-leave = Put the guide away
sandbox-tour-fill = As { $name }:
sandbox-tour-be = Be { $name }
sandbox-tour-drop = Drop a red packet
sandbox-tour-drop-text = Olivia owns the programme. The button fills in her command in Moon Traders: 50 USDT in 20 shares. Send it.
sandbox-tour-claim = Claim a share
sandbox-tour-claim-text = Become Kofi and press the green button under the packet. Only he is told what he got. If the packet is empty already, drop another one first.
sandbox-tour-discord = The same on Discord
sandbox-tour-discord-text = Drop a packet as Olivia with a slash command, then become Kofi and press its button.
sandbox-tour-storm = Make a storm
sandbox-tour-storm-text = Press “Let a crowd press” under a packet, tick “Kill the bot in the middle” and send in { $people } people. Nobody is paid twice.
sandbox-tour-verify = Check the draw
sandbox-tour-verify-text = Press 🔍 under the empty packet: its seed is published now, and anyone can recompute every share.
sandbox-tour-done = That was the first minute
sandbox-tour-done-text = Look around: /help as anyone tells what they may do here. Try /wallet, a passphrase, a fixed split, or kill the bot.

## Chats as they stand, and what changes them

sandbox-do-leave = Leave { $group }
sandbox-do-let-in = Add the bot to { $group }
sandbox-do-show-out = Remove the bot from { $group }
sandbox-do-promote-bot = Make the bot an administrator
sandbox-do-demote-bot = Make the bot an ordinary member
sandbox-do-become-admin = Have the owner make me an administrator
sandbox-do-cease-admin = Have the owner take my administration back
sandbox-do-mute = Let only administrators write
sandbox-do-unmute = Let everybody write
sandbox-do-upgrade = Make it a supergroup
sandbox-do-close-topic = Close this topic
sandbox-do-open-topic = Open this topic
sandbox-do-block = Block the bot
sandbox-do-unblock = Unblock the bot
sandbox-do-delete-account = Delete this person’s account
sandbox-do-restore-account = Restore this person’s account
sandbox-flag-not-begun = not begun
sandbox-flag-blocked = bot blocked
sandbox-flag-deleted = account deleted
sandbox-flag-owner = you own it
sandbox-flag-admin = you are an administrator
sandbox-flag-bot-member = bot is no administrator
sandbox-flag-bot-out = bot is not here
sandbox-flag-muted = only administrators write
sandbox-flag-closed = topic closed
sandbox-flag-basic = basic group

## Why something cannot be done

sandbox-no-not-in-chat = { $name } is not in this chat.
sandbox-no-message-gone = This message is gone.
sandbox-no-no-button = There is no such button under this message.
sandbox-no-button-disabled = This button is disabled.
sandbox-no-reply-gone = The message you reply to is gone.
sandbox-no-empty = A message is words, or a file, or both.
sandbox-no-not-on-telegram = Telegram has no such thing: it is of Discord.
sandbox-no-account-deleted = { $name } has deleted their account. Restore it in the menu of the chat with the bot.
sandbox-no-no-group = There is no such group.
sandbox-no-not-in-group = { $name } is not in this group.
sandbox-no-in-group-already = { $name } is in this group already.
sandbox-no-banned = { $name } was banned here.
sandbox-no-admins-only = Only an administrator of the group can do that. Become one of them, at the top.
sandbox-no-admins-add-bot = Only an administrator can add the bot. Become one of them, at the top.
sandbox-no-owner-stays = The owner stays the owner.
sandbox-no-bot-in-group = The bot is in this group already.
sandbox-no-bot-not-in-group = The bot is not in this group. Add it first.
sandbox-no-invite-expired = This invite link has expired.
sandbox-no-link-invalid = This link is not valid.
sandbox-no-never-started = The chat with the bot was never begun: write to it first.
sandbox-no-bot-blocked = You blocked this bot. Unblock it in the menu of this chat.
sandbox-no-not-blocked = The bot is not blocked.
sandbox-no-not-deleted = The account is there.
sandbox-no-button-not-here = This kind of button cannot be pressed in the sandbox.
sandbox-no-upgraded = This group became a supergroup: go on there.
sandbox-no-no-basic-group = This is no basic group: it is a supergroup already.
sandbox-no-topic-gone = This topic is gone.
sandbox-no-topic-closed = This topic is closed: only administrators can write here.
sandbox-no-muted = Only administrators can write in this group now.
sandbox-no-own-only = You can edit only what you wrote.
sandbox-no-not-on-discord = Discord has no such thing: it is of Telegram.
sandbox-no-one-server = The sandbox has one server, and the bot stays in it.
sandbox-no-may-not-write = You may not write here.
sandbox-no-strangers-barred = The bot takes no messages from people with whom it shares no server.
sandbox-no-file-too-large = Discord takes files of up to { $megabytes } MB.
sandbox-no-too-long = The message is longer than { $most } characters.
sandbox-no-form-closed = This form is not open any more.
sandbox-no-no-place = There is no such place to join or leave.
sandbox-no-no-command = There is no command /{ $name } here.
sandbox-no-no-subcommand = The command has no subcommand { $name }.
sandbox-no-choose-subcommand = Choose a subcommand: { $names }.
sandbox-no-no-option = The command has no option { $name }.
sandbox-no-no-field = The form has no field { $name }.
sandbox-no-required = { $name } is needed.
sandbox-no-choices-only = { $name } must be one of its choices.
sandbox-no-yes-or-no = { $name } must be yes or no.
sandbox-no-text-only = { $name } must be a text.
sandbox-no-length-between = { $name } must be { $least } to { $most } characters long.
sandbox-no-number-only = { $name } must be a number.
sandbox-no-whole-only = { $name } must be a whole number.
sandbox-no-at-least = { $name } must be at least { $least }.
sandbox-no-at-most = { $name } must be at most { $most }.
sandbox-no-file-only = { $name } takes a file.
sandbox-no-files-between = { $name }: { $least } to { $most } files.
sandbox-no-unknown-id = { $name }: nobody and nothing here has this id.
sandbox-no-choose-between = Choose { $least } to { $most } of them.
sandbox-no-not-on-menu = “{ $value }” is not among the choices.
sandbox-no-nothing-here = There is nothing here.
sandbox-no-no-picture = This picture is not kept any more.
sandbox-no-no-document = This document is not kept any more.
sandbox-no-no-person = Nobody here is called { $name }.
sandbox-no-no-platform = There is no { $name } in this sandbox.
sandbox-no-storm-running = A storm is running. Stop it, or wait for its end.
sandbox-no-unsupervised = Nobody here could start the bot again.
sandbox-no-no-faults = Nothing goes wrong on purpose here.
sandbox-no-one-way = Updates come by one way only here.
sandbox-no-switching = Another change is under way. Wait for its end.
sandbox-no-not-verified = Discord could not verify the bot’s address.
sandbox-no-not-started = The bot did not start with the other settings.
sandbox-no-no-entry = This entry is not kept any more.
sandbox-no-no-records = Nobody keeps public records here.
sandbox-no-bot-away = The bot is away. Try again in a moment.
sandbox-no-too-much = That is too much at once: at most { $bytes } bytes.
sandbox-no-malformed = The sandbox does not take that. Wrong or too long: { $fields }.
sandbox-no-foreign = The sandbox is driven by its own page on this machine only.
sandbox-no-mistake = The sandbox made a mistake. Restart it, and tell those who make it.
sandbox-no-unreachable = The sandbox did not answer.
