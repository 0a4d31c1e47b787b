## 申请的风险提示

risk-none = ✓ 没有需要特别留意的地方。
risk-title = <b>请留意</b>
risk-line = { $severity }：{ $evidence }
risk-is-low = ▫️ 低
risk-is-medium = 🔸 中
risk-is-high = 🔴 高
risk-uid = 他人的申请 { $numbers } 中有相同的 UID
risk-uid-bound = 相同的 UID 在这里已绑定给 { $who }
risk-email = 他人的申请 { $numbers } 中有相同的邮箱
risk-channel = 他人的申请 { $numbers } 中有相同的账号
risk-community = 他人的申请 { $numbers } 中有相同的社区
risk-blocked = 与申请 { $numbers } 有相同之处，而那位申请人已被停用、暂停或移出
risk-young = Discord 账号创建于{ $at }
risk-staff = 申请人是本计划的工作人员：{ $roles }
risk-region = 地区 { $region } 需要重点留意
risk-rejected = 曾被拒绝：申请 { $numbers }
risk-doubted = { $place } 与所填不符，由 { $who } 核实（{ $at }）

## 按等级通过，以及双人确认

approve-needs-second = 👥 需要两个人：由管理员或风控专员确认后，申请人才会成为合作伙伴。
argument-application-approve-tier = 起始等级
    .label = 等级
    .ask = 授予哪个等级？
    .hint = 不选则为最低等级。你最高能授予哪一级取决于你的角色。
application-told-approved-tier = 🎉 欢迎！你现在是合作伙伴了。你的等级：{ $tier }。
application-waits-for-second = { $name } 提议通过，等待第二人确认
review-proposed = 👥 申请 { $number } 正在等管理员或风控专员确认。
review-confirm = ✅ 确认
review-decline = ✖ 不确认
review-declined = 申请 { $number } 已回到提议人手上，对方已知道原因。
review-second = 👥 查看 { $number }
review-seconds = 👥 有 { $count } 份待通过的申请需要你这样的第二人确认。
review-talk = 🗣 面谈：{ $number }
review-talks = 🗣 有 { $count } 场面谈等待你在结束后记录结果。
talk-told = 🗣 已就申请 <b>{ $number }</b> 向 { $name } 提议面谈。面谈结束后由你记录结果；在此之前可用 /review 找到它。
proposal-waits = 👥 { $name } 提议通过（{ $at }）。等级：{ $tier }。由未参与的管理员或风控专员决定是否确认。
proposal-declined = 👥 通过未获确认：“{ $note }”
proposal-wanted = 👥 申请 <b>{ $number }</b>（{ $name }）的通过需要第二人。请查看后决定是否确认。
proposal-told-confirmed = 👥 你对申请 { $number } 的通过已获确认。
proposal-told-declined = 👥 你对申请 { $number } 的通过未获确认：“{ $note }”申请又回到你手上。
argument-application-decline-note = 不确认的原因
    .label = 原因
    .ask = 为什么不确认？
    .hint = 提议人会看到，申请人不会。
command-application-decline = 不确认
    .title = 未确认

refusal-application-recruited = 申请 { $number } 的申请人是通过你的链接来的。
    .next = 由其他人决定。
refusal-application-rival = 你自己的申请与申请 { $number } 填写了相同的账号、社区、邮箱或 UID。
    .next = 由其他人决定。
refusal-application-needs-second = 申请 { $number } 需要第二人。
    .next = 请打开它并提议通过。
refusal-application-waits-second = 申请 { $number } 的通过正在等第二人确认。
    .next = 由管理员或风控专员确认；在此期间你可以退回申请。
refusal-application-uid-bound = 申请 { $number } 中的 UID 在这里已绑定给另一个人：{ $who }。
    .next = 请查清是谁的。申请人填错的话，用 /uid 输入自己的；如果绑定有误，由工作人员用 /person 更改。
refusal-application-uid-named = 另一个人的申请 { $other } 填写了相同的 UID，并且已通过。
    .next = 请查清是谁的。申请人填错的话，用 /uid 输入自己的；如果绑定有误，由工作人员用 /person 更改。
refusal-application-no-proposal = { $how ->
    [confirmed] { $name } 已经确认通过申请 { $number }。
    [declined] { $name } 没有确认通过申请 { $number }。
   *[gone] 你看到的申请 { $number } 的通过提议已经不在了。
}
    .next = 请重新打开查看现状。
refusal-application-second-other = 你不能担任申请 { $number } 的第二人。
    .next = 由未参与的管理员或风控专员确认。
refusal-tier-unknown = 本计划中没有等级“{ $typed }”。
    .next = 请用按钮选择。
refusal-tier-limit = 你不能授予等级“{ $tier }”。
    .next = 以下角色可以：{ $roles }。请选择更低的等级，或退回申请由他们决定。

## 逾期答复

application-late = ⏰ 答复期限已过：{ $at }。
late-managers = ⏰ 已通知地区经理（{ $at }）。
late-admins = ⏰ 已通知管理员（{ $at }）。
late-told = ⏰ { $name } 的申请 <b>{ $number }</b> 逾期未答复：期限是{ $at }。

## 转交与批量处理

review-hand = 🤝 转交
review-handed = 🤝 申请 { $number } 已转交给 { $name }。
hand-told = 🤝 { $name } 把申请 <b>{ $number }</b> 转交给你，现由你处理。
argument-application-hand-to = 接手的审核员
    .label = 审核员
    .ask = 转交给谁？
    .hint = 名字，或 #7、telegram:123、discord:456
command-application-hand = 转交申请
    .title = 转交
argument-review-action = 批量处理申请
    .label = 操作
    .ask = 你想做什么？
    .hint = 批量处理，限管理员和地区经理
argument-review-number = 要查看的申请编号
    .label = 编号
    .ask = 哪一份申请？
    .hint = 卡片和通知里写的编号，例如 12
choice-bulk = 批量
bulk-begin = 要对多份申请做什么？选择原因即拒绝。接下来会请你填写编号。
argument-review-bulk-numbers = 申请编号
    .label = 编号
    .ask = 哪些申请？
    .hint = 例如：12, 13, 14
argument-review-bulk-what = 对它们做什么
    .label = 操作
    .ask = 如何处理这些申请？
    .hint = 选择原因即拒绝，每位申请人都会看到。
command-review-bulk = 批量处理
    .title = 批量处理
bulk-release = ↩ 全部退回队列
bulk-preview = <b>{ $count } 份申请</b>
bulk-line = • { $number }：{ $name }，{ $state }
bulk-what = 对每一份的处理：<b>{ $what }</b>
bulk-confirm = ✅ 全部执行
bulk-done = <b>处理结果</b>
bulk-released = ↩ { $number }：已退回队列
bulk-rejected = ❌ { $number }：已拒绝
bulk-refused = ⚠️ { $number }：{ $why }

refusal-bulk-numbers = 这不是申请编号，或超过了 { $most } 个。
    .next = 请这样写：12, 13, 14
refusal-hand-nobody = 没有名为“{ $typed }”的人可以接手。
    .next = 请用按钮选择，或写成 #7、telegram:123、discord:456。
refusal-hand-several = 有多位审核员叫“{ $typed }”。
    .next = 请用按钮选择，或写成 #7、telegram:123、discord:456。
refusal-application-hand-unfit = 此人不能接手申请 { $number }。
    .next = 请选择负责该地区、未参与过相关决定、也不是介绍人的审核员。

# Answers that are too long for the page of an application.
review-whole = 📖 阅读全文
review-whole-of = 申请 { $number } 的全部内容（第 { $page } 页，共 { $pages } 页）：
review-whole-next = ➡️ 继续阅读
