## 合作伙伴的私密群组：每个平台一个，凭仅供一人使用的链接进入

group-invited = 🔑 这是你进入合作伙伴私密群组的链接。它只能让<b>一个人</b>进入一次，有效期至 { $at }，请勿转给他人。
group-join-telegram = 加入合作伙伴群
group-join-discord = 加入 Discord 频道
group-ask-telegram = 邀请我入群
group-ask-discord = 邀请我进 Discord
group-check = 我已加入
group-invite-comes = 正在生成你的入群链接，稍后会发到我们的私聊中。
group-invite-late = 合作伙伴群的邀请稍后送达：群里还有设置需要调整，工作人员已知晓，你无需做任何事。
group-is-in = ✅ 你已在合作伙伴群中。

membership-group = { $mark } 加入合作伙伴私密群组
membership-introduce = { $mark } 在群里做自我介绍
membership-introduced = 我已自我介绍
membership-next-uid = 👉 下一步：确认你的 UID。
membership-next-terms = 👉 下一步：阅读并接受各项文本。
membership-next-group = 👉 下一步：加入合作伙伴群。链接在我们的私聊中，输入 /membership 即可看到。
membership-next-introduce = 👉 下一步：在合作伙伴群里简单介绍自己。如果我没有察觉，请在我们的私聊中输入 /membership 并按下按钮。

group-refused-invite = ⚠️ 我无法为合作伙伴群 <code>{ $place }</code> 生成邀请。
group-refused-revoke = ⚠️ 我无法撤回合作伙伴群 <code>{ $place }</code> 的一份邀请。
group-refused-show-out = ⚠️ 我无法将一位前合作伙伴移出合作伙伴群 <code>{ $place }</code>。
group-why-telegram-no-right = 请把我设为该群管理员，并授予通过链接邀请用户和封禁用户的权限。其他管理员只能由你们自己移除。
group-why-telegram-away = 我不在该群中，或无法访问它。请添加我，或用 /desk 指定另一个群。
group-why-telegram-unable = Telegram 拒绝对该群这样做：请确认它是普通群组或超级群组，或用 /desk 指定另一个群。
group-why-above = 此人是该群的管理员，只有群主或任命此人的管理员才能撤销其管理员身份。撤销后，我会在一小时内将其移出。
group-why-discord-no-right = 请在该频道授予我的身份组“创建邀请”和“管理频道”权限。
group-why-discord-away = 我看不到该频道。请让我进入，或用 /desk 指定另一个频道。
group-why-discord-unable = Discord 拒绝了：一个服务器最多保留 1000 份邀请。请在服务器设置中删除旧的邀请。
group-refused-next = 合作伙伴已知道邀请稍后送达。我每小时会再试一次；在那里输入 /desk 则会立即重试。
group-refused-by-hand = 如果一直如此，请手动处理：移除该成员，或在群组设置中删除邀请。
group-stranger = ⚠️ 有人用 { $name } 的邀请进入了合作伙伴群，而我不知道此人就是 { $name }。请看看是谁。该链接已用完。

desk-partners-preview = 从现在起邀请本平台的合作伙伴加入“{ $title }”吗？每人会得到一个仅限一人使用的链接，<b>不再是合作伙伴的人会被移出</b>。请选用只有合作伙伴的封闭群组。
desk-partners-outsiders = ⚠️ 我在这里见过 { $count } 位既不是合作伙伴也不是工作人员的人。
desk-partners-confirm = ✅ 邀请合作伙伴到这里
desk-named-partners = 从现在起，本平台的合作伙伴会被邀请到这里：“{ $title }”。每人会得到一个仅供一人使用的链接；已经是合作伙伴的人可用 /membership 领取。
desk-partners-rights-telegram = 为此我必须是管理员，并拥有<b>通过链接邀请用户</b>和<b>封禁用户</b>的权限。作为管理员，我还能看到谁加入了、是否发过言；我不保存任何文字。
desk-partners-rights-discord = 为此我的身份组在本频道需要<b>创建邀请</b>和<b>管理频道</b>权限。请只让合作伙伴身份组看到本频道：频道由该身份组打开，退出或被移出计划时身份组会被收回。
choice-partners = 合作伙伴私密群组

refusal-group-none = 目前没有这个合作伙伴群。
    .next = 请重新打开 /membership 查看现有的群。
refusal-group-used = 你的链接已被使用，而使用者不是我所知道的你的账号。
    .next = 如果那是你的账号，请用 /link_account 关联，或询问工作人员。{ $at } 起可以领取新链接。
refusal-group-outside = 我没有在合作伙伴群里看到你。
    .next = 请先加入；我可能要一分钟后才能看到。
privacy-bar-group = 正在将你移出合作伙伴群：请一分钟后再试
