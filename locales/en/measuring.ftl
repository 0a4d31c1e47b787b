# A community that the bot measures itself, and accounts that are proven by a code.
command-measure = Have your community measured
    .title = Measure
argument-measure-application = Number of your application
    .label = application
    .ask = What is the number of your application?
    .hint = As /status shows it
command-measure-again = Measure again
argument-measure-again-community = Which community
    .label = community
    .ask = Which community?
command-prove = Prove that an account is yours
    .title = Prove
argument-prove-account = Which account
    .label = account
    .ask = Which account do you want to prove?
    .hint = One that your application names
command-prove-picture = Send a screenshot
    .title = Screenshot
argument-prove-picture-proof = Number of the code
    .label = proof
    .ask = Which code?
argument-prove-picture-picture = The screenshot
    .label = picture
    .ask = Where is the screenshot of the account?
    .hint = Name and followers must be seen
command-proof-seen = The code is there
    .title = The code is there
argument-proof-seen-proof = Number of the code
    .label = proof
    .ask = Which code?
argument-proof-seen-size = Followers that you see
    .label = followers
    .ask = How many followers does the account have?
    .hint = The number you see on its page, for example 12500 or 12.5K
command-proof-unseen = The code is not there
argument-proof-unseen-proof = Number of the code
    .label = proof
    .ask = Which code?
command-proof-picture = Look at a screenshot
argument-proof-picture-proof = Number of the code
    .label = proof
    .ask = Which code?

apply-measure = 📏 Measure my community
apply-prove = 🔑 Prove an account
measure-bring = ➕ Add me to the community
measure-again = 🔄 Measure { $title } again
measure-how = 📏 Let me measure your community: I count its members and see whether you are an admin. That proves it, and nobody has to take your word for it.
measure-how-next = Add me with the button. On Telegram that is all. On Discord, then type /measure in the server. If I am there already, just type /measure.
measure-how-activity = Over the next days I also count how much is written: numbers only, no texts and no names. On Telegram I can see that only as an admin of the group; no special rights are needed.
measured-done = 📏 <b>{ $title }</b>: { $size ->
    [one] { $size } member
   *[other] { $size } members
}, and you are an admin. It is in your application.
measured-enough = That is enough: { $least } are needed.
measured-few = { $least } are needed. Have a larger community measured, or prove an account with /prove.
measured-claimed = ⚠️ Somebody else had this community measured for their application before. The reviewers see both.
measured-counting = From now on messages are counted, without texts and names.
measured-unheard = Messages cannot be seen here, so they are not counted. Make me an admin if you want that, and measure again.
measured-see = The application shows it; open it again.
measured-lost = ⚠️ I was removed from { $title } while your application is open, so what I measured there no longer proves anything. Add me again and have it measured anew.
measured-back = I am back in { $title }. Measure it again, so that it counts.

rule-measured = { $place }, measured: { $size }, { $name } is an admin ({ $at })
rule-measured-no-admin = { $place }, measured: { $size }, but { $name } is not an admin ({ $at })
rule-measured-lost = { $place }, measured: { $size }, but the bot was removed since ({ $at })
rule-measured-claimed = { $place }, measured: { $size }, but somebody else claimed it first ({ $at })
community-line = 📏 <b>{ $title }</b>: { $size ->
    [one] { $size } member
   *[other] { $size } members
} ({ $at })
community-no-admin = ⚠️ The applicant is not an admin there.
community-activity = Activity, day { $passed } of { $all }: { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
} on { $days ->
    [one] { $days } day
   *[other] { $days } days
}, { $daily ->
    [one] { $daily } writer
   *[other] { $daily } writers
} a day
community-unheard = Activity: cannot be seen (the bot gets no messages there)
community-changed = ⚠️ The number of members jumped: { $before } at { $at }, now { $size }.
community-lost = ⚠️ The bot was removed at { $at }; unproven until it is back and measures again.
community-claimed-first = ⚠️ Claimed first by { $who }, application { $application }.
community-claimed = ⚠️ Claimed by { $who } too, application { $application }.

prove-code = Put this code into the profile of { $place }: <b>{ $code }</b>
prove-until = A reviewer looks for it. It holds until { $at }; once you have an answer you can take it out.
prove-copy = 📋 Copy the code
prove-picture-send = 🖼 Send a screenshot instead
prove-picture-there = There is a screenshot already; another one takes its place.
prove-picture-taken = ✅ The screenshot of { $place } is with the reviewers.
proof-open = 🔑 { $place }: look for <b>{ $code }</b> in the profile (until { $at })
proof-lapsed = 🔑 { $place }: the code { $code } ran out at { $at }
proof-confirmed = ✓ { $place }: { $code } seen by { $who }, { $size ->
    [one] { $size } follower
   *[other] { $size } followers
} ({ $at })
proof-refused = ✗ { $place }: { $code } not found by { $who } ({ $at })
proof-visit = 🔗 { $place }
proof-seen = ✓ { $code } is there
proof-unseen = ✗ { $code } is not
proof-picture-see = 🖼 Screenshot
proof-picture-of = Screenshot of { $place }
proof-picture-gone = The screenshot of { $place } is no longer to be had.
proof-kept = ✅ Kept, with your number and the date.
status-proofs = <b>Your accounts:</b>
status-proofs-private = 🔑 How the proof of your accounts stands: send /status in our private chat.
status-proof-none = ☐ { $place }: no proof yet; /prove gives you a code
status-proof-code = 🔑 { $place }: you were given a code, which holds until { $at }; a reviewer looks for it in the profile
status-proof-late = ⌛ { $place }: the code ran out at { $at }; /prove gives you another
status-proof-picture = 🖼 { $place }: your screenshot is there and waits to be looked at
status-proof-confirmed = ✓ { $place }: seen by a reviewer, { $size ->
    [one] { $size } follower
   *[other] { $size } followers
} ({ $at })
status-proof-refused = ✗ { $place }: looked at and not accepted ({ $at }); /prove gives you another code

refusal-measure-none = You have no application that this could be measured for.
    .next = Begin with /apply, then come back.
refusal-measure-not-yours = Application { $number } is not yours.
    .next = Type /measure, and it is measured for your own.
refusal-measure-over = Application { $number } is decided; nothing more is measured or proven for it.
    .next = See with /status what you can do.
refusal-measure-unknown = There is no such measurement.
    .next = Type /measure in the community.
refusal-measure-unseen = I cannot see how many members { $title } has.
    .next = Check that I am still in it, and try again in a minute.
refusal-measure-unsure = I cannot tell whether you are an admin of { $title }.
    .next = Make me an admin (no rights are needed), wait a minute and try again.
refusal-measure-not-admin = You are not an admin of { $title }, so it is not your community that is measured.
    .next = Ask its owner to make you an admin, wait a minute and type /measure there.
refusal-prove-none = There is no account to prove.
    .next = Name your accounts with /apply first.
refusal-proof-unknown = There is no such code.
    .next = Get one with /prove.
refusal-proof-over = The code for { $place } was looked at already, or a newer one has replaced it.
    .next = The applicant gets another with /prove.
refusal-proof-late = The code for { $place } has run out.
    .next = The applicant gets another with /prove.
