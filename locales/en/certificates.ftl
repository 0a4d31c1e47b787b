## The certificate of a partner, and the welcome that it comes with

certificate-heading = Certificate
certificate-awarded = awarded to
certificate-number = Partner number { $number }
certificate-region = Region: { $region }
certificate-tier = Tier: { $tier }
certificate-date = Since { $at }
certificate-about = The certificate of partner { $number }
certificate-welcome = 🎉 Welcome, partner { $number }! This is your certificate.
certificate-managers = Who helps you in your region: { $names }
certificate-guide = The guide shows how to build a community.
certificate-open-guide = 📖 Guide
certificate-sent = The certificate of partner { $number }.
membership-certificate = 📜 Certificate
command-membership-certificate = Your certificate
    .title = Certificate
