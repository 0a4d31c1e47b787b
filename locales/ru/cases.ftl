## /report: любой может рассказать, что сделал партнёр

command-report = Пожаловаться на партнёра
    .title = Жалоба
argument-report-about = Номер, имя или аккаунт партнёра
    .label = кто
    .ask = О ком речь?
    .hint = Номер, имя или аккаунт партнёра, как вы его знаете
argument-report-reason = О чём речь
    .label = причина
    .ask = О чём речь?
    .hint = Выберите самое подходящее.
argument-report-words = Что произошло
    .label = рассказ
    .ask = Что произошло?
    .hint = Что сказано или сделано, где и когда
argument-report-link = Где это видно
    .label = ссылка
    .ask = Где это видно?
    .hint = Адрес поста или страницы, например t.me/moon/12
argument-report-picture = Снимок экрана
    .label = снимок
    .ask = Есть снимок экрана?
    .hint = Его видят только сотрудники. Если его нет, пропустите.
report-made = ✅ Спасибо. Номер вашей жалобы — <b>{ $number }</b>. Партнёр не узнает, кто её подал, а вам сообщат, чем всё кончилось.
report-cancelled = Жалоба не подана.
report-told-nothing = Вашу жалобу { $number } рассмотрели. Нарушения правил не нашли. Спасибо за внимание.
report-told-acted = Вашу жалобу { $number } рассмотрели и приняли меры. Спасибо за внимание.
report-told-overturned = Уточнение по вашей жалобе { $number }: после обжалования дело рассмотрел другой сотрудник, и меры отменены. Партнёр остаётся в прежнем статусе.
report-title = <b>Жалоба { $number }</b> · { $state }
report-since = Подана { $at }
report-about = О ком: { $about }
report-about-partner = О ком: { $name }, партнёр { $partner } («{ $about }»)
report-about-number = О ком: { $name }, партнёр { $partner }
report-emptied = Содержание стёрто: тот, о ком шла речь, или тот, кто это сообщил, попросил стереть о себе всё.
report-joined = { $count ->
    [one] О том же ещё { $count } жалоба.
    [few] О том же ещё { $count } жалобы.
    [many] О том же ещё { $count } жалоб.
   *[other] О том же ещё { $count } жалобы.
}
report-case = ⚖️ Дело { $number }
report-by = Подал(а) { $name }. Партнёр не должен этого узнать.
report-is-open = ещё не смотрели
report-is-joined = присоединена к другой
report-is-cased = открыто дело
report-is-dismissed = без последствий
report-arrived = Ждёт жалоба <b>{ $number }</b>. Чата для дел нет: админ может назначить группу командой /desk.
report-open-case = ⚖️ Открыть дело
report-open-one = 📨 Жалоба { $number }
report-dismiss = ✖ Отклонить
report-dismissed = Отклонена. Подавшему сообщат в общих словах.
report-case-preview = Открыть дело о партнёре <b>{ $name }</b> (№ { $partner }) по жалобе { $number }? Её слова станут обвинением, которое прочитает партнёр: они не должны выдать подавшего.
command-report-case = Открыть дело по жалобе
    .title = Открыть дело
argument-report-case-partner = Какой партнёр
    .label = партнёр
    .ask = О каком партнёре речь?
    .hint = 12, Ana, @упоминание, #7 или telegram:123456789
command-report-dismiss = Отклонить жалобу
    .title = Отклонить
argument-report-dismiss-note = Почему без последствий
    .label = заметка
    .ask = Почему это без последствий?
    .hint = Для сотрудников; подавшему сообщат в общих словах.

## Дело: карточка и что видят сотрудники

command-case = Жалобы и дела, которые ждут, или одно по номеру
    .title = Дело
argument-case-number = Номер дела
    .label = номер
    .ask = Какое дело?
    .hint = Например 12
case-none = Ни жалоб, ни дел нет.
case-list = <b>Жалобы и дела</b>
case-line = Дело { $number } · { $name }: { $state }
case-open = 🔍 Открыть
case-open-one = ⚖️ Дело { $number }
case-title = <b>Дело { $number }</b> · { $name }, партнёр { $partner }
case-since = { $state }; открыто { $at }
case-reports = { $count ->
    [one] В основе { $count } жалоба
    [few] В основе { $count } жалобы
    [many] В основе { $count } жалоб
   *[other] В основе { $count } жалобы
}
case-reply-due = Партнёр может ответить до { $at }.
case-hold-due = ⏳ Приостановка кончится { $at }, если до тех пор ничего не предложат.
case-appeal-due = Обжаловать можно до { $at }.
case-reason = О чём: <b>{ $reason }</b>
case-words = «{ $words }»
case-link = 🔗 { $link }
case-reply-line = 💬 Партнёр: { $reply }
case-partner = Партнёр сейчас: { $state }; действующих предупреждений: { $count }.
case-proposed = ✋ { $name } предлагает: { $verdict }{ $days ->
    [0] {"."}
    [one] {", "}{ $days } день.
    [few] {", "}{ $days } дня.
    [many] {", "}{ $days } дней.
   *[other] {", "}{ $days } дня.
}
case-verdict = <b>Решение:</b> { $verdict }
case-appeal-verdict = <b>По обжалованию:</b> { $verdict }
case-appeal-reduced = <b>По обжалованию:</b> смягчено, теперь: { $verdict }
case-appeal-for = Решить апелляцию могут: { $names }.
case-appeal-nobody = Сейчас эту апелляцию никто из сотрудников решить не может: участники дела исключены. Администратор может дать роль кому-то ещё через /role.
case-deed = { $at } · { $deed } ({ $name })
case-by-rule = по правилам
deed-opened = открыто
deed-noticed = партнёру сообщено
deed-proposed = предложение
deed-declined = предложение снято
deed-dismissed = прекращено
deed-warned = предупреждение
deed-suspended = приостановка
deed-terminated = исключение
deed-upheld = в обжаловании отказано
deed-reduced = смягчено по обжалованию
deed-overturned = отменено по обжалованию
case-is-open = открыто, партнёр ещё не знает
case-is-awaiting_partner = ждёт ответа партнёра
case-is-deciding = ждёт решения
case-is-dismissed = дело прекращено
case-is-warned = предупреждение
case-is-suspended = приостановка
case-is-terminated = исключение
case-is-appealed = обжалуется
case-is-upheld = решение в силе
case-is-reduced = решение смягчено
case-is-overturned = решение отменено
case-is-closed = закрыто
case-outcome-appealed = { $verdict }, обжалуется
case-outcome-upheld = { $verdict }, подтверждено по обжалованию
case-outcome-reduced = { $verdict }, смягчено по обжалованию
case-outcome-overturned = решение отменено по обжалованию, ничего не действует
case-arrived = Дело <b>{ $number }</b> о { $name } ждёт кого-нибудь: { $state }. Чата для дел нет: админ может назначить группу командой /desk.
case-replied-told = 💬 Дело <b>{ $number }</b> о { $name }: партнёр ответил. Теперь нужно решать.
case-appealed-told = ⚖️ Дело <b>{ $number }</b> о { $name }: партнёр обжалует решение. Вы в нём не участвовали и можете рассмотреть жалобу.
case-appealed-nobody = ⚖️ Дело <b>{ $number }</b>: партнёр обжалует решение, а рассмотреть жалобу некому: кто участвовал, тот не может. Дайте роль кому-то ещё через /role.
case-waits = Дело <b>{ $number }</b> о { $name }: решение предложено, нужен второй человек.
case-remind-reply = ⏳ Дело <b>{ $number }</b> о { $name }: время на ответ выходит { $at }, ответа ещё нет. Потом нужно решать.
case-remind-hold = ⚠️ Дело <b>{ $number }</b> о { $name }: приостановка сама кончится { $at }. Решите до этого или предложите то, для чего нужны двое.
case-remind-second = ⚠️ Дело <b>{ $number }</b> о { $name }: приостановка кончилась бы { $at }, но предложение ждёт второго человека. Она длится, пока кто-нибудь не согласится или не откажет.
case-hold-over = Дело <b>{ $number }</b> о { $name }: вовремя ничего не предложили, и приостановка кончилась. Дело всё ещё ждёт решения.
case-opened = ✅ Дело { $number } открыто. Теперь сообщите партнёру.
case-notified = ✅ Партнёру сообщено, он может ответить.
case-is-proposed = ✋ Предложено. Нужен второй человек, ему сообщено.
case-is-decided = <b>Решено. Что изменилось:</b>
case-declined = Не сделано: предложение снято.
case-decline-preview = Отклонить предложение по делу { $number }?
case-take-back-preview = Отозвать ваше предложение по делу { $number }?
case-declined-why = Почему отклонено: «{ $note }»
case-whole-of = Что написано в деле { $number }, { $page } из { $pages }:
case-told-declined = Ваше предложение по делу <b>{ $number }</b> отклонено ({ $name }). Для партнёра ничего не изменилось.
case-told-agreed = ✅ Ваше предложение по делу <b>{ $number }</b> о { $about } поддержано ({ $name }): { $verdict }. Решение принято, партнёр о нём знает.
case-told-replaced = По делу <b>{ $number }</b> о { $about } вместо вашего предложения внесено другое ({ $name }): { $verdict }.
case-told-otherwise = По делу <b>{ $number }</b> о { $about } решено не так, как вы предлагали ({ $name }): { $verdict }.
case-told-on-appeal = ⚖️ По делу <b>{ $number }</b> о { $about }, где решение предлагали вы, рассмотрено обжалование ({ $name }). Итог: { $verdict }.
case-new-preview = Открыть дело о { $name }, партнёр { $partner }? Вот что он прочитает, когда вы ему сообщите:
case-new-confirm = ⚖️ Открыть
case-notify-preview = Сообщить партнёру сейчас? На ответ у него { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
    [many] { $hours } часов
   *[other] { $hours } часа
}, и прочитает он это:
case-propose-preview = <b>Вы предлагаете: { $verdict }.</b> Должен согласиться второй человек. Тогда изменится:
case-rule-preview = <b>{ $verdict }.</b> Изменится:
case-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}
case-notify = 📣 Сообщить партнёру
case-dismiss = ✖ Прекратить
case-warn = ⚠️ Предупредить
case-suspend = ⏹ Приостановить
case-terminate = 🚪 Исключить
case-agree = ✅ Согласиться
case-decline = ❌ Не согласиться
case-take-back = ↩ Снять
case-reduce = ⚖️ Смягчить
case-overturn = ⚖️ Отменить
confirm-case-dismiss = ✖ Прекратить
confirm-case-warn = ⚠️ Предупредить
confirm-case-suspend = ✋ Предложить
confirm-case-terminate = ✋ Предложить
confirm-case-uphold = ⚖️ Оставить в силе
confirm-case-reduce = ⚖️ Смягчить
confirm-case-overturn = ⚖️ Отменить

effect-none = • Ничего не меняется.
effect-warning = • Предупреждение, действует до { $at }
effect-unwarning = • Предупреждение снимается
effect-review = • Это уже { $count ->
    [one] { $count } действующее предупреждение
    [few] { $count } действующих предупреждения
    [many] { $count } действующих предупреждений
   *[other] { $count } действующего предупреждения
}: открывается дело обо всех сразу
effect-state = • Состояние партнёра: { $from } → { $to }
effect-until-suspended = • Состояние партнёра: { $from } → { $to } до { $at }
effect-until-terminating = • Состояние партнёра: { $from } → { $to }; конец { $at }
effect-later = • Состояние партнёра, когда отменят меру другого дела: { $to }
effect-stop = • Бюджеты, новые ссылки и задания: остановлены
effect-unstop = • Бюджеты, новые ссылки и задания: снова работают
effect-role = • Роль партнёра: снимается сразу
effect-role-at = • Роль партнёра: снимается { $at }
effect-unrole = • Роль партнёра: возвращается
effect-mirrored = • Не меняется: комиссия, которую платит биржа, и что лежит в кошельке

## Дело, как его читает партнёр

case-own = <b>Дело { $number }</b>: { $state }
case-own-awaiting = ждём вашего ответа
case-own-reply-line = 💬 Ваш ответ: { $reply }
case-own-reply = Ответить можно до { $at }. Если не ответите, решат без вашего ответа.
case-own-appeal = До { $at } решение можно один раз обжаловать; решит тот, кто не участвовал.
case-reply-preview = <b>Отправить этот ответ по делу { $number }?</b> ⚠️ Он единственный: после отправки его нельзя изменить, дополнить или отозвать.
case-reply-confirm = ✅ Отправить единственный ответ
case-answer = 💬 Ответить
case-appeal = ⚖️ Обжаловать
case-replied = ✅ Ваш ответ у сотрудников.
case-told-notice = ⚖️ Вас обвиняют в нарушении правил программы. Ничего ещё не решено.
case-told-lapsed = Время на ответ вышло; дело решат без вашего ответа.
case-told-remind = ⏳ Вы ещё не ответили, а время скоро выйдет.
case-told-dismissed = ✅ Дело против вас прекращено.
case-told-warned = ⚠️ Вам вынесено предупреждение.
case-told-suspended = ⏹ Ваше партнёрство приостановлено.
case-told-terminated = 🚪 Вас исключают из программы.
case-told-upheld = ⚖️ Ваше обжалование рассмотрел другой человек. Решение остаётся в силе.
case-told-reduced = ⚖️ Ваше обжалование удовлетворено частично.
case-told-overturned = ⚖️ Ваше обжалование удовлетворено: всё как прежде.
command-case-reply = Ответить по делу
    .title = Ваш ответ
argument-case-reply-words = Как это видите вы
    .label = ответ
    .ask = Как это видите вы?
    .hint = Всё одним сообщением; ответить можно один раз. Перед отправкой вы увидите ответ ещё раз.
command-case-appeal = Обжаловать
    .title = Ваше обжалование
argument-case-appeal-words = Почему решение неверно
    .label = обжалование
    .ask = Почему решение неверно?
    .hint = Скажите, что упустили. Обжаловать можно один раз.

## Что спрашивают у сотрудников

command-case-new = Открыть дело
    .title = Открыть дело
argument-case-new-reason = О чём речь
    .label = причина
    .ask = О чём речь?
    .hint = Партнёр это прочитает.
argument-case-new-words = Что произошло и что это показывает
    .label = обвинение
    .ask = Что произошло и что это показывает?
    .hint = Партнёр это прочитает: что, где, когда, со ссылками
command-case-dismiss = Прекратить
    .title = Прекратить
argument-case-dismiss-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = На языке, который партнёр читает
command-case-warn = Предупредить
    .title = Предупредить
argument-case-warn-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = На языке, который партнёр читает
command-case-suspend = Приостановить
    .title = Приостановить
argument-case-suspend-days = На сколько
    .label = дни
    .ask = На сколько?
    .hint = Потом всё само станет как прежде.
argument-case-suspend-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = На языке, который партнёр читает
command-case-terminate = Исключить
    .title = Исключить
argument-case-terminate-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = На языке, который партнёр читает
command-case-decline = Не согласиться
    .title = Не согласиться
argument-case-decline-note = Почему
    .label = пояснение
    .ask = Почему вы не согласны?
    .hint = Это прочитает тот, кто предложил; партнёр — нет.
command-case-uphold = Оставить в силе
    .title = Оставить в силе
argument-case-uphold-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = На языке, который партнёр читает
command-case-reduce = Смягчить
    .title = Смягчить
argument-case-reduce-to = До чего
    .label = вместо
    .ask = Что вместо этого?
    .hint = Мягче, чем было решено
argument-case-reduce-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = На языке, который партнёр читает
command-case-overturn = Отменить
    .title = Отменить
argument-case-overturn-note = Почему
    .label = заметка
    .ask = Почему?
    .hint = На языке, который партнёр читает
choice-applications = заявки
choice-cases = дела и жалобы

## Причины, которые может назвать файл программы

offence-promise = ложное обещание
offence-misleading = введение в заблуждение
offence-brand = неверное использование бренда
offence-defamation = клевета
offence-disclosure = партнёрство не раскрыто
offence-offensive = оскорбления
offence-plagiarism = чужое выдано за своё
offence-violence = насилие
offence-sexual = сексуальный контент
offence-spam = спам
offence-bots = накрученные подписчики или боты
offence-selfref = самореферал
offence-market = манипуляции на рынке
offence-country = страна, где программа не разрешена
offence-other = другое
offence-warnings = несколько предупреждений, пока они действуют

refusal-case-says-nothing = Здесь ничего не написано.
    .next = Напишите несколько слов.
refusal-case-state = Сейчас этого с делом { $number } сделать нельзя. Его состояние: { $state }{ $who ->
    [known] {". Последний шаг: "}{ $deed } ({ $name }).
   *[none] {"."}
}
    .next = Откройте его снова: там видно, что можно.
refusal-case-own-proposal = Это предложили вы сами.
    .next = Согласиться должен другой админ или риск-офицер.
refusal-case-two-hands = Для исключения нужны двое: админ и риск-офицер.
    .next = Попросите того, кого не хватает.
refusal-case-appeal-late = Обжаловать решение по делу { $number } уже поздно.
    .next = Посмотрите в /membership, что ещё действует.
refusal-case-appealed = Вы уже обжаловали.
    .next = Решение обжалуют один раз.
refusal-case-panel = Это обжалование не для вашей роли.
    .next = Приостановку смотрят админы и риск-офицеры, исключение — админ.
refusal-case-no-lesser = Это не мягче того, что решено.
    .next = Выберите мягче, отмените или оставьте в силе.
refusal-case-own = Дело { $number } о вас.
    .next = Оно в /membership. Решают другие.
refusal-case-not-yours = Вы не можете сделать этого с делом { $number }.
    .next = Кто привёл партнёра, в деле не участвует. Спросите админа, если думаете иначе.
refusal-case-reported = О том, чему посвящено дело { $number }, сообщили вы.
    .next = Кто пожаловался, в деле не участвует: решают другие.
refusal-case-other-region = Этот партнёр из региона, который вы не ведёте.
    .next = Кто ведёт регион, показывает /region. Админ может выдать вам роль для него командой /role.
refusal-case-took-part = Вы участвовали в деле { $number }.
    .next = Обжалование решает тот, кто не участвовал.
refusal-case-needs-risk = Для этого нужен админ или риск-офицер.
    .next = Предложите, что можете, или попросите их.
refusal-case-unknown = Дела { $number } нет.
    .next = Что ждёт, видно в /case.
refusal-case-moved-on = С делом { $number } кто-то успел раньше.
    .next = Откройте его снова и посмотрите, как теперь.
refusal-case-changed = Дело { $number } изменилось с тех пор, как вы смотрели{ $who ->
    [known] {": "}{ $deed } ({ $name }).
   *[none] {"."}
}
    .next = Откройте его снова и решайте о том, что есть.
refusal-case-partner-gone = Партнёр { $number } уже не в программе.
    .next = Из дела больше ничего не последует.
refusal-case-partner-state = Так нельзя: партнёр { $number } сейчас — { $state }.
    .next = Прекратите, предупредите или подождите, пока это изменится.
refusal-case-nothing-proposed = По делу { $number } ничего не предложено{ $who ->
    [known] {": "}{ $deed } ({ $name }).
   *[none] {"."}
}
    .next = Откройте его снова и посмотрите, как теперь.
refusal-offence-unknown = Причины «{ $typed }» в программе нет.
    .next = Выберите кнопкой.
refusal-report-too-many = За сутки вы подали { $most ->
    [one] { $most } жалобу
    [few] { $most } жалобы
    [many] { $most } жалоб
   *[other] { $most } жалобы
}, больше нельзя.
    .next = Остальное подайте завтра.
refusal-report-own = На себя пожаловаться нельзя.
    .next = Напишите сотрудникам программы.
refusal-report-unknown = Жалобы { $number } нет.
    .next = Что ждёт, видно в /case.
refusal-report-own-decision = Жалоба { $number } ваша или о вас.
    .next = Решит кто-то другой.
refusal-report-decided = По жалобе { $number } уже решено.
    .next = Откройте её снова и посмотрите, чем кончилось.
refusal-link-malformed = «{ $typed }» — не адрес страницы.
    .next = Скопируйте его из браузера, например t.me/moon/12.

evidence-picture = 🖼 Снимок экрана
evidence-picture-of = 🖼 Что прислали как доказательство:
evidence-picture-gone = Изображения больше нет. Попросите прислать его ещё раз.
refusal-report-not-yours = Жалоба { $number } о партнёре, за которого отвечаете не вы.
    .next = Кто отвечает, покажет /region. Админ может дать вам роль для этого региона командой /role.
