## 合作伙伴证书，以及随证书送上的欢迎词

certificate-heading = 证书
certificate-awarded = 兹授予
certificate-number = 合作伙伴编号 { $number }
certificate-region = 地区：{ $region }
certificate-tier = 等级：{ $tier }
certificate-date = 始于 { $at }
certificate-about = 合作伙伴 { $number } 的证书
certificate-welcome = 🎉 欢迎你，合作伙伴 { $number }！这是你的证书。
certificate-managers = 你所在地区为你提供帮助的人：{ $names }
certificate-guide = 指南会告诉你如何建设社区。
certificate-open-guide = 📖 指南
certificate-sent = 合作伙伴 { $number } 的证书。
membership-certificate = 📜 证书
command-membership-certificate = 你的证书
    .title = 证书
