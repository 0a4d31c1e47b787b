## /membership: что партнёр делает со своим партнёрством

command-membership = Ваше партнёрство: состояние, пауза, выход
    .title = Партнёрство
membership-see = 🤝 Партнёрство
membership-title = Вы партнёр номер <b>{ $number }</b>: { $state }.
membership-own-onboarding = оформление ещё идёт
membership-own-active = участие действует
membership-own-paused = участие на паузе по вашей просьбе
membership-own-suspended = участие приостановлено
membership-own-terminating = участие прекращается
membership-own-terminated = участие прекращено по решению программы
membership-own-resigned = вы вышли из программы
membership-tier = Уровень: { $tier }
membership-tier-changes = 📅 { $at } ваш уровень станет таким: { $tier }
membership-checklist = <b>Что ещё нужно сделать</b>
membership-open = ☐
membership-uid = { $mark } Подтвердить, что UID с окончанием { $uid } — ваш
membership-read = 📜 Прочитать и принять
membership-texts = { $mark } Принять правила и раскрытие в сегодняшней редакции
membership-why = Причина: <b>{ $reason }</b>
membership-why-case = Причина: <b>{ $reason }</b> (дело { $number })
membership-why-private = Причину и что можно сделать, покажет /membership в нашем личном чате.
membership-no-appeal = Ни дела, ни решения пока нет, так что обжаловать нечего. Если дело откроют, вам сообщат, и вы сможете ответить, прежде чем что-либо решат.
membership-appealed-suspended = ⚖️ Вы обжаловали решение. Решает тот, кто в нём не участвовал; вам сообщат.
membership-appealed-terminating = ⚖️ Вы обжаловали решение, и до ответа ничего не закончится. Решает тот, кто в нём не участвовал; вам сообщат.
membership-no-leave = 🚪 Пока вы приостановлены, выйти нельзя. Когда приостановка кончится и открытых дел не будет, кнопка появится здесь снова.
membership-until-decided = Это продлится, пока не решено дело.
membership-suspended-until = До { $at }. Потом всё станет как прежде.
membership-ends = Партнёрство закончится { $at }.
membership-warnings = Действующих предупреждений: { $count } из { $most }.
membership-return-asked = Вы попросили о возвращении. Решают сотрудники, вам сообщат.
membership-may-return = Вы можете попросить о возвращении.
return-from = Попросить о возвращении можно с { $at }.
membership-confirm = ✅ Это мой
membership-pause = ⏸ Пауза
membership-resume = ▶ Продолжить
membership-resign = 🚪 Уйти
membership-return = ↩ Вернуться
membership-uid-preview = <code>{ $uid }</code> — это UID вашего аккаунта на бирже? Комиссия идёт на этот аккаунт.
membership-noted = ✅ Записано.
membership-is-active = 🎉 Всё сделано: теперь вы действующий партнёр.
membership-paused = Вы на паузе: заданий не будет, пока вы не продолжите. На комиссию это не влияет.
membership-resumed = Вы снова действующий партнёр.
membership-resign-preview = Уйти из программы, партнёр { $number }? Роль снимут сразу. Что лежит в вашем кошельке, остаётся вашим. О возвращении придётся просить.
membership-resign-number = Ваш номер партнёра — { $number }. Введя его, вы подтверждаете намерение.
membership-resigned = Вы ушли из программы. Спасибо за всё.
membership-told-lapsed = Приостановка окончена: дела из неё не вышло. Всё как прежде.
membership-told-expired = Приостановка окончена: по делу вовремя не решили. Всё как прежде. Само дело продолжается, и вам сообщат, чем оно кончится.
membership-told-served = Приостановка окончена. Всё как прежде.
membership-told-terminated = Ваше партнёрство закончилось.
membership-told-left = Вы давно не продолжали оформление, поэтому оно закончилось.
membership-told-held = Пока вы приостановлены (<b>{ $reason }</b>): бюджеты, новые ссылки и задания остановлены, пока не станет ясно, будет ли дело. На комиссию, которую платит биржа, это не влияет.
membership-told-back = 🎉 С возвращением! Пройдите список ещё раз — и вы снова действующий партнёр.
change-tier = Уровень: { $from } → <b>{ $to }</b>
change-spot = Комиссия со спотовой торговли, не более: { $from } % → { $to } %
change-futures = Комиссия с фьючерсов, не более: { $from } % → { $to } %
change-for-life-partner = Подписчики, которые уже закреплены за вами, сохраняют свои ставки: для них ничего не снижается. Новое действует для тех, кто придёт с этого дня.
change-for-life-staff = У подписчиков, уже привязанных к партнёру, ставки остаются: им ничего не снижают. Новое действует для тех, кто придёт с этого дня.
change-shown-partner = Сертификат следует за уровнем.
change-shown-staff = Сертификат меняется вместе с уровнем.
change-shown-badges-partner = За уровнем следуют сертификат и то, что о вас показывают Discord и Telegram.
change-shown-badges-staff = Сертификат меняется вместе с уровнем, как и то, что Discord и Telegram показывают о партнёре.
change-region = Регион: { $from } → <b>{ $to }</b>
change-due = Это произойдёт { $at }.
change-read = ✅ Прочитано
change-read-pending = Нажмите, пожалуйста, кнопку ниже. Если не нажмёте, изменение всё равно наступит в свой день.
change-read-done = Нажмите, пожалуйста, кнопку ниже, когда прочитаете.
change-is-read = ✅ Отмечено, что вы прочитали.
change-told-tier-pending = 📅 Ваш уровень изменится.
change-told-tier-done = 🏅 Ваш уровень изменился.
change-told-region-done = 🗺 С этого момента вы относитесь к другому региону. Всё открытое о вас переходит вместе с вами.
change-told-withdrawn = ↩ Объявленного изменения уровня не будет. Всё остаётся как есть.

partner-is-onboarding = оформление
partner-is-active = действует
partner-is-paused = на паузе
partner-is-suspended = приостановка
partner-is-terminating = идёт исключение
partner-is-terminated = исключение состоялось
partner-is-resigned = уход по своему желанию

argument-membership-resign-typed = Ваш номер партнёра в подтверждение
    .label = номер
    .ask = Введите свой номер партнёра, чтобы уйти
    .hint = Он виден в /membership
command-membership-resign = Уйти из программы
    .title = Уйти из программы

## /partner: для сотрудников

command-partner = Найти партнёра: как он стоит и что вы можете сделать
    .title = Партнёр
argument-partner-who = Номер, имя, упоминание, #человек или telegram:123
    .label = кто
    .ask = Какой партнёр?
    .hint = 12, Ana, @упоминание, #7 или telegram:123456789
partner-title = <b>Партнёр { $number }</b> · { $name } ({ $person })
partner-stands = { $state }, с { $at }
partner-tier = Уровень: { $tier } · Регион: { $region }
partner-no-region = нет
partner-tags = Метки: { $tags }
partner-case = ⚖️ Дело { $number }: { $state }
partner-asks-back = ↩ Просит о возвращении.
partner-history = { $at } · { $what } ({ $name })
history-case = { $what }, дело { $number }
history-overturned = { $what }, дело { $number }: позже отменено
history-undone-overturned = { $what }: решение по делу { $number } отменено по обжалованию
history-partner-uid-confirmed = UID подтверждён
history-partner-return-asked = просьба о возвращении
history-partner-return-backed = сотрудники за возвращение
partner-new-case = ⚖️ Открыть дело
partner-hold = ⏹ Приостановить
partner-lift = ▶ Снять
partner-back = ↩ Вернуть
partner-hold-preview = Приостановить { $name } до того, как есть дело? Это продлится { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
    [many] { $hours } часов
   *[other] { $hours } часа
}; если за это время дело не откроют, всё вернётся само.
partner-held = Приостановлено. Откройте дело: без него это кончится само.
partner-lifted = Снято. Всё как прежде.
partner-back-preview = Вернуть { $name }? Оформление начнётся заново, история сохранится.
partner-back-two = Вернуть { $name } после исключения? Согласны должны быть двое: админ и риск-офицер.
partner-is-back = Возвращение состоялось: оформление начинается заново.
partner-backed = Записано, что вы за. Нужен второй человек: админ и риск-офицер вместе.
partner-wants-back = Партнёр { $number }, { $name }, просит о возвращении.
command-partner-hold = Приостановить до того, как есть дело
    .title = Приостановить
argument-partner-hold-reason = Почему
    .label = причина
    .ask = О чём речь?
    .hint = Партнёр это прочитает.
tier-none = пока нет
tier-others = Присвоить могут другие: { $others }
tier-by = { $tier } ({ $roles })
partner-tier-change = 🏅 Уровень
partner-region-change = 🗺 Регион
partner-tier-proposed = ✋ Предложен уровень { $to } (кто: { $name }), нужен второй человек.
partner-region-proposed = ✋ Предложен регион { $to } (кто: { $name }), нужен второй человек.
partner-tier-pending = 📅 Уровень { $to }, с { $at }, кто объявил: { $name }; { $read ->
    [yes] партнёр прочитал.
   *[no] партнёр не подтвердил.
}
change-preview-done = Изменить это для партнёра { $number }, { $name }? Действует сразу, партнёру сообщат.
change-preview-pending = Объявить это партнёру { $number }, { $name }? Ему сообщат сразу, а наступит оно в свой день. До тех пор можно отозвать.
change-preview-proposed = Предложить это для партнёра { $number }, { $name }? Нужен второй человек.
change-preview-declined = Отклонить это для партнёра { $number }, { $name }? Тогда ничего не изменится.
change-declined-why = Почему отклонено: «{ $note }»
change-confirm-done = ✅ Изменить
change-confirm-pending = ✅ Объявить
change-confirm-proposed = ✅ Предложить
change-agree = ✅ Согласиться
change-decline = ❌ Не согласиться
change-withdraw = ↩ Отозвать
change-now-done = ✅ Изменено. Партнёру сообщено.
change-now-pending = 📅 Объявлено. Партнёру сообщено.
change-now-proposed = ✋ Предложено. Нужен второй человек, ему сообщено.
change-now-declined = Отклонено. Ничего не меняется.
change-now-withdrawn = Отозвано. Ничего не меняется.
change-waits = ✋ Партнёр <b>{ $number }</b>, { $name }: предложено изменение, нужен второй человек.
change-was-done = ✅ Партнёр <b>{ $number }</b>, { $name }: с вашим предложением согласились.
change-was-declined = ❌ Партнёр <b>{ $number }</b>, { $name }: ваше предложение отклонили.
change-arrived = 🗺 Партнёр <b>{ $number }</b>, { $name }, теперь относится к вашему региону.
change-comes-along = Открыто и теперь у вас. Дела: { $cases } · Жалобы: { $reports } · Апелляции: { $appeals }
change-nothing-along = Ничего открытого нет.
change-is-proposed = предложено
change-is-pending = объявлено
change-is-done = изменено
change-is-declined = отклонено
change-is-withdrawn = отозвано
change-is-dropped = не состоится
history-partner-change = { $what ->
    [tier] уровень
   *[region] регион
}: { $state }
history-partner-change-acknowledged = изменение прочитано
command-partner-tier = Изменить уровень партнёра
    .title = Уровень
argument-partner-tier-tier = Новый уровень
    .label = уровень
    .ask = Какой уровень?
    .hint = Более низкий объявляют, он наступает позже.
argument-partner-tier-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = Партнёр это прочитает.
command-partner-region = Изменить регион партнёра
    .title = Регион
command-change-decline = Отклонить изменение
    .title = Отклонить
argument-change-decline-note = Почему
    .label = пояснение
    .ask = Почему вы не согласны?
    .hint = Это прочитает тот, кто предложил; партнёр — нет.
argument-partner-region-region = Новый регион
    .label = регион
    .ask = Какой регион?
    .hint = Всё открытое о партнёре переходит вместе с ним.
argument-partner-region-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = Партнёр это прочитает.

refusal-partner-unbound = У вас нет UID, который надо подтвердить.
    .next = Спросите сотрудников программы.
refusal-partner-unaccepted = Правила и раскрытие в сегодняшней редакции не приняты.
    .next = Откройте /membership и примите их.
refusal-resign-not-typed = Это не ваш номер партнёра, поэтому ничего не сделано.
    .next = Введите номер { $number }, если правда хотите уйти.
refusal-partner-case-open = Есть открытое дело, поэтому сейчас уйти нельзя.
    .next = Оно в /membership; когда его решат, будет можно.
refusal-partner-groundless = Для приостановки нужно дело, или она кончается через несколько дней.
    .next = Сначала откройте дело через /partner.
refusal-partner-state = Сейчас этого с партнёром { $number } сделать нельзя. Состояние: { $state }.
    .next = Откройте страницу снова: там видно, что можно.
refusal-change-suspended = Партнёр { $number } сейчас в состоянии «{ $state }»: пока оно не разрешится, уровень не повышают.
    .next = Когда всё решится, выберите уровень снова.
refusal-partner-own = Это о вас.
    .next = Решит кто-то другой.
refusal-partner-not-yours = Вы не можете сделать этого с партнёром { $number }.
    .next = Спросите админа или риск-офицера программы.
refusal-partner-unknown = Ни один партнёр не подходит к «{ $typed }».
    .next = Введите номер, имя, упоминание, #7 или telegram:123.
refusal-partner-several = К «{ $typed }» подходят несколько партнёров: { $numbers }.
    .next = Введите номер нужного.
refusal-partner-none = Вы не партнёр.
    .next = Стать партнёром можно через /apply. Отправленную заявку показывает /status.
refusal-partner-moved-on = С партнёром { $number } кто-то успел раньше.
    .next = Откройте страницу снова и посмотрите, как теперь.
refusal-partner-no-hold = У партнёра { $number } нет приостановки без дела.
    .next = Решённое в деле меняет только обжалование.
refusal-partner-hold-spent = Партнёра { $number } по делу { $case } уже приостанавливали, и вовремя никто не решил.
    .next = Решите дело { $case } или предложите в нём приостановку. О новом сначала откройте отдельное дело и сообщите партнёру.
refusal-return-too-soon = Возвращаться ещё рано.
    .next = Это можно с { $at }.
refusal-return-not-asked = Партнёр { $number } не просил о возвращении.
    .next = Это делают через /membership.
refusal-return-unbacked = Нужны двое: админ и риск-офицер.
    .next = Попросите того, кого не хватает.
refusal-change-state = { $how ->
    [done] Это изменение партнёра { $number } уже принято ({ $name }).
    [declined] Это изменение партнёра { $number } уже отклонено ({ $name }).
    [withdrawn] Это изменение партнёра { $number } отозвано ({ $name }).
   *[over] Это изменение партнёра { $number } уже закрыто.
}
    .next = Откройте страницу снова, чтобы увидеть, как оно.
refusal-change-limit = Нынешний или новый уровень партнёра { $number } выше того, что может присвоить ваша роль.
    .next = Изменить могут: { $roles }.
refusal-change-same = У партнёра { $number } это уже есть.
    .next = Выберите другое.
refusal-change-open = У партнёра { $number } уже что-то ждёт решения.
    .next = Сначала ответьте на это или отзовите: /partner { $number }.
refusal-change-own-proposal = Это предложили вы сами.
    .next = Решить должен кто-то другой; вы можете отозвать.
refusal-change-other-side = Нужны обе стороны: кто ведёт прежний регион и кто ведёт новый.
    .next = Попросите недостающего регионального менеджера или админа.
refusal-change-unknown = Такого изменения у вас нет.
    .next = Загляните в /membership.
refusal-change-moved-on = С этим изменением кто-то вас опередил.
    .next = Откройте страницу снова, чтобы увидеть, как оно.
refusal-frozen-spender = Ваше партнёрство приостановлено, тратить из бюджета нельзя{ $reason ->
    [none] {"."}
   *[other] {" "}(дело { $reason }).
}
    .next = Посмотрите /membership. Ваш кошелёк работает как всегда.
