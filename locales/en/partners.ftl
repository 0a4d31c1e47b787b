## /membership: what partners do about being one

command-membership = Your partnership: how it stands, pause, leave
    .title = Partnership
membership-see = 🤝 Partnership
membership-title = You are partner number <b>{ $number }</b>: { $state }.
membership-tier = Tier: { $tier }
membership-checklist = <b>What is still to do</b>
membership-open = ☐
membership-uid = { $mark } Confirm that the UID ending in { $uid } is yours
membership-texts = { $mark } Accept the guidelines and the disclosure as they are today
membership-until-decided = This lasts until the case is decided.
membership-suspended-until = Until { $at }. Afterwards everything is as it was before.
membership-ends = The partnership ends on { $at }. You can still appeal the decision until then.
membership-warnings = Warnings that count: { $count } of { $most }.
membership-return-asked = You have asked to come back. Staff decide about it, and you will be told.
membership-may-return = You can ask to come back.
return-from = You can ask to come back from { $at }.
membership-confirm = ✅ It is mine
membership-pause = ⏸ Pause
membership-resume = ▶ Go on
membership-resign = 🚪 Leave
membership-return = ↩ Come back
membership-uid-preview = Is <code>{ $uid }</code> the UID of your account on the exchange? Commission goes to this account.
membership-noted = ✅ Noted.
membership-is-active = 🎉 Everything is done: you are an active partner now.
membership-paused = You are pausing: you get no tasks until you go on. Commission is not affected.
membership-resumed = You are active again.
membership-resign-preview = Leave the programme as partner { $number }? Your role is taken at once. What is yours in your wallet stays yours. To come back you would have to ask.
membership-resigned = You have left the programme. Thank you for everything.
membership-told-lapsed = Your suspension is over: no case came of it. Everything is as it was before.
membership-told-served = Your suspension is over. Everything is as it was before.
membership-told-terminated = Your partnership has ended.
membership-told-left = Nobody went on with your onboarding for a while, so it has ended.
membership-told-held = You are suspended for now: budgets, new links and tasks are stopped until it is clear whether there is a case. Commission that the exchange pays is not affected.
membership-told-back = 🎉 Welcome back! Go through the list once more, and you are active again.

partner-is-onboarding = being onboarded
partner-is-active = active
partner-is-paused = pausing
partner-is-suspended = suspended
partner-is-terminating = being terminated
partner-is-terminated = terminated
partner-is-resigned = has left

argument-membership-resign-typed = Your partner number, so that it is meant
    .label = number
    .ask = Type your partner number to leave
    .hint = You see it under /membership
command-membership-resign = Leave the programme
    .title = Leave the programme

## /partner: for staff

command-partner = Look a partner up: how they stand, and what you can do
    .title = Partner
argument-partner-who = Number, name, mention, #person or telegram:123
    .label = who
    .ask = Which partner?
    .hint = 12, Ana, @mention, #7 or telegram:123456789
partner-title = <b>Partner { $number }</b> · { $name } ({ $person })
partner-stands = { $state }, since { $at }
partner-tier = Tier: { $tier } · Region: { $region }
partner-no-region = none
partner-tags = Tags: { $tags }
partner-case = ⚖️ Case { $number }: { $state }
partner-asks-back = ↩ Asks to come back.
partner-history = { $at } · { $what } ({ $name })
history-partner-uid-confirmed = UID confirmed
history-partner-return-asked = asked to come back
history-partner-return-backed = staff are for coming back
partner-new-case = ⚖️ Open a case
partner-hold = ⏹ Suspend
partner-lift = ▶ Lift
partner-back = ↩ Let back in
partner-hold-preview = Suspend { $name } before there is a case? It lasts { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}; if no case is opened by then, everything goes back by itself.
partner-held = Suspended. Open a case: without one it ends by itself.
partner-lifted = Lifted. Everything is as it was before.
partner-back-preview = Let { $name } back in? Onboarding begins anew, and the history stays.
partner-back-two = Let { $name } back in, who was terminated? An admin and a risk officer must agree, two people.
partner-is-back = Back in: onboarding begins anew.
partner-backed = Noted that you are for it. It takes a second person: an admin and a risk officer.
partner-wants-back = Partner { $number }, { $name }, asks to come back.
command-partner-hold = Suspend before there is a case
    .title = Suspend
argument-partner-hold-reason = Why
    .label = reason
    .ask = What is it about?
    .hint = The partner reads it.
tier-none = none yet

refusal-partner-unbound = There is no UID of yours to confirm.
    .next = Ask staff of the programme about it.
refusal-partner-unaccepted = The guidelines and the disclosure are not accepted as they are today.
    .next = Open /membership and accept them.
refusal-resign-not-typed = That is not your partner number, so nothing was done.
    .next = Type the number { $number } if you really want to leave.
refusal-partner-case-open = There is an open case, so you cannot leave now.
    .next = Look at it under /membership; once it is decided you can.
refusal-partner-groundless = A suspension needs a case, or ends after a few days.
    .next = Open a case with /partner first.
refusal-partner-state = This is not possible for partner { $number } now: { $state }.
    .next = Open the page again to see what can be done.
refusal-partner-own = This is about you.
    .next = Somebody else decides about it.
refusal-partner-not-yours = You cannot do this with partner { $number }.
    .next = Ask an admin or a risk officer of the programme.
refusal-partner-unknown = No partner fits “{ $typed }”.
    .next = Type a number, a name, a mention, #7 or telegram:123.
refusal-partner-several = Several partners fit “{ $typed }”: { $numbers }.
    .next = Type the number of the one you mean.
refusal-partner-none = You are not a partner.
    .next = You can become one with /apply.
refusal-partner-moved-on = Somebody else was faster with partner { $number }.
    .next = Open the page again to see where it stands.
refusal-partner-no-hold = Partner { $number } is not suspended without a case.
    .next = What a case decided is changed by its appeal.
refusal-return-too-soon = It is too early to come back.
    .next = It is possible from { $at } on.
refusal-return-not-asked = Partner { $number } has not asked to come back.
    .next = They can do so with /membership.
refusal-return-unbacked = It takes two people: an admin and a risk officer.
    .next = Ask one of those who is missing.
refusal-frozen-spender = You are suspended as a partner, so you cannot spend from a budget{ $reason ->
    [none] {"."}
   *[other] {" "}(case { $reason }).
}
    .next = Look at /membership. Your own wallet works as always.
