## Claiming, /claims, /verify

command-claims = The shares you have claimed
    .title = Claims
command-verify = Check that a packet was split fairly
    .title = Verify
argument-verify-packet = The packet’s id
    .label = packet
    .ask = Which packet?
    .hint = Its id, from its receipt

claim-paid = 🎉 You got { $amount }! It is in your /wallet. { $left ->
    [0] That was the last share.
    [one] { $left } share is left.
   *[other] { $left } shares are left.
}
claim-entered = 🎟 You are in! The draw is { $at }.
claim-conditions = Not yet. This packet has conditions:
why-open = ✅ You can claim a share now.
why-not = Not yet:
why-none = • There are no conditions.
why-passphrase = • 🔑 You need the passphrase. The sender knows it.

claims-none = You have not claimed anything yet.
claims-title = 🧧 <b>Your latest claims</b>
claims-line = + { $amount } from { $name } · { $at }

condition-met = ✓ { $condition }
condition-unmet = ✗ { $condition } → { $todo }
condition-unknown = ? { $condition } → The platform could not tell just now. Try again in a minute.
condition-not-sender = everyone but the sender
    .todo = This one is for the others. Enjoy watching!
condition-member = members of this group
    .todo = Join this group and press again.
condition-premium = people with Telegram Premium
    .todo = Only Telegram Premium accounts can claim this one.
condition-account-age = accounts at least { $days } { $days ->
    [one] day
   *[other] days
} old
    .todo = Your account is too new. It will be old enough later.
condition-discord-role = people with the Discord role { $role }
    .todo = Ask the moderators for that role on Discord.

verify-title = 🔍 <b>Packet</b> <code>{ $packet }</code>
verify-statement = Funded { $funded } = paid { $paid } + returned { $returned } + left { $left }
verify-commitment = Promise { $number }: <code>{ $commitment }</code>
verify-living = It is still open. The promise above was published before anybody claimed; its seed follows when the packet is over, and then everybody can check every share.
verify-seed = Seed: <code>{ $seed }</code>
verify-valid = ✅ Recomputed from the seed: the promise holds, and { $shares ->
    [one] the only share is
   *[other] all { $shares } shares are
} what was drawn before the first claim.
verify-invalid = ❌ Something differs at { $at }: published { $published }, recomputed { $recomputed }. Please tell the staff.
verify-yourself = You need not believe me: docs/fairness.md says how, and docs/verify.mjs does it on your own machine.
verify-record = 📄 Public record

refusal-claimed-already = You have claimed this one already: { $amount }.
    .next = See it in your /wallet.
refusal-entered-already = You are in already.
    .next = The draw is { $draw }.
refusal-packet-empty = { $shares ->
    [one] The only share is taken.
   *[other] All { $shares } shares are taken.
}
    .next = Be quicker next time!
refusal-packet-expired = This packet’s time is up.
    .next = Watch for the next one.
refusal-packet-cancelled = This packet was ended early by its sender or a moderator.
    .next = Watch for the next one.
refusal-packet-paused = This packet is paused.
    .next = Try again when its card says so.
refusal-packet-elsewhere = Packet { $packet } is not for this chat.
    .next = Press the button in the group where it was dropped.
refusal-passphrase-wrong = That is not the passphrase.
    .next = { $left ->
        [0] That was your last try.
        [one] You have { $left } try left.
       *[other] You have { $left } tries left.
    }
refusal-passphrase-tries = You have used all your { $tries } tries for this packet.
    .next = Watch for the next one.
