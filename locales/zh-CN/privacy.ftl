## /privacy：保存了哪些个人信息

command-privacy = 我保存了你的哪些信息；全部导出或删除
    .title = 隐私
argument-privacy-action = 查看、全部导出或删除
    .label = 操作
    .ask = 你想做什么？
    .hint = 在你确认之前不会删除任何内容。
choice-export = 全部导出
choice-erase = 删除

privacy-title = <b>我保存了你的哪些信息</b>
privacy-accounts = • 你的账号：平台、编号、名字、语言、我第一次见到你的时间；如果你绑定了，还有交易所 UID
privacy-groups = • 你用过命令的群，以及最近一次的时间。群里大家写的内容我从不保存
privacy-money = • 你的钱包和每一笔变动，永久保存：账目必须对得上
privacy-packets = • 你发的红包、领的份额、参加的抽奖
privacy-applications = • 你在申请里写的内容、为其发放的个人资料验证码、为其测量的社区，以及作出的决定
privacy-partner = • 作为合作伙伴：状态、等级、你接受过的文本、关于你的案件和决定、合作伙伴群的邀请以及你是否在群里
privacy-reports = • 你举报的内容、别人对你的举报，以及你发来的文件的信息；文件本身留在你发送的地方
privacy-record = • 你在这里决定过或请求过什么的记录，只有编号，没有名字
privacy-backups = 备份里也有同样的内容，运营者保留多久就在多久。消息在这里最多保留几天。
privacy-do-export = 📄 全部导出
privacy-do-erase = 删除我的信息
privacy-file-sent = 我保存的关于你的全部信息：{ $name }。这是刚刚为你生成的，我不留副本。

privacy-erase-goes = <b>会删除：</b>你的账号和名字、语言、交易所 UID、我见过你的群、你在申请、案件、举报和红包上写的所有文字、案件中对你的指控、别人对你的举报、工作人员在你的申请和案件里写的备注、你发来的文件、寄给你的信件、没填完的表单。
privacy-erase-stays = <b>会保留</b>（只有编号，没有名字）：资金变动、份额、决定、你接受过哪些文本和记录，因为别人必须能核对账目。工作人员在冻结某人、授予角色、修改 UID 或划转资金时写的原因也会保留。
privacy-erase-again = 如果你再回来，你就是新用户：一无所有，不是合作伙伴，也无法回到原来的编号。合并账号后的等待期、最近一小时输错的合并码，近期提交申请后的等待期，以及最近一天内寄到你邮箱的邮件数量仍然计算在内；到期之前，我用不显示任何人身份的摘要保存它们。如果你绑定过交易所 UID，我会以同样的方式保存“绑定过”这一点，没有期限：只有工作人员能为你另行绑定。
privacy-erase-final = ⚠️ <b>此操作无法撤销。</b>如果想保留，请先全部导出。
privacy-erase-confirm = 永久删除我的信息
privacy-erased = ✅ 已删除。我不再认识你了。

list-apart = { $first }；{ $rest }
privacy-bar-wallet = 你的钱包（/wallet）里还有钱，或有钱在途：可用 /redpacket 发出，或请工作人员转出
privacy-bar-packets = 你发的红包，或你领过、参加抽奖的红包还没有结束
privacy-bar-requests = 你提出的请求还在等待决定
privacy-bar-application = 你有尚未结束的申请或申诉
privacy-bar-case = 关于你的案件还没有结案
privacy-bar-report = 你的一条举报还没有人处理
privacy-bar-reported = 与你的合作伙伴身份有关的一件事还在处理中
privacy-bar-warnings = 你的警告在 { $at } 之前有效，重新加入也算在内
privacy-bar-partner = 你是合作伙伴（可用 /membership 退出）
privacy-bar-terminated = 你已被移出本计划，若要回归须有据可查：请联系工作人员
privacy-bar-roles = 你是工作人员（{ $roles }）
privacy-bar-stop = 工作人员冻结了你，事情还没有解决
privacy-bar-rejection = 你在 { $at } 之前不能再次申请
privacy-bar-never = 你已被永久拒绝

refusal-privacy-barred = 以下事项要先结束：{ $what }。
    .next = 请先结束它们，或联系工作人员，然后重新输入 /privacy。
