## Сертификат партнёра и приветствие, с которым он приходит

certificate-heading = Сертификат
certificate-awarded = выдан
certificate-number = Номер партнёра: { $number }
certificate-region = Регион: { $region }
certificate-tier = Уровень: { $tier }
certificate-date = С { $at }
certificate-about = Сертификат партнёра { $number }
certificate-welcome = 🎉 Добро пожаловать! Ваш номер партнёра — { $number }, вот ваш сертификат.
certificate-managers = Вам помогают в вашем регионе: { $names }
certificate-guide = В руководстве рассказано, как создать сообщество.
certificate-open-guide = 📖 Руководство
certificate-sent = Сертификат партнёра { $number }.
membership-certificate = 📜 Сертификат
command-membership-certificate = Ваш сертификат
    .title = Сертификат
