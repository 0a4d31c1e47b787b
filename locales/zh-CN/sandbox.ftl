### 沙盒聊天页面。

sandbox-title = 社区合伙人：沙盒
sandbox-name = 社区合伙人沙盒
sandbox-play-money = 这里的钱是演示用的，不是真钱。
sandbox-language = 页面语言
sandbox-platforms = 平台
sandbox-lost = 无法连接沙盒，正在重试…
sandbox-theme-auto = 颜色跟随系统
sandbox-theme-light = 浅色
sandbox-theme-dark = 深色

## 机器人进程

sandbox-bot = 机器人
sandbox-bot-running = 机器人运行中
sandbox-bot-stopped = 机器人正在重启
sandbox-bot-running-since = 启动于
sandbox-bot-stopped-since = 停止于
sandbox-bot-restarts = { $count ->
    [0] 还没有重启过。
   *[other] 已重启 { $count } 次。
}
sandbox-bot-kill-why = 立即结束进程，就像突然断电。它会自动重新启动，任何付款都不能丢失，也不能重复。
sandbox-bot-kill = 结束机器人

## 人物

sandbox-acting-as = 当前身份：{ $name }。点击切换
sandbox-acting-as-title = 选择身份
sandbox-part-owner = 所有者
sandbox-part-finance = 财务
sandbox-part-moderator = 管理员
sandbox-part-partner = 合伙人
sandbox-part-member = 成员
sandbox-crowd-number = 人群中的任意一位，编号
sandbox-crowd-be = 扮演此人

## 聊天与消息

sandbox-rooms = 聊天列表
sandbox-room-menu = 群组选项
sandbox-join = 加入 { $group }
sandbox-leave = 退出 { $group }
sandbox-members = { $count } 位成员
sandbox-unread = 条未读
sandbox-messages = 消息
sandbox-empty = 还没有消息
sandbox-to-end = 跳到最新消息
sandbox-message-from = { $name } 的消息
sandbox-reply-to = 回复 { $name }
sandbox-reply-cancel = 取消回复
sandbox-edited = 已编辑
sandbox-picture = 图片
sandbox-spoiler = 隐藏的文字，点击显示
sandbox-quote-more = 展开
sandbox-quote-less = 收起
sandbox-unknown = 未知
sandbox-service-joined = { $name } 加入了群组
sandbox-service-left = { $name } 退出了群组
sandbox-service-pinned = { $name } 置顶了一条消息
sandbox-service-title = { $name } 将群组改名为“{ $title }”
sandbox-service-migrated = 群组已升级为超级群组
sandbox-service-topic = 已创建话题“{ $title }”
sandbox-service-created = { $name } 创建了群组

## 输入与点击

sandbox-send = 发送
sandbox-commands = 命令
sandbox-select = 请选择…
sandbox-done = 完成
sandbox-ok = 好
sandbox-close = 关闭
sandbox-cancel = 取消
sandbox-alert = 机器人的提示
sandbox-waiting = 正在等待机器人
sandbox-option-true = 是
sandbox-option-false = 否
sandbox-note-copied = 已复制
sandbox-note-not-here = 沙盒不支持这种按钮
sandbox-note-impossible = 平台不允许此人这样做
sandbox-note-unreachable = 沙盒没有响应
sandbox-note-timeout-telegram = 机器人没有回应这次点击
sandbox-note-timeout-discord = 机器人没有及时回应

## 与 Telegram 应用一致

sandbox-telegram-bot = 机器人
sandbox-telegram-menu = 菜单
sandbox-telegram-type = 输入消息
sandbox-telegram-only-you = 仅你可见

## 与 Discord 应用一致

sandbox-discord-app = 应用
sandbox-discord-used = 使用了
sandbox-discord-used-some = 使用了命令
sandbox-discord-type = 发消息到 { $room }
sandbox-discord-only-you = 只有你能看到
sandbox-discord-dismiss = 忽略消息
sandbox-discord-edited = （已编辑）
sandbox-discord-thinking = { $name } 正在思考…
sandbox-discord-failed = 此交互失败
sandbox-discord-modal-failed = 出了点问题，请重试。
sandbox-discord-submit = 提交
sandbox-discord-more-options = + { $count } 个可选项

## 机器人做了什么

sandbox-rail = 机器人刚刚做了什么
sandbox-rail-empty = 还没有调用
sandbox-rail-count = { $count } 次调用
sandbox-call-refused = 被拒绝

## 风暴

sandbox-storm-chip = 让人群来点
sandbox-storm-title = 风暴
sandbox-storm-about = 人群同时点击这个按钮。看看谁领到了份额，有没有人被重复付款。
sandbox-storm-people = 多少人
sandbox-storm-button = 哪个按钮
sandbox-storm-other = 另一个平台也参加
sandbox-storm-alone = 只在这里
sandbox-storm-twice = 每人点两次
sandbox-storm-start = 让 { $count } 人来点
sandbox-storm-panel = 风暴
sandbox-storm-running = { $count } 人正在点击
sandbox-storm-done = { $count } 人已点击
sandbox-storm-cancelled = 已停止
sandbox-storm-stop = 停止
sandbox-storm-progress = 已完成的点击
sandbox-storm-pressed = 点击
sandbox-storm-answered = 已回应
sandbox-storm-unanswered = 无回应
sandbox-storm-impossible = 未放行
sandbox-storm-p50 = 半数用时
sandbox-storm-p99 = 99% 用时
sandbox-storm-slowest = 最慢
sandbox-storm-rate = 每秒
sandbox-storm-chart = 各时段完成的点击，最高每秒 { $count } 次
sandbox-storm-peak = 峰值 { $count }/秒
sandbox-storm-seconds = { $value } 秒
sandbox-milliseconds = { $value } 毫秒
sandbox-told = 人们得到的回答
sandbox-told-count = 次数
sandbox-told-more = 另有 { $count } 个其他回答
sandbox-kind-toast = 浮动提示
sandbox-kind-alert = 弹窗
sandbox-kind-private = 仅本人
sandbox-kind-public = 回复
sandbox-kind-update = 更新
sandbox-kind-modal = 表单
sandbox-kind-silent = 静默
sandbox-kind-timeout = 无回应
sandbox-kind-impossible = 未放行

## 第一分钟

sandbox-tour = 你的第一分钟
sandbox-tour-steps = 步骤
sandbox-tour-again = 新手引导
sandbox-tour-leave = 关闭引导
sandbox-tour-fill = 以 { $name } 的身份：
sandbox-tour-be = 扮演 { $name }
sandbox-tour-drop = 发一个红包
sandbox-tour-drop-text = 林梅（Mei）是 Telegram 群 Moon Traders 的管理员。按钮会填好她的命令：50 USDT，分 20 份。然后发送。
sandbox-tour-claim = 领一份
sandbox-tour-claim-text = 切换成 Ana，点击红包下面的按钮。领到多少只有她自己看得到。
sandbox-tour-discord = 在 Discord 上再来一次
sandbox-tour-discord-text = 以 Mei 的身份用斜杠命令发红包，再切换成 Kofi 点击按钮。
sandbox-tour-storm = 来一场风暴
sandbox-tour-storm-text = 点击红包下面的“让人群来点”，放 1,000 人进来。看看谁领到了钱，中途也可以结束机器人试试。
sandbox-tour-verify = 验证抽取结果
sandbox-tour-verify-text = 点击已领完的红包下面的 🔍：种子已经公布，任何人都能重新算出每一份。
sandbox-tour-done = 第一分钟到此结束
sandbox-tour-done-text = 随便看看：用任何身份发送 /help，就知道能做什么。可以试试 /wallet、口令红包、定额红包，或者结束机器人。
