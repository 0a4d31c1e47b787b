## Shared by every command: forms, refusals, what went wrong.

form-literal = { $value }
form-cancel = ↩ Cancel
form-cancelled = Cancelled. Nothing was done.
form-type = ✏️ Type it
form-in-private = 🔒 Answer in private
form-more = ⚙️ More options
form-adjust = { $name }
form-adjust-to = { $name }: { $value }
form-mistake = • <b>{ $field }</b>: { $why } { $next }
form-private = This is between you and me: the answers are nobody else’s business.
form-progress = Question { $number } of { $total }
form-current = Your answer now: { $value }
form-cut = A text below is longer than its field: you see only the beginning.
form-chosen = ☑ { $value }
form-unchosen = ☐ { $value }
form-back = ◀ Back
form-go-on = Go on ▶
form-skip = Skip ▶
form-later = 💾 Later
form-kept = Kept. Type /{ $command } to go on.
form-review = <b>Your answers</b>
form-review-line = <b>{ $label }</b>: { $value }
form-review-more = · { $value }
form-edit = ✏️ { $name }
form-send = ✅ Send
form-list = { $list }
form-skipped = —
nobody-asked = I only understand commands here. Type /help to see what you can do.
answer-aside = You asked for this in “{ $title }” { $at }. The answer is for you alone, so it comes here.
answer-late = You asked for this { $at }.
answer-missed = Before this you typed too fast, so I did not carry out { $count ->
    [one] one command
   *[other] { $count } commands
} of yours.
receipt-again = Sent again to be sure it reached you ({ $code }). Nothing happened twice.
mistake = Something went wrong on our side and nothing was changed. If it happens again, tell the staff this number: <code>{ $reference }</code>
outage = We cannot reach our books right now, so nothing was changed. Please try again in a minute.
outage-unknown = The connection to our books broke while this was being written, so I cannot say whether it was done. Look at /wallet before you try again.

choice-yes = yes
choice-no = no

refusal-anonymous = You are writing as an anonymous admin or a channel, so I cannot know who you are.
    .next = Switch off “Remain anonymous” in your admin rights, or write from your own account.
refusal-button-unknown = This button is from another time or another place.
    .next = Type the command again to get a fresh one.
refusal-command-unknown = I do not know the command “{ $typed }”.
    .next = Type /help to see the commands you can use here.
refusal-cooldown = You used /{ $command } just now.
    .next = Wait { $wait } and try again.
refusal-too-fast = { $command ->
    [none] That was too fast, so I did nothing.
   *[other] That was too fast, so I did not carry out /{ $command }.
}
    .next = Try again in { $wait }.
refusal-form-gone = This form is finished, cancelled or too old.
    .next = Type the command again.
refusal-form-of-another = This form belongs to somebody else.
    .next = Type the command yourself to get your own.
refusal-press-instead = Here you choose with the buttons; what you typed was not taken.
    .next = Press one of them below, or send /cancel.
refusal-question-left = Something else was shown here after the question, so what you typed was not taken.
    .next = Here is the question again.
refusal-form-moved-on = This button is from an earlier step.
    .next = Here is where you are now.
refusal-form-went-on = This form has gone on since that window was opened.
    .next = What you typed was taken where there was no answer yet.
refusal-form-outdated = The programme was changed after this was shown to you, so nothing was done.
    .next = Here is how it would be now. Look at it, then decide once more.
refusal-preview-overtaken = This has changed after it was shown to you, so nothing was done.
    .next = Here is how it would be now. Look at it, then decide once more.
refusal-form-elsewhere = This form was begun on the other platform, in “{ $title }”.
    .next = Finish it there, or type the command again here.
refusal-only-in-group = /{ $command } works in a group.
    .next = Go to a group where I am and type it there.
refusal-only-in-private = /{ $command } works in our private chat only.
    .next = Open a private chat with me and type it there.
refusal-only-moderators = Only moderators of this group may do that.
    .next = Ask one of the group’s admins.
refusal-only-roles = Only staff of the programme with the right role may do that.
    .next = Ask an admin of the programme if you think you should have it.
refusal-chat-unknown = I have not met you in that group, or I am no longer there.
    .next = Write any command there first, then choose it again.
refusal-chat-outsider = You are not in that group any more, so I post nothing there for you.
    .next = Join it again, or choose another group.
refusal-chat-unsure = I could not find out just now whether you are still in that group.
    .next = Try again in a minute, or write the command in that group.
refusal-person-unknown = I have not met “{ $typed }”.
    .next = Ask them to send me /start once, then try again.
refusal-person-malformed = “{ $typed }” does not name a person.
    .next = Write #7, telegram:123456789, discord:123456789012345678 or a Discord mention.
refusal-person-uncalled = “{ $typed }” is nobody’s full name here.
    .next = Write the whole name as it is shown, #7, telegram:123456789, discord:123456789012345678 or a Discord mention.
refusal-person-several = Several people are called “{ $typed }”: { $numbers }{ $more ->
    [yes] {" and more"}.
   *[no] {"."}
}
    .next = Type the number of the one you mean, with the #.

refusal-words-left-over = I do not know what “{ $typed }” is for.
    .next = Leave it out, or type the command alone and I will ask step by step.
refusal-option-unknown = There is no setting “{ $typed }”, so nothing was done.
    .next = Write one of these: { $names }. If it belongs to your words, put it in quotes.
refusal-words-empty = There is nothing in it.
    .next = Write a few words.
refusal-words-too-long = That is too long: { $length } characters of at most { $max }.
    .next = Make it shorter.
refusal-words-too-short = That is short: { $length } characters of at least { $min }.
    .next = Say a little more.
refusal-email-lines = An e-mail address is one line.
    .next = Write the address alone, for example name@example.com.
refusal-email-malformed = “{ $typed }” is not an e-mail address.
    .next = Write it like name@example.com.
refusal-digits-malformed = “{ $typed }” does not look like this number.
    .next = Write digits only, { $min } to { $max } of them.
refusal-lines-too-many = That is too much: { $count } lines of at most { $max }.
    .next = Leave the largest.
refusal-line-nameless = “{ $typed }” does not say which account or community it is.
    .next = Write a link or a name first, then the number.
refusal-count-not-a-number = “{ $typed }” is not a whole number.
    .next = Write digits only, for example { $example }.
refusal-people-malformed = “{ $typed }” is not a number of people.
    .next = Write it as the page shows it, for example 12500 or 12.5K.
refusal-count-out-of-range = { $typed } is out of range.
    .next = Choose a number from { $min } to { $max }.
refusal-choice-unknown = “{ $typed }” is not one of the choices.
    .next = { $choices ->
        [none] Choose with the buttons.
       *[other] Choose one of: { $choices }.
    }
refusal-code-malformed = “{ $typed }” is not an id of ours.
    .next = Copy it from the message it came in.
refusal-role-malformed = “{ $typed }” is not the id of a Discord role.
    .next = Copy the role’s id on Discord (developer mode), a long number, or mention the role.
refusal-span-malformed = “{ $typed }” is not a length of time.
    .next = Write a number and s, m, h or d, for example 30m or 24h.
refusal-span-out-of-range = “{ $typed }” is too short or too long.
    .next = Choose from { $min } to { $max }.

refusal-amount-empty = There is no amount.
    .next = Write one, for example { $example }.
refusal-amount-comma = I am not sure what “{ $typed }” means: a comma can be read in two ways.
    .next = Write it with a point and without thousands separators, for example { $example }.
refusal-amount-not-positive = An amount must be more than zero.
    .next = Write one such as { $example }.
refusal-amount-not-a-number = “{ $typed }” is not an amount.
    .next = Write plain digits with at most one point, for example { $example }.
refusal-amount-too-precise = { $asset } has at most { $places } decimal places.
    .next = Write fewer decimals, for example { $example }.
refusal-amount-too-large = That amount is larger than anything we can hold.
    .next = Write a smaller one, for example { $example }.
