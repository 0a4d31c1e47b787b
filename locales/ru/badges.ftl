## Что платформы показывают о партнёрах: роли серверов Discord, метки групп Telegram

badge-refused-discord = ⚠️ Не удалось изменить роль партнёра <code>{ $badge }</code> на сервере Discord <code>{ $place }</code>.
badge-refused-telegram = ⚠️ Не удалось изменить метку партнёра в группе Telegram <code>{ $place }</code>.
badge-why-discord-no-right = У меня там нет права «Управлять ролями». Дайте его моей роли в настройках сервера.
badge-why-discord-above = Эта роль стоит выше моей. Поднимите мою роль над ней в списке ролей сервера.
badge-why-discord-unknown = Такой роли больше нет. Исправьте <code>{ $section }</code> в файле программы.
badge-why-discord-away = Меня нет на этом сервере. Добавьте меня или уберите его из <code>{ $section }</code> в файле программы.
badge-why-discord-unable = Эту роль нельзя выдать вручную: она принадлежит интеграции или есть у всех. Укажите другую в <code>{ $section }</code>.
badge-why-telegram-no-right = Я там не администратор, или у меня нет права управлять метками. Дайте его мне в настройках группы.
badge-why-telegram-above = Этот участник стоит там выше меня.
badge-why-telegram-unknown = Такой метки нет.
badge-why-telegram-away = Меня нет в этой группе. Добавьте меня или уберите её из <code>{ $section }</code> в файле программы.
badge-why-telegram-unable = Эта группа или этот сервер Telegram не умеет показывать метку. Нужны супергруппа и сервер не старше версии 9.5.
badge-refused-next = Больше ничего это не касается. Я пробую снова каждый час.
choice-badge = знаки партнёров
