## /start, /help, /language

command-start = Say hello and see where to begin
    .title = Hello
command-help = What you can do here
    .title = Help
command-language = Choose your language
    .title = Language

start-hello = Hello { $name }!
start-programme = I run the <b>{ $programme }</b>: red packets, rewards and everything around them.
start-next = Press a button, or type /help at any time.
open-help = ❓ What can I do?
open-apply = 🤝 Become a partner
open-status = 🤝 My application
open-wallet = 👛 Wallet
open-claims = 🧧 My claims
open-packets = 🧧 My packets
open-language = 🌐 Language

help-in-group = <b>What you can do in this group</b>
help-in-private = <b>What you can do here</b>
help-line = { $command } — { $what }
help-more = Type a command alone and I will ask for what is missing.

group-hello = 👋 Hello! I drop red packets here, and everybody can check that they are fair.
group-hello-next = Type /redpacket to drop one, or /help to see what you can do.

argument-language-language = The language I should speak
    .label = language
    .ask = Which language?
    .hint = “Automatic” follows the language of your app.
argument-language-whose = For you, or for the cards in this group
    .label = for
    .ask = For whom?
    .hint = The group’s language is for the cards everybody sees.
language-mine = Your language is set: { $language }.
language-group = The language of the cards in this group is set: { $language }.
choice-en = English
choice-zh-CN = 简体中文
choice-ru = Русский
choice-es = Español
choice-auto = Automatic
choice-me = me
choice-group = the group
