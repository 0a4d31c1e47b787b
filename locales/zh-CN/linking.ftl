## /link_account、/uid、/person：一个人，多个账号

command-link_account = 把你的两个账号合并为同一个人
    .title = 同一个人
argument-link_account-code = 你的另一个账号拿到的合并码
    .label = 合并码
    .ask = 合并码是什么？
    .hint = 用另一个账号输入 /link_account 即可获取。
command-uid = 你在交易所的 UID
    .title = 交易所 UID
argument-uid-uid = 你在交易所的 UID
    .label = 编号
    .ask = 你在交易所的 UID 是多少？
    .hint = 只填数字，与交易所个人资料里显示的一致。
argument-uid-again = 再输入一次同样的编号
    .label = 再次
    .ask = 请再输入一次同样的 UID
    .hint = 请重新输入：之后只有工作人员能修改。
command-person = 查看某人、修改 UID、移除账号
    .title = 用户
argument-person-action = 查看、设置 UID 或移除账号
    .label = 操作
    .ask = 要做什么？
    .hint = 只有账号属于别人时才移除。
argument-person-person = 谁：姓名、#7、@ 对方、telegram:123 或 discord:456
    .label = 用户
    .ask = 哪个人？
    .hint = 例如 Yuki、#7、@ 对方、telegram:123 或 discord:456。
argument-person-uid = 新的 UID，或 none
    .label = 编号
    .ask = 哪个 UID？
    .hint = 数字；填 none 表示删除。
argument-person-reason = 原因；会留在记录里
    .label = 原因
    .ask = 为什么？
    .hint = 会留在记录里，请不要写个人信息。
choice-uid = 设置 UID
choice-part = 移除账号

link-in-private = 合并码只给你一个人看，所以我在私聊里发给你。
link-code = 你的合并码：<code>{ $code }</code>
link-code-how = 请用<b>另一个</b>账号私聊我，发送下面的内容，有效期到{ $at }：
link-code-line = • { $name }：<code>{ $line }</code>
link-code-secret = ⚠️ 不要给任何人，包括工作人员。有人输入它时，我会先在这里再问你一次，然后才会生效。
link-code-copy = 📋 复制（{ $name }）
link-offer = 这个合并码属于 <b>{ $name }</b>（<code>{ $account }</code>）。两个账号都是<b>你的</b>吗？是的话，它们会成为同一个人：
link-offer-wallet = • 一个钱包：两边的钱都在里面，两个账号都能用
link-offer-claims = • 每个红包只领一份，每次抽奖只算一次，额度只有一套（按两者中用得多的计算）
link-offer-roles = • 角色、合作伙伴编号和交易所 UID 两边通用；任何一边的冻结或拒绝也同样有效
link-offer-withdraws = • 申请 { $number } 会被撤回，因为一个人同时只能有一份
link-offer-withdraws-rejected = • 申请 { $number } 会被撤回：你有一份申请被拒绝，该结果对两个账号都有效
link-offer-final = ⚠️ <b>此操作无法撤销。</b>如果是别人让你输入这个码，请取消：对方会得到你的钱包。
link-confirm = 都是我的
link-ask = 🔗 <b>{ $name }</b>（<code>{ $accounts }</code>）输入了发给你的合并码，想和你成为同一个人。是<b>你本人</b>在那边输入的吗？
link-ask-final = ⚠️ <b>此操作无法撤销。</b>如果不是你本人用那个账号输入的，请点“不是我”：否则别人会得到你的钱包和角色。
link-ask-until = 你不回答，就什么都不会发生。有效期到{ $at }。
link-not-me = 不是我
link-not-me-next = 有别人看到了你的合并码。不要把任何合并码给别人，包括工作人员，并把这件事告诉工作人员。
link-waits = ⏳ 还差一步：我已在私聊里询问你的另一个账号 <b>{ $name }</b>。
link-waits-how = 请在那边点“都是我的”，有效期到{ $at }。如果没有收到消息，请用那个账号给我发送 /link_account。
link-declined = { $name } 没有确认你们的两个账号是同一个人。什么都没有改变，这个合并码也已作废。
link-lapsed = ⏳ 没有人及时确认这两个账号是同一个人。什么都没有改变；要重新开始，请输入 /link_account。
link-over = 用来让两个账号成为同一个人的合并码已作废。它没有带来任何改变；要重新开始，请输入 /link_account。
link-dropped = 什么都没有改变，这个合并码也已作废。
link-done = ✅ 你的两个账号现在是同一个人了。
link-moved = { $amount } 已转入共同的钱包。
link-withdrew = 申请 { $number } 已撤回。
link-withdrew-rejected = 申请 { $number } 已撤回：你的申请 { $rejected } 被拒绝，该结果对你的所有账号都有效。
link-told = 🔗 账号 { $name }（<code>{ $account }</code>）现在和你是同一个人。如果不是你本人操作，请马上告诉工作人员。
link-told-staff = 🔗 { $name }（#{ $number }）合并了另一个账号。它现在拥有的角色：{ $roles }。
link-told-decided = ⚠️ { $name }（#{ $number }）合并了另一个账号，而其中一个账号曾对另一个作出决定，或两者共同签署了须由两人决定的事项：{ $what }。请重新审查。
link-decided-application = 申请 { $number }
link-decided-change = 合作伙伴变动 { $number }
link-decided-case = 案件 { $number }
link-decided-report = 举报 { $number }
link-decided-treasury = 金库请求 { $number }
link-decided-packet = 红包请求 { $number }

uid-is = 你的交易所 UID：<code>{ $uid }</code>
uid-staff = 只有工作人员能修改。
uid-preview = 你的交易所 UID 是 <code>{ $uid }</code> 吗？
uid-preview-final = 绑定后它只属于你，只有工作人员能修改。
uid-confirm = ✅ 绑定 { $uid }
uid-done = ✅ 已绑定：<code>{ $uid }</code>。

person-title = <b>{ $name }</b>（#{ $number }）
person-account = 账号：<code>{ $account }</code>
person-numbers = 以前的编号：{ $numbers }
person-uid = UID：{ $uid ->
    [none] 无
   *[other] <code>{ $uid }</code>
}
person-roles = 角色：{ $roles ->
    [none] 无
   *[other] { $roles }
}
person-stopped = 🛑 已冻结：{ $reason ->
    [none] 未说明原因
   *[other] { $reason }
}
person-uid-preview = <b>{ $name }</b>（#{ $number }）的 UID：{ $before ->
    [none] 无
   *[other] { $before }
} → { $after ->
    [none] 无
   *[other] { $after }
}。原因：{ $reason }
person-uid-confirm = ✅ 修改 UID
person-uid-changed = ✅ { $name }（#{ $number }）的 UID：{ $after ->
    [none] 无
   *[other] { $after }
}。
person-part-preview = 要把 <code>{ $account }</code> 从 <b>{ $name }</b>（#{ $number }）名下移除吗？原因：{ $reason }
person-part-final = ⚠️ 使用该账号的人会成为一个一无所有的新用户。钱、红包、角色和冻结都留在 { $name }（#{ $number }）名下。
person-part-confirm = 移除账号
person-parted = ✅ 完成。该账号现在对应 #{ $number }。

movement-people-joined = 来自你的另一个账号

refusal-link-pause = 不久前刚合并过账号，或工作人员移除过账号。
    .next = { $at }之后才能再次合并。
refusal-link-most = 一个人在这里最多有 { $most } 个账号。
    .next = 如果其中有账号已不属于你，请联系工作人员。
refusal-link-tries = 错误的合并码太多了。
    .next = 请{ $at }再试，并按显示的原样输入。
refusal-link-public = 这里所有人都能看到那个码，所以它已作废。
    .next = 请重新获取，并在私聊里输入。
refusal-link-code-wrong = 没有这个合并码。
    .next = { $left ->
    [0] 请一小时后再试。
   *[other] 请按显示的原样复制。这一小时内还可以试 { $left } 次。
}
refusal-link-code-used = 这个合并码已经用过了。
    .next = 如果不是你本人操作，请马上告诉工作人员。
refusal-link-code-spent = 这个合并码已作废。
    .next = 请用另一个账号输入 /link_account 重新获取。
refusal-link-code-late = 这个合并码已过期。
    .next = 请用另一个账号输入 /link_account 重新获取。
refusal-link-code-gone = 这里没有需要你确认的内容。
    .next = 请输入 /link_account 加上另一个账号拿到的合并码。
refusal-link-own-code = 这是本账号自己的合并码。
    .next = 请用你的另一个账号输入。
refusal-link-same-person = 两个账号已经是同一个人了。
    .next = 不需要再做什么。
refusal-link-two-partners = 两个账号都是合作伙伴，我无法把两个合作伙伴变成一个。
    .next = 请问工作人员保留哪一个。
refusal-link-two-uids = 两个账号的交易所 UID 不同。
    .next = 请问工作人员哪一个正确。
refusal-link-held = 其中一个账号的钱被工作人员扣留。
    .next = 请先问清原因，再来合并。
refusal-uid-bound = 你已经绑定了 UID：{ $uid }。
    .next = 如果不对，请让工作人员修改。
refusal-uid-taken = 这个 UID 在这里属于别人。
    .next = 如果是你的，请用 /link_account 合并账号，或联系工作人员。
refusal-uid-sealed = 在删除全部信息之前，你已经在这里绑定过 UID。
    .next = 现在只有工作人员能为你绑定：请联系他们。
refusal-uid-differs = 两次输入的编号不一样。
    .next = 请再核对一遍，然后重新输入 /uid。
refusal-uid-own = 任何人都不能修改自己的 UID。
    .next = 请让另一位工作人员来做。
refusal-uid-none = 没有 UID。
    .next = 请输入它的数字。
refusal-part-own = 任何人都不能移除自己的账号。
    .next = 请让另一位工作人员来做。
refusal-part-last = 这是此人唯一的账号。
    .next = 没有可以移除的。
refusal-part-packets = 此人参与的红包还没有结束：分离后会被当作新人，可能再领一次。
    .next = 可先用 /freeze 停用此人，等到 { $at } 之后再移除账号。
