## /membership: what partners do about being one

command-membership = Your partnership: how it stands, pause, leave
    .title = Partnership
membership-see = 🤝 Partnership
membership-title = You are partner number <b>{ $number }</b>: { $state }.
membership-own-onboarding = your onboarding is under way
membership-own-active = active
membership-own-paused = on the pause you asked for
membership-own-suspended = suspended
membership-own-terminating = your membership is about to end
membership-own-terminated = your membership has been ended
membership-own-resigned = you have left
membership-tier = Tier: { $tier }
membership-tier-changes = 📅 On { $at } your tier becomes: { $tier }
membership-checklist = <b>What is still to do</b>
membership-open = ☐
membership-uid = { $mark } Confirm that the UID ending in { $uid } is yours
membership-read = 📜 Read and accept
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
membership-resign-number = Your partner number is { $number }. Typing it shows that you mean it.
membership-resigned = You have left the programme. Thank you for everything.
membership-told-lapsed = Your suspension is over: no case came of it. Everything is as it was before.
membership-told-expired = Your suspension is over: nobody decided about the case in time. Everything is as it was before. The case itself goes on, and you will be told how it ends.
membership-told-served = Your suspension is over. Everything is as it was before.
membership-told-terminated = Your partnership has ended.
membership-told-left = Nobody went on with your onboarding for a while, so it has ended.
membership-told-held = You are suspended for now (<b>{ $reason }</b>): budgets, new links and tasks are stopped until it is clear whether there is a case. Commission that the exchange pays is not affected.
membership-told-back = 🎉 Welcome back! Go through the list once more, and you are active again.
change-tier = Tier: { $from } → <b>{ $to }</b>
change-spot = Commission on spot trading, at most: { $from } % → { $to } %
change-futures = Commission on futures trading, at most: { $from } % → { $to } %
change-for-life-partner = Followers who are bound to you already keep their rates: nothing is lowered for them. What is new holds for those who come from that day on.
change-for-life-staff = Followers who are bound to them already keep their rates: nothing is lowered for them. What is new holds for those who come from that day on.
change-shown-partner = Your certificate follows the tier.
change-shown-staff = The certificate follows the tier.
change-shown-badges-partner = Your certificate follows the tier, and so does what Discord and Telegram show of you.
change-shown-badges-staff = The certificate follows the tier, and so does what Discord and Telegram show of the partner.
change-region = Region: { $from } → <b>{ $to }</b>
change-due = It comes on { $at }.
change-read = ✅ I have read it
change-read-pending = Please press the button below. If you do not, it comes on its day all the same.
change-read-done = Please press the button below once you have read it.
change-is-read = ✅ Noted that you have read it.
change-told-tier-pending = 📅 Your tier will change.
change-told-tier-done = 🏅 Your tier has changed.
change-told-region-done = 🗺 You belong to another region from now on. What is open about you goes along.
change-told-withdrawn = ↩ The change of your tier that was announced does not come. Everything stays as it is.

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
history-case = { $what }, case { $number }
history-overturned = { $what }, case { $number }: overturned since
history-undone-overturned = { $what }: case { $number } was overturned on appeal
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
tier-others = For others to give: { $others }
tier-by = { $tier } ({ $roles })
partner-tier-change = 🏅 Tier
partner-region-change = 🗺 Region
partner-tier-proposed = ✋ Tier { $to } is proposed by { $name } and waits for a second person.
partner-region-proposed = ✋ Region { $to } is proposed by { $name } and waits for a second person.
partner-tier-pending = 📅 Tier { $to } on { $at }, announced by { $name }; { $read ->
    [yes] the partner has read it.
   *[no] the partner has not confirmed it.
}
change-preview-done = Change this for partner { $number }, { $name }? It holds at once, and the partner is told.
change-preview-pending = Announce this to partner { $number }, { $name }? They are told at once, and it comes on its day. Until then it can be withdrawn.
change-preview-proposed = Propose this for partner { $number }, { $name }? It takes a second person.
change-preview-declined = Decline this for partner { $number }, { $name }? Nothing changes then.
change-declined-why = Why it is declined: “{ $note }”
change-confirm-done = ✅ Change it
change-confirm-pending = ✅ Announce it
change-confirm-proposed = ✅ Propose it
change-agree = ✅ Agree
change-decline = ❌ Disagree
change-withdraw = ↩ Withdraw it
change-now-done = ✅ Changed. The partner is told.
change-now-pending = 📅 Announced. The partner is told.
change-now-proposed = ✋ Proposed. It needs a second person, who has been told.
change-now-declined = Declined. Nothing changes.
change-now-withdrawn = Withdrawn. Nothing changes.
change-waits = ✋ Partner <b>{ $number }</b>, { $name }: a change is proposed and needs a second person.
change-was-done = ✅ Partner <b>{ $number }</b>, { $name }: what you proposed was agreed to.
change-was-declined = ❌ Partner <b>{ $number }</b>, { $name }: what you proposed was declined.
change-arrived = 🗺 Partner <b>{ $number }</b>, { $name }, belongs to your region from now on.
change-comes-along = Open about them, and yours from now on. Cases: { $cases } · Reports: { $reports } · Appeals: { $appeals }
change-nothing-along = Nothing is open about them.
change-is-proposed = proposed
change-is-pending = announced
change-is-done = changed
change-is-declined = declined
change-is-withdrawn = withdrawn
change-is-dropped = does not come
history-partner-change = { $what ->
    [tier] tier
   *[region] region
}: { $state }
history-partner-change-acknowledged = has read of a change
command-partner-tier = Change a partner’s tier
    .title = Tier
argument-partner-tier-tier = The new tier
    .label = tier
    .ask = Which tier?
    .hint = A lower one is announced and comes later.
argument-partner-tier-note = Why
    .label = note
    .ask = Why?
    .hint = The partner reads it.
command-partner-region = Change a partner’s region
    .title = Region
command-change-decline = Decline a change
    .title = Decline
argument-change-decline-note = Why
    .label = note
    .ask = Why do you disagree?
    .hint = Whoever proposed it reads this; the partner does not.
argument-partner-region-region = The new region
    .label = region
    .ask = Which region?
    .hint = What is open about the partner goes along.
argument-partner-region-note = Why
    .label = note
    .ask = Why?
    .hint = The partner reads it.

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
refusal-change-suspended = Partner { $number } is { $state } for now: nobody is raised meanwhile.
    .next = When it is settled, choose the tier again.
refusal-partner-own = This is about you.
    .next = Somebody else decides about it.
refusal-partner-not-yours = You cannot do this with partner { $number }.
    .next = Ask an admin or a risk officer of the programme.
refusal-partner-unknown = No partner fits “{ $typed }”.
    .next = Type a number, a name, a mention, #7 or telegram:123.
refusal-partner-several = Several partners fit “{ $typed }”: { $numbers }.
    .next = Type the number of the one you mean.
refusal-partner-none = You are not a partner.
    .next = You can become one with /apply. /status shows an application that you have sent.
refusal-partner-moved-on = Somebody else was faster with partner { $number }.
    .next = Open the page again to see where it stands.
refusal-partner-no-hold = Partner { $number } is not suspended without a case.
    .next = What a case decided is changed by its appeal.
refusal-partner-hold-spent = Partner { $number } was suspended in case { $case } already, and nobody decided in time.
    .next = Decide case { $case }, or propose a suspension in it. For something new, open a case of its own and tell the partner first.
refusal-return-too-soon = It is too early to come back.
    .next = It is possible from { $at } on.
refusal-return-not-asked = Partner { $number } has not asked to come back.
    .next = They can do so with /membership.
refusal-return-unbacked = It takes two people: an admin and a risk officer.
    .next = Ask one of those who is missing.
refusal-change-state = { $how ->
    [done] { $name } has agreed to this change of partner { $number } already.
    [declined] { $name } has declined this change of partner { $number } already.
    [withdrawn] { $name } has taken this change of partner { $number } back.
   *[over] This change of partner { $number } is over.
}
    .next = Open the page again to see where it stands.
refusal-change-limit = This tier of partner { $number } is above what your role may grant, from or to.
    .next = These may change it: { $roles }.
refusal-change-same = Partner { $number } has that already.
    .next = Choose another.
refusal-change-open = Something waits for partner { $number } already.
    .next = Answer it or withdraw it first: /partner { $number }.
refusal-change-own-proposal = You proposed this yourself.
    .next = Somebody else must agree or decline; you can withdraw it.
refusal-change-other-side = It takes both sides: who looks after the old region and who looks after the new one.
    .next = Ask the regional manager who is missing, or an admin.
refusal-change-unknown = There is no such change of yours.
    .next = Look at /membership.
refusal-change-moved-on = Somebody else was faster with this change.
    .next = Open the page again to see where it stands.
refusal-frozen-spender = You are suspended as a partner, so you cannot spend from a budget{ $reason ->
    [none] {"."}
   *[other] {" "}(case { $reason }).
}
    .next = Look at /membership. Your own wallet works as always.
