# 邮件：发出的内容，以及聊天里对它的说明。
letter-subject = 你的申请 { $number }
letter-received = ✅ 已收到你的申请。
letter-foot = 如需回复，请在提交申请的聊天里写给机器人；用 /status 可以查看申请进度。发到这个邮箱的邮件没有人看。
letter-sent = ✉️ 相关邮件已于{ $at }发出。
letter-waits = ✉️ 相关邮件正在发送中。
letter-not-sent = ✉️ 相关邮件未能送达，邮件内容都在这里。
letter-unsure = ✉️ 相关邮件已发出，但不确定是否送达。
letter-most = ✉️ 这次没有发邮件：最近发往该邮箱的邮件较多，而且没有人证实它属于谁。所有内容这里都会告诉你。
letter-refused = ✉️ 你的邮箱服务器拒收了我们的邮件：申请中填写的地址可能有误。
letter-given-up = ✉️ 发往你邮箱的邮件未能送达。
letter-dead-next = 你没有错过什么：邮件的内容都在这个聊天里，用 /status 可以再看一遍。
