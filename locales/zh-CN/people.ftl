## /start、/help、/language

command-start = 打个招呼，看看从哪里开始
    .title = 你好
command-help = 看看你在这里能做什么
    .title = 帮助
command-language = 选择语言
    .title = 语言

start-hello = 你好，{ $name }！
start-programme = 我负责运营 <b>{ $programme }</b>：红包、奖励，以及相关的一切。
start-next = 点按钮，或随时发送 /help。
open-help = ❓ 我能做什么？
open-apply = 🤝 成为合作伙伴
open-status = 🤝 我的申请
open-wallet = 👛 钱包
open-claims = 🧧 我领到的
open-packets = 🧧 我发的红包
open-language = 🌐 语言

help-in-group = <b>你在本群能做什么</b>
help-in-private = <b>你在这里能做什么</b>
help-line = { $command } — { $what }
help-more = 只发送命令就行，缺什么我会问你。

group-hello = 👋 大家好！我在这里发红包，每个人都可以验证红包是公平的。
group-hello-next = 发送 /redpacket 来发红包，或发送 /help 看看你能做什么。

argument-language-language = 我应该说的语言
    .label = 语言
    .ask = 用哪种语言？
    .hint = “自动”会跟随你应用的语言。
argument-language-whose = 改你自己的，还是本群卡片的
    .label = 对象
    .ask = 给谁用？
    .hint = 本群的语言用于大家都能看到的卡片。
language-mine = 你的语言已设为：{ $language }。
language-group = 本群卡片的语言已设为：{ $language }。
choice-en = English
choice-zh-CN = 简体中文
choice-ru = Русский
choice-es = Español
choice-auto = 自动
choice-me = 我自己
choice-group = 本群
