## /treasury、/freeze

command-treasury = 资金存入和取出，须另一人批准
    .title = 资金
argument-treasury-action = 存入、取出，或查看待审批的申请
    .label = 操作
    .ask = 你想做什么？
    .hint = 存入和取出都要由另一人批准。
argument-treasury-amount = 金额
    .label = 金额
    .ask = 多少？
    .hint = 例如 500
argument-treasury-to = 本群预算、你自己，或某个人
    .label = 钱包
    .ask = 谁的钱包？
    .hint = 本群预算由群管理员用来发红包。
argument-treasury-person = telegram:123、discord:456，或在 Discord 上 @ 对方
    .label = 用户
    .ask = 哪个人？
    .hint = telegram:123456789 或 discord:123456789012345678
argument-treasury-chat = 在私聊里时，是哪个群的预算
    .label = 群
    .ask = 哪个群？
    .hint = 我在里面见过你的群
argument-treasury-asset = 币种
    .label = 币种
    .ask = 哪个币种？
    .hint = 不选就用计划的主要币种。
argument-treasury-reason = 原因，会留在记录里
    .label = 原因
    .ask = 为什么？
    .hint = 会留在记录里。
choice-deposit = ➕ 存入
choice-withdraw = ➖ 取出
choice-list = 📋 待审批
choice-person = 某个人

treasury-deposit = 向{ $owner }存入 <b>{ $amount }</b>
    .numbered = <b>#{ $number }</b> 向{ $owner }存入 <b>{ $amount }</b>
treasury-withdraw = 从{ $owner }取出 <b>{ $amount }</b>
    .numbered = <b>#{ $number }</b> 从{ $owner }取出 <b>{ $amount }</b>
treasury-reason = “{ $reason }”，申请人：{ $maker }
money-of-person = 用户 #{ $number }（“{ $name }”）
money-of-group = 群 #{ $number }（“{ $title }”）
treasury-confirm = ✅ 提交申请：{ $amount }
treasury-asked = { $amount } 正在等待另一人审批，已通知有权审批的人。
treasury-approved = ✅ 已批准
treasury-rejected = ❌ 已拒绝，资金没有变动
treasury-none = 没有待审批的申请。
treasury-title = <b>待审批</b>
treasury-earlier = ◀ 更早
treasury-later = 更晚 ▶
treasury-told-approved = ✅ { $name } 批准了你的申请：
treasury-told-rejected = ❌ { $name } 拒绝了你的申请，资金没有变动：

command-freeze = 立即冻结本群或所有地方的红包
    .title = 冻结
argument-freeze-scope = 本群、全部，或某个人
    .label = 范围
    .ask = 要冻结或解冻什么？
    .hint = 解冻之前，那里不能发也不能领红包。
argument-freeze-action = 冻结，或解冻
    .label = 操作
    .ask = 冻结还是解冻？
    .hint = 不选就是冻结。
argument-freeze-person = telegram:123、discord:456，或在 Discord 上 @ 对方
    .label = 用户
    .ask = 哪个人？
    .hint = telegram:123456789 或 discord:123456789012345678
argument-freeze-reason = 原因，大家会看到
    .label = 原因
    .ask = 为什么？
    .hint = 被拒绝的人会看到。
choice-here = 本群
choice-everything = 全部
choice-stop = 🛑 冻结
choice-lift = ✅ 解冻
freeze-preview-everything = 要全部冻结吗？解冻之前，任何群都不能发也不能领红包。大家会看到：{ $reason }
freeze-confirm-everything = 🛑 全部冻结
freeze-stop-here = 🛑 已冻结：在用 /freeze 解冻之前，本群不能发也不能领红包。
freeze-stop-everything = 🛑 已冻结：在用 /freeze 解冻之前，任何地方都不能发也不能领红包。
freeze-stop-person = 🛑 已冻结：在用 /freeze 解冻之前，此人不能发也不能领红包。
freeze-lift-here = ✅ 已解冻：本群恢复正常。
freeze-lift-everything = ✅ 已解冻：全部恢复正常。
freeze-lift-person = ✅ 已解冻：此人恢复正常。

refusal-already-frozen = 已经冻结了。
    .next = 请用 /freeze 选“解冻”来恢复。
refusal-not-frozen = 现在没有冻结。
    .next = 不需要解冻。
refusal-frozen-programme = 全部红包暂时冻结{ $reason ->
    [none] 。
    [audit] ：账目核对发现异常，正在检查。
   *[other] ：{ $reason }
}
    .next = 工作人员正在处理，请稍后再试；你的钱是安全的。
refusal-frozen-chat = 本群的红包暂时冻结{ $reason ->
    [none] 。
   *[other] ：{ $reason }
}
    .next = 请问群管理员，或稍后再试。
refusal-frozen-member = 你暂时不能发也不能领红包{ $reason ->
    [none] 。
   *[other] ：{ $reason }
}
    .next = 如果你认为有误，请联系计划工作人员。
refusal-frozen-sender = 此人发的红包暂时不能领{ $reason ->
    [none] 。
   *[other] ：{ $reason }
}
    .next = 请稍后再试：钱不会丢，到期未领的会退回。
refusal-frozen-staff = 你目前已被冻结，不能以工作人员或管理员身份处理任何事情{ $reason ->
    [none] 。
   *[other] ：{ $reason }
}
    .next = 请联系计划的其他负责人：谁都不能给自己解冻。
refusal-role-unknown = 没有“{ $role }”这个角色。
    .next = 请从这些里选一个：{ $roles }。

refusal-frozen-by-staff = 这是项目工作人员停用的{ $reason ->
    [none] 。
    [audit] ：账目核对发现异常，正在检查。
   *[other] ：{ $reason }
}
    .next = 只有工作人员可以恢复，请联系他们。
treasury-told-deposit = 💰 { $amount } 已存入你的钱包：“{ $reason }”
treasury-told-withdraw = 💰 { $amount } 已从你的钱包转出：“{ $reason }”
