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
claim-entered = 🎟 You are in! The draw: { $at } ({ $ahead } after your press)
claim-conditions = This packet has conditions, and not all of them are met:
why-open = ✅ You can claim a share now.
why-not = Something is missing:
why-none = • There are no conditions.
why-passphrase = • 🔑 You need the passphrase. The sender knows it.

claims-none = You have not claimed anything yet.
claims-title = 🧧 <b>Your latest claims</b>, each with its packet’s id for /verify
claims-line = + { $amount } from { $name } · { $group } · { $at } · <code>{ $packet }</code>

condition-met = ✓ { $condition }
condition-unmet = ✗ { $condition } → { $todo }
condition-unknown = ? { $condition } → The platform could not tell just now. Try again in a minute.
condition-not-sender = you are not its sender
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
verify-commitment = Fingerprint { $number }: <code>{ $commitment }</code>
verify-excluded = 🚫 { $count } { $count ->
    [one] person who had entered was
   *[other] people who had entered were
} left out of the draw, because staff had stopped them before it. The public record lists them.
verify-living = It is still open. The fingerprint above was published before anybody claimed; its seed follows when the packet is over, and then everybody can check every share.
verify-you-living = 🙋 Your name in its public record: <code>{ $reference }</code>
verify-seed = Seed: <code>{ $seed }</code>
verify-valid = ✅ Recomputed from the seed: the fingerprint fits, and { $shares ->
    [one] the only share is
   *[other] all { $shares } shares are
} what was drawn before the first claim.
verify-invalid = In the record at { $at }: published { $published }, recomputed { $recomputed }.
verify-invalid-at = In the record at { $at }: published { $published }.
verify-you = 🙋 You are <code>{ $reference }</code> in this record: { $as ->
    [share] one of its shares is yours.
    [excluded] you had entered, and were left out of the draw.
   *[entered] you were in the draw.
}
verify-yourself = You need not believe me: the page below recomputes every share in your own browser.
verify-ask = You need not believe me: whoever runs this bot can give you the packet’s public record and the small program that recomputes it on your own computer.
verify-page = 🔍 Recompute it yourself
verify-page-title = Packet { $packet }, recomputed
verify-page-how = Your browser fetches the packet’s public record and recomputes every share from the published seed. Paste the fingerprint that stood on the card: only then is it compared.
verify-page-running = … Recomputing
verify-page-valid = ✅ Every share follows from the published seed, to the last unit. Compare the fingerprint below with the one that stood on the card.
verify-page-valid-card = ✅ Every share follows from the published seed, to the last unit, and the fingerprint is the one on your card.
verify-page-different-malformed = ❌ The record is not complete: something in it is missing or has a wrong form. Please tell the staff.
verify-page-different-split = ❌ No fair split exists for the amount and the number of shares in the record. Please tell the staff.
verify-page-different-commitment = ❌ The fingerprint does not follow from the published seed: the seed or the conditions were changed afterwards. Please tell the staff.
verify-page-different-card = ❌ The fingerprint in the record is not the one on your card. If you copied that of this very packet, please tell the staff.
verify-page-different-slot = ❌ A share was paid that this packet does not have. Please tell the staff.
verify-page-different-slot-twice = ❌ One share was paid twice. Please tell the staff.
verify-page-different-slot-skipped = ❌ A share went out of turn: everyone gets the next free one, and here one was passed over. Please tell the staff.
verify-page-different-holder-twice = ❌ One person got two shares. Please tell the staff.
verify-page-different-amount = ❌ Somebody got another amount than the seed says. Please tell the staff.
verify-page-different-eligible-twice = ❌ Somebody is in the draw twice. Please tell the staff.
verify-page-different-holder = ❌ A share went to somebody whom the draw did not choose. Please tell the staff.
verify-page-different-unlisted = ❌ The draw chose somebody who got no share. Please tell the staff.
verify-page-not-a-hash = What you pasted is no fingerprint: a fingerprint has 16 to 64 digits, 0–9 and a–f. Copy it from the card once more.
verify-page-open = This packet is still open. Its seed is published when it is over; come back then.
verify-page-no-packet = There is no packet with this id. Follow the link under the card once more, or compare the id.
verify-page-unanswered = The server cannot give out the record right now. Nothing is wrong with the packet; try again in a minute.
verify-page-unreachable = Your browser could not reach the server. Check your connection and load this page again.
verify-page-unreadable = What the server sent is no record. Load this page again; if it stays so, please tell the staff.
verify-page-broken = Your browser could not run the program that recomputes. A newer browser may help; or download the record and verify.mjs below and run them on your computer.
verify-fact-where = Where
verify-fact-published = Published
verify-fact-recomputed = Recomputed
verify-fact-hash = You pasted
verify-fact-status = Answer of the server
verify-fact-error = Technical reason
verify-fact-count = Shares
verify-fact-claims = Shares claimed
verify-fact-claimed = Claimed (in brackets: in the smallest unit)
verify-fact-left = Left (in brackets: in the smallest unit)
verify-fact-asset = Asset
verify-fact-eligible = In the draw
verify-fact-excluded = Entered, but left out of the draw
verify-fact-compared = Fingerprint, as on your card
verify-fact-uncompared = Fingerprint, to be compared with the card
verify-fact-amounts = All shares (in brackets: in the smallest unit)
verify-page-card = The fingerprint that stood on the card (or its beginning, 16 digits at least)
verify-page-compare = Compare
verify-record = 📄 Public record

refusal-claimed-already = You have claimed this one already: { $amount }.
    .next = See it in your /wallet.
refusal-entered-already = You are in already.
    .next = { $is ->
        [due] The window has closed. The card shows the result as soon as it is drawn.
        [void] It was paused when its time came, so it is not drawn, and everything goes back.
       *[ahead] The time of the draw: { $draw }
    }
refusal-packet-drawn = You entered this draw, and no share fell to you.
    .next = Its card shows the result, and /verify checks the draw.
refusal-packet-empty = { $shares ->
    [one] The only share is taken.
   *[other] All { $shares } shares are taken.
}
    .next = Be quicker next time!
refusal-packet-expired = This packet’s time is up.
    .next = Watch for the next one.
refusal-packet-cancelled = { $by ->
    [system] This packet could not be shown in any group, so it was ended and its money went back.
   *[people] This packet was ended early by its sender or a moderator.
}
    .next = Watch for the next one.
refusal-packet-paused = This packet is paused.
    .next = Try again when its card says so.
refusal-packet-elsewhere = Packet { $packet } is not for this chat.
    .next = Press the button in the group where it was dropped.
refusal-packet-withdrawn = This packet was taken off this group.
    .next = What was claimed stays claimed. Watch for the next one.
refusal-passphrase-wrong = That is not the passphrase.
    .next = { $left ->
        [0] That was your last try.
        [one] You have { $left } try left.
       *[other] You have { $left } tries left.
    }
refusal-passphrase-tries = You have used all your { $tries } tries for this packet.
    .next = Watch for the next one.
