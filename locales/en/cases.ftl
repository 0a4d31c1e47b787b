## /report: anybody tells what a partner did

command-report = Report what a partner did
    .title = Report
argument-report-about = Partner’s number, name or account
    .label = who
    .ask = Who is it about?
    .hint = The partner’s number, name or account, as you know it
argument-report-reason = What it is about
    .label = reason
    .ask = What is it about?
    .hint = Choose what fits best.
argument-report-words = What happened
    .label = words
    .ask = What happened?
    .hint = What was said or done, where and when
argument-report-link = Where it can be seen
    .label = link
    .ask = Where can it be seen?
    .hint = The address of the post or page, for example t.me/moon/12
argument-report-picture = A screenshot of it
    .label = picture
    .ask = Do you have a screenshot?
    .hint = It is seen by staff only. Leave it out if you have none.
report-made = ✅ Thank you. Your report has the number <b>{ $number }</b>. The partner does not learn who made it, and you are told what came of it.
report-cancelled = Nothing was reported.
report-told-nothing = Your report { $number } was looked at. No breach of the guidelines was found. Thank you for watching out.
report-told-acted = Your report { $number } was looked at, and measures were taken. Thank you for watching out.
report-told-overturned = A correction about your report { $number }: on appeal it was looked at by somebody else, and the measures were taken back. The partner stands as before.
report-title = <b>Report { $number }</b> · { $state }
report-since = Made { $at }
report-about = Whom: { $about }
report-about-partner = Whom: { $name }, partner { $partner } (“{ $about }”)
report-about-number = Whom: { $name }, partner { $partner }
report-emptied = What it said is gone: whom it was about, or who told it, had everything erased.
report-joined = { $count ->
    [one] { $count } more report says the same.
   *[other] { $count } more reports say the same.
}
report-case = ⚖️ Case { $number }
report-by = Reported by { $name }. The partner must not learn it.
report-is-open = nobody has looked yet
report-is-joined = joined to another
report-is-cased = a case was opened
report-is-dismissed = nothing followed
report-arrived = Report <b>{ $number }</b> is waiting. There is no desk for cases: an admin can name a group with /desk.
report-open-case = ⚖️ Open a case
report-open-one = 📨 Report { $number }
report-dismiss = ✖ Dismiss
report-dismissed = Dismissed. The reporter is told in general words.
report-case-preview = Open a case about <b>{ $name }</b> (partner { $partner }) from report { $number }? Its words become the charge, which the partner will read: they must not give the reporter away.
command-report-case = Open a case from a report
    .title = Open a case
argument-report-case-partner = Which partner
    .label = partner
    .ask = Which partner is it about?
    .hint = 12, Ana, @mention, #7 or telegram:123456789
command-report-dismiss = Dismiss a report
    .title = Dismiss
argument-report-dismiss-note = Why nothing follows
    .label = note
    .ask = Why does nothing follow from it?
    .hint = For staff; the reporter is told in general words.

## The case: the card, and what staff see

command-case = Reports and cases that wait, or one by its number
    .title = Case
argument-case-number = The number of the case
    .label = number
    .ask = Which case?
    .hint = For example 12
case-none = No report and no case is waiting.
case-list = <b>Reports and cases</b>
case-line = Case { $number } · { $name }: { $state }
case-open = 🔍 Open
case-open-one = ⚖️ Case { $number }
case-title = <b>Case { $number }</b> · { $name }, partner { $partner }
case-since = { $state }, opened { $at }
case-reports = { $count ->
    [one] { $count } report behind it
   *[other] { $count } reports behind it
}
case-reply-due = The partner can reply until { $at }.
case-hold-due = ⏳ The suspension ends on { $at } if nothing is proposed until then.
case-appeal-due = It can be appealed until { $at }.
case-reason = About: <b>{ $reason }</b>
case-words = “{ $words }”
case-link = 🔗 { $link }
case-reply-line = 💬 The partner: { $reply }
case-partner = The partner is { $state }; warnings that count: { $count }.
case-proposed = ✋ Proposed by { $name }: { $verdict }{ $days ->
    [0] {"."}
    [one] {", "}{ $days } day.
   *[other] {", "}{ $days } days.
}
case-verdict = <b>Decision:</b> { $verdict }
case-appeal-verdict = <b>On appeal:</b> { $verdict }
case-appeal-reduced = <b>On appeal:</b> reduced; it is now: { $verdict }
case-appeal-for = Who can decide the appeal: { $names }.
case-appeal-nobody = Nobody of the staff can decide this appeal now: who took part may not. An admin can give somebody else the role with /role.
case-deed = { $at } · { $deed } ({ $name })
case-by-rule = the rules
deed-opened = opened
deed-noticed = partner told
deed-proposed = proposed
deed-declined = proposal declined
deed-dismissed = dismissed
deed-warned = warned
deed-suspended = suspended
deed-terminated = terminated
deed-upheld = appeal refused
deed-reduced = reduced on appeal
deed-overturned = overturned on appeal
case-is-open = opened, the partner is not told yet
case-is-awaiting_partner = waiting for the partner’s reply
case-is-deciding = to be decided
case-is-dismissed = dismissed
case-is-warned = warning
case-is-suspended = suspension
case-is-terminated = termination
case-is-appealed = appealed
case-is-upheld = the decision stands
case-is-reduced = reduced
case-is-overturned = overturned
case-is-closed = closed
case-outcome-appealed = { $verdict }, appealed
case-outcome-upheld = { $verdict }, confirmed on appeal
case-outcome-reduced = { $verdict }, reduced on appeal
case-outcome-overturned = overturned on appeal, nothing of it holds
case-arrived = Case <b>{ $number }</b> about { $name } needs somebody: { $state }. There is no desk for cases: an admin can name a group with /desk.
case-replied-told = 💬 Case <b>{ $number }</b> about { $name }: the partner has replied. Now it is to be decided.
case-appealed-told = ⚖️ Case <b>{ $number }</b> about { $name }: the partner has appealed. You took no part in the decision, and can decide about the appeal.
case-appealed-nobody = ⚖️ Case <b>{ $number }</b>: the partner has appealed, and nobody of the staff can decide about it: who took part may not. Give somebody else the role with /role.
case-waits = Case <b>{ $number }</b> about { $name }: a decision is proposed and needs a second person.
case-remind-reply = ⏳ Case <b>{ $number }</b> about { $name }: the time to reply ends on { $at }, and there is no reply yet. Then it is to be decided.
case-remind-hold = ⚠️ Case <b>{ $number }</b> about { $name }: the suspension ends on { $at } by itself. Decide, or propose what takes two, before that.
case-remind-second = ⚠️ Case <b>{ $number }</b> about { $name }: the suspension would end on { $at }, but a proposal waits for a second person. It lasts until somebody agrees or disagrees.
case-hold-over = Case <b>{ $number }</b> about { $name }: nothing was proposed in time, so the suspension has ended. The case is still to be decided.
case-opened = ✅ Case { $number } is open. Tell the partner next.
case-notified = ✅ The partner is told and can reply.
case-is-proposed = ✋ Proposed. It needs a second person, who has been told.
case-is-decided = <b>Decided. What changed:</b>
case-declined = Not done: the proposal is off the table.
case-decline-preview = Decline the proposal in case { $number }?
case-take-back-preview = Take your proposal in case { $number } back?
case-declined-why = Why it is declined: “{ $note }”
case-whole-of = What was written in case { $number }, { $page } of { $pages }:
case-told-declined = { $name } declined your proposal in case <b>{ $number }</b>. Nothing has changed for the partner.
case-told-agreed = ✅ { $name } agreed to your proposal in case <b>{ $number }</b> about { $about }: { $verdict }. It is decided, and the partner has been told.
case-told-replaced = { $name } proposed something else in case <b>{ $number }</b> about { $about }, in place of what you proposed: { $verdict }.
case-told-otherwise = { $name } decided case <b>{ $number }</b> about { $about } otherwise than you proposed: { $verdict }.
case-told-on-appeal = ⚖️ { $name } answered the appeal in case <b>{ $number }</b> about { $about }, in which the decision was proposed by you. What it is now: { $verdict }.
case-new-preview = Open a case about { $name }, partner { $partner }? The partner reads this when you tell them:
case-new-confirm = ⚖️ Open
case-notify-preview = Tell the partner now? They have { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} to reply, and read this:
case-propose-preview = <b>You propose: { $verdict }.</b> A second person must agree. Then this changes:
case-rule-preview = <b>{ $verdict }.</b> This changes:
case-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
case-notify = 📣 Tell the partner
case-dismiss = ✖ Dismiss
case-warn = ⚠️ Warn
case-suspend = ⏹ Suspend
case-terminate = 🚪 Terminate
case-agree = ✅ Agree
case-decline = ❌ Disagree
case-take-back = ↩ Take it back
case-reduce = ⚖️ Reduce
case-overturn = ⚖️ Overturn
confirm-case-dismiss = ✖ Dismiss it
confirm-case-warn = ⚠️ Warn
confirm-case-suspend = ✋ Propose
confirm-case-terminate = ✋ Propose
confirm-case-uphold = ⚖️ It stands
confirm-case-reduce = ⚖️ Reduce it
confirm-case-overturn = ⚖️ Overturn it

effect-none = • Nothing changes.
effect-warning = • A warning, which counts until { $at }
effect-unwarning = • The warning is taken back
effect-review = • That makes { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
} that count: a case about all of them is opened
effect-state = • The partner: { $from } → { $to }
effect-until-suspended = • The partner: { $from } → { $to } until { $at }
effect-until-terminating = • The partner: { $from } → { $to }; it ends on { $at }
effect-later = • Once the sanction of the other case is undone, the partner: { $to }
effect-stop = • Budgets, new links and tasks: stopped
effect-unstop = • Budgets, new links and tasks: go on
effect-role = • The partner’s role: taken at once
effect-role-at = • The partner’s role: taken on { $at }
effect-unrole = • The partner’s role: given back
effect-mirrored = • Untouched: commission that the exchange pays, and what is in the wallet

## The case, as its partner reads it

case-own = <b>Case { $number }</b>: { $state }
case-own-awaiting = waiting for your reply
case-own-reply-line = 💬 Your reply: { $reply }
case-own-reply = You can reply until { $at }. If you do not, it is decided without your reply.
case-own-appeal = You can appeal once until { $at }; somebody who took no part decides.
case-reply-preview = <b>Send this reply in case { $number }?</b> ⚠️ It is the only one you have: once sent, it cannot be changed, added to or taken back.
case-reply-confirm = ✅ Send my only reply
case-answer = 💬 Reply
case-appeal = ⚖️ Appeal
case-replied = ✅ Your reply is with the staff.
case-told-notice = ⚖️ You are said to have broken the guidelines of the programme. Nothing is decided yet.
case-told-lapsed = The time to reply is over; the case is decided without your reply.
case-told-remind = ⏳ You have not replied yet, and the time for it is soon over.
case-told-dismissed = ✅ The case against you is dismissed.
case-told-warned = ⚠️ You are warned.
case-told-suspended = ⏹ You are suspended as a partner.
case-told-terminated = 🚪 Your partnership is terminated.
case-told-upheld = ⚖️ Your appeal was looked at by somebody else. The decision stands.
case-told-reduced = ⚖️ Your appeal was successful in part.
case-told-overturned = ⚖️ Your appeal was successful: everything is as it was before.
command-case-reply = Reply to a case
    .title = Your reply
argument-case-reply-words = Your side of it
    .label = reply
    .ask = What is your side of it?
    .hint = Everything in one message; you can reply once. You see it once more before it is sent.
command-case-appeal = Appeal
    .title = Your appeal
argument-case-appeal-words = Why the decision is wrong
    .label = appeal
    .ask = Why is the decision wrong?
    .hint = Say what was overlooked. You can appeal once.

## What staff are asked

command-case-new = Open a case
    .title = Open a case
argument-case-new-reason = What it is about
    .label = reason
    .ask = What is it about?
    .hint = The partner reads it.
argument-case-new-words = What happened, and the evidence
    .label = words
    .ask = What happened, and what shows it?
    .hint = The partner reads it: what, where, when, with links
command-case-dismiss = Dismiss
    .title = Dismiss
argument-case-dismiss-note = Why
    .label = note
    .ask = Why?
    .hint = In a language that the partner reads
command-case-warn = Warn
    .title = Warn
argument-case-warn-note = Why
    .label = note
    .ask = Why?
    .hint = In a language that the partner reads
command-case-suspend = Suspend
    .title = Suspend
argument-case-suspend-days = For how long
    .label = days
    .ask = For how long?
    .hint = Afterwards everything goes back by itself.
argument-case-suspend-note = Why
    .label = note
    .ask = Why?
    .hint = In a language that the partner reads
command-case-terminate = Terminate
    .title = Terminate
argument-case-terminate-note = Why
    .label = note
    .ask = Why?
    .hint = In a language that the partner reads
command-case-decline = Disagree
    .title = Disagree
argument-case-decline-note = Why
    .label = note
    .ask = Why do you disagree?
    .hint = Whoever proposed it reads this; the partner does not.
command-case-uphold = The decision stands
    .title = The decision stands
argument-case-uphold-note = Why
    .label = note
    .ask = Why?
    .hint = In a language that the partner reads
command-case-reduce = Reduce
    .title = Reduce
argument-case-reduce-to = To what
    .label = instead
    .ask = What is it instead?
    .hint = Less than what was decided
argument-case-reduce-note = Why
    .label = note
    .ask = Why?
    .hint = In a language that the partner reads
command-case-overturn = Overturn
    .title = Overturn
argument-case-overturn-note = Why
    .label = note
    .ask = Why?
    .hint = In a language that the partner reads
choice-applications = applications
choice-cases = cases and reports

## Reasons that programme files can name

offence-promise = false promise
offence-misleading = misleading statement
offence-brand = misuse of the brand
offence-defamation = defamation
offence-disclosure = partnership not disclosed
offence-offensive = offensive content
offence-plagiarism = somebody else’s content as one’s own
offence-violence = violent content
offence-sexual = sexual content
offence-spam = spam
offence-bots = bought followers or bots
offence-selfref = self-referral
offence-market = market abuse
offence-country = country where the programme is not allowed
offence-other = something else
offence-warnings = several warnings within the time in which they count

refusal-case-says-nothing = There is nothing in it.
    .next = Write a few words.
refusal-case-state = Case { $number } is not where this would be possible: { $state }{ $who ->
    [known] {". Last step: "}{ $deed } ({ $name }).
   *[none] {"."}
}
    .next = Open it again to see what can be done now.
refusal-case-own-proposal = You proposed this yourself.
    .next = Another admin or risk officer must agree.
refusal-case-two-hands = A termination takes two people: an admin and a risk officer.
    .next = Ask one of those who is missing.
refusal-case-appeal-late = It is too late to appeal against case { $number }.
    .next = Look at /membership to see what still holds.
refusal-case-appealed = You have appealed already.
    .next = A decision can be appealed once.
refusal-case-panel = This appeal is not for your role.
    .next = A suspension is for admins and risk officers, a termination for an admin.
refusal-case-no-lesser = That is not less than what was decided.
    .next = Choose something lesser, overturn it or let it stand.
refusal-case-own = Case { $number } is about you.
    .next = Look at it under /membership. Others decide.
refusal-case-not-yours = Case { $number } is not one that you can do this with.
    .next = Whoever brought the partner stays out of it. Ask an admin if you think you should.
refusal-case-reported = You reported what case { $number } is about.
    .next = Whoever reports stays out of the case; others decide about it.
refusal-case-other-region = That partner belongs to a region that you do not look after.
    .next = /region shows who does. An admin can give you the role for that region with /role.
refusal-case-took-part = You took part in case { $number }.
    .next = Somebody who did not decides about the appeal.
refusal-case-needs-risk = This takes an admin or a risk officer.
    .next = Propose what you may, or ask one of them.
refusal-case-unknown = There is no case { $number }.
    .next = See what waits with /case.
refusal-case-moved-on = Somebody else was faster with case { $number }.
    .next = Open it again to see where it stands.
refusal-case-changed = Case { $number } has changed since you looked{ $who ->
    [known] {": "}{ $deed } ({ $name }).
   *[none] {"."}
}
    .next = Open it again and decide about what is there now.
refusal-case-partner-gone = Partner { $number } has left the programme already.
    .next = Nothing can follow from a case any more.
refusal-case-partner-state = That cannot follow: partner { $number } is { $state }.
    .next = Dismiss, warn, or wait until this has changed.
refusal-case-nothing-proposed = Nothing is proposed in case { $number }{ $who ->
    [known] {" "}any more: { $deed } ({ $name }).
   *[none] {"."}
}
    .next = Open it again to see where it stands.
refusal-offence-unknown = There is no reason “{ $typed }” in the programme.
    .next = Choose with the buttons.
refusal-report-too-many = You have made { $most ->
    [one] { $most } report
   *[other] { $most } reports
} in a day, which is the most there can be.
    .next = Report the rest tomorrow.
refusal-report-own = You cannot report yourself.
    .next = Write to staff of the programme.
refusal-report-unknown = There is no report { $number }.
    .next = See what waits with /case.
refusal-report-own-decision = Report { $number } is yours or about you.
    .next = Somebody else decides about it.
refusal-report-decided = Report { $number } is decided already.
    .next = Open it again to see what came of it.
refusal-link-malformed = “{ $typed }” is not the address of a page.
    .next = Copy it from your browser, for example t.me/moon/12.

evidence-picture = 🖼 Screenshot
evidence-picture-of = 🖼 What was sent along as evidence:
evidence-picture-gone = The picture is not there any more. Ask for it again.
refusal-report-not-yours = Report { $number } is about a partner whom you do not look after.
    .next = /region shows who does. An admin can give you the role for that region with /role.
