### Страница песочницы.

sandbox-title = Партнёры сообщества: песочница
sandbox-name = Песочница партнёров сообщества
sandbox-play-money = Деньги игрушечные, не настоящие.
sandbox-language = Язык страницы
sandbox-skip = Перейти к чатам
sandbox-front = Части страницы
sandbox-front-rail = События
sandbox-front-faults = Сбои
sandbox-side = За кулисами
sandbox-side-rail = Что произошло
sandbox-side-faults = Сбои
sandbox-page-menu = Язык и цвета
sandbox-theme = Цвета
sandbox-lost = Песочница недоступна. Пробуем снова…
sandbox-theme-auto = Как в системе
sandbox-theme-light = Светлые
sandbox-theme-dark = Тёмные

## Процесс бота

sandbox-bot = Бот
sandbox-bot-running = Бот работает
sandbox-bot-waiting = Бот работает, ждёт платформу
sandbox-bot-stopped = Бот запускается
sandbox-bot-running-since = Запущен
sandbox-bot-waiting-since = Запущен
sandbox-bot-stopped-since = Остановлен
sandbox-bot-waiting-why = Одна из платформ его ещё не впустила: посмотрите, какие сбои включены.
sandbox-bot-restarts = { $count ->
    [0] Ещё не перезапускался.
    [one] Перезапускался { $count } раз.
    [few] Перезапускался { $count } раза.
    [many] Перезапускался { $count } раз.
   *[other] Перезапускался { $count } раз.
}
sandbox-bot-kill-why = Обрывает процесс сразу, как при отключении питания. Он запустится сам, и ни одна выплата не должна потеряться или пройти дважды.
sandbox-bot-kill = Оборвать процесс бота

## Люди

sandbox-acting-as = Вы — { $name }. Сменить человека
sandbox-acting-as-title = От чьего имени
sandbox-unread-others = { $count ->
    [one] { $count } непрочитанное сообщение для других
    [few] { $count } непрочитанных сообщения для других
    [many] { $count } непрочитанных сообщений для других
   *[other] { $count } непрочитанных сообщений для других
}
sandbox-role-admin = администратор
sandbox-role-finance_maker = финансы: запрашивает
sandbox-role-finance_checker = финансы: решает
sandbox-role-risk_officer = риск-менеджер
sandbox-role-reviewer = рассматривает заявки
sandbox-role-regional_manager = региональный менеджер
sandbox-role-auditor = аудитор
sandbox-role-partner = роль партнёра
sandbox-role-none = участник
sandbox-crowd-number = Любой из толпы, номер
sandbox-crowd-be = Выбрать

## Чаты и сообщения

sandbox-rooms = Чаты
sandbox-room-menu = Действия с чатом
sandbox-join = Вступить в { $group }
sandbox-bring = В какую группу добавить бота?
sandbox-members = { $count ->
    [one] { $count } участник
    [few] { $count } участника
    [many] { $count } участников
   *[other] { $count } участников
}
sandbox-unread = непрочитанных
sandbox-messages = Сообщения
sandbox-empty = Здесь пока нет сообщений
sandbox-to-end = К последнему сообщению
sandbox-message-from = Сообщение, { $name }
sandbox-to-composer = Перейти к вводу
sandbox-reply-to = Ответить: { $name }
sandbox-reply-cancel = Не отвечать
sandbox-edited = изменено
sandbox-picture = Картинка
sandbox-document = Документ
sandbox-attach = Приложить файл
sandbox-attach-not = Убрать файл
sandbox-spoiler = Скрытый текст. Нажмите, чтобы показать
sandbox-quote-more = Показать ещё
sandbox-quote-less = Свернуть
sandbox-unknown = неизвестно
sandbox-service-joined = Теперь в группе: { $name }
sandbox-service-left = Больше не в группе: { $name }
sandbox-service-pinned = { $name }: сообщение закреплено
sandbox-service-title = { $name }: новое название группы — «{ $title }»
sandbox-service-migrated = Группа стала супергруппой
sandbox-service-topic = Создана тема «{ $title }»
sandbox-service-created = { $name }: группа создана

## Ввод и нажатия

sandbox-send = Отправить
sandbox-commands = Команды
sandbox-select = Выберите…
sandbox-done = Готово
sandbox-ok = ОК
sandbox-fold = Свернуть
sandbox-unfold = Развернуть
sandbox-close = Закрыть
sandbox-cancel = Отмена
sandbox-alert = Сообщение от бота
sandbox-waiting = Ждём ответа бота
sandbox-option-true = Да
sandbox-option-false = Нет
sandbox-note-copied = Скопировано
sandbox-note-not-here = Такие кнопки в песочнице не работают
sandbox-note-impossible = Платформа не позволяет этому человеку так сделать
sandbox-note-denied = Не получилось
sandbox-note-timeout-telegram = Бот не ответил на это нажатие
sandbox-note-timeout-discord = Бот не ответил вовремя

## Как в приложениях Telegram

sandbox-telegram-bot = бот
sandbox-telegram-menu = Меню
sandbox-telegram-type = Сообщение
sandbox-telegram-only-you = Видите только вы

## Как в приложениях Discord

sandbox-discord-app = ПРИЛОЖЕНИЕ
sandbox-discord-used = использует
sandbox-discord-used-some = использует команду
sandbox-discord-type = Написать в { $room }
sandbox-discord-only-you = Это видно только вам
sandbox-discord-dismiss = Убрать сообщение
sandbox-discord-edited = (изменено)
sandbox-discord-thinking = { $name } думает…
sandbox-discord-failed = Ошибка взаимодействия
sandbox-discord-modal-failed = Что-то пошло не так. Попробуйте ещё раз.
sandbox-discord-submit = Отправить
sandbox-discord-no-option = Такого параметра нет: { $words }
sandbox-discord-more-options = + ещё { $count }

## Что делает бот

sandbox-rail-empty = Пока ничего. Отправьте конверт или нажмите кнопку, и здесь будет написано, что из этого вышло.
sandbox-rail-older = { $count ->
    [one] Показать ещё { $count } прежнюю запись
    [few] Показать ещё { $count } прежние записи
    [many] Показать ещё { $count } прежних записей
   *[other] Показать ещё { $count } прежние записи
}
sandbox-rail-new = { $count ->
    [one] { $count } новая запись
    [few] { $count } новые записи
    [many] { $count } новых записей
   *[other] { $count } новой записи
}
sandbox-rail-presses = Нажатий { $presses }: с ответом { $answered } · без ответа { $unanswered } · не пропущено { $turnedAway } · в ожидании { $waiting }
sandbox-rail-deliveries = { $count ->
    [one] Платформа доставила это { $count } раз, а сделано это один раз.
    [few] Платформа доставила это { $count } раза, а сделано это один раз.
    [many] Платформа доставила это { $count } раз, а сделано это один раз.
   *[other] Платформа доставила это { $count } раза, а сделано это один раз.
}
sandbox-rail-too-fast = { $name } пишет слишком часто, и об этом один раз уже сказано. Больше бот не ответит, пока не станет спокойнее.
sandbox-struck-late = До бота это дошло с опозданием в { $seconds } с.
sandbox-struck-behind = Оно ждало за более ранним из того же чата, которое было задержано.
sandbox-struck-overtaken = Оно было задержано, и что-то из другого чата дошло до бота раньше.
sandbox-struck-not-overtaken = Оно было задержано на 1 с, чтобы его обогнали, но из других чатов ничего не пришло.
sandbox-answer-due-group = { $name } ждёт ответа: группа в Telegram принимает 20 сообщений в минуту, и не все они для ответов.
sandbox-answer-due = { $name } ждёт ответа: он ещё не отправлен.
sandbox-lost-later = Сразу ответа никто не увидел; { $name } узнаёт об этом из сообщения позже.
sandbox-lost-trying = Ответа никто не увидел. Бот всё ещё пытается сообщить об этом сообщением ({ $name }).
sandbox-lost-waits = Ответа никто не увидел. Он сохранён и придёт, как только { $name } откроет личный чат.
sandbox-lost-given-up = Ответа никто не увидел, и сообщение ({ $name }) тоже не дошло.
sandbox-lost-lost = Ответа никто не увидел.
sandbox-lost-because = Не удалось:
sandbox-rail-seen = На экране у { $name }:
sandbox-rail-ledger = Строки бухгалтерской книги
sandbox-rail-to = кому:
sandbox-rail-by-time = совпало по времени
sandbox-rail-messages = Вызванные этим сообщения
sandbox-rail-facts = Что изменилось
# What changed, from record.ftl: “dropped a red packet”.
sandbox-by-bot = Бот: { $what }
sandbox-outgoing-queued = { $name }: ждёт отправки
sandbox-outgoing-leased = { $name }: отправляется
sandbox-outgoing-sent = { $name }: отправлено
sandbox-outgoing-unknown = { $name }: неизвестно, дошло ли
sandbox-outgoing-dead = { $name }: отправить не удалось
sandbox-rail-only-for = видит только { $name }
sandbox-rail-more = и ещё { $count }
sandbox-rail-strange = Отправлено то, чего платформа не знает: { $what }
sandbox-strange-field = { $method }: неизвестное поле { $field }
sandbox-strange-type = { $method }: { $field } не имеет типа { $type }
sandbox-rail-raw = Исходные данные
sandbox-rail-raw-of = Исходные данные: { $name }, { $words }
sandbox-rail-raw-gone = Исходные данные больше не хранятся.
sandbox-rail-calls = { $count ->
    [one] { $count } вызов
    [few] { $count } вызова
    [many] { $count } вызовов
   *[other] { $count } вызова
}
sandbox-rail-api = Вызовы бота
sandbox-rail-update = Что получил бот
sandbox-rail-call = Что бот об этом помнит
sandbox-rail-rest = Книга, журнал событий и исходящие
sandbox-switched-killed = Процесс бота оборван
sandbox-switched-way = Обновления из { $platform } приходят иначе: { $way }
sandbox-switched-away = Бот запускается снова.
sandbox-switched-back = Бот снова работает через { $seconds } с.
sandbox-sent-picture = отправляет картинку
sandbox-sent-document = отправляет документ
sandbox-did-say = пишет
sandbox-did-command = использует
sandbox-did-press = нажимает
sandbox-did-submit = отправляет форму
sandbox-did-open = открывает ссылку
sandbox-did-join = входит в группу
sandbox-did-leave = выходит из группы
sandbox-did-bring = приводит бота в группу
sandbox-did-let-in = добавляет бота
sandbox-did-show-out = убирает бота
sandbox-did-promote-bot = делает бота администратором
sandbox-did-demote-bot = делает бота обычным участником
sandbox-did-become-admin = становится администратором
sandbox-did-cease-admin = больше не администратор
sandbox-did-mute = разрешает писать только администраторам
sandbox-did-unmute = снова разрешает писать всем
sandbox-did-upgrade = делает группу супергруппой
sandbox-did-close-topic = закрывает тему
sandbox-did-open-topic = снова открывает тему
sandbox-did-block = блокирует бота
sandbox-did-unblock = разблокирует бота
sandbox-did-delete-account = удаляет свой аккаунт
sandbox-did-restore-account = возвращает свой аккаунт
sandbox-did-burst = { $people ->
    [one] { $people } человек, нажатий: { $presses }.
    [few] { $people } человека, нажатий: { $presses }.
    [many] { $people } человек, нажатий: { $presses }.
   *[other] { $people } человека, нажатий: { $presses }.
}
sandbox-result-waiting = в работе
sandbox-result-done = сделано
sandbox-result-refused = отказано
sandbox-result-form = нужно уточнить
sandbox-result-too-fast = слишком часто
sandbox-result-silent = нечего сказать
sandbox-result-unheard = не для бота
sandbox-result-unanswered = нет ответа
sandbox-result-impossible = не пропущено
sandbox-message-message = Отправлено
sandbox-message-edit = Изменено
sandbox-message-delete = Удалено
sandbox-transfer-packet-fund = вложено в конверт
sandbox-transfer-packet-claim = доля выплачена
sandbox-transfer-packet-return = возвращено
sandbox-owner-member = участник
sandbox-owner-chat = группа
sandbox-owner-packet = конверт
sandbox-owner-campaign = кампания
sandbox-owner-treasury = казна
sandbox-owner-payouts = выводы
sandbox-owner-fees = комиссии
sandbox-owner-rounding = округление
sandbox-owner-clawback = взыскания
sandbox-owner-application = заявка
sandbox-owner-packet-request = запрос
sandbox-owner-account = учётная запись
sandbox-owner-case = дело
sandbox-owner-partner = партнёр
sandbox-owner-report = жалоба
sandbox-owner-programme = программа
sandbox-phase-pending = отложено
sandbox-phase-post = проведено
sandbox-phase-void = отменено
sandbox-state-draft = ещё не отправлена
sandbox-state-submitted = отправлена
sandbox-state-screening = проверяется
sandbox-state-queued = ждёт рассмотрения
sandbox-state-in_review = на рассмотрении
sandbox-state-interview = назначен разговор
sandbox-state-needs_info = ждёт ответа заявителя
sandbox-state-approved = одобрена
sandbox-state-rejected = отклонена
sandbox-state-withdrawn = отозвана
sandbox-state-expired = закрыта: никто её не продолжил

## Что ломается нарочно

sandbox-transport = Как обновления приходят к боту
sandbox-transport-about = При смене бот спокойно завершится и запустится с другими настройками.
sandbox-bot-listens = Сам бот слушает на
sandbox-transport-switching = Бот запускается снова…
sandbox-transport-problem = Не получилось. Всё осталось как было.
sandbox-way-polling = Долгий опрос
sandbox-way-polling-about = Бот сам спрашивает Telegram об обновлениях.
sandbox-way-webhook = Вебхук
sandbox-way-webhook-about = Telegram вызывает бота и повторяет, если не вышло.
sandbox-way-gateway = Шлюз
sandbox-way-gateway-about = Одно соединение, открытое всё время.
sandbox-way-http = HTTP-взаимодействия
sandbox-way-http-about = Discord вызывает бота и подписывает каждый вызов.
sandbox-faults = Сбои
sandbox-faults-on = Включено: { $count }
sandbox-faults-of = Сбои в { $platform }
sandbox-faults-off = Всё выключить
sandbox-faults-about = То, что сети и платформы творят в плохой день, нарочно. Что бы ни было включено, деньги не должны потеряться или уйти дважды.
sandbox-fault-struck = { $count ->
    [one] Сработал { $count } раз
    [few] Сработал { $count } раза
    [many] Сработал { $count } раз
   *[other] Сработал { $count } раза
}
sandbox-fault-waits-beat = Ждёт следующего сигнала бота: он приходит раз в 41 с.
sandbox-fault-waits-line = Ждёт, пока бот подключится к шлюзу.
sandbox-fault-poll = Так бот спрашивает о новостях. Он спросит снова, ничего не потеряется.
sandbox-fault-poll-held = Так бот спрашивает о новостях: { $seconds } с до него не доходило ничего из того, что делали люди, а потом пришло всё сразу.
sandbox-session-away = Бот ещё не вернулся.
sandbox-session-resumed = { $count ->
    [0] Бот вернулся через { $seconds } с и продолжил с того же места. Ничего не потеряно.
    [one] Бот вернулся через { $seconds } с и продолжил с того же места: повторно отправлено { $count } событие. Ничего не потеряно.
    [few] Бот вернулся через { $seconds } с и продолжил с того же места: повторно отправлено { $count } события. Ничего не потеряно.
    [many] Бот вернулся через { $seconds } с и продолжил с того же места: повторно отправлено { $count } событий. Ничего не потеряно.
   *[other] Бот вернулся через { $seconds } с и продолжил с того же места: повторно отправлено { $count } события. Ничего не потеряно.
}
sandbox-session-begun = { $count ->
    [0] Бот вернулся через { $seconds } с с новым сеансом. За это время ничего не отправлялось, так что ничего не потеряно.
    [one] Бот вернулся через { $seconds } с с новым сеансом. За это время отправлено и потеряно { $count } событие.
    [few] Бот вернулся через { $seconds } с с новым сеансом. За это время отправлено и потеряно { $count } события.
    [many] Бот вернулся через { $seconds } с с новым сеансом. За это время отправлено и потеряно { $count } событий.
   *[other] Бот вернулся через { $seconds } с с новым сеансом. За это время отправлено и потеряно { $count } события.
}
sandbox-level-off = Выключен
sandbox-level-next = В следующий раз
sandbox-level-always = Всегда
sandbox-level-share = { $percent } %
sandbox-fault-limit = Слишком много запросов
sandbox-about-limit = Вызов отклонён, и бота просят подождать { $seconds } с.
sandbox-fault-global = Слишком много запросов вообще
sandbox-about-global = { $seconds } с отклоняется любой вызов бота.
sandbox-fault-error-before = Ошибка сервера, ничего не сделано
sandbox-about-error-before = В ответ на вызов приходит ошибка сервера, и ничего не сделано.
sandbox-fault-error-after = Ошибка сервера, но сделано
sandbox-about-error-after = В ответ на вызов приходит ошибка сервера, хотя всё уже сделано.
sandbox-fault-stall = Вызов завис
sandbox-about-stall = Платформа отвечает на вызов только через { $seconds } с.
sandbox-fault-reset-before = Обрыв связи, ничего не сделано
sandbox-about-reset-before = Связь рвётся раньше, чем вызов подействовал.
sandbox-fault-reset-after = Обрыв связи, но сделано
sandbox-about-reset-after = Связь рвётся, когда вызов уже подействовал; бот этого не знает.
sandbox-fault-unsure = Участники скрыты
sandbox-about-unsure = В группе, где бот не администратор, Telegram не говорит ему, кто есть кто.
sandbox-fault-duplicate = Доставка дважды
sandbox-about-duplicate = Бот получает одно и то же второй раз.
sandbox-fault-late = Доставка с опозданием
sandbox-about-late = Действие человека доходит до бота на { $seconds } с позже.
sandbox-fault-reorder = Обгон
sandbox-about-reorder = Действие человека обгоняет другое, из другого чата.
sandbox-fault-reconnect = Просьба переподключиться
sandbox-about-reconnect = Discord просит бота подключиться заново и продолжает с того же места.
sandbox-fault-drop = Обрыв шлюза
sandbox-about-drop = Соединение рвётся без предупреждения и продолжается с того же места.
sandbox-fault-session = Сеанс потерян
sandbox-about-session = Discord забывает сеанс: посланное за это время пропало.
sandbox-fault-deaf = Молчащий шлюз
sandbox-about-deaf = Discord не подтверждает пульс; бот должен заметить это сам.

## Шторм

sandbox-storm-chip = Пусть нажмёт толпа
sandbox-recompute = Пересчитать здесь
sandbox-record = Открытая запись
sandbox-storm-title = Шторм
sandbox-storm-about = Люди из толпы нажимают эту кнопку одновременно. Видно, кому досталась доля и не заплатили ли кому-то дважды.
sandbox-storm-people = Сколько человек
sandbox-storm-button = Какая кнопка
sandbox-storm-other = И на другой платформе
sandbox-storm-alone = Только здесь
sandbox-storm-twice = Каждый нажимает дважды
sandbox-storm-kill = Оборвать процесс бота посередине
sandbox-storm-kill-about = Как при отключении света, когда дан ответ на треть нажатий. Бот запустится снова сам.
sandbox-storm-start = { $count ->
    [one] Пусть нажмёт { $count } человек
    [few] Пусть нажмут { $count } человека
    [many] Пусть нажмут { $count } человек
   *[other] Пусть нажмут { $count } человек
}
sandbox-storm-panel = Шторм
sandbox-storm-running = { $count ->
    [one] Нажимает { $count } человек
    [few] Нажимают { $count } человека
    [many] Нажимают { $count } человек
   *[other] Нажимают { $count } человек
}
sandbox-storm-done = { $count ->
    [one] Нажал { $count } человек
    [few] Нажали { $count } человека
    [many] Нажали { $count } человек
   *[other] Нажали { $count } человек
}
sandbox-storm-cancelled = Остановлен
sandbox-storm-stop = Остановить
sandbox-storm-details = Подробнее
sandbox-storm-less = Короче
sandbox-storm-speed = Насколько быстро
sandbox-storm-progress = Завершённые нажатия
sandbox-storm-answered = С ответом
sandbox-storm-crowd = Люди
sandbox-storm-people-sum = Люди: что они получили
sandbox-storm-presses-sum = Нажатия: чем они закончились
sandbox-storm-presses = Нажатия
sandbox-storm-paid = Выплачено
sandbox-storm-refused = Отказано
sandbox-storm-others = Другие ответы
sandbox-storm-open = Пока неизвестно
sandbox-storm-lost = Потеряно
sandbox-storm-unanswered = Без ответа
sandbox-storm-turned-away = Не пропущено
sandbox-storm-again = { $count ->
    [one] Нажали ещё раз: { $count } нажатие сделано тем, кто не получил ответа. Оно учтено выше.
    [few] Нажали ещё раз: { $count } нажатия сделаны теми, кто не получил ответа. Они учтены выше.
    [many] Нажали ещё раз: { $count } нажатий сделано теми, кто не получил ответа. Они учтены выше.
   *[other] Нажали ещё раз: { $count } нажатия сделаны теми, кто не получил ответа. Они учтены выше.
}
sandbox-reasons = Отказано, потому что: { $reasons }
sandbox-reason-packet-empty = всё разобрали
sandbox-reason-claimed-already = доля уже была
sandbox-reason-entered-already = уже участвует
sandbox-reason-packet-drawn = не повезло в розыгрыше
sandbox-reason-packet-expired = время вышло
sandbox-reason-packet-cancelled = конверт завершён досрочно
sandbox-reason-packet-paused = конверт на паузе
sandbox-reason-passphrase-wrong = не то кодовое слово
sandbox-reason-too-fast = слишком быстро
sandbox-reason-turned-away = кнопки уже не было
sandbox-reason-other = другие причины
sandbox-storm-waiting = Ждут ответа
sandbox-storm-killed = процесс оборван
sandbox-storm-until = До
sandbox-storm-killed-away = Процесс бота оборван через { $seconds } с и сейчас запускается снова.
sandbox-storm-killed-back = Процесс бота оборван через { $seconds } с и уже запустился снова сам.
sandbox-storm-why-unanswered = { $count ->
    [one] Без ответа: на { $count } нажатие бот не ответил за то время, что дают платформы: 3 с в Discord и 15 с в Telegram.
    [few] Без ответа: на { $count } нажатия бот не ответил за то время, что дают платформы: 3 с в Discord и 15 с в Telegram.
    [many] Без ответа: на { $count } нажатий бот не ответил за то время, что дают платформы: 3 с в Discord и 15 с в Telegram.
   *[other] Без ответа: на { $count } нажатия бот не ответил за то время, что дают платформы: 3 с в Discord и 15 с в Telegram.
}
sandbox-storm-why-lost = { $count ->
    [one] Потеряно: у бота нет ничего о нажатии { $count } человека. Оно не дошло, или процесс бота оборвали раньше, чем он успел что-то сделать.
    [few] Потеряно: у бота нет ничего о нажатиях { $count } человек. Они не дошли, или процесс бота оборвали раньше, чем он успел что-то сделать.
    [many] Потеряно: у бота нет ничего о нажатиях { $count } человек. Они не дошли, или процесс бота оборвали раньше, чем он успел что-то сделать.
   *[other] Потеряно: у бота нет ничего о нажатиях { $count } человека. Они не дошли, или процесс бота оборвали раньше, чем он успел что-то сделать.
}
sandbox-storm-why-turned-away = { $count ->
    [one] Не пропущено: { $count } нажатие отклонила сама платформа, потому что кнопки под сообщением уже не было.
    [few] Не пропущено: { $count } нажатия отклонила сама платформа, потому что кнопки под сообщением уже не было.
    [many] Не пропущено: { $count } нажатий отклонила сама платформа, потому что кнопки под сообщением уже не было.
   *[other] Не пропущено: { $count } нажатия отклонила сама платформа, потому что кнопки под сообщением уже не было.
}
sandbox-storm-p50 = Половина ответов за
sandbox-storm-p99 = 99 % ответов за
sandbox-storm-slowest = Самый долгий ответ
sandbox-storm-rate = Нажатий в секунду
sandbox-storm-per-second = В секунду
sandbox-storm-99 = 99 % за
sandbox-storm-chart = Чем кончались нажатия по времени и сколько ждали ответа
sandbox-storm-latency = пик { $value } мс
sandbox-storm-peak = пик { $count }/с
sandbox-storm-seconds = { $value } с
sandbox-milliseconds = { $value } мс
sandbox-told = Что людям ответили
sandbox-told-numbers = (… вместо чисел, которые различаются)
sandbox-told-count = Раз
sandbox-told-more = Других ответов ещё { $count }
sandbox-told-again = Из них: что ответили тем, кто нажал ещё раз
sandbox-kind-toast = подсказка
sandbox-kind-alert = окно
sandbox-kind-private = лично
sandbox-kind-public = ответ
sandbox-kind-update = правка
sandbox-kind-modal = форма
sandbox-kind-silent = молча
sandbox-kind-timeout = нет ответа
sandbox-kind-impossible = не пропущено

## Первая минута

sandbox-tour = Ваша первая минута
sandbox-tour-steps = Шаги
sandbox-tour-step-done = { $step } (сделано)
sandbox-tour-again = Первая минута
sandbox-tour-leave = Убрать подсказки
sandbox-tour-fill = От имени { $name }:
sandbox-tour-be = Стать { $name }
sandbox-tour-drop = Отправьте красный конверт
sandbox-tour-drop-text = Pavel — партнёр программы. Кнопка впишет его команду в группе Moon Traders: 50 USDT на 20 долей. Отправьте её.
sandbox-tour-claim = Заберите долю
sandbox-tour-claim-text = Переключитесь на Lena и нажмите зелёную кнопку под конвертом. Сколько ей досталось, узнает только она. Если конверт уже пуст, сначала раздайте ещё один.
sandbox-tour-discord = То же в Discord
sandbox-tour-discord-text = Отправьте конверт от имени Pavel командой через косую черту, затем переключитесь на Lena и нажмите кнопку.
sandbox-tour-storm = Устройте шторм
sandbox-tour-storm-text = Нажмите «Пусть нажмёт толпа» под конвертом, отметьте «Оборвать процесс бота посередине» и впустите { $people } человек. Дважды не заплатят никому.
sandbox-tour-verify = Проверьте розыгрыш
sandbox-tour-verify-text = Нажмите 🔍 под пустым конвертом: его зерно опубликовано, и любой может пересчитать каждую долю.
sandbox-tour-done = Первая минута прошла
sandbox-tour-done-text = Осмотритесь: выберите любого человека, и /help покажет, что ему здесь доступно. Попробуйте /wallet, кодовое слово, деление строго поровну или оборвите процесс бота.

## Состояние чатов и что его меняет

sandbox-do-leave = Выйти из { $group }
sandbox-do-let-in = Добавить бота в { $group }
sandbox-do-show-out = Убрать бота из { $group }
sandbox-do-promote-bot = Сделать бота администратором
sandbox-do-demote-bot = Сделать бота обычным участником
sandbox-do-become-admin = Стать администратором (решение владельца)
sandbox-do-cease-admin = Перестать быть администратором
sandbox-do-mute = Разрешить писать только администраторам
sandbox-do-unmute = Разрешить писать всем
sandbox-do-upgrade = Сделать супергруппой
sandbox-do-close-topic = Закрыть эту тему
sandbox-do-open-topic = Открыть эту тему
sandbox-do-block = Заблокировать бота
sandbox-do-unblock = Разблокировать бота
sandbox-do-delete-account = Удалить аккаунт этого человека
sandbox-do-restore-account = Вернуть аккаунт этого человека
sandbox-flag-not-begun = не начат
sandbox-flag-blocked = бот заблокирован
sandbox-flag-deleted = аккаунт удалён
sandbox-flag-owner = вы владелец
sandbox-flag-admin = вы администратор
sandbox-flag-bot-member = бот не администратор
sandbox-flag-bot-out = бота здесь нет
sandbox-flag-muted = пишут только администраторы
sandbox-flag-closed = тема закрыта
sandbox-flag-basic = обычная группа

## Почему что-то нельзя

sandbox-no-not-in-chat = { $name }: этого человека нет в чате.
sandbox-no-message-gone = Этого сообщения уже нет.
sandbox-no-no-button = Под этим сообщением нет такой кнопки.
sandbox-no-button-disabled = Эта кнопка отключена.
sandbox-no-reply-gone = Сообщения, на которое вы отвечаете, уже нет.
sandbox-no-empty = В сообщении должен быть текст, файл или и то и другое.
sandbox-no-not-on-telegram = В Telegram такого нет: это есть в Discord.
sandbox-no-account-deleted = { $name }: аккаунт удалён. Верните его в меню чата с ботом.
sandbox-no-no-group = Такой группы нет.
sandbox-no-not-in-group = { $name }: этого человека нет в группе.
sandbox-no-in-group-already = { $name }: этот человек уже в группе.
sandbox-no-banned = { $name }: этому человеку вход сюда закрыт.
sandbox-no-admins-only = Это может только администратор группы. Выберите его вверху.
sandbox-no-admins-add-bot = Добавить бота может только администратор. Выберите его вверху.
sandbox-no-owner-stays = Владелец остаётся владельцем.
sandbox-no-bot-in-group = Бот уже в этой группе.
sandbox-no-bot-not-in-group = Бота нет в этой группе. Сначала добавьте его.
sandbox-no-invite-expired = Эта ссылка-приглашение больше не действует.
sandbox-no-link-invalid = Эта ссылка неверна.
sandbox-no-never-started = Чат с ботом ещё не начат: сначала напишите ему.
sandbox-no-bot-blocked = Вы заблокировали этого бота. Разблокируйте его в меню чата.
sandbox-no-not-blocked = Бот не заблокирован.
sandbox-no-not-deleted = Аккаунт не удалён.
sandbox-no-button-not-here = Такую кнопку в песочнице нажать нельзя.
sandbox-no-upgraded = Эта группа стала супергруппой: продолжайте там.
sandbox-no-no-basic-group = Это не обычная группа: она уже супергруппа.
sandbox-no-topic-gone = Этой темы уже нет.
sandbox-no-topic-closed = Эта тема закрыта: писать могут только администраторы.
sandbox-no-muted = Сейчас в этой группе могут писать только администраторы.
sandbox-no-own-only = Изменить можно только своё сообщение.
sandbox-no-not-on-discord = В Discord такого нет: это есть в Telegram.
sandbox-no-one-server = В песочнице один сервер, и бот остаётся в нём.
sandbox-no-may-not-write = Вам нельзя здесь писать.
sandbox-no-strangers-barred = Бот не принимает сообщения от тех, с кем у него нет общего сервера.
sandbox-no-file-too-large = Discord принимает файлы до { $megabytes } МБ.
sandbox-no-too-long = Сообщение длиннее { $most } знаков.
sandbox-no-form-closed = Эта форма уже закрыта.
sandbox-no-no-place = Нет такого места, чтобы войти или выйти.
sandbox-no-no-command = Здесь нет команды /{ $name }.
sandbox-no-no-subcommand = У команды нет подкоманды { $name }.
sandbox-no-choose-subcommand = Выберите подкоманду: { $names }.
sandbox-no-no-option = У команды нет параметра { $name }.
sandbox-no-no-field = В форме нет поля { $name }.
sandbox-no-required = Нужно заполнить { $name }.
sandbox-no-choices-only = { $name }: выберите один из вариантов.
sandbox-no-yes-or-no = { $name }: только да или нет.
sandbox-no-text-only = { $name }: здесь нужен текст.
sandbox-no-length-between = { $name }: длина — от { $least } до { $most } знаков.
sandbox-no-number-only = { $name }: здесь нужно число.
sandbox-no-whole-only = { $name }: здесь нужно целое число.
sandbox-no-at-least = { $name }: не меньше { $least }.
sandbox-no-at-most = { $name }: не больше { $most }.
sandbox-no-file-only = { $name }: здесь нужен файл.
sandbox-no-files-between = { $name }: файлов — от { $least } до { $most }.
sandbox-no-unknown-id = { $name }: здесь ни у кого и ни у чего нет такого номера.
sandbox-no-choose-between = Выберите от { $least } до { $most }.
sandbox-no-not-on-menu = «{ $value }» нет среди вариантов.
sandbox-no-nothing-here = Здесь ничего нет.
sandbox-no-no-picture = Эта картинка больше не хранится.
sandbox-no-no-document = Этот документ больше не хранится.
sandbox-no-no-person = Здесь нет человека с именем { $name }.
sandbox-no-no-platform = В этой песочнице нет { $name }.
sandbox-no-storm-running = Шторм уже идёт. Остановите его или дождитесь конца.
sandbox-no-unsupervised = Здесь некому снова запустить бота.
sandbox-no-no-faults = Здесь сбои не устраивают.
sandbox-no-one-way = Здесь обновления идут только одним путём.
sandbox-no-switching = Уже идёт другая смена. Дождитесь её конца.
sandbox-no-not-verified = Discord не смог проверить адрес бота.
sandbox-no-not-started = С другими настройками бот не запустился.
sandbox-no-no-entry = Эта запись больше не хранится.
sandbox-no-no-records = Здесь не ведут публичных записей.
sandbox-no-bot-away = Бота сейчас нет. Попробуйте чуть позже.
sandbox-no-too-much = Слишком много за один раз: не больше { $bytes } байт.
sandbox-no-malformed = Песочница этого не принимает. Неверно или слишком длинно: { $fields }.
sandbox-no-foreign = Песочницей управляет только её собственная страница на этом компьютере.
sandbox-no-mistake = В песочнице ошибка. Перезапустите её и сообщите тем, кто её делает.
sandbox-no-unreachable = Песочница не отвечает.
