## 向申请人提议的面谈

talk-invited = { $role ->
    [regional_manager] 本计划的地区经理邀请你面谈。
    [admin] 本计划的管理员邀请你面谈。
   *[reviewer] 本计划的审核员邀请你面谈。
}
talk-led = { $role ->
    [regional_manager] 届时由本计划的地区经理与你面谈。
   *[admin] 届时由本计划的管理员与你面谈。
}
talk-hosted = { $role ->
    [regional_manager] 本计划的地区经理邀请你，并将与你面谈。
   *[admin] 本计划的管理员邀请你，并将与你面谈。
}
talk-asked = 这样方便吗？你的回答会转告邀请你的人。
talk-own-suits = ✅ 你已表示方便。
talk-own-unsuited = 🕑 你已表示不方便：“{ $answer }”。邀请你的人已知道，可以另提时间。
talk-said-suits = ✅ 申请人表示方便。
talk-said-unsuited = 🕑 申请人表示不方便：{ $answer }
talk-suits = ✅ 方便
talk-unsuited = 🕑 不方便
talk-another = 🕑 换个说法
talk-told-again = 🗣 面谈另外提议了一个时间。
talk-suits-told = ✅ 申请 <b>{ $number }</b> 的面谈：{ $name } 表示方便，可按提议进行。
talk-unsuited-told = 🕑 申请 <b>{ $number }</b> 的面谈：{ $name } 表示不方便。打开申请可查看对方何时方便，并另提时间。
review-invite-again = 🗣 另提时间
command-talk-suits = 面谈时间方便
command-talk-unsuited = 面谈时间不方便
    .title = 另提时间
argument-talk-unsuited-words = 你什么时候方便
    .label = 时间
    .ask = 你什么时候方便？
    .hint = 写明日期、时间和时区，以及还可以怎么谈
command-talk-again = 为面谈另提时间
    .title = 另提时间
argument-talk-again-slot = 面谈的时间和方式
    .label = 时间
    .ask = 什么时候、怎么谈？
    .hint = 例如：周二 18:00 UTC，Telegram 通话
refusal-application-talk-over = 申请 { $number } 的面谈与你看到的不同了：此后又有了新的提议或答复。
    .next = 请重新打开，查看现在的内容。
