# 别人发来的文件，以及我们发出的文件。
form-attach = 📎 添加附件
form-attached = 📎 已附上

refusal-file-wanted = 这个问题要用文件回答：{ $types }，不超过 { $max } MB。
    .next = 在 Telegram 上，请把文件发到这个私聊里；在 Discord 上，请点“📎 添加附件”。
refusal-file-unasked = 这个问题要用文字回答，所以没有收下这个文件。
    .next = 请用文字回答，或点其中一个按钮。
refusal-file-type = 不能接收这种类型的文件。
    .next = 请发送其中一种：{ $types }。截图就可以。
refusal-file-too-large = 文件有 { $size } MB，最多只能接收 { $max } MB。
    .next = 请缩小后再发，例如只截取关键的部分。
refusal-file-empty = 文件是空的。
    .next = 请重新发送，或换一个文件。

file-later = ⚠️ 现在取不到文件 { $name }，请过一分钟再点一次。
file-lost = ⚠️ 文件 { $name } 已经不在当初发送的地方了，请对方重新发送。
file-nothing = ⚠️ 文件 { $name } 已经没有内容可放。
file-changed = ⚠️ 文件 { $name } 与第一次查看时不同，因此不予显示，请对方重新发送。
file-no-picture = ⚠️ 文件 { $name } 自称是图片，其实不是，因此不予显示，请对方另发一张。
file-too-large-here = ⚠️ 文件 { $name } 太大，无法发到这里。

verify-file = 📄 以文件形式获取记录
verify-file-sent = 这个红包的公开记录：{ $name }。可以向本机器人的运营方索取小程序 { $tool }，在自己电脑上重算。
refusal-packet-record-open = 红包还没有结束，现在公开记录会泄露其中的秘密。
    .next = 请等它结束后再来。

review-files = 📎 { $count } 个文件
review-files-of = 随申请 { $number } 一起提交：
review-files-gone = 随申请 { $number } 提交的文件已经不在了，请申请人重新发送。
