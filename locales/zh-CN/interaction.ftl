## 所有命令共用：表单、拒绝、出错时的话。

form-literal = { $value }
form-cancel = ↩ 取消
form-cancelled = 已取消，什么都没有改动。
form-type = ✏️ 手动输入
form-in-private = 🔒 到私聊里填写
form-more = ⚙️ 更多选项
form-adjust = { $name }
form-adjust-to = { $name }：{ $value }
form-mistake = • <b>{ $field }</b>：{ $why }{ $next }
form-private = 这是你我之间的事，其他人看不到你的回答。
form-progress = 第 { $number } 题，共 { $total } 题
form-current = 你目前的回答：{ $value }
form-cut = 有一段文字超出了输入框的长度，这里只显示开头部分。
form-chosen = ☑ { $value }
form-unchosen = ☐ { $value }
form-back = ◀ 返回
form-go-on = 继续 ▶
form-skip = 跳过 ▶
form-later = 💾 稍后再填
form-kept = 已保存。输入 /{ $command } 继续。
form-review = <b>你的回答</b>
form-review-line = <b>{ $label }</b>：{ $value }
form-review-more = · { $value }
form-edit = ✏️ { $name }
form-send = ✅ 提交
form-list = { $list }
form-skipped = —
nobody-asked = 在这里我只听得懂命令。发送 /help 看看你能做什么。
answer-aside = 你 { $at } 在“{ $title }”里问了这个。回复只给你一个人看，所以发到这里。
answer-late = 这是你 { $at } 的提问。
answer-missed = 在此之前你输入太快，有 { $count } 条命令没有执行。
receipt-again = 怕你没收到，再发一次（{ $code }）。没有任何操作被重复执行。
mistake = 我们这边出了点问题，没有任何改动。如果再次发生，请把这个编号告诉工作人员：<code>{ $reference }</code>
outage = 暂时连不上账本，没有任何改动。请一分钟后再试。
outage-unknown = 写入账本时连接中断，无法确定这一步是否完成。再试之前，请先查看 /wallet。

choice-yes = 是
choice-no = 否

refusal-anonymous = 你正以匿名管理员或频道的身份发言，我没法知道你是谁。
    .next = 请在管理员权限里关闭“保持匿名”，或用自己的账号发送。
refusal-button-unknown = 这个按钮已经过时，或不属于这里。
    .next = 请重新输入命令，获取新的按钮。
refusal-command-unknown = 我不认识命令“{ $typed }”。
    .next = 发送 /help 查看你在这里能用的命令。
refusal-cooldown = 你刚刚用过 /{ $command }。
    .next = 请等 { $wait } 再试。
refusal-too-fast = { $command ->
    [none] 操作太快了，这次没有执行。
   *[other] 操作太快了，/{ $command } 没有执行。
}
    .next = 请在 { $wait } 后再试。
refusal-form-gone = 这个表单已经完成、取消或过期。
    .next = 请重新输入命令。
refusal-form-of-another = 这是别人的表单。
    .next = 请自己输入命令来填写。
refusal-press-instead = 这一步请用按钮选择，你输入的内容没有被采用。
    .next = 请按下面的某个按钮，或发送 /cancel。
refusal-question-left = 提问之后这里又显示了别的内容，因此你输入的内容没有被采用。
    .next = 问题再显示一次，如下。
refusal-form-moved-on = 这个按钮属于前面的步骤。
    .next = 现在到这一步了。
refusal-form-went-on = 打开那个窗口之后，表单已有新的进展。
    .next = 还没有答案的地方，已采用你输入的内容。
refusal-form-outdated = 在显示这些内容之后，计划有了改动，因此没有执行任何操作。
    .next = 下面是现在的情况。请看过后再决定一次。
refusal-preview-overtaken = 在显示这些内容之后，情况有了变化，因此没有执行任何操作。
    .next = 下面是现在的情况。请看过后再决定一次。
refusal-form-elsewhere = 这个表单是在另一个平台的“{ $title }”里开始的。
    .next = 请到那里填完，或在这里重新输入命令。
refusal-only-in-group = /{ $command } 要在群里用。
    .next = 请到有我的群里发送。
refusal-only-in-private = /{ $command } 只能在和我的私聊里用。
    .next = 请打开和我的私聊再发送。
refusal-only-moderators = 只有本群管理员可以这样做。
    .next = 请找一位群管理员。
refusal-only-roles = 只有具备相应权限的计划工作人员可以这样做。
    .next = 如果你认为自己应有此权限，请联系计划负责人。
refusal-chat-unknown = 我没在那个群里见过你，或者我已经不在群里了。
    .next = 请先在那个群里发送任意命令，再回来选择。
refusal-chat-outsider = 你已经不在那个群里了，所以我不会替你在那里发消息。
    .next = 请重新加入，或换一个群。
refusal-chat-unsure = 暂时查不到你是否还在那个群里。
    .next = 请一分钟后再试，或直接在那个群里发送命令。
refusal-person-unknown = 我还没见过“{ $typed }”。
    .next = 请对方先给我发一次 /start，然后再试。
refusal-person-malformed = 从“{ $typed }”看不出是哪个人。
    .next = 请写 #7、telegram:123456789、discord:123456789012345678，或在 Discord 上 @ 对方。
refusal-person-uncalled = 这里没有人的完整名字是“{ $typed }”。
    .next = 请写出所显示的完整名字、#7、telegram:123456789、discord:123456789012345678，或在 Discord 上 @ 对方。
refusal-person-several = 有多人叫“{ $typed }”：{ $numbers }{ $more ->
    [yes] {" 等"}。
   *[no] {"。"}
}
    .next = 请输入你所指的人的编号，带上 #。

refusal-words-left-over = 我不明白“{ $typed }”是什么意思。
    .next = 去掉它，或只发送命令，我会一步步问你。
refusal-option-unknown = 没有“{ $typed }”这个选项，所以什么都没做。
    .next = 可以写：{ $names }。如果它是你要说的话，请加上引号。
refusal-words-empty = 里面什么都没有。
    .next = 请写几个字。
refusal-words-too-long = 太长了：{ $length } 个字符，最多 { $max } 个。
    .next = 请写短一点。
refusal-words-too-short = 太短了：{ $length } 字，至少要 { $min } 字。
    .next = 再多写一点。
refusal-email-lines = 邮箱地址只能有一行。
    .next = 只写地址，例如 name@example.com。
refusal-email-malformed = “{ $typed }”不是邮箱地址。
    .next = 请写成 name@example.com 这样。
refusal-digits-malformed = “{ $typed }”格式不对。
    .next = 只写数字，{ $min } 到 { $max } 位。
refusal-lines-too-many = 太多了：{ $count } 行，最多 { $max } 行。
    .next = 留下最大的几个。
refusal-line-nameless = “{ $typed }”看不出是哪个账号或社区。
    .next = 先写链接或名称，再写人数。
refusal-count-not-a-number = “{ $typed }”不是整数。
    .next = 请只写数字，例如 { $example }。
refusal-people-malformed = “{ $typed }”不是人数。
    .next = 请按页面上显示的写，例如 12500 或 1.25万。
refusal-count-out-of-range = { $typed } 超出范围。
    .next = 请选 { $min } 到 { $max } 之间的数。
refusal-choice-unknown = “{ $typed }”不在选项里。
    .next = { $choices ->
        [none] 请用按钮选择。
       *[other] 请从这些里选一个：{ $choices }。
    }
refusal-code-malformed = “{ $typed }”不是我们的编号。
    .next = 请从给出编号的那条消息里复制。
refusal-role-malformed = “{ $typed }”不是 Discord 身份组的 ID。
    .next = 请在 Discord 里（开发者模式）复制身份组 ID，一长串数字，或直接提及该身份组。
refusal-span-malformed = “{ $typed }”不是一段时长。
    .next = 请写数字加 s、m、h 或 d（秒、分、时、天），例如 30m 或 24h。
refusal-span-out-of-range = “{ $typed }”太短或太长。
    .next = 请选 { $min } 到 { $max } 之间。

refusal-amount-empty = 没有写金额。
    .next = 请写一个，例如 { $example }。
refusal-amount-comma = 我拿不准“{ $typed }”是多少：逗号有两种读法。
    .next = 小数请用点，不要加千位分隔符，例如 { $example }。
refusal-amount-not-positive = 金额必须大于零。
    .next = 请写一个，例如 { $example }。
refusal-amount-not-a-number = “{ $typed }”不是金额。
    .next = 请只写数字，最多一个小数点，例如 { $example }。
refusal-amount-too-precise = { $asset } 最多 { $places } 位小数。
    .next = 请减少小数位，例如 { $example }。
refusal-amount-too-large = 这个金额超出了我们能处理的上限。
    .next = 请写小一点，例如 { $example }。
