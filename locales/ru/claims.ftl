## Доли, /claims, /verify

command-claims = Доли, которые вы забрали
    .title = Мои доли
command-verify = Проверить, что конверт поделён честно
    .title = Проверка
argument-verify-packet = Код конверта
    .label = конверт
    .ask = Какой конверт?
    .hint = Код из квитанции

claim-paid = 🎉 Вам досталось { $amount }! Уже в вашем /wallet. { $left ->
    [0] Это была последняя доля.
    [one] Осталась { $left } доля.
    [few] Осталось { $left } доли.
    [many] Осталось { $left } долей.
   *[other] Осталось { $left } доли.
}
claim-entered = 🎟 Вы участвуете! Розыгрыш { $at }.
claim-conditions = Пока нет. Условия этого конверта:
why-open = ✅ Вы можете забрать долю прямо сейчас.
why-not = Пока нет:
why-none = • Условий нет.
why-passphrase = • 🔑 Нужно кодовое слово, его знает отправитель.

claims-none = Вы ещё ничего не забирали.
claims-title = 🧧 <b>Ваши последние доли</b>
claims-line = + { $amount } · от кого: { $name } · { $at }

condition-met = ✓ { $condition }
condition-unmet = ✗ { $condition } → { $todo }
condition-unknown = ? { $condition } → Платформа сейчас не отвечает. Попробуйте через минуту.
condition-not-sender = все, кроме отправителя
    .todo = Этот конверт для остальных. Посмотрите, кому повезёт!
condition-member = участники этой группы
    .todo = Вступите в группу и нажмите ещё раз.
condition-premium = люди с Telegram Premium
    .todo = Этот конверт только для аккаунтов с Telegram Premium.
condition-account-age = аккаунты не младше { $days } { $days ->
    [one] дня
    [few] дней
    [many] дней
   *[other] дня
}
    .todo = Ваш аккаунт слишком новый. Со временем подойдёт.
condition-discord-role = люди с ролью { $role } в Discord
    .todo = Попросите эту роль у модераторов в Discord.

verify-title = 🔍 <b>Конверт</b> <code>{ $packet }</code>
verify-statement = Внесено { $funded } = выплачено { $paid } + возвращено { $returned } + осталось { $left }
verify-commitment = Хеш { $number }: <code>{ $commitment }</code>
verify-living = Конверт ещё открыт. Хеш выше опубликован до первого нажатия; когда конверт завершится, мы раскроем его зерно, и каждый сможет проверить все доли.
verify-seed = Зерно: <code>{ $seed }</code>
verify-valid = ✅ Пересчитано из зерна: хеш сходится, и { $shares ->
    [1] единственная доля — та самая, что выпала
   *[other] все доли ({ $shares }) — те самые, что выпали
} ещё до первого нажатия.
verify-invalid = ❌ Расхождение в { $at }: опубликовано { $published }, пересчитано { $recomputed }. Пожалуйста, сообщите сотрудникам.
verify-yourself = Не верьте мне на слово: docs/fairness.md объясняет как, а docs/verify.mjs проверит всё на вашем компьютере.
verify-record = 📄 Открытая запись

refusal-claimed-already = Вы уже забрали свою долю: { $amount }.
    .next = Она в вашем /wallet.
refusal-entered-already = Вы уже участвуете.
    .next = Розыгрыш { $draw }.
refusal-packet-empty = { $shares ->
    [1] Единственную долю уже забрали.
   *[other] Все доли ({ $shares }) уже забрали.
}
    .next = В следующий раз успеете!
refusal-packet-expired = Время этого конверта вышло.
    .next = Ждите следующего.
refusal-packet-cancelled = Этот конверт завершён досрочно — отправителем или модератором.
    .next = Ждите следующего.
refusal-packet-paused = Этот конверт на паузе.
    .next = Попробуйте, когда пауза на карточке исчезнет.
refusal-packet-elsewhere = Конверт { $packet } не для этого чата.
    .next = Нажмите кнопку в той группе, куда его отправили.
refusal-passphrase-wrong = Это не то кодовое слово.
    .next = { $left ->
        [0] Это была последняя попытка.
        [one] У вас осталась { $left } попытка.
        [few] У вас осталось { $left } попытки.
        [many] У вас осталось { $left } попыток.
       *[other] У вас осталось { $left } попытки.
    }
refusal-passphrase-tries = Ваши попытки для этого конверта закончились (было: { $tries }).
    .next = Ждите следующего.
