## /link_account, /uid, /person: один человек, несколько аккаунтов

command-link_account = Объединить два ваших аккаунта
    .title = Один человек
argument-link_account-code = Код, который получил ваш другой аккаунт
    .label = код
    .ask = Какой код?
    .hint = Чтобы получить код, наберите /link_account с другого аккаунта.
command-uid = Номер вашего аккаунта на бирже
    .title = UID на бирже
argument-uid-uid = Номер вашего аккаунта на бирже (UID)
    .label = номер
    .ask = Какой у вас UID на бирже?
    .hint = Только цифры, как в вашем профиле на бирже.
argument-uid-again = Тот же номер ещё раз
    .label = повтор
    .ask = Тот же UID ещё раз?
    .hint = Наберите его заново: потом изменить его смогут только сотрудники.
command-person = Посмотреть человека, изменить UID, отвязать аккаунт
    .title = Человек
argument-person-action = Посмотреть, задать UID или отвязать аккаунт
    .label = действие
    .ask = Что сделать?
    .hint = Аккаунт отвязывают, только если он чужой.
argument-person-person = Кто: #7, упоминание, telegram:123 или discord:456
    .label = человек
    .ask = Кто это?
    .hint = Например #7, упоминание, telegram:123 или discord:456.
argument-person-uid = Новый UID или «none»
    .label = номер
    .ask = Какой UID?
    .hint = Цифры или «none», чтобы убрать его.
argument-person-reason = Почему; останется в журнале
    .label = причина
    .ask = Почему?
    .hint = Останется в журнале. Пожалуйста, без личных данных.
choice-uid = задать UID
choice-part = отвязать аккаунт

link-in-private = Код видите только вы, поэтому я дам его в личном чате.
link-code = Ваш код: <code>{ $code }</code>
link-code-how = С <b>другого</b> своего аккаунта напишите мне в личный чат: <code>{ $line }</code>. Код истекает { $at }.
link-code-secret = ⚠️ Не давайте его никому, сотрудникам тоже: кто его наберёт, станет здесь вами.
link-code-copy = 📋 Скопировать
link-offer = Этот код получил аккаунт <b>{ $name }</b>. Оба аккаунта <b>ваши</b>? Тогда они станут одним человеком:
link-offer-wallet = • один кошелёк: в нём все деньги обоих, и тратить их могут оба аккаунта
link-offer-claims = • одна доля в конверте, одно участие в розыгрыше, одни лимиты (засчитывается больший расход из двух)
link-offer-roles = • роли, номер партнёра и UID на бирже — на обоих; заморозка или отказ любого из них — тоже
link-offer-withdraws = • заявка { $number } будет отозвана: у одного человека заявка одна
link-offer-final = ⚠️ <b>Отменить это нельзя.</b> Если набрать код вас попросил кто-то другой, откажитесь: он получит ваш кошелёк.
link-confirm = Оба мои
link-dropped = Ничего не изменилось, а код больше не действует.
link-done = ✅ Теперь два ваших аккаунта — один человек.
link-moved = { $amount } перешло в общий кошелёк.
link-withdrew = Заявка { $number } отозвана.
link-told = 🔗 С вашим аккаунтом объединён ещё один: { $name }. Если это не вы, сразу скажите сотрудникам.
link-told-staff = 🔗 { $name } (#{ $number }): привязан ещё один аккаунт. Теперь у него роли: { $roles }.
link-told-decided = ⚠️ { $name } (#{ $number }): привязан ещё один аккаунт, и один из двух принимал решения о другом: { $what }. Проверьте это ещё раз.
link-decided-application = заявка { $number }
link-decided-change = изменение { $number } у партнёра
link-decided-case = дело { $number }
link-decided-report = жалоба { $number }
link-decided-treasury = запрос казначейства { $number }
link-decided-packet = запрос на конверт { $number }

uid-is = Ваш UID на бирже: <code>{ $uid }</code>
uid-staff = Изменить его могут только сотрудники.
uid-preview = Ваш UID на бирже — <code>{ $uid }</code>?
uid-preview-final = С этого момента он только ваш, и изменить его смогут лишь сотрудники.
uid-confirm = ✅ Привязать { $uid }
uid-done = ✅ Привязан: <code>{ $uid }</code>.

person-title = <b>{ $name }</b> (#{ $number })
person-account = Аккаунт: <code>{ $account }</code>
person-numbers = Прежние номера: { $numbers }
person-uid = UID: { $uid ->
    [none] нет
   *[other] <code>{ $uid }</code>
}
person-roles = Роли: { $roles ->
    [none] нет
   *[other] { $roles }
}
person-stopped = 🛑 Заморозка: { $reason ->
    [none] причина не названа
   *[other] { $reason }
}
person-uid-preview = UID, <b>{ $name }</b>: { $before ->
    [none] нет
   *[other] { $before }
} → { $after ->
    [none] нет
   *[other] { $after }
}. Причина: { $reason }
person-uid-confirm = ✅ Изменить UID
person-uid-changed = ✅ UID, { $name }: { $after ->
    [none] нет
   *[other] { $after }
}.
person-part-preview = Отвязать <code>{ $account }</code> от <b>{ $name }</b>? Причина: { $reason }
person-part-final = ⚠️ Владелец аккаунта станет новым человеком, у которого нет ничего. Деньги, доли, роли и заморозки остаются: { $name }.
person-part-confirm = Отвязать
person-parted = ✅ Готово. За этим аккаунтом теперь #{ $number }.

movement-people-joined = с вашего другого аккаунта

refusal-link-pause = Недавно аккаунты уже объединяли, или сотрудники отвязали один из них.
    .next = Снова можно с { $at }.
refusal-link-most = Здесь у человека может быть не больше { $most ->
    [one] { $most } аккаунта
    [few] { $most } аккаунтов
    [many] { $most } аккаунтов
   *[other] { $most } аккаунта
}.
    .next = Если один из них уже не ваш, обратитесь к сотрудникам.
refusal-link-tries = Слишком много неверных кодов.
    .next = Попробуйте { $at } и наберите код точно так, как он был показан.
refusal-link-public = Этот код прочли все в группе, поэтому он больше не действует.
    .next = Получите новый и наберите его в личном чате со мной.
refusal-link-code-wrong = Такого кода нет.
    .next = { $left ->
    [0] Следующая попытка — через час.
    [one] Скопируйте код как есть. Осталась { $left } попытка в этот час.
    [few] Скопируйте код как есть. Осталось { $left } попытки в этот час.
    [many] Скопируйте код как есть. Осталось { $left } попыток в этот час.
   *[other] Скопируйте код как есть. Осталось { $left } попытки в этот час.
}
refusal-link-code-used = Этот код уже использован.
    .next = Если это были не вы, сразу скажите сотрудникам.
refusal-link-code-spent = Этот код больше не действует.
    .next = Наберите /link_account с другого аккаунта и получите новый.
refusal-link-code-late = Срок кода вышел.
    .next = Наберите /link_account с другого аккаунта и получите новый.
refusal-link-code-gone = Здесь вам нечего подтверждать.
    .next = Наберите /link_account и код, который получил ваш другой аккаунт.
refusal-link-own-code = Это код этого же аккаунта.
    .next = Наберите его с другого аккаунта.
refusal-link-same-person = Оба аккаунта уже принадлежат одному человеку.
    .next = Делать больше ничего не нужно.
refusal-link-two-partners = Оба аккаунта — партнёры, и сделать из двух одного я не могу.
    .next = Спросите сотрудников, какой из двух останется.
refusal-link-two-uids = У двух аккаунтов разные UID на бирже.
    .next = Спросите сотрудников, какой из них верный.
refusal-link-held = Деньги одного из двух удерживают сотрудники.
    .next = Узнайте у сотрудников почему, а потом объединяйте.
refusal-uid-bound = Ваш UID уже привязан: { $uid }.
    .next = Если он неверный, попросите сотрудников изменить его.
refusal-uid-taken = Этот UID здесь уже у другого человека.
    .next = Если он ваш, объедините аккаунты через /link_account или к сотрудникам.
refusal-uid-differs = Номера не совпали.
    .next = Сверьтесь ещё раз и снова наберите /uid.
refusal-uid-own = Свой UID не меняет никто.
    .next = Попросите другого сотрудника.
refusal-uid-none = UID нет.
    .next = Наберите его цифры.
refusal-part-own = Аккаунт от самого себя не отвязывает никто.
    .next = Попросите другого сотрудника.
refusal-part-last = Это единственный аккаунт этого человека.
    .next = Отвязывать его не от чего.
refusal-part-packets = У этого человека есть незаконченный конверт: он его отправил, взял из него долю или участвует в розыгрыше. Новым человеком он смог бы получить ещё раз.
    .next = Остановите его пока командой /freeze и отделите аккаунт после { $at }.
