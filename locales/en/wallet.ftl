## /wallet

command-wallet = What you have, and where it came from
    .title = Wallet
argument-wallet-whose = Your wallet, or this group’s budget
    .label = whose
    .ask = Whose wallet?
    .hint = The group’s budget is for its moderators.
argument-wallet-before = Older entries than this one
    .label = before
    .ask = Before which entry?
    .hint = Use the button under your wallet.

wallet-mine = 👛 <b>Your wallet</b>
wallet-group = 👛 <b>This group’s budget</b>
wallet-empty = It is empty. Claim a red packet and it will show up here.
wallet-balance = <b>{ $amount }</b>
wallet-on-hold = { $amount } more is waiting for a decision and cannot be spent.
wallet-incoming = { $amount } more is on its way, waiting for a decision.
wallet-history = <b>Latest</b>
wallet-in = + { $amount } · { $what } · { $at }
wallet-out = − { $amount } · { $what } · { $at }
wallet-older = ◀ Older

movement-packet-fund = into a red packet
movement-packet-claim = share of a red packet
movement-packet-return = back from a red packet
movement-chat-moved = group moved
movement-treasury-deposit = deposit
movement-treasury-withdraw = withdrawal

refusal-ledger-insufficient = There is not enough: { $available } of the { $needed } needed.
    .next = Choose a smaller amount, or ask staff for a deposit (/treasury).
refusal-ledger-frozen = This wallet is frozen, so nothing can leave it.
    .next = Ask staff of the programme why and for how long.
refusal-ledger-hold-resolved = This was decided already.
    .next = Open the list again to see what is still waiting.

refusal-ledger-too-much = That is more { $asset } than these books can ever hold.
    .next = Choose a smaller amount.
