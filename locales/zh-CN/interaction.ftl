## 所有命令共用：表单、拒绝、出错时的话。

form-literal = { $value }
form-cancel = ✖ 取消
form-cancelled = 已取消，什么都没有改动。
form-type = ✏️ 手动输入
form-in-private = 🔒 到私聊里填写
form-more = ⚙️ 更多选项
form-adjust = { $name }
form-adjust-to = { $name }：{ $value }
nobody-asked = 在这里我只听得懂命令。发送 /help 看看你能做什么。
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
refusal-too-fast = 操作太快了。
    .next = 请等 { $wait } 再试。
refusal-form-gone = 这个表单已经完成、取消或过期。
    .next = 请重新输入命令，从头填写。
refusal-form-of-another = 这是别人的表单。
    .next = 请自己输入命令来填写。
refusal-form-moved-on = 这个按钮属于前面的步骤。
    .next = 现在到这一步了。
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
refusal-person-unknown = 我还没见过“{ $typed }”。
    .next = 请对方先给我发一次 /start，然后再试。
refusal-person-malformed = 从“{ $typed }”看不出是哪个人。
    .next = 请写 telegram:123456789、discord:123456789012345678，或在 Discord 上 @ 对方。

refusal-words-left-over = 我不明白“{ $typed }”是什么意思。
    .next = 去掉它，或只发送命令，我会一步步问你。
refusal-words-empty = 里面什么都没有。
    .next = 请写几个字。
refusal-words-too-long = 太长了：{ $length } 个字符，最多 { $max } 个。
    .next = 请写短一点。
refusal-count-not-a-number = “{ $typed }”不是整数。
    .next = 请只写数字，例如 { $min }。
refusal-count-out-of-range = { $typed } 超出范围。
    .next = 请选 { $min } 到 { $max } 之间的数。
refusal-choice-unknown = “{ $typed }”不在选项里。
    .next = { $choices ->
        [none] 请用按钮选择。
       *[other] 请从这些里选一个：{ $choices }。
    }
refusal-code-malformed = “{ $typed }”不是我们的编号。
    .next = 请从给出编号的那条消息里复制。
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
