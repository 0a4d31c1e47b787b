## /guidelines、/disclaimer：有约束力的文本，按版本

command-guidelines = 行为准则与披露用语
    .title = 行为准则
command-disclaimer = 免责声明与风险提示
    .title = 免责声明
argument-guidelines-text = 要看哪份文本
    .label = 文本
    .ask = 要看哪份文本？
    .hint = 行为准则，或披露用语
argument-guidelines-version = 旧版本的名称
    .label = 版本
    .ask = 要看哪个版本？
    .hint = 例如 2025-11
argument-guidelines-page = 页码
    .label = 页码
    .ask = 第几页？
    .hint = 一个数字
argument-disclaimer-text = 要看哪份文本
    .label = 文本
    .ask = 要看哪份文本？
    .hint = 免责声明，或风险提示
argument-disclaimer-version = 旧版本的名称
    .label = 版本
    .ask = 要看哪个版本？
    .hint = 例如 2025-11
argument-disclaimer-page = 页码
    .label = 页码
    .ask = 第几页？
    .hint = 一个数字
choice-guidelines = 行为准则
choice-disclosure = 披露
choice-disclaimer = 免责声明
choice-risk = 风险提示
text-guidelines = 行为准则
text-disclosure = 披露
text-disclaimer = 免责声明
text-risk = 风险提示
text-title = <b>{ $name }</b>
    版本 { $version }，自 { $from } 起生效
text-older = ⚠️ 这是旧版本，现行版本为 { $current }。
text-untranslated = （暂无你所用语言的译文。）
text-page = 第 { $page } 页，共 { $pages } 页
text-before = ◀ 上一页
text-after = 下一页 ▶
text-note = 📌 { $note }
text-in-full = 🔗 网页版
text-accepted = ✅ 你已于{ $at }同意此版本。
text-to-accept = 你尚未同意此版本。
text-accepted-now = ✅ { $name }，版本 { $version }：已于{ $at }同意。
text-read = 📖 阅读
text-news = 📣 <b>{ $name }</b>有新版本 { $version }，自 { $from } 起生效。你同意的是旧版本。
text-changes = 更新内容：{ $changes }
text-news-next = 请阅读后点击同意。你此前同意的版本仍可用 /guidelines 查看。

refusal-text-none = 本计划没有这份文本：{ $name }。
    .next = 输入 /help 查看可用内容。
refusal-text-version-unknown = 这份文本没有版本“{ $version }”：{ $name }。
    .next = 不填版本即可查看现行版本。
refusal-text-moved-on = 这已不是现行版本，现行版本为 { $version }：{ $name }。
    .next = 输入 /guidelines，阅读后在那里同意。

## /faq、/guide、/contact

command-faq = 常见问题解答
    .title = 常见问题
command-guide = 如何建设社区
    .title = 指南
command-contact = 可以联系谁、在哪里联系
    .title = 联系方式
argument-faq-topic = 关于什么
    .label = 主题
    .ask = 想了解什么？
    .hint = 请选择一个主题。
argument-faq-page = 页码
    .label = 页码
    .ask = 第几页？
    .hint = 一个数字
argument-guide-topic = 关于什么
    .label = 主题
    .ask = 想了解什么？
    .hint = 请选择一个主题。
argument-guide-page = 页码
    .label = 页码
    .ask = 第几页？
    .hint = 一个数字
faq-title = <b>常见问题。</b>想了解什么？
guide-title = <b>如何建设社区并让它成长。</b>从哪里开始？
topic-title = <b>{ $topic }</b>
contact-title = <b>联系方式</b>
contact-line = • { $label }：{ $url }
contact-email = • 邮箱：{ $email }
contact-hours = 🕑 { $hours }
contact-warning = 我们的人不会索要密码、密钥或验证码。如果有人自称是我们的人却不在此列表中，请先通过上述渠道核实。

## /precheck

command-precheck = 发布前检查文本
    .title = 检查文本
argument-precheck-text = 你想发布的文本
    .label = 文本
    .ask = 你想发布什么文本？
    .hint = 按原样粘贴，最多 4000 个字符；更长的请分段。
precheck-disclosed = ✓ 已说明你的身份：“{ $quote }”
precheck-undisclosed = ✗ <b>没有说明你是合作伙伴。</b>{ $instead }
precheck-no-claims = ✓ 未发现列表中的用语。
precheck-claim = ✗ “{ $quote }”：{ $why }
precheck-instead = ↳ { $instead }
precheck-more = ……还有 { $count } 处。请先修改以上内容，再检查一次。
precheck-no-approval = 这不是批准。检查只查找列表中的用语，并不理解文本：发布的内容由你负责。

## /program

command-program = 现行计划及其变更
    .title = 计划
argument-program-action = 查看，或重新读取文件
    .label = 操作
    .ask = 要做什么？
    .hint = 在你确认之前不会有任何变更。
choice-reload = 重新读取
program-title = <b>{ $name }</b>
    版次 { $version }
program-digest = 编号 { $number }，摘要 <code>{ $digest }</code>
program-by-start = 自{ $since }起生效，由机器人启动时载入。
program-by = 自{ $since }起生效，由 { $name } 确认。
program-reload = 🔄 重新读取文件
program-same = 文件与现行计划相同，摘要 <code>{ $digest }</code>，无需变更。
program-differs = <b>文件有变更。</b>
    <code>{ $from }</code> → <code>{ $to }</code>
program-section = <b>{ $section }</b>
program-changed = { $path }：{ $before } → { $after }
program-added = { $path }：新增，{ $after }
program-removed = { $path }：删除，原为 { $before }
program-more = ……还有 { $count } 项。
program-ask = 目前尚未变更。确认后立即对所有人生效，无需重启。
program-confirm = ✅ 使 { $count } 项变更生效
program-accepted = ✅ 已生效：编号 { $number }，摘要 <code>{ $digest }</code>。如有文本换了新版，同意过旧版的人会收到通知。
program-mistakes = <b>文件有 { $count } 处错误。</b>
program-mistake = • { $problem }
program-kept = 现行计划保持不变。请更正文件后重新读取。
program-start-changed = ⚠️ <b>机器人启动时载入了与之前不同的计划</b>，现已生效：编号 { $number }，摘要 <code>{ $digest }</code>。如果这不是你们要的，请把文件改回去，再用 /program 重新读取。
program-start-kept = ⚠️ <b>机器人启动时载入的计划无法生效。</b>上次接受的计划（编号 { $number }）保持不变。请更正文件后重新读取。

refusal-program-none = 没有现行计划的记录。
    .next = 请重启机器人，它会记录启动时使用的计划。
refusal-program-no-file = 机器人使用自带的计划，没有可读取的文件。
    .next = 请设置 { $setting } 并重启机器人。
refusal-program-file-changed = 在你查看之后文件又有变更，因此未作任何操作。
    .next = 输入 /program，查看文件现在的内容。
refusal-program-moved-on = 在你查看之后已有其他计划生效，因此未作任何操作。
    .next = 输入 /program，查看现在会有哪些变更。
refusal-program-unforeseen = 未作任何更改：{ $problem }。
    .next = 请更正文件。如果文件没有问题，请把机器人的日志发给维护者。
