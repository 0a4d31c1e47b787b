## /treasury, /freeze

command-treasury = Move money in and out, with a second person’s yes
    .title = Treasury
argument-treasury-action = Deposit, withdraw, or see what is waiting
    .label = action
    .ask = What do you want to do?
    .hint = A second person decides about deposits and withdrawals.
argument-treasury-amount = How much
    .label = amount
    .ask = How much?
    .hint = For example 500
argument-treasury-to = This group’s budget, you, or a person
    .label = to
    .ask = Whose wallet?
    .hint = The group’s budget is what its moderators can drop.
argument-treasury-person = telegram:123, discord:456 or a Discord mention
    .label = person
    .ask = Which person?
    .hint = telegram:123456789 or discord:123456789012345678
argument-treasury-chat = The group whose budget it is, when you are in private
    .label = group
    .ask = Which group?
    .hint = A group where I have met you
argument-treasury-asset = The asset
    .label = asset
    .ask = Which asset?
    .hint = The programme’s main asset if you do not choose.
argument-treasury-reason = Why; kept in the record
    .label = reason
    .ask = Why?
    .hint = It is kept in the record.
choice-deposit = ➕ deposit
choice-withdraw = ➖ withdraw
choice-list = 📋 waiting
choice-person = a person

treasury-deposit = Deposit <b>{ $amount }</b> to { $owner }
    .numbered = <b>#{ $number }</b> Deposit <b>{ $amount }</b> to { $owner }
treasury-withdraw = Withdraw <b>{ $amount }</b> from { $owner }
    .numbered = <b>#{ $number }</b> Withdraw <b>{ $amount }</b> from { $owner }
treasury-reason = “{ $reason }”, asked by { $maker }
money-of-person = person #{ $number } (“{ $name }”)
money-of-group = group #{ $number } (“{ $title }”)
treasury-confirm = ✅ Ask for it: { $amount }
treasury-asked = { $amount } is waiting for a second person. Those who may decide have been told.
treasury-approved = ✅ Approved
treasury-rejected = ❌ Rejected, nothing moved
treasury-none = Nothing is waiting for a decision.
treasury-title = <b>Waiting for a decision</b>
treasury-earlier = ◀ Earlier
treasury-later = Later ▶
treasury-told-approved = ✅ { $name } approved what you asked for:
treasury-told-rejected = ❌ { $name } rejected what you asked for; nothing moved:

command-freeze = Stop drops here or everywhere, at once
    .title = Freeze
argument-freeze-scope = This group, everything, or one person
    .label = scope
    .ask = What should be stopped or let go?
    .hint = Nothing can be dropped or claimed there until it is lifted.
argument-freeze-action = Stop, or lift a stop
    .label = action
    .ask = Stop or lift?
    .hint = Stop if you do not choose.
argument-freeze-person = telegram:123, discord:456 or a Discord mention
    .label = person
    .ask = Which person?
    .hint = telegram:123456789 or discord:123456789012345678
argument-freeze-reason = Why; people will be told
    .label = reason
    .ask = Why?
    .hint = People who are refused will read it.
choice-here = this group
choice-everything = everything
choice-stop = 🛑 stop
choice-lift = ✅ lift
freeze-preview-everything = Stop everything? Nothing can be dropped or claimed in any group until it is lifted. People will read: { $reason }
freeze-confirm-everything = 🛑 Stop everything
freeze-stop-here = 🛑 Stopped: nothing can be dropped or claimed in this group until you lift it with /freeze.
freeze-stop-everything = 🛑 Stopped: nothing can be dropped or claimed anywhere until you lift it with /freeze.
freeze-stop-person = 🛑 Stopped: this person can drop and claim nothing until you lift it with /freeze.
freeze-lift-here = ✅ Lifted: this group goes on.
freeze-lift-everything = ✅ Lifted: everything goes on.
freeze-lift-person = ✅ Lifted: this person can go on.

refusal-already-frozen = That is stopped already.
    .next = Lift it with /freeze and “lift”.
refusal-not-frozen = That is not stopped.
    .next = There is nothing to lift.
refusal-frozen-programme = Everything is stopped for now{ $reason ->
    [none] .
    [audit] : a check of the books found something, and it is looked into.
   *[other] : { $reason }
}
    .next = Staff are on it. Try again later; your money is safe.
refusal-frozen-chat = Drops in this group are stopped for now{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Ask the moderators, or try again later.
refusal-frozen-member = You cannot drop or claim for now{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Ask staff of the programme if you think that is wrong.
refusal-frozen-sender = Packets of this sender are held for now{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Try again later: nothing is lost, and what is not claimed in time goes back.
refusal-frozen-staff = You are stopped for now, so you decide nothing as staff or moderator{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Ask another admin of the programme: nobody lifts a stop over themself.
refusal-role-unknown = There is no role “{ $role }”.
    .next = Choose one of: { $roles }.

refusal-frozen-by-staff = Staff of the programme stopped this{ $reason ->
    [none] .
    [audit] : a check of the books found something, and it is looked into.
   *[other] : { $reason }
}
    .next = Only staff can let it go on. Ask them.
treasury-told-deposit = 💰 { $amount } has come into your wallet: “{ $reason }”
treasury-told-withdraw = 💰 { $amount } has left your wallet: “{ $reason }”
