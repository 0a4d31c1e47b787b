## 领取、/claims、/verify

command-claims = 你领到的红包
    .title = 领取记录
command-verify = 验证红包分得是否公平
    .title = 验证
argument-verify-packet = 红包编号
    .label = 红包
    .ask = 验证哪个红包？
    .hint = 编号在回执里

claim-paid = 🎉 你领到了 { $amount }！已放进你的 /wallet。{ $left ->
    [0] 这是最后一份。
   *[other] 还剩 { $left } 份。
}
claim-entered = 🎟 参与成功！开奖时间：{ $at }（点击后 { $ahead }）
claim-conditions = 这个红包有条件，还没有全部满足：
why-open = ✅ 你现在就可以领一份。
why-not = 还差一点：
why-none = • 没有任何条件。
why-passphrase = • 🔑 需要口令，请问发红包的人。

claims-none = 你还没有领过红包。
claims-title = 🧧 <b>你最近领到的</b>，附红包编号，可用 /verify 核对
claims-line = + { $amount }，来自 { $name } · { $group } · { $at } · <code>{ $packet }</code>

condition-met = ✓ { $condition }
condition-unmet = ✗ { $condition } → { $todo }
condition-unknown = ? { $condition } → 平台暂时查不到，请一分钟后再试。
condition-not-sender = 你不是发红包的人
    .todo = 这个是发给大家的，看大家领吧！
condition-member = 本群成员
    .todo = 先加入本群，再点一次。
condition-premium = Telegram Premium 用户
    .todo = 只有 Telegram Premium 账号能领。
condition-account-age = 满 { $days } 天的账号
    .todo = 你的账号还太新，过些日子就可以了。
condition-discord-role = 拥有 Discord 身份组 { $role } 的人
    .todo = 请在 Discord 上向管理员申请这个身份组。

verify-title = 🔍 <b>红包</b> <code>{ $packet }</code>
verify-statement = 投入 { $funded } = 已发放 { $paid } + 已退回 { $returned } + 剩余 { $left }
verify-commitment = 指纹 { $number }：<code>{ $commitment }</code>
verify-excluded = 🚫 有 { $count } 个参与者在开奖前被工作人员冻结，没有进入抽取；公开记录里列出了他们。
verify-living = 红包还没结束。上面的指纹在任何人领取之前就已公布；结束后会公开种子，那时每个人都能核对每一份。
verify-you-living = 🙋 你在公开记录里的代号：<code>{ $reference }</code>
verify-seed = 种子：<code>{ $seed }</code>
verify-valid = ✅ 已用种子重新计算：指纹一致，{ $shares ->
    [1] 唯一的一份
   *[other] 全部 { $shares } 份都
}与领取开始前的抽取结果相同。
verify-invalid = 记录中 { $at } 处：公布的是 { $published }，重新计算得到 { $recomputed }。
verify-invalid-at = 记录中 { $at } 处：公布的是 { $published }。
verify-you = 🙋 你在这份记录里是 <code>{ $reference }</code>：{ $as ->
    [share] 其中一份归你。
    [excluded] 你参与过，但没有进入抽取。
   *[entered] 你参加了抽取。
}
verify-yourself = 不必只信我：下面的页面会在你自己的浏览器里重算每一份。
verify-ask = 不必只信我：可以向本机器人的运营方索取这个红包的公开记录，以及能在你自己电脑上重算的小程序。
verify-page = 🔍 自己重算
verify-page-title = 红包 { $packet } 重算结果
verify-page-how = 你的浏览器会下载红包的公开记录，并用公布的种子重算每一份。请粘贴卡片上的指纹：只有这样才能核对。
verify-page-running = … 正在重算
verify-page-valid = ✅ 每一份都与公布的种子完全吻合。请再把下面的指纹与卡片上的核对。
verify-page-valid-card = ✅ 每一份都与公布的种子完全吻合，指纹也与你卡片上的一致。
verify-page-different-malformed = ❌ 记录不完整：有内容缺失或格式不对。请告诉工作人员。
verify-page-different-split = ❌ 记录中的金额无法公平地分成这么多份。请告诉工作人员。
verify-page-different-commitment = ❌ 指纹与公布的种子对不上：种子或条件事后被改过。请告诉工作人员。
verify-page-different-card = ❌ 记录中的指纹与你卡片上的不同。如果你复制的确实是这个红包的指纹，请告诉工作人员。
verify-page-different-slot = ❌ 发出了这个红包里没有的一份。请告诉工作人员。
verify-page-different-slot-twice = ❌ 同一份被发了两次。请告诉工作人员。
verify-page-different-slot-skipped = ❌ 有一份没有按顺序发出：每个人领到的都应是下一份，这里却跳过了前面的。请告诉工作人员。
verify-page-different-holder-twice = ❌ 同一个人领了两份。请告诉工作人员。
verify-page-different-amount = ❌ 有人领到的金额与种子算出的不同。请告诉工作人员。
verify-page-different-eligible-twice = ❌ 有人在抽奖名单中出现了两次。请告诉工作人员。
verify-page-different-holder = ❌ 有一份给了没有抽中的人。请告诉工作人员。
verify-page-different-unlisted = ❌ 有人被抽中却没有领到。请告诉工作人员。
verify-page-not-a-hash = 你粘贴的不是指纹：指纹由 16 到 64 位 0–9 和 a–f 组成。请从卡片上重新复制。
verify-page-open = 这个红包还没结束。结束后会公布种子，到时再来看吧。
verify-page-no-packet = 没有这个编号的红包。请重新打开卡片下方的链接，或核对编号。
verify-page-unanswered = 服务器暂时无法提供记录。红包本身没有问题，请过一分钟再试。
verify-page-unreachable = 你的浏览器连不上服务器。请检查网络后重新加载本页。
verify-page-unreadable = 服务器发来的不是记录。请重新加载本页；如果仍然如此，请告诉工作人员。
verify-page-broken = 你的浏览器无法运行重算程序。换个较新的浏览器也许就行；或者下载下方的记录和 verify.mjs，在自己的电脑上运行。
verify-fact-where = 位置
verify-fact-published = 公布的值
verify-fact-recomputed = 重算的值
verify-fact-hash = 你粘贴的内容
verify-fact-status = 服务器的答复
verify-fact-error = 技术原因
verify-fact-count = 份数
verify-fact-claims = 已领份数
verify-fact-claimed = 已领取（括号内为最小单位）
verify-fact-left = 剩余（括号内为最小单位）
verify-fact-asset = 币种
verify-fact-eligible = 参与抽奖人数
verify-fact-excluded = 已报名但未参与抽奖
verify-fact-compared = 指纹（与你的卡片一致）
verify-fact-uncompared = 指纹（请与卡片核对）
verify-fact-amounts = 每一份（括号内为最小单位）
verify-page-card = 卡片上的指纹（或其开头，至少 16 位）
verify-page-compare = 对比
verify-record = 📄 公开记录

refusal-claimed-already = 你已经领过这个红包了：{ $amount }。
    .next = 到 /wallet 看看吧。
refusal-entered-already = 你已经参与了。
    .next = { $is ->
        [due] 参与时间已结束，抽取完成后卡片上会显示结果。
        [void] 到开奖时间时红包处于暂停状态，因此不开奖，全部退回。
       *[ahead] 开奖时间：{ $draw }
    }
refusal-packet-drawn = 你参与了这次抽取，但没有抽中。
    .next = 结果见卡片，用 /verify 可以核对抽取。
refusal-packet-empty = { $shares ->
    [1] 唯一的一份已被领走。
   *[other] { $shares } 份都领完了。
}
    .next = 下次手快一点！
refusal-packet-expired = 这个红包已过期。
    .next = 等下一个吧。
refusal-packet-cancelled = { $by ->
    [system] 这个红包在哪个群都没能显示，已提前结束，钱已退回。
   *[people] 这个红包已被发红包者或管理员提前结束。
}
    .next = 等下一个吧。
refusal-packet-paused = 这个红包暂停了。
    .next = 等卡片上恢复后再试。
refusal-packet-elsewhere = 红包 { $packet } 不是发到这里的。
    .next = 请到发红包的群里点按钮。
refusal-packet-withdrawn = 这个红包已从本群撤下。
    .next = 已领取的仍归领取者。请留意下一个。
refusal-passphrase-wrong = 口令不对。
    .next = { $left ->
        [0] 机会已经用完了。
       *[other] 你还有 { $left } 次机会。
    }
refusal-passphrase-tries = 这个红包的 { $tries } 次机会你都用完了。
    .next = 等下一个吧。
