### 术语：red packet 红包；share 份；drop 发（红包）；claim 领取（口语“领”；按钮 🧧 领取）；wallet 钱包；
### budget 预算；group 群；moderator 管理员（群管理员）；programme 计划；admin 计划负责人；staff 工作人员；asset 币种；
### passphrase 口令；draw 开奖（按时间窗参与后抽取）；lucky 拼手气；equal 平均；fixed 定额；spread 波动；
### luckiest 手气最佳；fingerprint 指纹；seed 种子；statement 明细；deposit 存入；withdraw 取出；
### approve 批准；reject 拒绝；freeze 冻结；lift 解冻；pause 暂停；end (a packet) 提前结束；id 编号；
### card 卡片；receipt 回执；role 角色（Discord 的 role 叫身份组）。对人称“你”。

## 红包：/redpacket、卡片、发红包者的面板

command-redpacket = 给这里的成员发一个红包
    .title = 发红包

argument-redpacket-amount = 总金额，例如 50
    .label = 金额
    .ask = 一共多少？
    .hint = 例如 50 或 12.5
argument-redpacket-shares = 分成几份，一人一份
    .label = 份数
    .ask = 给多少人？
    .hint = 1 到 1000 之间的数
argument-redpacket-split = 拼手气、平均或定额
    .label = 分法
    .ask = 怎么分？
    .hint = 拼手气：随机。平均：尽量相等。定额：每份必须完全相同。
argument-redpacket-asset = 发哪个币种
    .label = 币种
    .ask = 哪个币种？
    .hint = 不选就用计划的主要币种。
argument-redpacket-spread = 拼手气时各份相差多大
    .label = 波动
    .ask = 手气波动多大？
    .hint = 平稳：各份接近。刺激：少数几份特别大。
argument-redpacket-from = 你的钱包，或本群预算（限管理员）
    .label = 出资
    .ask = 谁出钱？
    .hint = 本群预算只有群管理员能用。
argument-redpacket-window = 不比手快：到时间统一开奖
    .label = 开奖时间
    .ask = 多久后开奖？
    .hint = 开奖前点过按钮的人都能参与。10s 到 1h。
argument-redpacket-life = 多长时间内可以领取
    .label = 有效期
    .ask = 多长时间内可以领取？
    .hint = 5m 到 7d，没领完的会退回。
argument-redpacket-most = 每份的金额上限
    .label = 单份上限
    .ask = 每份最多多少？
    .hint = 一个金额，例如 5
argument-redpacket-passphrase = 领取时要说对的口令，不会显示在卡片上
    .label = 口令
    .ask = 口令是什么？
    .hint = 不分大小写和空格。
argument-redpacket-members = 只限本群成员
    .label = 仅限群成员
    .ask = 只限本群成员？
    .hint = 每次点击时都会向平台核实。
argument-redpacket-premium = 只限 Telegram Premium 用户
    .label = 仅限premium
    .ask = 只限 Telegram Premium 用户？
    .hint = Discord 上没有人能满足。
argument-redpacket-age = 只限满这么多天的账号
    .label = 账号天数
    .ask = 账号至少要满多少天？
    .hint = Telegram 账号从我第一次见到时算起。
argument-redpacket-role = 只限拥有这个 Discord 身份组的人（填 ID）
    .label = 身份组
    .ask = 哪个 Discord 身份组？
    .hint = 身份组 ID，一长串数字。
argument-redpacket-chat = 在私聊里时，要发到哪个群
    .label = 群
    .ask = 发到哪个群？
    .hint = 我见过你的群。
argument-redpacket-dry = 只看看会怎样
    .label = 试算
    .ask = 只看看会怎样？
    .hint = 不会花钱。
argument-redpacket-greeting = 写在卡片上的话
    .label = 祝福语
    .ask = 卡片上写什么？
    .hint = 最多 120 个字符。

choice-lucky = 🎲 拼手气
choice-equal = ⚖️ 平均
choice-fixed = 📏 定额
choice-calm = 平稳
choice-normal = 适中
choice-wild = 刺激
choice-wallet = 我的钱包

redpacket-preview = 🧧 <b>{ $amount }</b>，发给 <b>{ $shares }</b> 人
redpacket-split-lucky = 拼手气（波动：{ $spread }）：通常每份 { $least } 到 { $most }。
redpacket-split-equal = 平均分，每份约 { $least }。
redpacket-split-fixed = 每份正好 { $least }。
redpacket-life = 先到先得，{ $time }后没领完的会退回。
redpacket-window = { $time }内点过按钮的人都参与开奖。
redpacket-passphrase = 🔑 领取需要口令。
redpacket-conditions = 条件：{ $conditions }
redpacket-in = 📍 群：{ $group }
redpacket-left-out = 因该群无人能满足而略去的条件：{ $conditions }
redpacket-source = { $source ->
    [chat] 由本群预算支出
   *[other] 由你的钱包支出
}：{ $before } → { $after }
redpacket-needs-approval = ⚠️ 超过一人可自行决定的限额 { $limit }，须由另一人批准。
redpacket-needs-approval-sum = ⚠️ 近期（{ $period }内）未经他人批准已发出 { $used }，加上这个将超过限额 { $limit }，须由另一人批准。
redpacket-confirm = ✅ 发 { $amount }，共 { $shares } 份
redpacket-dropped = 🧧 已发出：{ $amount }，共 { $shares } 份。红包 <code>{ $packet }</code>
redpacket-panel = ⚙️ 管理
redpacket-asked = { $amount } 超过一人可自行决定的限额，须由另一人批准。已通知工作人员，批准后红包就会发出。
packet-request = 🧧 用户 #{ $person }（“{ $name }”）想在群 #{ $chat }（“{ $title }”）发一个红包
    .numbered = <b>#{ $number }</b> 🧧 用户 #{ $person }（“{ $name }”）想在群 #{ $chat }（“{ $title }”）发 <b>{ $amount }</b> 的红包，共 { $shares } 份
packet-request-approved = ✅ 已批准并发出：红包 <code>{ $packet }</code>
packet-request-rejected = ❌ 已拒绝，没有花钱。
packet-request-told-rejected = ❌ 你 { $amount } 的红包未获批准，没有花钱。
packet-request-told-expired = ⌛ 你 { $amount } 的红包没有人及时审批，没有花钱，可以重新申请。
packet-request-left = ❌ 未发出：申请人已不在那个群。已告知对方，没有花钱。
packet-request-demoted = ❌ 未发出：申请人已不再管理那个群，不能动用群预算。已告知对方，没有花钱。
packet-request-told-left = ❌ 你的红包（{ $amount }）未发出，因为你已不在那个群。没有花钱。
packet-request-told-demoted = ❌ 你的红包（{ $amount }）未发出，因为你已不再管理出资的那个群。没有花钱。
request-approve = ✅ 批准
    .numbered = ✅ 批准 #{ $number }
request-reject = ❌ 拒绝
    .numbered = ❌ 拒绝 #{ $number }
request-confirm = ✅ 批准 { $amount }
packet-lost = 你的红包 <code>{ $packet }</code> 在哪个群都没能显示，已提前结束，钱已退回原钱包。
packet-lost-forbidden = 我没法发出你的红包 <code>{ $packet }</code>：话题已关闭，或者我没有在那里发言的权限。红包已提前结束，钱已退回原钱包。
packet-lost-unreachable = 我已经不在你的红包 <code>{ $packet }</code> 所在的群里了。红包已提前结束，钱已退回原钱包。
packet-hidden = 已经没有哪个群还显示你的红包 <code>{ $packet }</code>：卡片被删除了，或者没能发出去。你可以把它发到别的群，也可以提前结束；否则到期后没领完的部分会退回来。

packet-card-title-first = 🧧 <b>{ $name }</b> 发了一个红包：<b>{ $amount }</b>，共 { $shares } 份
packet-card-title-window = 🧧 <b>{ $name }</b> 发了一个开奖红包：<b>{ $amount }</b>，抽 { $shares } 位幸运儿
packet-card-greeting = “{ $greeting }”
packet-card-progress = { $bar } 已领取 { $taken }/{ $shares }
packet-card-entered = { $entered } 人参与，抽 { $shares } 份
packet-card-ends = ⏳ { $at } 结束
packet-card-draw = 🎟 { $at } 开奖
packet-card-paused = ⏸ 已暂停
packet-card-condition = • 仅限：{ $condition }
packet-card-passphrase = 🔑 需要口令
packet-card-proof = 🔏 指纹：{ $proofs }
packet-card-proof-one = <code>{ $proof }</code>
packet-card-claim = 🧧 领取
packet-card-enter = 🎟 我要参与
packet-card-why = ℹ️ 条件
packet-card-verify = 🔍 验证
packet-card-closed = 🎉 全部发完！
packet-card-expired = ⌛ 已过期。
packet-card-cancelled = ✖ 已提前结束。
packet-card-withdrawn = ↩️ 已从本群撤下。
packet-card-nobody = 🎟 没有人参加抽奖，钱已全部退回。
packet-card-excluded = 🚫 有 { $count } 个参与者在开奖前被工作人员冻结，没有进入抽取。
packet-card-luckiest = 👑 手气最佳：<b>{ $name }</b>，{ $amount }
packet-card-claim-line = { $name } — { $amount }
packet-card-more = …还有 { $count } 人
packet-card-sum = 已发放 { $paid }，退回 { $returned }

refusal-packet-above-most = { $asked } 超过了单个红包的上限（{ $limit }）。
    .next = 最多 { $limit }。
refusal-packet-above-quarter = 再发 { $asked } 就会超过你本季度的限额 { $limit }。
    .next = 本季度你还可以发 { $left }。
refusal-packet-above-day = 再发 { $asked } 就会超过本群今天的限额 { $limit }（按 UTC）。
    .next = 今天这里还可以发 { $left }。
refusal-packet-above-day-there = 加上这个红包的 { $asked }，“{ $title }”会超过今天的限额 { $limit }（按 UTC）。
    .next = 那里今天还能发 { $left }。请换一个群或稍后再来。
refusal-budget-elsewhere = 群预算只能在本群发红包。
    .next = 不选别的群就发在这里，或到那个群里发送 /redpacket。
refusal-split-total = 一个红包发不了 { $total }。
    .next = 请减少金额，最多 { $most }。
refusal-split-shares = 不能分成 { $shares } 份。
    .next = 请选 1 到 { $most } 份。
refusal-split-too-many-shares = { $total } 分不成 { $shares } 份。
    .next = 最多 { $most } 份。
refusal-split-floor = { $total } 分 { $shares } 份太少：每人至少要有 { $floor }。
    .next = 请减少份数或增加金额。
refusal-split-cap = 每份最多 { $cap } 的话，{ $shares } 份发不完 { $total }。
    .next = 请把单份上限提到 { $least } 以上，或增加份数。
refusal-split-not-divisible = { $total } 不能正好等分成 { $shares } 份。
    .next = 请改成 { $less } 或 { $more }，或把定额换成平均。
refusal-condition-impossible = { $kind ->
    [premium] Discord 上没有人有 Telegram Premium，那里谁也领不了。
   *[discord-role] Telegram 上没有人有 Discord 身份组，那里谁也领不了。
}
    .next = 请去掉这个条件，或到另一个平台发红包。
refusal-packet-unknown = 我找不到红包 { $packet }。
    .next = 请从回执里复制编号。
refusal-packet-over = 这个红包已经结束了。
    .next = 可以用 /verify 查看。
refusal-packet-here = 那个群里已经有这个红包了。
    .next = 请选另一个群。
refusal-packet-places = 一个红包最多出现在 { $most } 个群。
    .next = 请在那里另发一个。
refusal-packet-window = 开奖红包不能改时间和份数。
    .next = 请另发一个。
refusal-packet-life = 红包最多还能持续 { $most }。
    .next = 请选短一点的时间。
refusal-packet-tranches = 一个红包的追加次数有限（{ $most }）。
    .next = 请另发一个。
refusal-topup-approval = 再加 { $asked }，{ $period }内由一人决定发出的就会超过 { $limit }。
    .next = 请另发一个新红包，它会交由另一人批准。
refusal-packet-paused-already = 这个红包已经暂停了。
    .next = 点按钮即可恢复。
refusal-packet-not-paused = 这个红包没有暂停。
    .next = 不需要做什么。
refusal-packet-paused-above = { $by ->
    [staff] 这个红包是计划工作人员暂停的。
   *[moderator] 这个红包是群管理员暂停的。
}
    .next = { $by ->
        [staff] 只有工作人员可以恢复，请联系他们。
       *[moderator] 只有所属群的管理员或工作人员可以恢复，请联系他们。
    }
refusal-packet-of-group = 这个红包由「{ $title }」的群预算出资。
    .next = 请由该群的管理员在群里用 /packets 管理。
refusal-packet-not-yours = 只有发红包者、所属群的管理员和计划负责人可以管理这个红包。
    .next = 请联系发红包的人。
refusal-packet-guest = 这个红包只是分享到本群：由它所属的群、发红包者和工作人员管理。
    .next = 你可以把它从本群撤下：用 /packets 打开它。
refusal-packet-no-guest = 这个红包就属于本群，或不在本群，无需撤下。
    .next = 如果由你管理，可以暂停或结束它：见 /packets。
refusal-packet-barred = 这个红包已从那个群撤下，不能再放到那里。
    .next = 请选择别的群。
refusal-packet-just-shared = 这个红包刚刚被分享到另一个群。
    .next = 请再试一次。
refusal-request-unknown = 我找不到这个申请。
    .next = 请重新打开列表。
refusal-request-decided = { $state ->
    [approved] { $name } 已经批准了这个申请。
    [expired] 这个申请没有人及时审批，已经失效。
   *[rejected] { $name } 已经拒绝了这个申请。
}
    .next = 没有别的要做了。
refusal-maker-unsure = 暂时无法确认申请人是否仍在管理那个群。
    .next = 请过一分钟再试。
refusal-four-eyes = 这是你自己提的申请，必须由别人决定。
    .next = 请找另一位有权限的人。
refusal-four-eyes-wallet = 这笔申请涉及你自己的钱包，必须由别人批准。
    .next = 请让另一位有相应角色的人来批准，或者你可以拒绝它。
refusal-packet-requests = 你已有 { $most } 个红包在等另一人批准。
    .next = 请等其中一个有结果，或减小金额。

command-packet-panel = 管理红包
    .title = 红包
command-packet-cancel = 提前结束红包
    .title = 提前结束红包
command-packet-extend = 延长红包的时间
    .title = 延长时间
command-packet-topup = 往红包里追加
    .title = 追加
command-packet-share = 把红包也发到另一个群
    .title = 另一个群
command-packet-withdraw = 把红包从本群撤下
    .title = 撤下红包
command-packet-claim = 领取一份
    .title = 口令

argument-packet-cancel-packet = 红包
    .label = 红包
    .ask = 哪个红包？
    .hint = 红包编号
argument-packet-panel-packet = 红包
    .label = 红包
    .ask = 哪个红包？
    .hint = 红包编号
argument-packet-extend-packet = 红包
    .label = 红包
    .ask = 哪个红包？
    .hint = 红包编号
argument-packet-extend-by = 延长多久
    .label = 延长
    .ask = 延长多久？
    .hint = 1m 到 7d，例如 6h
argument-packet-topup-packet = 红包
    .label = 红包
    .ask = 哪个红包？
    .hint = 红包编号
argument-packet-topup-amount = 追加多少
    .label = 金额
    .ask = 追加多少？
    .hint = 例如 20
argument-packet-topup-shares = 追加几份
    .label = 份数
    .ask = 追加几份？
    .hint = 1 到 1000 之间的数
argument-packet-withdraw-packet = 红包
    .label = 红包
    .ask = 哪个红包？
    .hint = 红包编号
argument-packet-share-packet = 红包
    .label = 红包
    .ask = 哪个红包？
    .hint = 红包编号
argument-packet-share-chat = 哪个群
    .label = 群
    .ask = 还要发到哪个群？
    .hint = 我见过你的群。
argument-packet-claim-packet = 红包
    .label = 红包
    .ask = 哪个红包？
    .hint = 红包编号
argument-packet-claim-passphrase = 口令
    .label = 口令
    .ask = 口令是什么？
    .hint = 不分大小写和空格。

panel-title = ⚙️ { $name } 的<b>红包</b> <code>{ $packet }</code>
panel-claims = 已领取 { $taken }/{ $shares }{ $entered ->
    [0] {""}
   *[other] ，{ $entered } 人参与开奖
}
panel-live = 进行中，{ $at }结束
panel-paused = 已暂停，{ $at }结束
panel-closed = 已结束：{ $at } 全部领完或开奖
panel-expired = 已结束：{ $at } 过期
panel-cancelled = 已结束：{ $at } 提前结束
panel-do-topup = ➕ 追加
panel-do-extend = ⏳ 延长
panel-do-share = 📣 另一个群
panel-do-withdraw = ↩️ 从本群撤下
panel-do-pause = ⏸ 暂停
panel-do-resume = ▶️ 恢复
panel-do-cancel = 🛑 提前结束
panel-do-panel = 🔄 刷新
cancel-preview = 现在就结束这个红包吗？剩下的 { $left } 会退回原处。
cancel-confirm = 🛑 结束，退回 { $left }
cancel-done = ✖ 已提前结束，剩下的已退回。
pause-done = ⏸ 已暂停：恢复之前没有人能领取，但时间照常计算。
resume-done = ▶️ 已恢复。
extend-done = ⏳ 现在改为 { $at } 结束（{ $moment }）。
topup-done = ➕ 已追加 { $amount }，共 { $shares } 份。
share-done = 📣 现在“{ $title }”里也有了，共用同一个计数。
share-impossible = ⚠️ 那个群里谁也领不了，因为没有人能满足：{ $conditions }
withdraw-preview = 把这个红包从本群撤下？这里的卡片会结束，本群的人不能再领取，也不能再分享到这里。在别处它照常进行，已领取的仍归领取者。
withdraw-confirm = ↩️ 撤下
withdraw-done = ↩️ 已从本群撤下，这里的卡片会注明。
withdraw-told = ↩️ 你的红包 <code>{ $packet }</code> 已被从“{ $title }”撤下。它在其他地方照常进行，你的钱没有变动。
packets-none = 还没有你的红包。到群里发送 /redpacket 试试。
packets-title = <b>红包</b>
packets-line = <b>{ $number }.</b> { $state ->
    [live] 🟢
    [paused] ⏸
    [closed] 🎉
    [expired] ⌛
   *[cancelled] 🛑
  } <b>{ $amount }</b> · { $taken }/{ $shares } · { $name } · { $title } · { $at }
packets-open = ⚙️ { $number }

refusal-packet-not-payer = 只有出资方可以追加：发红包的人，或出资群组里的管理员。
    .next = 请联系他们，或自己发一个红包。
topup-preview = 追加 <b>{ $amount }，共 { $shares } 份</b>，由原来的出资方（发红包者或群预算）支付。
topup-confirm = ➕ 追加 { $amount }
refusal-secret-in-public = 群里所有人都看到了这个口令，所以没有发出红包。
    .next = 只输入 /redpacket，再选择“口令”，我会私下问你。
command-packets = 你的红包；群管理员还能看到本群的红包
    .title = 红包
