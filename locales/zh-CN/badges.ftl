## 平台上对合作伙伴的显示：Discord 服务器身份组、Telegram 群组标签

badge-refused-discord = ⚠️ 我无法在 Discord 服务器 <code>{ $place }</code> 中更改合作伙伴身份组 <code>{ $badge }</code>。
badge-refused-telegram = ⚠️ 我无法在 Telegram 群组 <code>{ $place }</code> 中更改合作伙伴标签。
badge-why-discord-no-right = 我在那里缺少“管理身份组”权限。请在服务器设置中把它授予我的身份组。
badge-why-discord-above = 该身份组排在我的之上。请在服务器的身份组列表中把我的移到它上面。
badge-why-discord-unknown = 该身份组已不存在。请在计划文件中更正 <code>{ $section }</code>。
badge-why-discord-away = 我不在该服务器中。请添加我，或从计划文件的 <code>{ $section }</code> 中删去它。
badge-why-discord-unable = 该身份组无法手动授予：它属于某个集成，或属于所有人。请在 <code>{ $section }</code> 中指定另一个。
badge-why-telegram-no-right = 我在那里不是管理员，或缺少管理标签的权限。请在群组设置中授予我。
badge-why-telegram-above = 该成员在那里的级别高于我。
badge-why-telegram-unknown = 没有这个标签。
badge-why-telegram-away = 我不在该群组中。请添加我，或从计划文件的 <code>{ $section }</code> 中删去它。
badge-why-telegram-unable = 该群组或该 Telegram 服务器无法显示标签。需要超级群组以及 9.5 或更高版本的服务器。
badge-refused-next = 其他一切不受影响。我每小时会再试一次。
choice-badge = 合作伙伴标识
