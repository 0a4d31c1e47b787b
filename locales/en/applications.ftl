## /apply, /status: becoming a partner

command-apply = Apply to become a partner
    .title = Application
command-status = Where your application stands
    .title = Status

apply-begin = ✍️ Apply
apply-go-on = ✍️ Go on with it
apply-answer = 💬 Answer
apply-appeal = ⚖️ Appeal
apply-withdraw = ✖ Withdraw
apply-accept = ✅ I have read it and accept
apply-guidelines = <b>The guidelines ({ $version })</b>
    { $words }
apply-guidelines-label = guidelines
apply-disclosure = <b>What you will disclose ({ $version })</b>
    { $words }
apply-disclosure-label = disclosure
apply-link = In full: { $url }
apply-whole = 📖 Every word of it: /guidelines
apply-kept = Everything is kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
}. Type /apply to go on where you were.
apply-sent = ✅ Your application is sent. Its number is <b>{ $number }</b>.
apply-answered = ✅ Thank you. Your answer is with the reviewers.
apply-appealed = ✅ Your appeal is in. Somebody who took no part in the decision will look at it.
apply-withdrawn = Your application is withdrawn. You can apply again at any time.

status-none = You have not applied yet.
status-line = Application <b>{ $number }</b>: { $state }, begun { $at }.
status-sent = Application <b>{ $number }</b>: { $state }, sent { $at }.
status-draft = It is not sent yet. Nothing you wrote is lost.
status-promised = You get an answer by { $at } at the latest.
status-below = What you stated is below what the programme looks for: { $followers } followers on one account, or a community of { $members } members that you moderate. A reviewer decides all the same; a measured community or a proven account counts.
status-late = The answer should have come { $at }. We are sorry: your application is still the next in line.
status-asked = Before it is reviewed, something is needed from you:
status-asked-until = Please answer by { $at }: then your application ends, and what you wrote is kept.
status-approved = You are partner number <b>{ $number }</b>.
status-approved-next = Your onboarding begins now: /membership shows step by step what is still to be done. A manager of your region will help you.
status-approved-since = /membership shows how your partnership stands.
reapply-now = You can apply again at any time.
reapply-at = You can apply again from { $at }.
reapply-never = You cannot apply again.
appeal-offer = You can appeal once within { $days ->
    [one] { $days } day
   *[other] { $days } days
}; somebody else will decide.
appeal-waits = Your appeal is waiting, made { $at }.
appeal-refused = Your appeal was looked at, and the decision stands.
apply-withdraw-preview = Withdraw application { $number }? Nothing is held against you for it.
apply-withdraw-confirm = ✖ Withdraw { $number }

application-is-draft = not sent yet
application-is-submitted = sent
application-is-screening = being checked
application-is-queued = waiting for a reviewer
application-is-in_review = with a reviewer
application-is-interview = a talk is planned
application-is-needs_info = waiting for the applicant
application-own-needs_info = waiting for your answer
application-is-approved = approved
application-is-rejected = rejected
application-is-withdrawn = withdrawn
application-is-expired = ended, nobody went on with it

application-told-approved = 🎉 Welcome! You are a partner now.
application-told-rejected = Your application was not accepted.
application-told-asked = A reviewer has a question about your application.
application-told-invited = The reviewers would like to talk with you about your application.
application-told-reminder = A reminder: your application waits for your answer.
application-told-expired = Nobody answered the question about your application, so it has ended. What you wrote is kept: type /apply to take it up again.
application-told-forgotten = Nobody went on with your application for a while, so it has ended. What you wrote is kept: type /apply to take it up again.
application-told-upheld = ⚖️ Your appeal was successful: your application is open again, and somebody else decides.
application-told-stood = ⚖️ Your appeal was looked at by somebody else. The decision stands.

## The card, and what reviewers see

application-title = <b>Application { $number }</b> · { $name }
application-since = { $state } · application sent { $at }
application-with = In the hands of { $name } until { $at }
application-answer-for = 💬 Answered. { $name } asked, and /review gives it to them first, until { $at }.
application-promised = An answer is due { $at }.
application-question = ❓ { $question }
application-answer-line = 💬 { $answer }
application-decision = <b>{ $verdict }</b>, { $at }
application-note = “{ $note }”
application-appealed = ⚖️ Appealed { $at }: somebody who took no part in the decision decides.
application-appeal-line = ⚖️ The appeal: { $appeal }
application-outcome = 📝 The talk: { $outcome }
application-slot = 🗣 A talk was proposed: { $slot }
apply-reach = { $size ->
    [one] { $place }: { $size } person
   *[other] { $place }: { $size } people
}
apply-reach-unsized = { $place }: ❓ I cannot tell how many people it reaches
apply-unclear = ❓ I cannot tell how many people “{ $place }” reaches.
apply-unclear-next = Your answer is kept. Write it again with the number in digits at the end of each line, such as 12000 or 12.5K. Or go on as it is: you may be asked for the number later.
application-asks-size = How many people does “{ $place }” reach?
verdict-approved = Approved
verdict-rejected = Rejected
verdict-appeal-upheld = Appeal upheld
verdict-appeal-refused = Appeal refused
rule-line = { $verdict } { $rule }: { $evidence }
rule-one-enough = One of these is enough:
rule-pass = ✓
rule-fail = ✗
rule-unproven = ?
rule-followers = { $least ->
    [one] { $least } follower
   *[other] { $least } followers
} on one account
rule-community = a community of { $least ->
    [one] { $least } member
   *[other] { $least } members
}
rule-nothing = nothing stated ({ $at })
rule-unsized = { $place }, no number stated ({ $at })
rule-stated = { $place }, { $size } by their own word ({ $at })
rule-checked = { $place }, { $size }, looked at by { $who } ({ $at })

command-review = Take the next application
    .title = Review
review-none = No application is waiting for you.
review-next = ▶ Next
review-open = 🔍 Open
review-back = 🔍 Back to application { $number }
review-take = ✋ Take
review-take-away = ↩ Give it back to the queue
review-release = ↩ Give it back
review-approve = ✅ Approve
review-reject = ❌ Reject
review-ask = ❓ Ask
review-invite = 🗣 Talk
review-met = 📝 Note the outcome
review-check-followers = ✓ Followers are right
review-doubt-followers = ✗ Followers are wrong
review-check-community = ✓ Community is right
review-doubt-community = ✗ Community is wrong
review-uphold = ⚖️ Open it again
review-stand = ⚖️ The decision stands
review-appeal = ⚖️ Appeal { $number }
review-appealed = ⚖️ { $name } has appealed the rejection of application <b>{ $number }</b>. Somebody who took no part in it decides.
review-arrived = Application <b>{ $number }</b> of { $name } is waiting. There is no desk for applications: an admin can name a group with /desk.
review-answered = 💬 { $name } has answered what you asked about application <b>{ $number }</b>. /review gives it to you first.
review-taken = It is yours now.
review-released = It is back in the queue.
review-checked = Noted.
review-met-done = Noted. It is in your hands again.
review-upheld = The application is open again, and somebody else decides.
review-stood = The decision stands, and the applicant is told.
review-approved = ✅ Application { $number } is approved: partner number { $partner }.
review-rejected = ❌ Application { $number } is rejected. The applicant has the reason.
review-asked = Application { $number } waits for the applicant’s answer now.
review-invited = The applicant of { $number } is told about the talk.
approve-preview = Approve application { $number }?
approve-at-once = The person becomes a partner at once.
approve-pass = ✓ The thresholds are met.
approve-unproven = ⚠️ Whether the thresholds are met has not been looked at.
approve-fail = ⚠️ By what was stated, no threshold is met.
approve-confirm = ✅ Approve { $number }
reject-preview = <b>This is what the applicant will read:</b>
reject-confirm = ❌ Reject
argument-application-reject-reason = Why
    .label = reason
    .ask = Why is it rejected?
    .hint = The applicant reads it, and what would change it.
argument-application-reject-note = A note for the applicant
    .label = note
    .ask = What do you want to add?
    .hint = In a language that the applicant reads
argument-application-ask-questions = Questions for the applicant
    .label = questions
    .ask = What do you want to know?
    .hint = One question to a line, in a language that the applicant reads
argument-application-invite-slot = When and how you would like to talk
    .label = slot
    .ask = When and how do you want to talk?
    .hint = For example: Tuesday 18:00 UTC, a call on Telegram
argument-application-met-outcome = What came of the talk
    .label = outcome
    .ask = What came of the talk?
    .hint = For the record of this application
argument-application-answer-answer = Your answer
    .label = answer
    .ask = What is your answer?
    .hint = All questions in one message
argument-application-appeal-words = Why the decision is wrong
    .label = appeal
    .ask = Why is the decision wrong?
    .hint = Say what was overlooked. You can appeal once.
command-application-ask = Ask the applicant
    .title = Questions
command-application-invite = Propose a talk
    .title = A talk
command-application-met = Note the outcome
    .title = After the talk
command-application-answer = Answer the reviewers
    .title = Your answer
command-application-appeal = Appeal
    .title = Your appeal
command-application-reject = Reject
    .title = Reject

command-desk = Make this chat a desk of the staff
    .title = Desk
argument-desk-action = This chat, or no desk at all
    .label = desk
    .ask = Where is the desk?
    .hint = What arrives appears there as cards.
argument-desk-queue = What the desk is for
    .label = queue
    .ask = What is it the desk of?
    .hint = Applications if you do not choose.
choice-none = none
desk-named-applications = This is the desk for applications now: “{ $title }”. Every new application appears here.
desk-named-audit = The daily seal of the books is posted here from now on: “{ $title }”.
desk-closed = There is no desk for { $queue } any more.
desk-lost = I am no longer in “{ $title }”, which was the desk for { $queue }, or cannot reach it any more.
desk-lost-next = Until I am back there, or you name another group with /desk, what is new is told to each of those who decide, in private. When I am back, type /desk there once more: it shows what came meanwhile.
desk-lost-audit = Until I am back there, or you name another group with /desk, it is posted nowhere.
desk-named-cases = This is the desk for cases and reports now: “{ $title }”. Every new one appears here.
desk-only-staff = I have seen only staff here; whoever merely reads I cannot see. Make sure that only staff can open this chat.
desk-strangers = { $count ->
    [one] ⚠️ { $count } person whom I have seen here is not staff. Everyone in this chat reads the cards of applicants: better name a chat that only staff can open.
   *[other] ⚠️ { $count } people whom I have seen here are not staff. Everyone in this chat reads the cards of applicants: better name a chat that only staff can open.
}

## Questions and reasons that programme files can name

question-region = region
    .ask = Where is your community?
    .hint = The team of that region will look at your application.
question-language = language
    .ask = Which language do you publish in?
    .hint = The one that most of your audience reads
question-focus = focus
    .ask = What do you want to do?
    .hint = Choose as many as fit.
question-channels = channels
    .ask = Where do you publish? How many followers?
    .hint = One account to a line: link or name, then followers. For example: youtube.com/@moon 12000
question-communities = communities
    .ask = Which communities do you moderate?
    .hint = One to a line: link or name, then members. For example: t.me/moontalk 850
question-experience = experience
    .ask = What have you done so far?
    .hint = Campaigns, events, partnerships: a few lines are enough.
question-email = e-mail
    .ask = What is your e-mail address?
    .hint = Only reviewers see it.
question-uid = UID
    .ask = What is your UID on the exchange?
    .hint = Digits only; you find it in your profile.
question-why = motivation
    .ask = Why do you want to be a partner?
    .hint = In your own words, 20 to 1,000 characters
region-europe = Europe
region-cis = CIS
region-mena = Middle East and North Africa
region-africa = Africa
region-south-asia = South Asia
region-east-asia = East Asia
region-sea = Southeast Asia
region-latam = Latin America
region-north-america = North America
focus-content = Content
focus-community = Community
focus-advocacy = Advocacy
focus-acquisition = New users
reason-audience = Your audience is smaller than the programme asks for.
    .next = Come back when one account has enough followers, or a community that you moderate has enough members; /faq says how many.
reason-unproven = We could not see that these accounts and communities are yours.
    .next = Put a link to your Telegram or Discord into their profiles, and apply again.
reason-incomplete = Important things are missing in your answers.
    .next = Say more about what you do and for whom, and apply again.
reason-content = What you publish does not fit our guidelines.
    .next = Read the guidelines, change what does not fit, and apply again.
reason-region = The programme takes no more partners in your region for now.
    .next = Look for news of your region in our channels.
reason-fake = The followers or members do not look real.
    .next = If you see that differently, appeal: somebody else will look.

refusal-apply-open = You have an open application already, number { $number }.
    .next = Look at it with /status. There can only be one at a time.
refusal-apply-partner = You are a partner already.
    .next = Type /status to see your number.
refusal-apply-blocked = You cannot apply while you are stopped.
    .next = Ask staff of the programme about it.
refusal-apply-too-soon = It is too early to apply again.
    .next = You can from { $at } on. /status shows why, and whether you can appeal.
refusal-apply-never = Application { $number } was rejected for a reason that does not allow another.
    .next = Look at it with /status; you may be able to appeal.
refusal-apply-often = You have sent enough applications for now: the most is { $day } in a day and { $month } in 30 days.
    .next = You can send this one from { $at }; your answers are kept.
refusal-apply-incomplete = Something in it is still missing.
    .next = Type /apply and look through your answers.
refusal-apply-no-draft = There is no application to write on: it was sent, or has ended.
    .next = Type /status to see where it stands.
refusal-application-unknown = There is no application { $number }.
    .next = Look at the card it came from.
refusal-application-state = Application { $number } is not where this would be possible: { $state }{ $who ->
    [known] {". Last step by "}{ $name }.
   *[none] {"."}
}
    .next = Open it again to see what can be done now.
refusal-application-own = Application { $number } is your own.
    .next = Somebody else decides about it.
refusal-application-held = { $who ->
    [known] Application { $number } is in the hands of { $name }.
   *[none] Application { $number } is not in your hands.
}
    .next = Take another with /review.
refusal-application-not-yours = Application { $number } is not one that you can do this with.
    .next = Ask an admin of the programme if you think you should.
refusal-application-appeal-other = You took part in an earlier decision about application { $number }.
    .next = Now it is for somebody else to look at it.
refusal-application-lease-over = Your time with application { $number } is over, so nothing was decided.
    .next = Take it again, if nobody else has.
refusal-application-asks-nothing = There is nothing in it.
    .next = Write a few words.
refusal-application-no-appeal = There is no open appeal against the decision about { $number }{ $who ->
    [known] {". Last step by "}{ $name }.
   *[none] {"."}
}
    .next = Open it again to see where it stands.
refusal-application-appealed = You have appealed already.
    .next = Look at it with /status. A decision can be appealed once.
refusal-application-appeal-late = It is too late to appeal.
    .next = Look with /status whether you can apply again.
refusal-application-another = The applicant of { $number } has gone on meanwhile: another application is open, or they are a partner already.
    .next = Decide about that one, or let this decision stand.
refusal-application-barred = Application { $number } cannot go on: application { $rejected } of the same person was rejected, and they may apply again from { $at }.
    .next = If that was wrong, it has to be appealed. Otherwise reject this one, too.
refusal-application-barred-never = Application { $number } cannot go on: application { $rejected } of the same person was rejected for a reason that does not allow another.
    .next = If that was wrong, it has to be appealed. Otherwise reject this one, too.
refusal-application-moved-on = Somebody else was faster with application { $number }.
    .next = Open it again to see where it stands.
refusal-application-changed = Application { $number } has changed since you looked{ $who ->
    [known] {" (by "}{ $name }).
   *[none] {"."}
}
    .next = Open it again and decide about what is there now.
refusal-reason-unknown = There is no reason “{ $typed }” in the programme.
    .next = Choose with the buttons.
refusal-desk-none = There is no desk to close.
    .next = Name one with /desk, in the group where it should be.
