## What speaks for care with an application

risk-none = ✓ Nothing speaks for special care.
risk-title = <b>Worth a closer look</b>
risk-line = { $severity }: { $evidence }
risk-is-low = ▫️ Low
risk-is-medium = 🔸 Medium
risk-is-high = 🔴 High
risk-uid = the same UID is in application { $numbers } of another person
risk-uid-bound = the same UID is bound to { $who } here
risk-email = the same e-mail address is in application { $numbers } of another person
risk-channel = the same account is in application { $numbers } of another person
risk-community = the same community is in application { $numbers } of another person
risk-blocked = it shares something with application { $numbers } of somebody who is stopped, suspended or was shown out
risk-young = the Discord account was made { $at }
risk-staff = the applicant is staff of the programme: { $roles }
risk-region = the region { $region } is watched
risk-rejected = was rejected before: application { $numbers }
risk-doubted = { $place } is not as stated, says { $who } ({ $at })

## Approving with a tier, and by two people

approve-needs-second = 👥 This needs two people: an admin or risk officer confirms before the applicant becomes a partner.
argument-application-approve-tier = The tier to begin with
    .label = tier
    .ask = With which tier?
    .hint = The lowest if you do not choose. Your role says up to which you may.
application-told-approved-tier = 🎉 Welcome! You are a partner now. Your tier: { $tier }.
application-waits-for-second = { $name } would approve it; a second person has to confirm
review-proposed = 👥 Application { $number } waits for an admin or risk officer to confirm.
review-confirm = ✅ Confirm
review-decline = ✖ Do not confirm
review-declined = Application { $number } is back with whoever proposed the approval, who knows why.
review-second = 👥 Look at { $number }
review-seconds = 👥 { $count ->
    [one] { $count } approval waits
   *[other] { $count } approvals wait
} for a second person like you.
review-talk = 🗣 Talk: { $number }
review-talks = 🗣 { $count ->
    [one] { $count } talk waits
   *[other] { $count } talks wait
} for you to note what came of it.
talk-told = 🗣 A talk with { $name } about application <b>{ $number }</b> is proposed. When it is over, you note what came of it; /review shows it until then.
proposal-waits = 👥 { $name } would approve it ({ $at }). Tier: { $tier }. An admin or risk officer who had no part in it confirms or not.
proposal-declined = 👥 The approval was not confirmed: “{ $note }”
proposal-wanted = 👥 The approval of application <b>{ $number }</b> ({ $name }) needs a second person. Look at it and confirm, or do not.
proposal-told-confirmed = 👥 Your approval of application { $number } is confirmed.
proposal-told-declined = 👥 Your approval of application { $number } is not confirmed: “{ $note }” It is in your hands again.
argument-application-decline-note = Why it is not confirmed
    .label = reason
    .ask = Why do you not confirm it?
    .hint = Whoever proposed it reads this; the applicant does not.
command-application-decline = Do not confirm
    .title = Not confirmed

refusal-application-recruited = The applicant of { $number } came by your own link.
    .next = Somebody else decides about it.
refusal-application-rival = Your own application names the same account, community, mailbox or UID as { $number }.
    .next = Somebody else decides about it.
refusal-application-needs-second = Application { $number } needs a second person.
    .next = Open it and propose the approval.
refusal-application-waits-second = The approval of application { $number } waits for a second person.
    .next = An admin or risk officer confirms it; you can give the application back meanwhile.
refusal-application-uid-bound = The UID of application { $number } is bound to another person here: { $who }.
    .next = A slip is mended with /uid by the applicant, a wrong binding with /person by staff.
refusal-application-uid-named = Application { $other } of another person names the same UID, and is approved.
    .next = A slip is mended with /uid by the applicant, a wrong binding with /person by staff.
refusal-application-no-proposal = { $how ->
    [confirmed] { $name } has confirmed the approval of application { $number } already.
    [declined] The approval of application { $number } was not confirmed: { $name } said no.
   *[gone] No approval of application { $number } waits as you saw it.
}
    .next = Open it again to see where it stands.
refusal-application-second-other = You cannot be the second person for application { $number }.
    .next = An admin or risk officer who had no part in it confirms.
refusal-tier-unknown = There is no tier “{ $typed }” in the programme.
    .next = Choose with the buttons.
refusal-tier-limit = You may not grant the tier “{ $tier }”.
    .next = These may: { $roles }. Choose a lower one, or give the application back for them.

## Late answers

application-late = ⏰ An answer was due { $at }.
late-managers = ⏰ The managers of the region were told { $at }.
late-admins = ⏰ The admins were told { $at }.
late-told = ⏰ Application <b>{ $number }</b> of { $name } is late: an answer was due { $at }.

## Handing over, and several at once

review-hand = 🤝 Hand over
review-handed = 🤝 { $name } has application { $number } now.
hand-told = 🤝 { $name } handed application <b>{ $number }</b> over to you. It is in your hands.
argument-application-hand-to = The reviewer who is to have it
    .label = reviewer
    .ask = Who is to have it?
    .hint = A name, or #7, telegram:123, discord:456
command-application-hand = Hand over
    .title = Hand over
argument-review-action = Several applications at once
    .label = action
    .ask = What do you want to do?
    .hint = Several at once, for admins and regional managers
argument-review-number = Number of an application to look at
    .label = number
    .ask = Which application?
    .hint = Its number, as cards and notices say it, for example 12
choice-bulk = bulk
bulk-begin = What is to be done with several applications? A reason rejects them. You are asked for their numbers next.
argument-review-bulk-numbers = Numbers of applications
    .label = numbers
    .ask = Which applications?
    .hint = For example: 12, 13, 14
argument-review-bulk-what = What is done with all of them
    .label = what
    .ask = What is done with them?
    .hint = A reason rejects them; each applicant reads it.
command-review-bulk = Several at once
    .title = Several at once
bulk-release = ↩ Give them back to the queue
bulk-preview = <b>{ $count ->
    [one] { $count } application
   *[other] { $count } applications
}</b>
bulk-line = • { $number }: { $name }, { $state }
bulk-what = What is done with each: <b>{ $what }</b>
bulk-confirm = ✅ Do it with all
bulk-done = <b>How it went</b>
bulk-released = ↩ { $number }: back in the queue
bulk-rejected = ❌ { $number }: rejected
bulk-refused = ⚠️ { $number }: { $why }

refusal-bulk-numbers = These are not up to { $most } numbers of applications.
    .next = Write them like this: 12, 13, 14
refusal-hand-nobody = Nobody called “{ $typed }” could have it.
    .next = Choose with the buttons, or name the person as #7, telegram:123 or discord:456.
refusal-hand-several = Several reviewers are called “{ $typed }”.
    .next = Choose with the buttons, or name the person as #7, telegram:123 or discord:456.
refusal-application-hand-unfit = That person cannot have application { $number }.
    .next = Choose somebody who reviews its region, had no part in a decision about it and did not bring the applicant.

# Answers that are too long for the page of an application.
review-whole = 📖 Read it whole
review-whole-of = What was written in application { $number }, { $page } of { $pages }:
review-whole-next = ➡️ Read on
