## /link_account, /uid, /person: one person, many accounts

command-link_account = Make two accounts of yours one
    .title = One person
argument-link_account-code = The code that your other account was shown
    .label = code
    .ask = Which code?
    .hint = Type /link_account with your other account to get one.
command-uid = Your account number at the exchange
    .title = Exchange UID
argument-uid-uid = Your account number at the exchange (UID)
    .label = uid
    .ask = What is your UID at the exchange?
    .hint = Digits only, as your profile at the exchange shows it.
argument-uid-again = The same number once more
    .label = again
    .ask = The same UID once more?
    .hint = Type it anew: nobody but staff can change it later.
command-person = See a person, change their UID, take an account off them
    .title = Person
argument-person-action = Look, set the UID, or take an account off
    .label = action
    .ask = What is to be done?
    .hint = An account is taken off only where it is somebody else’s.
argument-person-person = Whom: a name, #7, a mention, telegram:123, discord:456
    .label = person
    .ask = Whom?
    .hint = Such as Yuki, #7, a mention, telegram:123 or discord:456.
argument-person-uid = The new UID, or “none”
    .label = uid
    .ask = Which UID?
    .hint = Digits, or “none” to take it away.
argument-person-reason = Why; it stays in the record
    .label = reason
    .ask = Why?
    .hint = It stays in the record. Nothing personal, please.
choice-uid = set the UID
choice-part = take an account off

link-in-private = A code is for your eyes only, so I give it in our private chat.
link-code = Your code: <code>{ $code }</code>
link-code-how = With your <b>other</b> account, send me this in private; it ends { $at }:
link-code-line = • { $name }: <code>{ $line }</code>
link-code-secret = ⚠️ Give it to nobody, staff neither. When it is typed, I ask you here once more before anything happens.
link-code-copy = 📋 Copy for { $name }
link-offer = This code belongs to <b>{ $name }</b> (<code>{ $account }</code>). Are both accounts <b>yours</b>? Then they become one person:
link-offer-wallet = • one wallet: all money of both is in it, and both accounts can spend it
link-offer-claims = • one share of a packet, one entry in a draw, one set of limits (the larger use of the two counts)
link-offer-roles = • roles, the partner’s number and the exchange UID are yours on both; so is a stop or a rejection of either
link-offer-withdraws = • application { $number } is withdrawn, for one person has one at a time
link-offer-withdraws-rejected = • application { $number } is withdrawn: an application of yours was rejected, and that holds for both accounts
link-offer-final = ⚠️ <b>You cannot undo this.</b> If somebody asked you to type this code, cancel: they would have your wallet.
link-confirm = Both are mine
link-ask = 🔗 <b>{ $name }</b> (<code>{ $accounts }</code>) typed the code that you were given, and wants to be one person with you. Did <b>you</b> type it there?
link-ask-final = ⚠️ <b>You cannot undo this.</b> If you did not type the code with that account yourself, press “Not me”: somebody else would have your wallet and your roles.
link-ask-until = Without your answer nothing happens. It ends { $at }.
link-not-me = Not me
link-not-me-next = Somebody else has seen your code. Give no code to anybody, staff neither, and tell staff what happened.
link-waits = ⏳ One press is missing: I have asked your other account, <b>{ $name }</b>, in its private chat.
link-waits-how = Press “Both are mine” there; it ends { $at }. If nothing came, send me /link_account from that account.
link-declined = { $name } did not confirm that your two accounts are one person. Nothing was changed, and the code is of no use any more.
link-lapsed = ⏳ Nobody confirmed in time that the two accounts are one person. Nothing was changed; type /link_account to begin anew.
link-over = The code by which two accounts were to become one person is of no use any more. By it nothing was changed; type /link_account to begin anew.
link-dropped = Nothing was changed, and the code is of no use any more.
link-done = ✅ Your two accounts are one person now.
link-moved = { $amount } came into the common wallet.
link-withdrew = Application { $number } was withdrawn.
link-withdrew-rejected = Application { $number } was withdrawn, because your application { $rejected } was rejected and that holds for all your accounts.
link-told = 🔗 { $name } (<code>{ $account }</code>) is one person with you now. If it was not you, tell staff at once.
link-told-staff = 🔗 { $name } (#{ $number }) linked another account. Roles that it has now: { $roles }.
link-told-decided = ⚠️ { $name } (#{ $number }) linked another account, and one of the two had decided about the other, or both had signed what takes two people: { $what }. Look at it once more.
link-decided-application = application { $number }
link-decided-change = change { $number } of a partner
link-decided-case = case { $number }
link-decided-report = report { $number }
link-decided-treasury = treasury request { $number }
link-decided-packet = request for packet { $number }

uid-is = Your UID at the exchange: <code>{ $uid }</code>
uid-staff = Only staff can change it.
uid-preview = Your UID at the exchange is <code>{ $uid }</code>?
uid-preview-final = It is yours alone from then on, and only staff can change it.
uid-confirm = ✅ Bind { $uid }
uid-done = ✅ Bound: <code>{ $uid }</code>.

person-title = <b>{ $name }</b> (#{ $number })
person-account = Account: <code>{ $account }</code>
person-numbers = Was before: { $numbers }
person-uid = UID: { $uid ->
    [none] none
   *[other] <code>{ $uid }</code>
}
person-roles = Roles: { $roles ->
    [none] none
   *[other] { $roles }
}
person-stopped = 🛑 Stopped: { $reason ->
    [none] no reason given
   *[other] { $reason }
}
person-uid-preview = UID of <b>{ $name }</b> (#{ $number }): { $before ->
    [none] none
   *[other] { $before }
} → { $after ->
    [none] none
   *[other] { $after }
}. Reason: { $reason }
person-uid-confirm = ✅ Change the UID
person-uid-changed = ✅ UID of { $name } (#{ $number }): { $after ->
    [none] none
   *[other] { $after }
}.
person-part-preview = Take <code>{ $account }</code> off <b>{ $name }</b> (#{ $number })? Reason: { $reason }
person-part-final = ⚠️ Whoever has that account is a new person with nothing. Money, claims, roles and stops stay with { $name } (#{ $number }).
person-part-confirm = Take it off
person-parted = ✅ Done. Behind that account is #{ $number } now.

movement-people-joined = from your other account

refusal-link-pause = Accounts were linked not long ago, or staff took one off.
    .next = The next link is possible from { $at }.
refusal-link-most = A person has at most { $most ->
    [one] { $most } account
   *[other] { $most } accounts
} here.
    .next = Ask staff if one of them is not yours any more.
refusal-link-tries = Too many codes that were none.
    .next = Try again { $at }, with the code as it was shown.
refusal-link-public = Everybody here could read that code, so it is of no use any more.
    .next = Get a new one, and type it in our private chat.
refusal-link-code-wrong = There is no such code.
    .next = { $left ->
    [0] Wait an hour before the next try.
    [one] Copy it as it was shown. { $left } more try within the hour.
   *[other] Copy it as it was shown. { $left } more tries within the hour.
}
refusal-link-code-used = This code was used already.
    .next = If it was not you, tell staff at once.
refusal-link-code-spent = This code is of no use any more.
    .next = Type /link_account with your other account to get a new one.
refusal-link-code-late = This code is too old.
    .next = Type /link_account with your other account to get a new one.
refusal-link-code-gone = There is nothing here for you to confirm.
    .next = Type /link_account with the code that your other account was shown.
refusal-link-own-code = That is the code of this very account.
    .next = Type it with your other account.
refusal-link-same-person = Both accounts are one person already.
    .next = There is nothing left to do.
refusal-link-two-partners = Both accounts are partners, and I cannot make one partner of two.
    .next = Ask staff which of the two is to stay.
refusal-link-two-uids = The two accounts have different exchange UIDs.
    .next = Ask staff which of them is right.
refusal-link-held = Money of one of the two is held by staff.
    .next = Ask staff why, and link them afterwards.
refusal-uid-bound = Your UID is bound already: { $uid }.
    .next = If it is wrong, ask staff to change it.
refusal-uid-taken = This UID belongs to somebody else here.
    .next = If it is yours, link your other account with /link_account, or ask staff.
refusal-uid-sealed = You had bound a UID here before you had everything erased.
    .next = Only staff can bind one for you now: ask them.
refusal-uid-differs = The two numbers are not the same.
    .next = Look it up once more, and type /uid again.
refusal-uid-own = Nobody changes their own UID.
    .next = Ask another one of the staff.
refusal-uid-none = There is no UID.
    .next = Type the digits of it.
refusal-part-own = Nobody takes an account off themself.
    .next = Ask another one of the staff.
refusal-part-last = It is the only account of this person.
    .next = There is nothing it could be taken off.
refusal-part-packets = This person is in a packet that is not over: as somebody new they could claim from it once more.
    .next = Stop the person with /freeze meanwhile, and take the account off after { $at }.
