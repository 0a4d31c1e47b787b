### Terms: red packet (then "packet"), share, drop, claim, wallet, budget (a group's), group, moderator, admin,
### programme, staff, asset, passphrase, draw, lucky / equal / fixed, spread, fingerprint and seed (of a draw),
### deposit, withdraw, approve, reject, freeze (stop, lift), pause, end (a packet), id, card, receipt.

## Red packets: /redpacket, the card, the sender's panel

command-redpacket = Drop a red packet for the members here
    .title = Red packet

argument-redpacket-amount = How much in all, for example 50
    .label = amount
    .ask = How much in all?
    .hint = For example 50 or 12.5
argument-redpacket-shares = How many people can claim a share
    .label = shares
    .ask = For how many people?
    .hint = A number from 1 to 1000
argument-redpacket-split = Lucky, equal or exactly fixed shares
    .label = split
    .ask = How is it split?
    .hint = Lucky: by chance. Equal: as level as possible. Fixed: exactly the same or not at all.
argument-redpacket-asset = The asset to give away
    .label = asset
    .ask = Which asset?
    .hint = The programme’s main asset if you do not choose.
argument-redpacket-spread = How far apart lucky shares may be
    .label = spread
    .ask = How wild may luck be?
    .hint = Calm: close together. Wild: a few large ones.
argument-redpacket-from = Your wallet, or this group’s budget (moderators)
    .label = from
    .ask = Who pays?
    .hint = The group’s budget is for its moderators.
argument-redpacket-window = Draw after a window instead of first come, first served
    .label = window
    .ask = How long is the window?
    .hint = Everyone who presses in time is in the draw. From 10s to 1h.
argument-redpacket-life = How long it can be claimed
    .label = life
    .ask = How long can it be claimed?
    .hint = From 5m to 7d. What is left comes back.
argument-redpacket-most = The most that one share may be
    .label = most
    .ask = What is the most one share may be?
    .hint = An amount such as 5
argument-redpacket-passphrase = Words that must be known to claim; never shown on the card
    .label = passphrase
    .ask = Which passphrase?
    .hint = Case and spaces do not matter.
argument-redpacket-members = Only members of this group
    .label = members
    .ask = Only members of this group?
    .hint = Checked with the platform at each press.
argument-redpacket-premium = Only people with Telegram Premium
    .label = premium
    .ask = Only people with Telegram Premium?
    .hint = On Discord nobody can meet this.
argument-redpacket-age = Only accounts at least this many days old
    .label = age
    .ask = How many days old must an account be?
    .hint = On Telegram counted from the day I first met it.
argument-redpacket-role = Only people with this Discord role (its id)
    .label = role
    .ask = Which Discord role?
    .hint = The role’s id, a long number.
argument-redpacket-chat = The group to drop it in, when you are in private
    .label = chat
    .ask = In which group?
    .hint = Groups where I have met you.
argument-redpacket-dry = Only show what would happen
    .label = dry
    .ask = Only show what would happen?
    .hint = Nothing is spent.
argument-redpacket-greeting = Your words on the card
    .label = greeting
    .ask = What should the card say?
    .hint = Up to 120 characters.

choice-lucky = 🎲 lucky
choice-equal = ⚖️ equal
choice-fixed = 📏 fixed
choice-calm = calm
choice-normal = normal
choice-wild = wild
choice-wallet = my wallet

redpacket-preview = 🧧 <b>{ $amount }</b> for <b>{ $shares }</b> { $shares ->
    [one] person
   *[other] people
}
redpacket-split-lucky = Lucky shares ({ $spread }): usually from { $least } to { $most }.
redpacket-split-equal = Equal shares of about { $least }.
redpacket-split-fixed = Exactly { $least } each.
redpacket-life = First come, first served. What is left after { $time } comes back.
redpacket-window = Everyone who presses within { $time } is in the draw.
redpacket-passphrase = 🔑 A passphrase is needed to claim.
redpacket-conditions = Conditions: { $conditions }
redpacket-in = 📍 In: { $group }
redpacket-left-out = Left out, because nobody in that group can meet it: { $conditions }
redpacket-source = { $source ->
    [chat] From the group’s budget
   *[other] From your wallet
}: { $before } → { $after }
redpacket-needs-approval = ⚠️ This is above the limit of { $limit } for one person alone: a second person must approve it.
redpacket-needs-approval-sum = ⚠️ { $used } went out on one person’s word within { $period } already, and with this it passes the limit of { $limit }: a second person must approve it.
redpacket-confirm = ✅ Drop { $amount } for { $shares }
redpacket-dropped = 🧧 Dropped: { $amount } in { $shares } { $shares ->
    [one] share
   *[other] shares
}. Packet <code>{ $packet }</code>
redpacket-panel = ⚙️ Manage
redpacket-asked = { $amount } is above the limit for one person alone, so a second person must approve it. Staff have been told; the packet drops when they agree.
packet-request = 🧧 Person #{ $person } (“{ $name }”) wants to drop a red packet in group #{ $chat } (“{ $title }”)
    .numbered = <b>#{ $number }</b> 🧧 Person #{ $person } (“{ $name }”) wants to drop <b>{ $amount }</b> for { $shares } in group #{ $chat } (“{ $title }”)
packet-request-approved = ✅ Approved and dropped: packet <code>{ $packet }</code>
packet-request-rejected = ❌ Rejected. Nothing was spent.
packet-request-told-rejected = ❌ Your packet of { $amount } was not approved. Nothing was spent.
packet-request-told-expired = ⌛ Nobody decided about your packet of { $amount } in time. Nothing was spent; you can ask again.
packet-request-left = ❌ Not dropped: whoever asked for it is no longer in that group. They have been told; nothing was spent.
packet-request-demoted = ❌ Not dropped: whoever asked for it no longer moderates that group, so its budget is not theirs to give. They have been told; nothing was spent.
packet-request-told-left = ❌ Your packet of { $amount } was not dropped, because you are no longer in that group. Nothing was spent.
packet-request-told-demoted = ❌ Your packet of { $amount } was not dropped, because you no longer moderate the group whose budget was to pay. Nothing was spent.
request-approve = ✅ Approve
    .numbered = ✅ Approve #{ $number }
request-reject = ❌ Reject
    .numbered = ❌ Reject #{ $number }
request-confirm = ✅ Approve { $amount }
packet-lost = Your packet <code>{ $packet }</code> could not be shown in any group, so it was ended and the money is back in its wallet.
packet-lost-forbidden = I may not post your packet <code>{ $packet }</code>: the topic is closed, or I lack the right to write there. So it was ended, and the money is back in its wallet.
packet-lost-unreachable = I am no longer in the group of your packet <code>{ $packet }</code>. So it was ended, and the money is back in its wallet.
packet-hidden = No group shows your packet <code>{ $packet }</code> any more: its card was deleted or could not be posted. You can put it into another group, or end it. Otherwise what nobody claims comes back when its time is over.

packet-card-title-first = 🧧 <b>{ $name }</b> dropped a red packet: <b>{ $amount }</b> for { $shares } { $shares ->
    [one] person
   *[other] people
}
packet-card-title-window = 🧧 <b>{ $name }</b> draws a red packet: <b>{ $amount }</b> for { $shares } lucky { $shares ->
    [one] person
   *[other] people
}
packet-card-greeting = “{ $greeting }”
packet-card-progress = { $bar } { $taken } of { $shares } claimed
packet-card-entered = { $entered } { $entered ->
    [one] person is
   *[other] people are
} in for { $shares } { $shares ->
    [one] share
   *[other] shares
}
packet-card-ends = ⏳ ends { $at }
packet-card-draw = 🎟 drawn { $at }
packet-card-paused = ⏸ paused
packet-card-condition = • only for: { $condition }
packet-card-passphrase = 🔑 passphrase needed
packet-card-proof = 🔏 Fingerprint: { $proofs }
packet-card-proof-one = <code>{ $proof }</code>
packet-card-claim = 🧧 Claim
packet-card-enter = 🎟 I’m in
packet-card-why = ℹ️ Conditions
packet-card-verify = 🔍 Verify
packet-card-closed = 🎉 All over!
packet-card-expired = ⌛ Time is up.
packet-card-cancelled = ✖ Ended early.
packet-card-withdrawn = ↩️ Taken off this group.
packet-card-nobody = 🎟 Nobody was in for the draw, so all of it went back.
packet-card-excluded = 🚫 { $count } { $count ->
    [one] person who had entered was
   *[other] people who had entered were
} left out of the draw: stopped by staff before it.
packet-card-luckiest = 👑 Luckiest: <b>{ $name }</b> with { $amount }
packet-card-claim-line = { $name } — { $amount }
packet-card-more = … and { $count } more
packet-card-sum = Paid { $paid }, returned { $returned }

refusal-packet-above-most = { $asked } is more than one packet may hold ({ $limit }).
    .next = Choose at most { $limit }.
refusal-packet-above-quarter = With { $asked } more you would pass your limit of { $limit } for this quarter.
    .next = You can still drop { $left } this quarter.
refusal-packet-above-day = With { $asked } more this group would pass its limit of { $limit } for today (UTC).
    .next = { $left } can still be dropped here today.
refusal-packet-above-day-there = With { $asked } from this packet “{ $title }” would pass its { $limit } for today (UTC).
    .next = { $left } can still be dropped there today. Choose another group, or wait.
refusal-budget-elsewhere = A group’s budget pays for packets in that group only.
    .next = Drop it here without choosing another group, or write /redpacket in that one.
refusal-split-total = { $total } cannot be given away in one packet.
    .next = Choose a smaller amount, at most { $most }.
refusal-split-shares = { $shares } shares are not possible.
    .next = Choose from 1 to { $most }.
refusal-split-too-many-shares = { $total } cannot be split into { $shares } shares.
    .next = Choose at most { $most } shares.
refusal-split-floor = { $total } is too little for { $shares } shares: nobody may get less than { $floor }.
    .next = Choose fewer shares or a larger amount.
refusal-split-cap = With at most { $cap } a share, { $total } cannot be given away in { $shares } shares.
    .next = Let a share be at least { $least }, or choose more shares.
refusal-split-not-divisible = { $total } cannot be split into { $shares } exactly equal shares.
    .next = Choose { $less } or { $more }, or an equal split instead of a fixed one.
refusal-condition-impossible = { $kind ->
    [premium] Nobody on Discord has Telegram Premium, so nobody there could claim.
   *[discord-role] Nobody on Telegram has a Discord role, so nobody there could claim.
}
    .next = Leave that condition out, or drop the packet on the other platform.
refusal-packet-unknown = I know no packet { $packet }.
    .next = Copy the id from its receipt.
refusal-packet-over = This packet is over.
    .next = Look at it with /verify.
refusal-packet-here = This packet is in that group already.
    .next = Choose another group.
refusal-packet-places = One packet can be in at most { $most } groups.
    .next = Drop a new one there.
refusal-packet-window = A packet with a draw keeps its time and its shares.
    .next = Drop another one instead.
refusal-packet-life = No packet may live longer than { $most } from now.
    .next = Choose a shorter time.
refusal-packet-tranches = A packet can be topped up only so often ({ $most }).
    .next = Drop a new one instead.
refusal-topup-approval = With { $asked } more, more than { $limit } goes out within { $period } on one person’s word.
    .next = Drop a new packet instead: a second person is asked about it.
refusal-packet-paused-already = This packet is paused already.
    .next = Resume it with its button.
refusal-packet-not-paused = This packet is not paused.
    .next = There is nothing to do.
refusal-packet-paused-above = { $by ->
    [staff] Staff of the programme paused this packet.
   *[moderator] A moderator paused this packet.
}
    .next = { $by ->
        [staff] Only staff can resume it. Ask them.
       *[moderator] Only a moderator of its group or staff can resume it. Ask them.
    }
refusal-packet-of-group = This packet is paid from the budget of “{ $title }”.
    .next = Whoever moderates that group manages it there, with /packets.
refusal-packet-not-yours = Only its sender, the moderators of its group and admins may manage this packet.
    .next = Ask the sender.
refusal-packet-guest = This packet was only shared into this group: its own group, its sender and staff manage it.
    .next = You can take it off this group: open it with /packets.
refusal-packet-no-guest = This packet is at home here, or not in this group: there is nothing to take off.
    .next = If you manage it, you can pause or end it: see /packets.
refusal-packet-barred = This packet was taken off that group, and is not shown there again.
    .next = Choose another group.
refusal-packet-just-shared = This packet was shared into another group at this very moment.
    .next = Try again.
refusal-request-unknown = I know no such request.
    .next = Open the list again.
refusal-request-decided = { $state ->
    [approved] { $name } approved this already.
    [expired] Nobody decided about this in time.
   *[rejected] { $name } rejected this already.
}
    .next = There is nothing left to do.
refusal-maker-unsure = I could not find out just now whether whoever asked for this still moderates that group.
    .next = Try again in a minute.
refusal-four-eyes = You asked for this yourself, so somebody else must decide.
    .next = Ask another person with the right role.
refusal-four-eyes-wallet = This is about your own wallet, so somebody else must agree to it.
    .next = Ask another person with the right role, or say no.
refusal-packet-requests = { $most ->
    [one] One packet of yours is waiting for a second person already.
   *[other] { $most } packets of yours are waiting for a second person already.
}
    .next = Wait until one of them is decided, or choose a smaller amount.

command-packet-panel = Manage a packet
    .title = Packet
command-packet-cancel = End a packet early
    .title = End the packet
command-packet-extend = Give a packet more time
    .title = More time
command-packet-topup = Put more into a packet
    .title = Top up
command-packet-share = Show a packet in another group
    .title = Another group
command-packet-withdraw = Take a packet off this group
    .title = Take it off
command-packet-claim = Claim a share
    .title = Passphrase

argument-packet-cancel-packet = The packet
    .label = packet
    .ask = Which packet?
    .hint = Its id
argument-packet-panel-packet = The packet
    .label = packet
    .ask = Which packet?
    .hint = Its id
argument-packet-extend-packet = The packet
    .label = packet
    .ask = Which packet?
    .hint = Its id
argument-packet-extend-by = How much longer
    .label = by
    .ask = How much longer?
    .hint = From 1m to 7d, for example 6h
argument-packet-topup-packet = The packet
    .label = packet
    .ask = Which packet?
    .hint = Its id
argument-packet-topup-amount = How much more
    .label = amount
    .ask = How much more?
    .hint = For example 20
argument-packet-topup-shares = How many more shares
    .label = shares
    .ask = How many more shares?
    .hint = A number from 1 to 1000
argument-packet-withdraw-packet = The packet
    .label = packet
    .ask = Which packet?
    .hint = Its id
argument-packet-share-packet = The packet
    .label = packet
    .ask = Which packet?
    .hint = Its id
argument-packet-share-chat = The group
    .label = group
    .ask = In which group too?
    .hint = Groups where I have met you.
argument-packet-claim-packet = The packet
    .label = packet
    .ask = Which packet?
    .hint = Its id
argument-packet-claim-passphrase = The passphrase
    .label = passphrase
    .ask = What is the passphrase?
    .hint = Case and spaces do not matter.

panel-title = ⚙️ <b>Packet</b> <code>{ $packet }</code> of { $name }
panel-claims = { $taken } of { $shares } claimed{ $entered ->
    [0] {""}
   *[other] {""}, { $entered } in the draw
}
panel-live = Live, ends { $at }
panel-paused = Paused, ends { $at }
panel-closed = Over: everything was claimed or drawn { $at }
panel-expired = Over: its time was up { $at }
panel-cancelled = Over: ended early { $at }
panel-do-topup = ➕ Top up
panel-do-extend = ⏳ Extend
panel-do-share = 📣 Another group
panel-do-withdraw = ↩️ Take it off here
panel-do-pause = ⏸ Pause
panel-do-resume = ▶️ Resume
panel-do-cancel = 🛑 End it
panel-do-panel = 🔄 Refresh
cancel-preview = End this packet now? { $left } goes back to where it came from.
cancel-confirm = 🛑 End it, { $left } back
cancel-done = ✖ Ended. What was left went back.
pause-done = ⏸ Paused: nobody can claim until you resume it. Its time runs on.
resume-done = ▶️ Resumed.
extend-done = ⏳ It now ends { $at }: { $moment }.
topup-done = ➕ Added { $amount } in { $shares } { $shares ->
    [one] share
   *[other] shares
}.
share-done = 📣 Now in “{ $title }” too, with the same counter.
share-impossible = ⚠️ Nobody in that group can claim, for nobody there can meet: { $conditions }
withdraw-preview = Take this packet off this group? Its card here ends, nobody here can claim it any more, and it cannot be shared here again. Elsewhere it goes on, and what was claimed stays claimed.
withdraw-confirm = ↩️ Take it off
withdraw-done = ↩️ Taken off this group. Its card here will say so.
withdraw-told = ↩️ Your packet <code>{ $packet }</code> was taken off “{ $title }”. It goes on everywhere else; your money is as it was.
packets-none = There is no packet of yours yet. Type /redpacket in a group.
packets-title = <b>Packets</b>
packets-line = <b>{ $number }.</b> { $state ->
    [live] 🟢
    [paused] ⏸
    [closed] 🎉
    [expired] ⌛
   *[cancelled] 🛑
  } <b>{ $amount }</b> · { $taken }/{ $shares } · { $name } · { $title } · { $at }
packets-open = ⚙️ { $number }

refusal-packet-not-payer = Only whoever’s money is in this packet may add more: its sender, or a moderator in the group that paid.
    .next = Ask them, or drop a packet of your own.
topup-preview = Add <b>{ $amount } in { $shares }</b> more { $shares ->
    [one] share
   *[other] shares
}, paid by whoever paid for it: its sender or the group.
topup-confirm = ➕ Add { $amount }
refusal-secret-in-public = Everybody here has just read that passphrase, so nothing was dropped.
    .next = Type /redpacket alone and choose “passphrase”: I will ask you in private.
command-packets = Your packets, and those of this group if you moderate it
    .title = Packets
