## /apply, /status: как стать партнёром

command-apply = Подать заявку в партнёры
    .title = Заявка
command-status = Что с вашей заявкой
    .title = Статус

apply-begin = ✍️ Подать заявку
apply-go-on = ✍️ Продолжить
apply-answer = 💬 Ответить
apply-appeal = ⚖️ Обжаловать
apply-withdraw = ✖ Отозвать
apply-accept = ✅ Прочитано, принимаю
apply-guidelines = <b>Правила ({ $version })</b>
    { $words }
apply-guidelines-label = правила
apply-disclosure = <b>Что вы обязуетесь раскрывать ({ $version })</b>
    { $words }
apply-disclosure-label = раскрытие информации
apply-link = Полностью: { $url }
apply-whole = 📖 Полный текст: /guidelines
apply-kept = Всё хранится { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}. Введите /apply, чтобы продолжить с того же места.
apply-sent = ✅ Заявка отправлена. Её номер — <b>{ $number }</b>.
apply-answered = ✅ Спасибо. Ваш ответ передан на рассмотрение.
apply-appealed = ✅ Обжалование принято. Его рассмотрит тот, кто в решении не участвовал.
apply-withdrawn = Заявка отозвана. Подать новую можно в любое время.

status-none = Вы ещё не подавали заявку.
status-line = Заявка <b>{ $number }</b>: { $state }, начата { $at }.
status-sent = Заявка <b>{ $number }</b>: { $state }, отправлена { $at }.
status-draft = Она ещё не отправлена. Всё написанное сохранено.
status-promised = Ответ вы получите не позднее { $at }.
status-below = Указанное вами меньше того, что нужно программе: { $followers } подписчиков у одного аккаунта или сообщество на { $members } участников, которое вы модерируете. Решает всё равно человек; измеренное сообщество или подтверждённый аккаунт учитываются.
status-late = Ответ должен был прийти { $at }. Просим прощения: заявка по-прежнему первая в очереди.
status-asked = Для рассмотрения нужно кое-что от вас:
status-asked-until = Ответьте до { $at }: потом заявка закроется, а всё написанное сохранится.
status-approved = Вы партнёр номер <b>{ $number }</b>.
status-approved-next = Теперь начинается оформление: /membership покажет по шагам, что ещё нужно сделать. Вам поможет менеджер вашего региона.
status-approved-since = Как обстоят дела с вашим партнёрством, покажет /membership.
reapply-now = Подать заявку снова можно в любое время.
reapply-at = Подать заявку снова можно с { $at }.
reapply-never = Подать заявку снова нельзя.
appeal-offer = Решение можно один раз обжаловать в течение { $days ->
    [one] { $days } дня
    [few] { $days } дней
    [many] { $days } дней
   *[other] { $days } дня
}; решать будет другой человек.
appeal-waits = Обжалование ждёт рассмотрения, подано { $at }.
appeal-refused = Обжалование рассмотрено, решение остаётся в силе.
apply-withdraw-preview = Отозвать заявку { $number }? На вас это никак не отразится.
apply-withdraw-confirm = ✖ Отозвать { $number }

application-is-draft = ещё не отправлена
application-is-submitted = отправлена
application-is-screening = проверяется
application-is-queued = ждёт рассмотрения
application-is-in_review = на рассмотрении
application-is-interview = назначен разговор
application-is-needs_info = ждёт ответа заявителя
application-own-needs_info = ждём вашего ответа
application-is-approved = одобрена
application-is-rejected = отклонена
application-is-withdrawn = отозвана
application-is-expired = закрыта: никто её не продолжил

application-told-approved = 🎉 Добро пожаловать! Теперь вы партнёр.
application-told-rejected = Ваша заявка не принята.
application-told-asked = По вашей заявке есть вопрос.
application-told-invited = С вами хотят поговорить о вашей заявке.
application-told-reminder = Напоминание: ваша заявка ждёт вашего ответа.
application-told-expired = На вопрос по вашей заявке никто не ответил, и она закрыта. Написанное сохранено: введите /apply, чтобы вернуться к ней.
application-told-forgotten = Вы давно не продолжали заявку, и она закрыта. Написанное сохранено: введите /apply, чтобы вернуться к ней.
application-told-upheld = ⚖️ Обжалование удовлетворено: заявка снова открыта, решать будет другой человек.
application-told-stood = ⚖️ Обжалование рассмотрел другой человек. Решение остаётся в силе.

## Карточка и страница рассмотрения

application-title = <b>Заявка { $number }</b> · { $name }
application-since = { $state } · заявка отправлена { $at }
application-with = Рассматривает { $name }, до { $at }
application-answer-for = 💬 Ответ получен. Спрашивал(а) { $name }: до { $at } /review выдаёт заявку сначала ему или ей.
application-promised = Срок ответа: { $at }.
application-question = ❓ { $question }
application-answer-line = 💬 { $answer }
application-decision = <b>{ $verdict }</b>, { $at }
application-note = «{ $note }»
application-appealed = ⚖️ Отказ обжалован { $at }: решает тот, кто в нём не участвовал.
application-appeal-line = ⚖️ Обжалование: { $appeal }
application-outcome = 📝 Разговор: { $outcome }
application-slot = 🗣 Предложен разговор: { $slot }
apply-reach = { $size ->
    [one] { $place }: { $size } человек
    [few] { $place }: { $size } человека
    [many] { $place }: { $size } человек
   *[other] { $place }: { $size } человек
}
apply-reach-unsized = { $place }: ❓ непонятно, сколько там людей
apply-unclear = ❓ Непонятно, сколько людей охватывает «{ $place }».
apply-unclear-next = Ответ сохранён. Напишите его ещё раз, с числом цифрами в конце каждой строки, например 12000 или 12,5 тыс. Или продолжайте так: о числе могут спросить позже.
application-asks-size = Сколько людей охватывает «{ $place }»?
verdict-approved = Одобрена
verdict-rejected = Отклонена
verdict-appeal-upheld = Обжалование удовлетворено
verdict-appeal-refused = В обжаловании отказано
rule-line = { $verdict } { $rule }: { $evidence }
rule-one-enough = Достаточно одного из условий:
rule-pass = ✓
rule-fail = ✗
rule-unproven = ?
rule-followers = { $least ->
    [one] { $least } подписчик
    [few] { $least } подписчика
    [many] { $least } подписчиков
   *[other] { $least } подписчика
} на одном аккаунте
rule-community = сообщество от { $least ->
    [one] { $least } участника
    [few] { $least } участников
    [many] { $least } участников
   *[other] { $least } участника
}
rule-nothing = ничего не указано ({ $at })
rule-unsized = { $place }, число не указано ({ $at })
rule-stated = { $place }, { $size } со слов заявителя ({ $at })
rule-checked = { $place }, { $size }, проверено: { $who } ({ $at })

command-review = Взять следующую заявку
    .title = Рассмотрение
review-none = Заявок для вас нет.
review-next = ▶ Следующая
review-open = 🔍 Открыть
review-back = 🔍 К заявке { $number }
review-take = ✋ Взять
review-take-away = ↩ Вернуть в очередь
review-release = ↩ Вернуть
review-approve = ✅ Одобрить
review-reject = ❌ Отклонить
review-ask = ❓ Спросить
review-invite = 🗣 Разговор
review-met = 📝 Записать итог
review-check-followers = ✓ Подписчики верны
review-doubt-followers = ✗ Подписчики неверны
review-check-community = ✓ Сообщество верно
review-doubt-community = ✗ Сообщество неверно
review-uphold = ⚖️ Открыть снова
review-stand = ⚖️ Оставить в силе
review-appeal = ⚖️ Обжалование { $number }
review-appealed = ⚖️ { $name } обжалует отказ по заявке <b>{ $number }</b>. Решает тот, кто в нём не участвовал.
review-arrived = Ждёт заявка <b>{ $number }</b> от { $name }. Чата для заявок нет: админ может назначить группу командой /desk.
review-answered = 💬 { $name } отвечает на ваш вопрос по заявке <b>{ $number }</b>. /review выдаст её сначала вам.
review-taken = Теперь она у вас.
review-released = Она снова в очереди.
review-checked = Отмечено.
review-met-done = Записано. Заявка снова у вас.
review-upheld = Заявка снова открыта, решать будет другой человек.
review-stood = Решение остаётся в силе, заявителю сообщено.
review-approved = ✅ Заявка { $number } одобрена: партнёр номер { $partner }.
review-rejected = ❌ Заявка { $number } отклонена. Причина сообщена заявителю.
review-asked = Заявка { $number } ждёт ответа заявителя.
review-invited = Заявителю { $number } сообщено о разговоре.
approve-preview = Одобрить заявку { $number }?
approve-at-once = Человек сразу станет партнёром.
approve-pass = ✓ Пороги пройдены.
approve-unproven = ⚠️ Пройдены ли пороги, никто не проверял.
approve-fail = ⚠️ По указанным данным ни один порог не пройден.
approve-confirm = ✅ Одобрить { $number }
reject-preview = <b>Вот что прочтёт заявитель:</b>
reject-confirm = ❌ Отклонить
argument-application-reject-reason = Почему
    .label = причина
    .ask = Почему она отклонена?
    .hint = Заявитель прочтёт причину и то, что изменило бы решение.
argument-application-reject-note = Примечание для заявителя
    .label = примечание
    .ask = Что вы хотите добавить?
    .hint = На языке, который заявитель читает
argument-application-ask-questions = Вопросы заявителю
    .label = вопросы
    .ask = Что вы хотите узнать?
    .hint = По одному вопросу на строку, на языке, который заявитель читает
argument-application-invite-slot = Когда и как вы хотите поговорить
    .label = время
    .ask = Когда и как вы хотите поговорить?
    .hint = Например: вторник, 18:00 UTC, звонок в Telegram
argument-application-met-outcome = Чем закончился разговор
    .label = итог
    .ask = Чем закончился разговор?
    .hint = Для записи об этой заявке
argument-application-answer-answer = Ваш ответ
    .label = ответ
    .ask = Что вы ответите?
    .hint = На все вопросы одним сообщением
argument-application-appeal-words = Почему решение неверно
    .label = обжалование
    .ask = Почему решение неверно?
    .hint = Напишите, что упущено. Обжаловать можно один раз.
command-application-ask = Спросить заявителя
    .title = Вопросы
command-application-invite = Предложить разговор
    .title = Разговор
command-application-met = Записать итог
    .title = После разговора
command-application-answer = Ответить на вопросы
    .title = Ваш ответ
command-application-appeal = Обжаловать
    .title = Обжалование
command-application-reject = Отклонить
    .title = Отказ

command-desk = Сделать чат рабочим чатом команды
    .title = Чат заявок
argument-desk-action = Этот чат или никакой
    .label = чат
    .ask = Где будет рабочий чат?
    .hint = Всё новое появляется там карточками.
argument-desk-queue = Для чего этот чат
    .label = очередь
    .ask = Для чего этот чат?
    .hint = Для заявок, если не выбрать.
choice-none = нигде
desk-named-applications = Теперь заявки рассматриваются здесь: «{ $title }». Каждая новая заявка появится в этом чате.
desk-named-audit = Ежедневная печать книг теперь публикуется здесь: «{ $title }».
desk-closed = Рабочего чата больше нет: { $queue }.
desk-lost = Меня больше нет в «{ $title }», или этот чат мне недоступен. Это был рабочий чат: { $queue }.
desk-lost-next = Пока я не вернусь туда или вы не назначите другую группу командой /desk, о новом узнаёт лично каждый, кто принимает решения. Когда я вернусь, введите там /desk ещё раз: появится всё, что пришло за это время.
desk-lost-audit = Пока я не вернусь туда или вы не назначите другую группу командой /desk, она нигде не публикуется.
desk-named-cases = Теперь здесь разбирают дела и жалобы: «{ $title }». Всё новое появляется здесь.
desk-only-staff = Здесь я замечал только сотрудников, но тех, кто просто читает, мне не видно. Убедитесь, что этот чат открыт только сотрудникам.
desk-strangers = { $count ->
    [one] ⚠️ Здесь я замечал { $count } человека не из сотрудников. Карточки заявок читают все в этом чате: лучше назначить чат, открытый только сотрудникам.
    [few] ⚠️ Здесь я замечал { $count } человек не из сотрудников. Карточки заявок читают все в этом чате: лучше назначить чат, открытый только сотрудникам.
    [many] ⚠️ Здесь я замечал { $count } человек не из сотрудников. Карточки заявок читают все в этом чате: лучше назначить чат, открытый только сотрудникам.
   *[other] ⚠️ Здесь я замечал { $count } человека не из сотрудников. Карточки заявок читают все в этом чате: лучше назначить чат, открытый только сотрудникам.
}

## Вопросы и причины, которые может назвать файл программы

question-region = регион
    .ask = Где ваше сообщество?
    .hint = Заявку рассмотрит команда этого региона.
question-language = язык
    .ask = На каком языке вы публикуете?
    .hint = Тот, который понимает ваша аудитория
question-focus = направления
    .ask = Чем вы хотите заниматься?
    .hint = Выберите всё, что подходит.
question-channels = каналы
    .ask = Где вы публикуетесь? Сколько подписчиков?
    .hint = По одному на строку: ссылка или имя, затем подписчики. Например: youtube.com/@moon 12000
question-communities = сообщества
    .ask = Какие сообщества вы модерируете?
    .hint = По одному на строку: ссылка или имя, затем участники. Например: t.me/moontalk 850
question-experience = опыт
    .ask = Что вы уже сделали?
    .hint = Кампании, мероприятия, партнёрства: хватит нескольких строк.
question-email = эл. почта
    .ask = Какой у вас адрес эл. почты?
    .hint = Его увидят только те, кто рассматривает заявку.
question-uid = номер UID
    .ask = Какой у вас UID на бирже?
    .hint = Только цифры; он есть в вашем профиле.
question-why = мотивация
    .ask = Почему вы хотите стать партнёром?
    .hint = Своими словами, от 20 до 1000 знаков
region-europe = Европа
region-cis = СНГ
region-mena = Ближний Восток и Северная Африка
region-africa = Африка
region-south-asia = Южная Азия
region-east-asia = Восточная Азия
region-sea = Юго-Восточная Азия
region-latam = Латинская Америка
region-north-america = Северная Америка
focus-content = Контент
focus-community = Сообщество
focus-advocacy = Продвижение
focus-acquisition = Новые пользователи
reason-audience = Ваша аудитория меньше, чем требует программа.
    .next = Возвращайтесь, когда у одного аккаунта будет достаточно подписчиков или у сообщества, которое вы модерируете, — участников; сколько нужно, сказано в /faq.
reason-unproven = Мы не увидели, что эти аккаунты и сообщества ваши.
    .next = Добавьте в их профили ссылку на ваш Telegram или Discord и подайте заявку снова.
reason-incomplete = В ваших ответах не хватает важного.
    .next = Расскажите подробнее, что вы делаете и для кого, и подайте заявку снова.
reason-content = То, что вы публикуете, не отвечает нашим правилам.
    .next = Прочтите правила, исправьте то, что им противоречит, и подайте заявку снова.
reason-region = Пока программа не принимает новых партнёров в вашем регионе.
    .next = Следите за новостями вашего региона в наших каналах.
reason-fake = Подписчики или участники не похожи на настоящих.
    .next = Если вы с этим не согласны, обжалуйте решение: его посмотрит другой человек.

refusal-apply-open = У вас уже есть открытая заявка, номер { $number }.
    .next = Посмотрите её командой /status. Заявка может быть только одна.
refusal-apply-partner = Вы уже партнёр.
    .next = Введите /status, чтобы увидеть свой номер.
refusal-apply-blocked = Пока вы остановлены, подать заявку нельзя.
    .next = Спросите об этом сотрудников программы.
refusal-apply-too-soon = Подавать заявку снова ещё рано.
    .next = Это можно с { $at }. Причину и возможность обжалования покажет /status.
refusal-apply-never = Заявка { $number } отклонена по причине, после которой новую подать нельзя.
    .next = Посмотрите её командой /status; возможно, решение ещё можно обжаловать.
refusal-apply-often = Заявок пока достаточно: можно не больше { $day } за сутки и { $month } за 30 дней.
    .next = Эту можно отправить с { $at }; ваши ответы сохранены.
refusal-apply-incomplete = Чего-то ещё не хватает.
    .next = Введите /apply и просмотрите свои ответы.
refusal-apply-no-draft = Открытого черновика нет: заявка отправлена или закрыта.
    .next = Введите /status, чтобы узнать, что с ней.
refusal-application-unknown = Заявки { $number } нет.
    .next = Посмотрите на карточку, с которой вы пришли.
refusal-application-state = С заявкой { $number } сейчас этого сделать нельзя. Её состояние: { $state }{ $who ->
    [known] {". Последний шаг: "}{ $name }.
   *[none] {"."}
}
    .next = Откройте её снова и посмотрите, что можно сделать.
refusal-application-own = Заявка { $number } — ваша собственная.
    .next = О ней решает другой человек.
refusal-application-held = { $who ->
    [known] Заявка { $number } уже взята: { $name }.
   *[none] Заявка { $number } не у вас.
}
    .next = Возьмите другую командой /review.
refusal-application-not-yours = С заявкой { $number } вы этого сделать не можете.
    .next = Если вы считаете, что должны, спросите админа программы.
refusal-application-appeal-other = Вы участвовали в решении по заявке { $number }.
    .next = Теперь её рассматривает другой человек.
refusal-application-lease-over = Ваше время с заявкой { $number } вышло, поэтому ничего не решено.
    .next = Возьмите её снова, если её ещё никто не взял.
refusal-application-asks-nothing = Здесь ничего нет.
    .next = Напишите несколько слов.
refusal-application-no-appeal = Открытого обжалования по заявке { $number } нет{ $who ->
    [known] {". Последний шаг: "}{ $name }.
   *[none] {"."}
}
    .next = Откройте её снова и посмотрите, что с ней.
refusal-application-appealed = Вы уже обжаловали решение.
    .next = Посмотрите командой /status. Обжаловать решение можно один раз.
refusal-application-appeal-late = Обжаловать уже поздно.
    .next = Посмотрите командой /status, можно ли подать заявку снова.
refusal-application-another = Автор заявки { $number } уже пошёл дальше: открыта другая заявка, или это уже партнёр.
    .next = Решайте по ней или оставьте это решение в силе.
refusal-application-barred = Заявка { $number } не может идти дальше: заявка { $rejected } того же человека отклонена, и подать новую можно только с { $at }.
    .next = Если то решение ошибочно, его нужно обжаловать. Если нет, отклоните и эту заявку.
refusal-application-barred-never = Заявка { $number } не может идти дальше: заявка { $rejected } того же человека отклонена по причине, после которой новую подать нельзя.
    .next = Если то решение ошибочно, его нужно обжаловать. Если нет, отклоните и эту заявку.
refusal-application-moved-on = С заявкой { $number } вас опередили.
    .next = Откройте её снова и посмотрите, что с ней.
refusal-application-changed = Заявка { $number } изменилась с тех пор, как вы её смотрели{ $who ->
    [known] {" ("}{ $name }).
   *[none] {"."}
}
    .next = Откройте её снова и решайте о том, что есть сейчас.
refusal-reason-unknown = Причины «{ $typed }» в программе нет.
    .next = Выберите кнопкой.
refusal-desk-none = Чата для заявок и так нет.
    .next = Назначьте его командой /desk в нужной группе.
