### 只有 Telegram 适配器会说的话。

# 群里的问题下方：按钮占了位置，无法弹出回复框。
telegram-reply-here = 请回复这条消息作答。
# 群里本人消息的下方：答案不能只给他一个人看。
telegram-private-hint = 这条回复只给你一个人看。两天内打开和我的私聊，它就会自动发给你，请不要重复发送命令。
telegram-open-private = 打开私聊
# 被截断的提示末尾，应用随后打开私聊。最多 80 个字符。
telegram-toast-private = 其余内容请到私聊里查看。
telegram-not-here = 这个按钮在这里不能用。
