## /role, /region

command-role = 谁能做什么：查看、授予、收回
    .title = 角色
argument-role-action = 查看、授予或收回
    .label = 操作
    .ask = 你想做什么？
    .hint = 每次改动都会留在记录里。
argument-role-person = 姓名、#7、@ 提及、telegram:123 或 discord:456
    .label = 人员
    .ask = 哪一位？
    .hint = 例如 Yuki、#7、@ 提及、telegram:123 或 discord:456
argument-role-role = 角色
    .label = 角色
    .ask = 哪个角色？
    .hint = 角色属于本人，在各平台都有效。
argument-role-region = 适用的地区，或全部地区
    .label = 地区
    .ask = 适用哪个地区？
    .hint = 其他地区的申请不能由其决定。
argument-role-reason = 原因；本人会看到，并会留存
    .label = 原因
    .ask = 为什么？
    .hint = 本人会看到，并会留在记录里。
choice-show = 📋 查看
choice-grant = ➕ 授予
choice-revoke = ➖ 收回
choice-admin = 管理员
choice-finance_maker = 财务发起
choice-finance_checker = 财务复核
choice-risk_officer = 风控
choice-reviewer = 审核员
choice-regional_manager = 地区经理
choice-auditor = 审计
role-partner = 合作伙伴
role-preview-grant = 授予 <b>{ $name }</b>（#{ $number }）角色 <b>{ $role }</b>（{ $where }）？
role-preview-revoke = 收回 <b>{ $name }</b>（#{ $number }）的角色 <b>{ $role }</b>（{ $where }）？
role-confirm-grant = ✅ 授予
role-confirm-revoke = ✅ 收回
role-done-grant = ✅ { $name }（#{ $number }）现在是{ $role }（{ $where }）。
role-done-revoke = ✅ { $name }（#{ $number }）不再是{ $role }（{ $where }）。
told-now = 我会私信通知对方。
told-later = ⚠️ 对方还没有和我开始私聊，我暂时无法发消息。请你自行告知；我的消息会保留两天，等对方打开与我的私聊并点“开始”后送达。
role-told-grant = 🎖 你在本计划中有了新角色：<b>{ $role }</b>（{ $where }）。用 /help 查看你能做什么。
role-told-revoke = 你在本计划中的角色已被收回：<b>{ $role }</b>（{ $where }）。
role-reason = “{ $reason }”
role-wherever = 所有持有的地区
role-title = <b>谁能做什么</b>
role-line = <b>{ $name }</b>（#{ $number }）：{ $role }，{ $where }
role-more = 还有 { $count } 条。指定人员或角色即可查看。
role-none = 没有人持有这样的角色。
refusal-role-own = 不能给自己授予或收回角色。
    .next = 请另一位管理员或机器人运营者处理（npm run cli -- role）。
refusal-role-not-regional = 只有审核员和地区经理有地区之分。
    .next = 不要填写地区。
refusal-role-held = { $name } 在那里已有该角色。
    .next = 用 /role 选择“查看”，看谁持有什么。
refusal-role-not-held = { $name } 在那里没有该角色。
    .next = 用 /role 选择“查看”，看谁持有什么。
refusal-role-from-setting = { $name } 的管理员身份来自机器人的 OWNERS 设置。
    .next = 机器人运营者可以从 OWNERS 中去掉该账号并重启。
refusal-application-other-region = 申请 { $number } 属于你不负责审核的地区。
    .next = 用 /region 查看由谁负责。管理员可用 /role 给你该地区的角色。

command-region = 地区：由谁负责，有什么在等
    .title = 地区
region-title = <b>地区</b>
region-every = 全部地区
region-head = <b>{ $region }</b>
region-managers = 经理：{ $count ->
    [0] { $inAll ->
        [0] 无
       *[other] 由负责所有地区的人员负责
    }
   *[other] { $names }{ $more ->
        [0] {""}
       *[other] {" "}等另外 { $more } 人
    }
}
region-reviewers = 审核员：{ $count ->
    [0] { $inAll ->
        [0] 无
       *[other] 由负责所有地区的人员负责
    }
   *[other] { $names }{ $more ->
        [0] {""}
       *[other] {" "}等另外 { $more } 人
    }
}
region-waiting = 有 { $count } 份申请在等，最早的是{ $oldest }。
region-waiting-none = 没有申请在等。

## /audit and the daily seal

command-audit = 记录：谁在何时为何做了什么
    .title = 记录
command-audit-file = 将记录导出为文件
argument-audit-about = 人员，或 packet:…、application:12、chat:3
    .label = 对象
    .ask = 关于谁或什么？
    .hint = Ana、#7、telegram:123、packet:6f3k2a、application:12
argument-audit-topic = 只看这一类
    .label = 类别
    .ask = 看哪一类？
    .hint = 不选则全部。
argument-audit-within = 不早于，例如 7d
    .label = 时间
    .ask = 往前看多久？
    .hint = 24h、7d、30d
argument-audit-before = 只看早于此编号的
    .label = 之前
    .ask = 早于哪个编号？
    .hint = 每行开头的编号
choice-packet = 红包
choice-treasury = 资金
choice-frozen = 停用
choice-lifted = 解除停用
choice-role = 角色
choice-chat = 群组
choice-application = 申请
choice-desk = 工作群
choice-programme = 计划
choice-text = 文本
choice-case = 案件
choice-report = 举报
choice-people = 人员
choice-account = 账号
choice-link = 账号合并
choice-partner = 合作伙伴
choice-audit = 每日封印
audit-title = <b>记录</b>，最新在前
audit-line = { $number }. { $at } · <b>{ $actor }</b> { $what } · { $subject }
audit-details = <i>{ $details }</i>
audit-detail = { $name }：{ $value }
audit-spender = { $name } 的合作伙伴支出
audit-and = { $first } · { $next }
detail-amount = 金额
detail-brought = 带入
detail-owner = 所属
detail-returned = 退回
detail-shares = 份数
detail-source = 来源
detail-total = 金额
detail-because = 缘由
detail-becomes = 变为
detail-case = 案件
detail-change = 变更
detail-dueAt = 生效于
detail-effects = 影响
detail-from = 原状态
detail-lapsed = 已超时
detail-partner = 合作伙伴
detail-proposedBy = 提议人
detail-queue = 队列
detail-reason = 原因
detail-region = 地区
detail-role = 角色
detail-rule = 规则
detail-state = 状态
detail-tier = 等级
detail-to = 新状态
detail-until = 截止
detail-verdict = 决定
detail-was = 原为
detail-why = 原因
audit-as-file = 📄 导出文件
audit-file-sent = 这部分记录（最多 { $most } 条最新的）：{ $name }。文件刚刚为你生成，我不留副本。
audit-older = 更早 ▶
audit-none = 记录里没有这样的内容。
audit-called = 关于 { $name }：
audit-several = 有多人叫“{ $typed }”。你指的是谁？
audit-several-more = 同名的人还有：请输入你所指的人的 #7、telegram:123 或 discord:456。
audit-person = <b>#{ $number }</b> · { $accounts } · 首次见到：{ $met }{ $staff ->
    [yes] {" "}· { $roles }
   *[no] {""}
}
audit-account = { $platform }：{ $name }
audit-whose = 🔍 { $name }
refusal-audit-about = “{ $typed }”既不是人员，也不是记录中的对象。
    .next = 人员写所显示的完整名字、#7、telegram:123 或 discord:456；其他写 packet:…、application:12、chat:3。
seal-title = 🔏 <b>账簿封印</b>，{ $at }
seal-line = <code>{ $seal }</code>
seal-check = 请保留此消息。机器人运营者日后可据此核对此前所写内容未被改动：npm run cli -- audit --seal 加上这几行。

fact-packet-dropped = 发了红包
fact-packet-asked = 申请发超限红包
fact-packet-approved = 批准了红包
fact-packet-rejected = 拒绝了红包
fact-packet-request-expired = 红包申请过期
fact-packet-draw-trimmed = 抽取份数少于原计划
fact-packet-closed = 红包领完并关闭
fact-packet-expired = 红包到期结束
fact-packet-cancelled = 取消了红包
fact-packet-extended = 延长了红包
fact-packet-topped-up = 追加了红包
fact-packet-paused = 暂停了红包
fact-packet-resumed = 恢复了红包
fact-packet-posted-here = 把红包分享到另一个群
fact-packet-withdrawn = 把红包撤出一个群
fact-packet-card-lost = 未能发出红包卡片
fact-treasury-asked = 申请资金变动
fact-treasury-approved = 批准了资金变动
fact-treasury-rejected = 拒绝了资金变动
fact-frozen = 停用
fact-lifted = 解除停用
fact-role-granted = 授予角色
fact-role-revoked = 收回角色
fact-chat-language = 选择了群组语言
fact-chat-merged = 合并了两个聊天
fact-application-moved = 推进了申请
fact-application-checked = 核对了证据
fact-application-measured = 核实了社区规模
fact-application-lost = 被移出已核实的社区
fact-application-code-made = 领取了资料验证码
fact-application-code-looked-at = 查看了资料验证码
fact-application-appealed = 提出申诉
fact-application-appeal-refused = 驳回申诉
fact-application-proposed = 提议通过申请
fact-application-declined = 未确认通过
fact-application-escalated = 上报逾期未答复
fact-application-handed-over = 转交了申请
fact-application-talk-proposed = 为面谈另提了时间
fact-application-talk-answered = 回答了面谈是否方便
fact-desk-named = 指定工作群
fact-desk-closed = 关闭工作群
fact-partner-onboarded = 接纳合作伙伴
fact-programme-changed = 更改了计划
fact-text-accepted = 接受了文本
fact-partner-moved = 更改了合作伙伴状态
fact-partner-uid-confirmed = 确认了 UID
fact-partner-return-asked = 请求回归
fact-partner-return-backed = 支持回归
fact-partner-change-moved = 变动了合作伙伴的等级或地区
fact-partner-change-acknowledged = 阅读了变动
fact-partner-invited = 邀请了一位合作伙伴入群
fact-partner-uninvited = 撤回了一份入群邀请
fact-partner-joined = 一位合作伙伴加入了群
fact-partner-misused = 他人使用了合作伙伴的邀请
fact-partner-shown-out = 将一位前合作伙伴移出了群
fact-case-moved = 推进了案件
fact-case-proposed = 提出决定
fact-case-declined = 否决了提议
fact-case-reminded = 提醒了案件
fact-report-made = 提交举报
fact-report-decided = 处理了举报
fact-people-joined = 两人合并为一人
fact-account-parted = 把账号从某人名下移除
fact-link-asked = 声明两个账号都是自己的
fact-link-declined = 否认另一个账号是自己的
fact-link-lapsed = 两个账号的确认已过期
fact-uid-bound = 绑定了 UID
fact-uid-changed = 更改了 UID
fact-person-erased = 个人数据已删除
fact-badge-given = 授予了平台上的合作伙伴标识
fact-badge-taken = 收回了平台上的合作伙伴标识
