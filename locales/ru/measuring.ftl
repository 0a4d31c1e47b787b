# Сообщество, которое бот измеряет сам, и аккаунты, которые подтверждаются кодом.
command-measure = Измерить ваше сообщество
    .title = Измерить
argument-measure-application = Номер вашей заявки
    .label = заявка
    .ask = Какой номер у вашей заявки?
    .hint = Как в /status
command-measure-again = Измерить ещё раз
argument-measure-again-community = Какое сообщество
    .label = сообщество
    .ask = Какое сообщество?
command-prove = Подтвердить, что аккаунт ваш
    .title = Подтвердить
argument-prove-account = Какой аккаунт
    .label = аккаунт
    .ask = Какой аккаунт вы хотите подтвердить?
    .hint = Один из названных в заявке
command-prove-picture = Отправить скриншот
    .title = Скриншот
argument-prove-picture-proof = Номер кода
    .label = код
    .ask = Какой код?
argument-prove-picture-picture = Скриншот
    .label = картинка
    .ask = Где скриншот аккаунта?
    .hint = Должны быть видны имя и подписчики
command-proof-seen = Код на месте
    .title = Код на месте
argument-proof-seen-proof = Номер кода
    .label = код
    .ask = Какой код?
argument-proof-seen-size = Подписчики, которых вы видите
    .label = подписчики
    .ask = Сколько подписчиков у аккаунта?
    .hint = Число, которое вы видите на странице, например 12500 или 12,5 тыс.
command-proof-unseen = Кода нет
argument-proof-unseen-proof = Номер кода
    .label = код
    .ask = Какой код?
command-proof-picture = Посмотреть скриншот
argument-proof-picture-proof = Номер кода
    .label = код
    .ask = Какой код?

apply-measure = 📏 Измерить моё сообщество
apply-prove = 🔑 Подтвердить аккаунт
measure-bring = ➕ Добавить меня в сообщество
measure-again = 🔄 Измерить { $title } ещё раз
measure-how = 📏 Дайте мне измерить ваше сообщество: я посчитаю участников и посмотрю, админ ли вы там. Это доказательство, и никому не придётся верить вам на слово.
measure-how-next = Добавьте меня кнопкой. В Telegram это всё. В Discord затем наберите /measure на сервере. Если я уже там, просто наберите /measure.
measure-how-activity = В следующие дни я ещё считаю, сколько там пишут: только числа, без текстов и имён. В Telegram мне это видно только как админу группы; особые права не нужны.
measured-done = 📏 <b>{ $title }</b>: { $size ->
    [one] { $size } участник
    [few] { $size } участника
    [many] { $size } участников
   *[other] { $size } участника
}, и вы там админ. Это записано в вашей заявке.
measured-enough = Этого достаточно: нужно { $least }.
measured-few = Нужно { $least }. Измерьте сообщество побольше или подтвердите аккаунт командой /prove.
measured-claimed = ⚠️ Это сообщество уже измерил для своей заявки кто-то другой. На рассмотрении видны обе.
measured-counting = С этого момента считаются сообщения, без текстов и имён.
measured-unheard = Сообщения здесь мне не видны, поэтому не считаются. Если хотите, сделайте меня админом и измерьте ещё раз.
measured-see = Это записано в заявке; откройте её снова.
measured-lost = ⚠️ Меня убрали из { $title }, пока ваша заявка открыта, и измеренное там больше ничего не доказывает. Добавьте меня снова и измерьте заново.
measured-back = Я снова в { $title }. Измерьте ещё раз, чтобы это засчиталось.

rule-measured = { $place }, измерено: { $size }, { $name } — админ ({ $at })
rule-measured-no-admin = { $place }, измерено: { $size }, но { $name } там не админ ({ $at })
rule-measured-lost = { $place }, измерено: { $size }, но потом бота убрали ({ $at })
rule-measured-claimed = { $place }, измерено: { $size }, но раньше это сообщество заявил другой ({ $at })
community-line = 📏 <b>{ $title }</b>: { $size ->
    [one] { $size } участник
    [few] { $size } участника
    [many] { $size } участников
   *[other] { $size } участника
} ({ $at })
community-no-admin = ⚠️ Заявитель там не админ.
community-activity = Активность, день { $passed } из { $all }: { $messages ->
    [one] { $messages } сообщение
    [few] { $messages } сообщения
    [many] { $messages } сообщений
   *[other] { $messages } сообщения
} за { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}, { $daily ->
    [one] { $daily } автор
    [few] { $daily } автора
    [many] { $daily } авторов
   *[other] { $daily } автора
} в день
community-unheard = Активность: не видна (сообщения оттуда до бота не доходят)
community-changed = ⚠️ Число участников резко изменилось: { $at } было { $before }, сейчас { $size }.
community-lost = ⚠️ Бота убрали ({ $at }); не доказано, пока он не вернётся и не измерит снова.
community-claimed-first = ⚠️ Раньше заявлено: { $who }, заявка { $application }.
community-claimed = ⚠️ Заявлено ещё раз: { $who }, заявка { $application }.

prove-code = Поместите этот код в профиль { $place }: <b>{ $code }</b>
prove-until = Его поищут при рассмотрении. Код действует до { $at }; получив ответ, вы можете его убрать.
prove-copy = 📋 Скопировать код
prove-picture-send = 🖼 Отправить вместо этого скриншот
prove-picture-there = Скриншот уже есть; новый его заменит.
prove-picture-taken = ✅ Скриншот { $place } передан на рассмотрение.
proof-open = 🔑 { $place }: ищите в профиле <b>{ $code }</b> (до { $at })
proof-lapsed = 🔑 { $place }: срок кода { $code } истёк { $at }
proof-confirmed = ✓ { $place }: код { $code } найден, смотрел { $who }, { $size ->
    [one] { $size } подписчик
    [few] { $size } подписчика
    [many] { $size } подписчиков
   *[other] { $size } подписчика
} ({ $at })
proof-refused = ✗ { $place }: код { $code } не найден, смотрел { $who } ({ $at })
proof-visit = 🔗 { $place }
proof-seen = ✓ { $code } на месте
proof-unseen = ✗ { $code } нет
proof-picture-see = 🖼 Скриншот
proof-picture-of = Скриншот { $place }
proof-picture-gone = Скриншота { $place } больше нет.
proof-kept = ✅ Записано, с вашим номером и датой.
status-proofs = <b>Ваши аккаунты:</b>
status-proofs-private = 🔑 Как обстоит дело с подтверждением аккаунтов, скажет /status в нашем личном чате.
status-proof-none = ☐ { $place }: подтверждения пока нет; код даст /prove
status-proof-code = 🔑 { $place }: код выдан и действует до { $at }; рецензент поищет его в профиле
status-proof-late = ⌛ { $place }: срок кода истёк { $at }; новый даст /prove
status-proof-picture = 🖼 { $place }: скриншот получен и ждёт просмотра
status-proof-confirmed = ✓ { $place }: проверено рецензентом, { $size ->
    [one] { $size } подписчик
    [few] { $size } подписчика
    [many] { $size } подписчиков
   *[other] { $size } подписчика
} ({ $at })
status-proof-refused = ✗ { $place }: просмотрено и не принято ({ $at }); новый код даст /prove

refusal-measure-none = У вас нет заявки, для которой это можно измерить.
    .next = Начните с /apply и возвращайтесь.
refusal-measure-not-yours = Заявка { $number } не ваша.
    .next = Наберите /measure, и всё будет измерено для вашей.
refusal-measure-over = Решение по заявке { $number } принято; больше для неё ничего не измеряется и не подтверждается.
    .next = Посмотрите по /status, что вы можете сделать.
refusal-measure-unknown = Такого измерения нет.
    .next = Наберите /measure в сообществе.
refusal-measure-unseen = Мне не видно, сколько участников в { $title }.
    .next = Проверьте, что я ещё там, и повторите через минуту.
refusal-measure-unsure = Мне не видно, админ ли вы в { $title }.
    .next = Сделайте меня админом (права не нужны), подождите минуту и повторите.
refusal-measure-not-admin = Вы не админ в { $title }, поэтому измерять нечего: это не ваше сообщество.
    .next = Попросите владельца сделать вас админом, подождите минуту и наберите там /measure.
refusal-prove-none = Подтверждать нечего: аккаунты не названы.
    .next = Сначала назовите их в /apply.
refusal-proof-unknown = Такого кода нет.
    .next = Получите его командой /prove.
refusal-proof-over = Код для { $place } уже проверен, или его сменил более новый.
    .next = Заявитель получит другой командой /prove.
refusal-proof-late = Срок кода для { $place } истёк.
    .next = Заявитель получит другой командой /prove.
