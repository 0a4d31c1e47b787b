## /treasury, /freeze

command-treasury = Пополнить или списать, с согласия второго человека
    .title = Казна
argument-treasury-action = Пополнить, списать или посмотреть, что ждёт решения
    .label = действие
    .ask = Что нужно сделать?
    .hint = О пополнении и списании решает второй человек.
argument-treasury-amount = Сколько
    .label = сумма
    .ask = Сколько?
    .hint = Например, 500
argument-treasury-to = Бюджет этой группы, ваш кошелёк или чей-то ещё
    .label = кошелёк
    .ask = Чей кошелёк?
    .hint = Из бюджета группы отправляют конверты её модераторы.
argument-treasury-person = telegram:123, discord:456 или упоминание в Discord
    .label = человек
    .ask = Кто это?
    .hint = telegram:123456789 или discord:123456789012345678
argument-treasury-chat = Группа, чей это бюджет, если вы в личном чате
    .label = группа
    .ask = Какая группа?
    .hint = Группа, где я вас встречал
argument-treasury-asset = Монета
    .label = монета
    .ask = Какая монета?
    .hint = Если не выбрать — основная монета программы.
argument-treasury-reason = Зачем; останется в записях
    .label = причина
    .ask = Зачем?
    .hint = Останется в записях.
choice-deposit = ➕ пополнить
choice-withdraw = ➖ списать
choice-list = 📋 ожидают
choice-person = конкретного человека

treasury-deposit = Пополнить на <b>{ $amount }</b>: { $owner }
    .numbered = <b>#{ $number }</b> Пополнить на <b>{ $amount }</b>: { $owner }
treasury-withdraw = Списать <b>{ $amount }</b>: { $owner }
    .numbered = <b>#{ $number }</b> Списать <b>{ $amount }</b>: { $owner }
treasury-reason = «{ $reason }», запрос: { $maker }
money-of-person = участник #{ $number } («{ $name }»)
money-of-group = группа #{ $number } («{ $title }»)
treasury-confirm = ✅ Запросить { $amount }
treasury-asked = { $amount }: нужно решение второго человека. Те, кто может решить, уже знают.
treasury-approved = ✅ Одобрено
treasury-rejected = ❌ Отклонено, деньги не двигались
treasury-none = Ничто не ждёт решения.
treasury-title = <b>Ждут решения</b>
treasury-earlier = ◀ Раньше
treasury-later = Позже ▶
treasury-told-approved = ✅ Ваш запрос одобрен, решение: { $name }
treasury-told-rejected = ❌ Ваш запрос отклонён, деньги не двигались. Решение: { $name }

command-freeze = Сразу заморозить конверты здесь или везде
    .title = Заморозка
argument-freeze-scope = Эта группа, всё или один человек
    .label = что
    .ask = Что заморозить или разморозить?
    .hint = До разморозки там нельзя отправлять и забирать конверты.
argument-freeze-action = Заморозить или разморозить
    .label = действие
    .ask = Заморозить или разморозить?
    .hint = Если не выбрать — заморозить.
argument-freeze-person = telegram:123, discord:456 или упоминание в Discord
    .label = человек
    .ask = Кто это?
    .hint = telegram:123456789 или discord:123456789012345678
argument-freeze-reason = Почему; это увидят люди
    .label = причина
    .ask = Почему?
    .hint = Это прочтут те, кому отказано.
choice-here = эту группу
choice-everything = всё
choice-stop = 🛑 заморозить
choice-lift = ✅ разморозить
freeze-preview-everything = Заморозить всё? До разморозки ни в одной группе нельзя будет отправлять и забирать конверты. Люди прочтут: { $reason }
freeze-confirm-everything = 🛑 Заморозить всё
freeze-stop-here = 🛑 Заморожено: в этой группе нельзя отправлять и забирать конверты, пока вы не разморозите её через /freeze.
freeze-stop-everything = 🛑 Заморожено: нигде нельзя отправлять и забирать конверты, пока вы не разморозите всё через /freeze.
freeze-stop-person = 🛑 Заморожено: этот человек не может отправлять и забирать конверты до разморозки через /freeze.
freeze-lift-here = ✅ Разморожено: группа работает дальше.
freeze-lift-everything = ✅ Разморожено: всё работает дальше.
freeze-lift-person = ✅ Разморожено: этот человек снова может участвовать.

refusal-already-frozen = Уже заморожено.
    .next = Чтобы разморозить: /freeze, действие «разморозить».
refusal-not-frozen = Это не заморожено.
    .next = Размораживать нечего.
refusal-frozen-programme = Сейчас всё заморожено{ $reason ->
    [none] .
    [audit] : сверка книг что-то нашла, это проверяют.
   *[other] : { $reason }
}
    .next = Сотрудники уже разбираются. Попробуйте позже; ваши деньги в сохранности.
refusal-frozen-chat = Конверты в этой группе пока заморожены{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Спросите модераторов или попробуйте позже.
refusal-frozen-member = Пока вы не можете отправлять и забирать конверты{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Если это ошибка, обратитесь к сотрудникам программы.
refusal-frozen-sender = Конверты этого отправителя пока придержаны{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Попробуйте позже: ничего не пропадёт, а что не забрали в срок, вернётся.
refusal-frozen-staff = Сейчас вы заморожены и ничего не решаете как сотрудник или модератор{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Обратитесь к другому администратору программы: с себя заморозку никто не снимает.
refusal-role-unknown = Роли «{ $role }» нет.
    .next = Выберите одну из: { $roles }.

refusal-frozen-by-staff = Это остановили сотрудники программы{ $reason ->
    [none] .
    [audit] : сверка книг что-то нашла, это проверяют.
   *[other] : { $reason }
}
    .next = Возобновить могут только они. Обратитесь к ним.
treasury-told-deposit = 💰 В ваш кошелёк поступило { $amount }: «{ $reason }»
treasury-told-withdraw = 💰 Из вашего кошелька списано { $amount }: «{ $reason }»
