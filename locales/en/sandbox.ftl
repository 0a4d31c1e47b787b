### The sandbox's chat page.

sandbox-title = Community Partner: sandbox
sandbox-name = Community Partner sandbox
sandbox-play-money = Play money. Nothing here is real.
sandbox-language = Language of this page
sandbox-platforms = Platforms
sandbox-lost = The sandbox cannot be reached. Trying again…
sandbox-theme-auto = Colours follow the system
sandbox-theme-light = Light colours
sandbox-theme-dark = Dark colours

## The bot's process

sandbox-bot = The bot
sandbox-bot-running = Bot running
sandbox-bot-stopped = Bot restarting
sandbox-bot-running-since = Running since
sandbox-bot-stopped-since = Ended
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
sandbox-part-owner = owner
sandbox-part-finance = finance
sandbox-part-moderator = moderator
sandbox-part-partner = partner
sandbox-part-member = member
sandbox-crowd-number = Anyone from the crowd, number
sandbox-crowd-be = Be them

## Rooms and messages

sandbox-rooms = Chats
sandbox-room-menu = More about this group
sandbox-join = Join { $group }
sandbox-leave = Leave { $group }
sandbox-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
sandbox-unread = unread
sandbox-messages = Messages
sandbox-empty = No messages here yet
sandbox-to-end = To the newest message
sandbox-message-from = Message from { $name }
sandbox-reply-to = Reply to { $name }
sandbox-reply-cancel = Do not reply
sandbox-edited = edited
sandbox-picture = Picture
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
sandbox-close = Close
sandbox-cancel = Cancel
sandbox-alert = Message from the bot
sandbox-waiting = Waiting for the bot
sandbox-option-true = Yes
sandbox-option-false = No
sandbox-note-copied = Copied
sandbox-note-not-here = This kind of button does not work in the sandbox
sandbox-note-impossible = The platform does not let this person do that
sandbox-note-unreachable = The sandbox did not answer
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
sandbox-discord-more-options = + { $count } optional

## What the bot does

sandbox-rail = What the bot just did
sandbox-rail-empty = No calls yet
sandbox-rail-count = { $count ->
    [one] { $count } call
   *[other] { $count } calls
}
sandbox-call-refused = refused

## The storm

sandbox-storm-chip = Let a crowd press
sandbox-storm-title = Storm
sandbox-storm-about = People of the crowd press this button, all at once. See who gets a share and whether anyone is paid twice.
sandbox-storm-people = How many people
sandbox-storm-button = Which button
sandbox-storm-other = On the other platform as well
sandbox-storm-alone = Only here
sandbox-storm-twice = Everyone presses twice
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
sandbox-storm-progress = Presses that have ended
sandbox-storm-pressed = Presses
sandbox-storm-answered = Answered
sandbox-storm-unanswered = Not answered
sandbox-storm-impossible = Not let through
sandbox-storm-p50 = Half within
sandbox-storm-p99 = 99% within
sandbox-storm-slowest = Slowest
sandbox-storm-rate = Per second
sandbox-storm-chart = Presses answered over time, at most { $count } per second
sandbox-storm-peak = peak { $count }/s
sandbox-storm-seconds = { $value } s
sandbox-milliseconds = { $value } ms
sandbox-told = What people were told
sandbox-told-count = Times
sandbox-told-more = And { $count } more answers of other kinds
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
sandbox-tour-again = First minute
sandbox-tour-leave = Put the guide away
sandbox-tour-fill = As { $name }:
sandbox-tour-be = Be { $name }
sandbox-tour-drop = Drop a red packet
sandbox-tour-drop-text = Mei moderates Moon Traders on Telegram. The button fills in her command: 50 USDT in 20 shares. Send it.
sandbox-tour-claim = Claim a share
sandbox-tour-claim-text = Become Ana and press the button under the packet. Only she is told what she got.
sandbox-tour-discord = The same on Discord
sandbox-tour-discord-text = Drop a packet as Mei with a slash command, then become Kofi and press its button.
sandbox-tour-storm = Make a storm
sandbox-tour-storm-text = Press “Let a crowd press” under a packet and send in 1,000 people. Watch who is paid, and kill the bot in the middle if you like.
sandbox-tour-verify = Check the draw
sandbox-tour-verify-text = Press 🔍 under the empty packet: its seed is published now, and anyone can recompute every share.
sandbox-tour-done = That was the first minute
sandbox-tour-done-text = Look around: /help as anyone tells what they may do here. Try /wallet, a passphrase, a fixed split, or kill the bot.
