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
claim-entered = 🎟 参与成功！{ $at } 开奖。
claim-conditions = 还不行，这个红包有条件：
why-open = ✅ 你现在就可以领一份。
why-not = 还不行：
why-none = • 没有任何条件。
why-passphrase = • 🔑 需要口令，请问发红包的人。

claims-none = 你还没有领过红包。
claims-title = 🧧 <b>你最近领到的</b>
claims-line = + { $amount }，来自 { $name } · { $at }

condition-met = ✓ { $condition }
condition-unmet = ✗ { $condition } → { $todo }
condition-unknown = ? { $condition } → 平台暂时查不到，请一分钟后再试。
condition-not-sender = 除发红包者以外的所有人
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
verify-commitment = 承诺哈希 { $number }：<code>{ $commitment }</code>
verify-living = 红包还没结束。上面的承诺哈希在任何人领取之前就已公布；结束后会公开种子，那时每个人都能核对每一份。
verify-seed = 种子：<code>{ $seed }</code>
verify-valid = ✅ 已用种子重新计算：承诺哈希一致，{ $shares ->
    [1] 唯一的一份
   *[other] 全部 { $shares } 份都
}与领取开始前的抽取结果相同。
verify-invalid = ❌ { $at } 处不一致：公布的是 { $published }，重新计算得到 { $recomputed }。请告诉工作人员。
verify-yourself = 不必只信我：docs/fairness.md 说明了方法，docs/verify.mjs 可以在你自己的电脑上验证。
verify-record = 📄 公开记录

refusal-claimed-already = 你已经领过这个红包了：{ $amount }。
    .next = 到 /wallet 看看吧。
refusal-entered-already = 你已经参与了。
    .next = { $draw } 开奖。
refusal-packet-empty = { $shares ->
    [1] 唯一的一份已被领走。
   *[other] { $shares } 份都领完了。
}
    .next = 下次手快一点！
refusal-packet-expired = 这个红包已过期。
    .next = 等下一个吧。
refusal-packet-cancelled = 这个红包已被发红包者或管理员提前结束。
    .next = 等下一个吧。
refusal-packet-paused = 这个红包暂停了。
    .next = 等卡片上恢复后再试。
refusal-packet-elsewhere = 红包 { $packet } 不是发到这里的。
    .next = 请到发红包的群里点按钮。
refusal-passphrase-wrong = 口令不对。
    .next = { $left ->
        [0] 机会已经用完了。
       *[other] 你还有 { $left } 次机会。
    }
refusal-passphrase-tries = 这个红包的 { $tries } 次机会你都用完了。
    .next = 等下一个吧。
