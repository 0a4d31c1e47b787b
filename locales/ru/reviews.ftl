## Что требует осторожности с заявкой

risk-none = ✓ Особой осторожности ничто не требует.
risk-title = <b>На что обратить внимание</b>
risk-line = { $severity }: { $evidence }
risk-is-low = ▫️ Низкий риск
risk-is-medium = 🔸 Средний риск
risk-is-high = 🔴 Высокий риск
risk-uid = тот же UID указан в заявке { $numbers } другого человека
risk-uid-bound = тот же UID здесь уже привязан: { $who }
risk-email = тот же адрес почты указан в заявке { $numbers } другого человека
risk-channel = тот же аккаунт указан в заявке { $numbers } другого человека
risk-community = то же сообщество указано в заявке { $numbers } другого человека
risk-blocked = есть общее с заявкой { $numbers } человека, который остановлен, приостановлен или исключён
risk-young = аккаунт Discord создан { $at }
risk-staff = заявитель — сотрудник программы: { $roles }
risk-region = регион { $region } под наблюдением
risk-rejected = уже был отказ: заявка { $numbers }
risk-doubted = { $place }: на деле не так, как указано; проверено: { $who } ({ $at })

## Одобрение с уровнем и вдвоём

approve-needs-second = 👥 Нужны двое: прежде чем человек станет партнёром, подтверждает админ или риск-офицер.
argument-application-approve-tier = Уровень, с которого человек начинает
    .label = уровень
    .ask = С каким уровнем?
    .hint = Самый низкий, если не выбрать. До какого можно вам, определяет ваша роль.
application-told-approved-tier = 🎉 Добро пожаловать! Теперь вы партнёр. Ваш уровень: { $tier }.
application-waits-for-second = Предлагает одобрить { $name }; нужно подтверждение второго человека
review-proposed = 👥 Заявка { $number } ждёт подтверждения админа или риск-офицера.
review-confirm = ✅ Подтвердить
review-decline = ✖ Не подтверждать
review-declined = Заявка { $number } снова у того, кто предложил одобрение; причина сообщена.
review-second = 👥 Открыть { $number }
review-seconds = 👥 Второго человека, например вас, { $count ->
    [one] ждёт { $count } одобрение
    [few] ждут { $count } одобрения
    [many] ждут { $count } одобрений
   *[other] ждут { $count } одобрения
}.
review-talk = 🗣 Разговор: { $number }
review-talks = 🗣 Вашего итога { $count ->
    [one] ждёт { $count } разговор
    [few] ждут { $count } разговора
    [many] ждут { $count } разговоров
   *[other] ждут { $count } разговора
}: запишите его, когда поговорите.
talk-told = 🗣 Предложен разговор с { $name } по заявке <b>{ $number }</b>. Когда он пройдёт, запишите итог; до тех пор заявка видна в /review.
proposal-waits = 👥 Предлагает одобрить { $name } ({ $at }). Уровень: { $tier }. Подтверждает или нет админ или риск-офицер, который в этом не участвовал.
proposal-declined = 👥 Одобрение не подтверждено: «{ $note }»
proposal-wanted = 👥 Для одобрения заявки <b>{ $number }</b> ({ $name }) нужен второй человек. Посмотрите её и подтвердите или не подтверждайте.
proposal-told-confirmed = 👥 Ваше одобрение заявки { $number } подтверждено.
proposal-told-declined = 👥 Ваше одобрение заявки { $number } не подтверждено: «{ $note }» Заявка снова у вас.
argument-application-decline-note = Почему одобрение не подтверждено
    .label = причина
    .ask = Почему вы не подтверждаете?
    .hint = Прочтёт тот, кто предложил одобрение, но не заявитель.
command-application-decline = Не подтверждать
    .title = Без подтверждения

refusal-application-recruited = Заявитель { $number } пришёл по вашей ссылке.
    .next = Решать будет другой человек.
refusal-application-rival = В вашей собственной заявке назван тот же аккаунт, сообщество, адрес почты или UID, что и в { $number }.
    .next = Решать будет другой человек.
refusal-application-needs-second = Для заявки { $number } нужен второй человек.
    .next = Откройте её и предложите одобрение.
refusal-application-waits-second = Одобрение заявки { $number } ждёт второго человека.
    .next = Его подтвердит админ или риск-офицер; пока заявку можно вернуть.
refusal-application-uid-bound = UID из заявки { $number } здесь уже привязан к другому человеку: { $who }.
    .next = Ошибку исправляет сам заявитель через /uid, неверную привязку — сотрудники через /person.
refusal-application-uid-named = Тот же UID указан в одобренной заявке { $other } другого человека.
    .next = Ошибку исправляет сам заявитель через /uid, неверную привязку — сотрудники через /person.
refusal-application-no-proposal = { $how ->
    [confirmed] Одобрение заявки { $number } уже подтверждено ({ $name }).
    [declined] Подтвердить одобрение заявки { $number } уже отказались ({ $name }).
   *[gone] Того одобрения заявки { $number }, которое вы видели, уже нет.
}
    .next = Откройте её снова, чтобы увидеть, что с ней.
refusal-application-second-other = По заявке { $number } вы не можете быть вторым человеком.
    .next = Подтверждает админ или риск-офицер, который в этом не участвовал.
refusal-tier-unknown = В программе нет уровня «{ $typed }».
    .next = Выберите кнопкой.
refusal-tier-limit = Уровень «{ $tier }» вы присвоить не можете.
    .next = Могут: { $roles }. Выберите уровень ниже или верните заявку, чтобы решили они.

## Задержка ответа

application-late = ⏰ Срок ответа прошёл { $at }.
late-managers = ⏰ Региональным менеджерам сообщено { $at }.
late-admins = ⏰ Админам сообщено { $at }.
late-told = ⏰ По заявке <b>{ $number }</b> от { $name } ответ задерживается: срок прошёл { $at }.

## Передача заявки и несколько заявок сразу

review-hand = 🤝 Передать
review-handed = 🤝 Заявка { $number } теперь у { $name }.
hand-told = 🤝 { $name } передаёт вам заявку <b>{ $number }</b>. Она у вас.
argument-application-hand-to = Кому передать
    .label = кому
    .ask = Кому передать заявку?
    .hint = Имя, или #7, telegram:123, discord:456
command-application-hand = Передать заявку
    .title = Передача
argument-review-action = Несколько заявок сразу
    .label = действие
    .ask = Что вы хотите сделать?
    .hint = Несколько сразу, для админов и региональных менеджеров
argument-review-number = Номер заявки, которую нужно посмотреть
    .label = номер
    .ask = Какая заявка?
    .hint = Её номер, как в карточках и уведомлениях, например 12
choice-bulk = несколько сразу
bulk-begin = Что сделать с несколькими заявками? С причиной они отклоняются. Номера вы назовёте дальше.
argument-review-bulk-numbers = Номера заявок
    .label = номера
    .ask = Какие заявки?
    .hint = Например: 12, 13, 14
argument-review-bulk-what = Что сделать со всеми
    .label = что
    .ask = Что с ними сделать?
    .hint = С причиной они отклоняются; её прочтёт каждый заявитель.
command-review-bulk = Несколько сразу
    .title = Несколько сразу
bulk-release = ↩ Вернуть их в очередь
bulk-preview = <b>{ $count ->
    [one] { $count } заявка
    [few] { $count } заявки
    [many] { $count } заявок
   *[other] { $count } заявки
}</b>
bulk-line = • { $number }: { $name }, { $state }
bulk-what = Что будет с каждой: <b>{ $what }</b>
bulk-confirm = ✅ Сделать со всеми
bulk-done = <b>Что вышло</b>
bulk-released = ↩ { $number }: снова в очереди
bulk-rejected = ❌ { $number }: отклонена
bulk-refused = ⚠️ { $number }: { $why }

refusal-bulk-numbers = Это не номера заявок, а их может быть не больше { $most }.
    .next = Напишите их так: 12, 13, 14
refusal-hand-nobody = Нет никого по имени «{ $typed }», кому её можно передать.
    .next = Выберите кнопкой или назовите человека: #7, telegram:123 или discord:456.
refusal-hand-several = По имени «{ $typed }» подходят несколько человек.
    .next = Выберите кнопкой или назовите человека: #7, telegram:123 или discord:456.
refusal-application-hand-unfit = Этому человеку нельзя передать заявку { $number }.
    .next = Выберите того, кто рассматривает её регион, не участвовал в решении о ней и не приводил заявителя.

# Answers that are too long for the page of an application.
review-whole = 📖 Прочитать целиком
review-whole-of = Что написано в заявке { $number }, { $page } из { $pages }:
review-whole-next = ➡️ Читать дальше
