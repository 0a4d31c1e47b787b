## /guidelines, /disclaimer: texts that bind, by version

command-guidelines = The guidelines, and what partners disclose
    .title = Guidelines
command-disclaimer = What this is not, and the risk
    .title = Disclaimer
argument-guidelines-text = Which of the texts
    .label = text
    .ask = Which text?
    .hint = The guidelines, or what partners disclose
argument-guidelines-version = An older version, by its name
    .label = version
    .ask = Which version?
    .hint = For example 2025-11
argument-guidelines-page = The page
    .label = page
    .ask = Which page?
    .hint = A number
argument-disclaimer-text = Which of the texts
    .label = text
    .ask = Which text?
    .hint = The disclaimer, or the risk
argument-disclaimer-version = An older version, by its name
    .label = version
    .ask = Which version?
    .hint = For example 2025-11
argument-disclaimer-page = The page
    .label = page
    .ask = Which page?
    .hint = A number
choice-guidelines = guidelines
choice-disclosure = disclosure
choice-disclaimer = disclaimer
choice-risk = risk
text-guidelines = Guidelines
text-disclosure = Disclosure
text-disclaimer = Disclaimer
text-risk = Risk
text-title = <b>{ $name }</b>
    Version { $version }, from { $from } on
text-older = ⚠️ This is an older version. { $current } is in force now.
text-untranslated = (There is no translation into your language yet.)
text-page = Page { $page } of { $pages }
text-before = ◀ Back
text-after = On ▶
text-note = 📌 { $note }
text-in-full = 🔗 On the web
text-accepted = ✅ You accepted this version on { $at }.
text-to-accept = You have not accepted this version yet.
text-accepted-now = ✅ { $name }, version { $version }: accepted on { $at }.
text-read = 📖 Read it
text-news = 📣 <b>{ $name }</b>: there is a new version, { $version }, in force from { $from } on. You accepted an older one.
text-changes = What is new: { $changes }
text-news-next = Please read it, then accept it. What you accepted before stays readable with /guidelines.

refusal-text-none = This programme has no such text: { $name }.
    .next = Type /help to see what there is.
refusal-text-version-unknown = There is no version “{ $version }” of this text: { $name }.
    .next = Leave the version out to see the one in force.
refusal-text-moved-on = This is not the version in force any more. Now it is { $version }: { $name }.
    .next = Type /guidelines, read it and accept it there.

## /faq, /guide, /contact

command-faq = Answers to frequent questions
    .title = Questions
command-guide = How to build a community
    .title = Guide
command-contact = Whom you can reach, and where
    .title = Contact
argument-faq-topic = What it is about
    .label = topic
    .ask = What is it about?
    .hint = Choose a topic.
argument-faq-page = The page
    .label = page
    .ask = Which page?
    .hint = A number
argument-guide-topic = What it is about
    .label = topic
    .ask = What is it about?
    .hint = Choose a topic.
argument-guide-page = The page
    .label = page
    .ask = Which page?
    .hint = A number
faq-title = <b>Frequent questions.</b> What is it about?
guide-title = <b>How to build a community and let it grow.</b> Where do you want to begin?
topic-title = <b>{ $topic }</b>
contact-title = <b>Whom you can reach</b>
contact-line = • { $label }: { $url }
contact-email = • E-mail: { $email }
contact-hours = 🕑 { $hours }
contact-warning = Nobody of us asks for passwords, keys or codes. If somebody says that they are one of us and is not on this list, ask one of these first.

## /precheck

command-precheck = Look through a text before you publish it
    .title = Check a text
argument-precheck-text = The text you want to publish
    .label = text
    .ask = Which text do you want to publish?
    .hint = Paste it as it will stand, up to 4,000 characters. A longer one in parts.
precheck-disclosed = ✓ It says who you are: “{ $quote }”
precheck-undisclosed = ✗ <b>It does not say that you are a partner.</b> { $instead }
precheck-no-claims = ✓ None of the phrases on our list is in it.
precheck-claim = ✗ “{ $quote }”: { $why }
precheck-instead = ↳ { $instead }
precheck-more = … and { $count ->
    [one] one more place
   *[other] { $count } more places
}. Change these first, then check again.
precheck-no-approval = This is no approval. It finds phrases of a list and does not understand the text: you answer for what you publish.

## /program

command-program = The programme in force, and its changes
    .title = Programme
argument-program-action = Show it, or read the file again
    .label = action
    .ask = What shall be done?
    .hint = Nothing changes before you confirm.
choice-reload = reload
program-title = <b>{ $name }</b>
    Edition { $version }
program-digest = Number { $number }, digest <code>{ $digest }</code>
program-by-start = In force since { $since }, by a start of the bot.
program-by = In force since { $since }, confirmed by { $name }.
program-reload = 🔄 Read the file again
program-same = The file is the one that is in force, digest <code>{ $digest }</code>. There is nothing to change.
program-differs = <b>The file has changed.</b>
    <code>{ $from }</code> → <code>{ $to }</code>
program-section = <b>{ $section }</b>
program-changed = { $path }: { $before } → { $after }
program-added = { $path }: new, { $after }
program-removed = { $path }: gone, was { $before }
program-more = … and { $count } more.
program-ask = Nothing has changed yet. When you confirm, it is in force for everybody, without a restart.
program-confirm = ✅ Bring { $count ->
    [one] one change
   *[other] { $count } changes
} into force
program-accepted = ✅ In force now: number { $number }, digest <code>{ $digest }</code>. If a text has a new version, whoever accepted an older one is told.
program-mistakes = <b>The file has { $count ->
    [one] a mistake
   *[other] { $count } mistakes
}.</b>
program-mistake = • { $problem }
program-kept = The programme in force stays as it was. Correct the file, then read it again.
program-start-changed = ⚠️ <b>The bot was started with another programme than before</b>, and it is in force: number { $number }, digest <code>{ $digest }</code>. If nobody of you wanted this, put the file back and read it again with /program.
program-start-kept = ⚠️ <b>The bot was started with a programme that cannot come into force.</b> The one that was accepted last, number { $number }, stays as it was. Correct the file, then read it again.

refusal-program-none = No programme is recorded as being in force.
    .next = Start the bot again; it records the one it starts with.
refusal-program-no-file = The bot runs with the programme that comes with it; there is no file to read.
    .next = Set { $setting } and start the bot again.
refusal-program-file-changed = The file has changed again since you looked, so nothing was done.
    .next = Type /program and look at what is in it now.
refusal-program-moved-on = Another programme has come into force since you looked, so nothing was done.
    .next = Type /program and look at what would change now.
refusal-program-unforeseen = Nothing was changed: { $problem }.
    .next = Correct the file. If nothing is wrong with it, send the bot’s log to whoever maintains it.
