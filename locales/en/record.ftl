## /role, /region

command-role = Who may do what: show, grant, revoke
    .title = Roles
argument-role-action = Show, grant or revoke
    .label = action
    .ask = What do you want to do?
    .hint = Every change is kept in the record.
argument-role-person = A name, #7, a mention, telegram:123 or discord:456
    .label = person
    .ask = Which person?
    .hint = Such as Yuki, #7, a mention, telegram:123 or discord:456
argument-role-role = The role
    .label = role
    .ask = Which role?
    .hint = It is held by the person, on every platform.
argument-role-region = The region it is for, or all of them
    .label = region
    .ask = For which region?
    .hint = Applications of other regions are not theirs to decide.
argument-role-reason = Why; the person will read it, and it is kept
    .label = reason
    .ask = Why?
    .hint = The person reads it, and it is kept in the record.
choice-show = 📋 show
choice-grant = ➕ grant
choice-revoke = ➖ revoke
choice-admin = admin
choice-finance_maker = finance maker
choice-finance_checker = finance checker
choice-risk_officer = risk officer
choice-reviewer = reviewer
choice-regional_manager = regional manager
choice-auditor = auditor
role-partner = partner
role-preview-grant = Make <b>{ $name }</b> (#{ $number }) <b>{ $role }</b> ({ $where })?
role-preview-revoke = Take the role <b>{ $role }</b> from <b>{ $name }</b> (#{ $number }) ({ $where })?
role-confirm-grant = ✅ Grant it
role-confirm-revoke = ✅ Take it
role-done-grant = ✅ { $name } (#{ $number }) is { $role } now ({ $where }).
role-done-revoke = ✅ { $name } (#{ $number }) is { $role } no longer ({ $where }).
told-now = They get a private message about it.
told-later = ⚠️ They have not begun a private chat with me, so I cannot write to them yet. Tell them yourself; my message waits for them for two days, until they open my chat and press Start.
role-told-grant = 🎖 You have a role of the programme now: <b>{ $role }</b> ({ $where }). /help shows what you can do.
role-told-revoke = A role of the programme is yours no longer: <b>{ $role }</b> ({ $where }).
role-reason = “{ $reason }”
role-wherever = wherever it was held
role-title = <b>Who may do what</b>
role-line = <b>{ $name }</b> (#{ $number }): { $role }, { $where }
role-more = { $count ->
    [one] One more. Name a person or a role to see it.
   *[other] { $count } more. Name a person or a role to see them.
}
role-none = Nobody holds such a role.
refusal-role-own = Nobody gives or takes roles of their own.
    .next = Ask another admin, or whoever runs the bot (npm run cli -- role).
refusal-role-not-regional = Only reviewers and regional managers have a region.
    .next = Leave the region out.
refusal-role-held = { $name } holds that role there already.
    .next = See who holds what with /role and “show”.
refusal-role-not-held = { $name } does not hold that role there.
    .next = See who holds what with /role and “show”.
refusal-role-from-setting = { $name } is admin by the bot’s setting OWNERS.
    .next = Whoever runs the bot can take the account out of OWNERS and start it again.
refusal-application-other-region = Application { $number } belongs to a region that you do not review.
    .next = /region shows whose it is. An admin can give you the role for that region with /role.

command-region = Regions: who looks after them, what waits
    .title = Regions
region-title = <b>Regions</b>
region-every = all regions
region-head = <b>{ $region }</b>
region-managers = Managers: { $count ->
    [0] { $inAll ->
        [0] nobody
       *[other] those of all regions
    }
   *[other] { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
}
region-reviewers = Reviewers: { $count ->
    [0] { $inAll ->
        [0] nobody
       *[other] those of all regions
    }
   *[other] { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
}
region-waiting = { $count ->
    [one] One application waits, sent { $oldest }.
   *[other] { $count } applications wait, the oldest sent { $oldest }.
}
region-waiting-none = No application waits.

## /audit and the daily seal

command-audit = The record: who did what, when and why
    .title = The record
command-audit-file = The record as a file
argument-audit-about = A person, or packet:…, application:12, chat:3
    .label = about
    .ask = About whom or what?
    .hint = Ana, #7, telegram:123, packet:6f3k2a, application:12
argument-audit-topic = Only this kind of thing
    .label = topic
    .ask = About which kind of thing?
    .hint = Everything if you do not choose.
argument-audit-within = Not older than this, for example 7d
    .label = within
    .ask = How far back?
    .hint = 24h, 7d, 30d
argument-audit-before = Only what is older than this number
    .label = before
    .ask = Older than which number?
    .hint = The number in front of a line
choice-packet = packets
choice-treasury = treasury
choice-frozen = stops
choice-lifted = lifted stops
choice-role = roles
choice-chat = groups
choice-application = applications
choice-desk = desks
choice-programme = the programme
choice-text = texts
choice-case = cases
choice-report = reports
choice-people = people
choice-account = accounts
choice-link = links of accounts
choice-partner = partners
choice-audit = the daily seal
audit-title = <b>The record</b>, the newest first
audit-line = { $number }. { $at } · <b>{ $actor }</b> { $what } · { $subject }
audit-details = <i>{ $details }</i>
audit-detail = { $name }: { $value }
audit-spender = spending of { $name } as a partner
audit-and = { $first } · { $next }
detail-amount = amount
detail-brought = brought along
detail-owner = whose
detail-returned = given back
detail-shares = shares
detail-source = from
detail-total = amount
detail-because = because of
detail-becomes = becomes
detail-case = case
detail-change = change
detail-dueAt = on
detail-effects = follows
detail-from = from
detail-lapsed = time was over
detail-partner = partner
detail-proposedBy = proposed by
detail-queue = queue
detail-reason = reason
detail-region = region
detail-role = role
detail-rule = rule
detail-state = state
detail-tier = tier
detail-to = to
detail-until = until
detail-verdict = decision
detail-was = was
detail-why = why
audit-as-file = 📄 As a file
audit-file-sent = This part of the record, at most its { $most } newest facts: { $name }. It was made for you just now; I keep no copy of it.
audit-older = Older ▶
audit-none = Nothing like that is in the record.
audit-called = About { $name }:
audit-several = Several people are called “{ $typed }”. Whom do you mean?
audit-several-more = There are more of that name: write #7, telegram:123 or discord:456 for the one you mean.
audit-person = <b>#{ $number }</b> · { $accounts } · met { $met }{ $staff ->
    [yes] {" "}· { $roles }
   *[no] {""}
}
audit-account = { $platform }: { $name }
audit-whose = 🔍 { $name }
refusal-audit-about = “{ $typed }” is neither a person nor a thing of the record.
    .next = Write the whole name as it is shown, #7, telegram:123 or discord:456 for a person, or packet:…, application:12, chat:3.
seal-title = 🔏 <b>Seal of the books</b>, { $at }
seal-line = <code>{ $seal }</code>
seal-check = Keep this message. Whoever runs the bot can check later that nothing written before was changed: npm run cli -- audit --seal, and these lines.

fact-packet-dropped = dropped a red packet
fact-packet-asked = asked for a red packet above the limit
fact-packet-approved = approved a red packet
fact-packet-rejected = rejected a red packet
fact-packet-request-expired = let a request for a red packet lapse
fact-packet-draw-trimmed = drew with fewer shares than planned
fact-packet-closed = closed a red packet that was all claimed
fact-packet-expired = ended a red packet at its time
fact-packet-cancelled = cancelled a red packet
fact-packet-extended = extended a red packet
fact-packet-topped-up = topped up a red packet
fact-packet-paused = paused a red packet
fact-packet-resumed = let a red packet go on
fact-packet-posted-here = shared a red packet with another group
fact-packet-withdrawn = took a red packet out of a group
fact-packet-card-lost = could not post a red packet’s card
fact-treasury-asked = asked to move money
fact-treasury-approved = approved a movement of money
fact-treasury-rejected = rejected a movement of money
fact-frozen = stopped
fact-lifted = lifted a stop
fact-role-granted = granted a role
fact-role-revoked = revoked a role
fact-chat-language = chose a group’s language
fact-chat-merged = made one of two chats
fact-application-moved = took an application one step further
fact-application-checked = checked evidence
fact-application-measured = measured a community
fact-application-lost = was removed from a measured community
fact-application-code-made = got a code for a profile
fact-application-code-looked-at = looked for a code in a profile
fact-application-appealed = appealed
fact-application-appeal-refused = refused an appeal
fact-application-proposed = proposed an approval
fact-application-declined = declined an approval
fact-application-escalated = reported a late answer
fact-application-handed-over = handed an application over
fact-application-talk-proposed = invited to a talk at another time
fact-application-talk-answered = answered whether a talk suits
fact-desk-named = named a desk
fact-desk-closed = closed a desk
fact-partner-onboarded = took a partner in
fact-programme-changed = changed the programme
fact-text-accepted = accepted a text
fact-partner-moved = moved a partner
fact-partner-uid-confirmed = confirmed their UID
fact-partner-return-asked = asked to come back
fact-partner-return-backed = backed a return
fact-partner-change-moved = changed a partner’s tier or region
fact-partner-change-acknowledged = read of a change
fact-partner-invited = a partner was invited to the group
fact-partner-uninvited = an invitation to the group was taken back
fact-partner-joined = a partner joined the group
fact-partner-misused = somebody else used a partner’s invitation
fact-partner-shown-out = a former partner was removed from the group
fact-case-moved = moved a case
fact-case-proposed = proposed a decision
fact-case-declined = declined a proposal
fact-case-reminded = reminded of a case
fact-report-made = reported a partner
fact-report-decided = decided about a report
fact-people-joined = two people became one
fact-account-parted = took an account off a person
fact-link-asked = said that two accounts are theirs
fact-link-declined = denied that another account is theirs
fact-link-lapsed = a confirmation of two accounts lapsed
fact-uid-bound = bound a UID
fact-uid-changed = changed a UID
fact-person-erased = was erased
fact-badge-given = gave a partner their badge
fact-badge-taken = took a partner’s badge away
