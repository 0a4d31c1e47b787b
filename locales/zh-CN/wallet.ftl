## /wallet

command-wallet = 你有多少，从哪里来
    .title = 钱包
argument-wallet-whose = 你的钱包，或本群的预算
    .label = 谁的
    .ask = 谁的钱包？
    .hint = 本群预算只有群管理员能看。
argument-wallet-before = 比这一条更早的明细
    .label = 早于
    .ask = 要看哪一条之前的？
    .hint = 请用钱包下面的按钮。

wallet-mine = 👛 <b>你的钱包</b>
wallet-group = 👛 <b>本群预算</b>
wallet-empty = 还是空的。领一个红包，这里就会有了。
wallet-balance = <b>{ $amount }</b>
wallet-on-hold = 另有 { $amount } 正在等待审批，暂时不能用。
wallet-incoming = 另有 { $amount } 即将到账，正在等待审批。
wallet-history = <b>最近明细</b>
wallet-in = + { $amount } · { $what } · { $at }
wallet-out = − { $amount } · { $what } · { $at }
wallet-older = ◀ 更早

movement-packet-fund = 发红包
movement-packet-claim = 领红包
movement-packet-return = 红包退回
movement-chat-moved = 群组迁移
movement-treasury-deposit = 存入
movement-treasury-withdraw = 取出

refusal-ledger-insufficient = 余额不足：需要 { $needed }，只有 { $available }。
    .next = 请减少金额，或请工作人员存入（/treasury）。
refusal-ledger-frozen = 这个钱包已被冻结，钱出不去。
    .next = 请向计划工作人员了解原因和期限。
refusal-ledger-hold-resolved = 这件事已经有了决定。
    .next = 请重新打开列表，看看还有什么在等待。

refusal-ledger-too-much = { $asset } 的数量超出了账本能容纳的上限。
    .next = 请选择小一点的金额。
