### Термины: red packet — красный конверт (дальше просто «конверт»); share — доля; drop — отправить;
### claim — забрать; wallet — кошелёк; budget — бюджет группы; group — группа; moderator — модератор;
### admin — админ (группы), администратор (программы); programme — программа; staff — сотрудники; asset — монета;
### passphrase — кодовое слово; draw — розыгрыш; lucky — на удачу; equal — поровну; fixed — строго поровну;
### spread — разброс; fingerprint — отпечаток; seed — зерно; statement — операции; deposit — пополнение;
### withdraw — списание; approve — одобрить; reject — отклонить; freeze — заморозить; lift — разморозить;
### pause — пауза; end (a packet) — завершить досрочно; id — код; card — карточка; receipt — квитанция.
### К людям — «вы» со строчной; имена стоят в именительном падеже, глаголы при них в настоящем времени.

## Красные конверты: /redpacket, карточка, управление

command-redpacket = Отправить участникам красный конверт
    .title = Красный конверт

argument-redpacket-amount = Сколько всего, например 50
    .label = сумма
    .ask = Сколько всего?
    .hint = Например, 50 или 12.5
argument-redpacket-shares = Сколько человек смогут забрать долю
    .label = доли
    .ask = На сколько человек?
    .hint = Число от 1 до 1000
argument-redpacket-split = На удачу, поровну или строго поровну
    .label = деление
    .ask = Как поделить?
    .hint = На удачу — случайно. Поровну — как можно ровнее. Строго поровну — точно или никак.
argument-redpacket-asset = Какую монету раздать
    .label = монета
    .ask = Какая монета?
    .hint = Если не выбрать — основная монета программы.
argument-redpacket-spread = Насколько могут отличаться доли на удачу
    .label = разброс
    .ask = Какой разброс долей?
    .hint = Спокойный: доли близки. Бурный: несколько крупных.
argument-redpacket-from = Ваш кошелёк или бюджет группы (для модераторов)
    .label = кошелёк
    .ask = Из какого кошелька?
    .hint = Бюджет группы — для её модераторов.
argument-redpacket-window = Розыгрыш через это время, а не «кто первый»
    .label = розыгрыш
    .ask = Через сколько розыгрыш?
    .hint = Участвуют все, кто успеет нажать. От 10s до 1h.
argument-redpacket-life = Сколько времени его можно забирать
    .label = срок
    .ask = Сколько времени можно забирать?
    .hint = От 5m до 7d. Остаток вернётся.
argument-redpacket-most = Наибольшая сумма одной доли
    .label = максимум
    .ask = Какой может быть самая большая доля?
    .hint = Сумма, например 5
argument-redpacket-passphrase = Слова, без которых не забрать; на карточке их не видно
    .label = кодовое_слово
    .ask = Какое кодовое слово?
    .hint = Регистр и пробелы не важны.
argument-redpacket-members = Только участники этой группы
    .label = только_участники
    .ask = Только участники этой группы?
    .hint = Проверяется на платформе при каждом нажатии.
argument-redpacket-premium = Только люди с Telegram Premium
    .label = только_premium
    .ask = Только люди с Telegram Premium?
    .hint = В Discord это условие никто не выполнит.
argument-redpacket-age = Только аккаунты не младше стольких дней
    .label = возраст
    .ask = Сколько дней должно быть аккаунту?
    .hint = В Telegram — со дня нашей первой встречи.
argument-redpacket-role = Только люди с этой ролью в Discord (её ID)
    .label = роль
    .ask = Какая роль в Discord?
    .hint = ID роли — длинное число.
argument-redpacket-chat = В какую группу отправить, если вы в личном чате
    .label = группа
    .ask = В какую группу?
    .hint = Группы, где мы с вами встречались.
argument-redpacket-dry = Только показать, что получится
    .label = примерка
    .ask = Только показать, что получится?
    .hint = Деньги не тратятся.
argument-redpacket-greeting = Ваши слова на карточке
    .label = пожелание
    .ask = Что написать на карточке?
    .hint = До 120 знаков.

choice-lucky = 🎲 на удачу
choice-equal = ⚖️ поровну
choice-fixed = 📏 строго поровну
choice-calm = спокойный
choice-normal = обычный
choice-wild = бурный
choice-wallet = мой кошелёк

redpacket-preview = 🧧 <b>{ $amount }</b> на <b>{ $shares }</b> { $shares ->
    [one] человека
    [few] человек
    [many] человек
   *[other] человека
}
redpacket-split-lucky = Доли на удачу, разброс { $spread }: обычно от { $least } до { $most }.
redpacket-split-equal = Поровну, примерно по { $least }.
redpacket-split-fixed = Ровно по { $least } каждому.
redpacket-life = Кто первый, того и доля. Через { $time } остаток вернётся.
redpacket-window = В розыгрыше все, кто нажмёт в ближайшие { $time }.
redpacket-passphrase = 🔑 Чтобы забрать, нужно кодовое слово.
redpacket-conditions = Условия: { $conditions }
redpacket-in = 📍 Группа: { $group }
redpacket-left-out = Без этих условий, потому что в той группе их никто не может выполнить: { $conditions }
redpacket-source = { $source ->
    [chat] Из бюджета группы
   *[other] Из вашего кошелька
}: { $before } → { $after }
redpacket-needs-approval = ⚠️ Это выше лимита для одного человека ({ $limit }): нужно одобрение второго.
redpacket-needs-approval-sum = ⚠️ По решению одного человека уже отправлено { $used } за последнее время ({ $period }); вместе с этим выходит больше лимита в { $limit }: нужно одобрение второго человека.
redpacket-confirm = ✅ Отправить { $amount }, долей: { $shares }
redpacket-dropped = 🧧 Отправлено: { $amount } на { $shares } { $shares ->
    [one] долю
    [few] доли
    [many] долей
   *[other] доли
}. Конверт <code>{ $packet }</code>
redpacket-panel = ⚙️ Управлять
redpacket-asked = { $amount } — выше лимита для одного человека, нужно одобрение второго. Сотрудники уже знают: как только одобрят, конверт отправится.
packet-request = 🧧 Участник #{ $person } («{ $name }») хочет отправить красный конверт в группу #{ $chat } («{ $title }»)
    .numbered = <b>#{ $number }</b> 🧧 Участник #{ $person } («{ $name }») хочет отправить <b>{ $amount }</b> в группу #{ $chat } («{ $title }»), долей: { $shares }
packet-request-approved = ✅ Одобрено и отправлено: конверт <code>{ $packet }</code>
packet-request-rejected = ❌ Отклонено. Деньги не потрачены.
packet-request-told-rejected = ❌ Ваш конверт на { $amount } не одобрен. Деньги не потрачены.
packet-request-told-expired = ⌛ О вашем конверте на { $amount } никто не решил вовремя. Деньги не потрачены; можно запросить снова.
packet-request-left = ❌ Не отправлен: того, кто просил, больше нет в этой группе. Ему сообщили; деньги не потрачены.
packet-request-demoted = ❌ Не отправлен: тот, кто просил, больше не модератор этой группы и не вправе тратить её бюджет. Ему сообщили; деньги не потрачены.
packet-request-told-left = ❌ Ваш конверт на { $amount } не отправлен: вас больше нет в той группе. Деньги не потрачены.
packet-request-told-demoted = ❌ Ваш конверт на { $amount } не отправлен: вы больше не модератор группы, из бюджета которой он был бы оплачен. Деньги не потрачены.
request-approve = ✅ Одобрить
    .numbered = ✅ Одобрить #{ $number }
request-reject = ❌ Отклонить
    .numbered = ❌ Отклонить #{ $number }
request-confirm = ✅ Одобрить { $amount }
packet-lost = Ваш конверт <code>{ $packet }</code> не удалось показать ни в одной группе, поэтому он завершён, а деньги вернулись в кошелёк.
packet-lost-forbidden = Ваш конверт <code>{ $packet }</code> не удалось показать: тема закрыта или у меня нет права там писать. Поэтому он завершён, а деньги вернулись в кошелёк.
packet-lost-unreachable = Меня больше нет в группе, для которой был конверт <code>{ $packet }</code>. Поэтому он завершён, а деньги вернулись в кошелёк.
packet-hidden = Ваш конверт <code>{ $packet }</code> больше не виден ни в одной группе: карточку удалили или её не удалось отправить. Его можно поместить в другую группу или завершить. Иначе всё, что не заберут, вернётся, когда выйдет срок.

packet-card-title-first = 🧧 <b>{ $name }</b> отправляет красный конверт: <b>{ $amount }</b> на { $shares } { $shares ->
    [one] человека
    [few] человек
    [many] человек
   *[other] человека
}
packet-card-title-window = 🧧 <b>{ $name }</b> разыгрывает красный конверт: <b>{ $amount }</b> на { $shares } { $shares ->
    [one] счастливчика
    [few] счастливчиков
    [many] счастливчиков
   *[other] счастливчика
}
packet-card-greeting = «{ $greeting }»
packet-card-progress = { $bar } забрали { $taken } из { $shares }
packet-card-entered = { $entered } { $entered ->
    [one] участник
    [few] участника
    [many] участников
   *[other] участника
} на { $shares } { $shares ->
    [one] долю
    [few] доли
    [many] долей
   *[other] доли
}
packet-card-ends = ⏳ закончится { $at }
packet-card-draw = 🎟 розыгрыш { $at }
packet-card-paused = ⏸ на паузе
packet-card-condition = • кто может: { $condition }
packet-card-passphrase = 🔑 нужно кодовое слово
packet-card-proof = 🔏 Отпечаток: { $proofs }
packet-card-proof-one = <code>{ $proof }</code>
packet-card-claim = 🧧 Забрать
packet-card-enter = 🎟 Участвую
packet-card-why = ℹ️ Условия
packet-card-verify = 🔍 Проверить
packet-card-closed = 🎉 Всё роздано!
packet-card-expired = ⌛ Время вышло.
packet-card-cancelled = ✖ Завершён досрочно.
packet-card-withdrawn = ↩️ Убран из этой группы.
packet-card-nobody = 🎟 В розыгрыше никто не участвовал, поэтому всё вернулось.
packet-card-excluded = 🚫 Не допущено к розыгрышу из вошедших, потому что их заморозили до него: { $count }
packet-card-luckiest = 👑 Самая большая удача: <b>{ $name }</b>, { $amount }
packet-card-claim-line = { $name } — { $amount }
packet-card-more = … и ещё { $count }
packet-card-sum = Выплачено { $paid }, возвращено { $returned }

refusal-packet-above-most = { $asked } — больше, чем вмещает один конверт ({ $limit }).
    .next = Выберите не больше { $limit }.
refusal-packet-above-quarter = Ещё { $asked } — и вы превысите свой лимит на квартал: { $limit }.
    .next = В этом квартале можно отправить ещё { $left }.
refusal-packet-above-day = Ещё { $asked } — и группа превысит дневной лимит: { $limit } (день по UTC).
    .next = Сегодня здесь можно отправить ещё { $left }.
refusal-packet-above-day-there = С этим конвертом ({ $asked }) «{ $title }» превысит лимит дня: { $limit } (UTC).
    .next = Сегодня там можно ещё { $left }. Выберите другую группу или подождите.
refusal-budget-elsewhere = Из бюджета группы можно отправить конверт только в эту же группу.
    .next = Отправьте здесь, не выбирая другой группы, или наберите /redpacket в той.
refusal-split-total = { $total } в одном конверте не отправить.
    .next = Выберите сумму поменьше, не больше { $most }.
refusal-split-shares = Столько долей нельзя: { $shares }.
    .next = Выберите от 1 до { $most }.
refusal-split-too-many-shares = { $total } не поделить на столько долей: { $shares }.
    .next = Долей может быть не больше { $most }.
refusal-split-floor = { $total } — мало, если долей { $shares }: каждому нужно не меньше { $floor }.
    .next = Уменьшите число долей или увеличьте сумму.
refusal-split-cap = Если доля не больше { $cap }, при числе долей { $shares } не раздать { $total }.
    .next = Поднимите максимум хотя бы до { $least } или добавьте долей.
refusal-split-not-divisible = { $total } не делится на равные доли ({ $shares }) без остатка.
    .next = Возьмите { $less } или { $more } либо выберите «поровну» вместо «строго поровну».
refusal-condition-impossible = { $kind ->
    [premium] В Discord ни у кого нет Telegram Premium: забрать долю там никто не сможет.
   *[discord-role] В Telegram ни у кого нет ролей Discord: забрать долю там никто не сможет.
}
    .next = Уберите это условие или отправьте конверт на другой платформе.
refusal-packet-unknown = Я не знаю конверта { $packet }.
    .next = Скопируйте код из квитанции.
refusal-packet-over = Этот конверт завершён.
    .next = Посмотрите его через /verify.
refusal-packet-here = Этот конверт в той группе уже есть.
    .next = Выберите другую группу.
refusal-packet-places = Групп у одного конверта может быть не больше { $most }.
    .next = Отправьте туда новый.
refusal-packet-window = У конверта с розыгрышем время и доли не меняются.
    .next = Отправьте ещё один.
refusal-packet-life = Ещё { $most } — дольше конверт жить не может.
    .next = Выберите срок покороче.
refusal-packet-tranches = Пополнять один конверт можно не бесконечно (предел: { $most }).
    .next = Отправьте новый.
refusal-topup-approval = С этими { $asked } по решению одного человека за { $period } уйдёт больше { $limit }.
    .next = Отправьте новый конверт: о нём спросят второго человека.
refusal-packet-paused-already = Этот конверт уже на паузе.
    .next = Снимите паузу его кнопкой.
refusal-packet-not-paused = Этот конверт не на паузе.
    .next = Ничего делать не нужно.
refusal-packet-paused-above = { $by ->
    [staff] Этот конверт поставили на паузу сотрудники программы.
   *[moderator] Этот конверт поставил на паузу модератор.
}
    .next = { $by ->
        [staff] Снять паузу могут только они. Обратитесь к ним.
       *[moderator] Снять паузу могут только модераторы его группы или сотрудники. Обратитесь к ним.
    }
refusal-packet-of-group = Этот конверт оплачен из бюджета группы «{ $title }».
    .next = Им управляют модераторы той группы: там, командой /packets.
refusal-packet-not-yours = Управлять этим конвертом могут только отправитель, модераторы его группы и администраторы.
    .next = Обратитесь к отправителю.
refusal-packet-guest = Этим конвертом в вашей группе только поделились: им управляют его собственная группа, отправитель и сотрудники.
    .next = Вы можете убрать его из этой группы: откройте его через /packets.
refusal-packet-no-guest = Это собственная группа конверта, или его здесь нет: убирать нечего.
    .next = Если вы им управляете, его можно приостановить или завершить: /packets.
refusal-packet-barred = Этот конверт убрали из той группы, и снова туда его поместить нельзя.
    .next = Выберите другую группу.
refusal-packet-just-shared = Этим конвертом как раз поделились в ещё одной группе.
    .next = Попробуйте ещё раз.
refusal-request-unknown = Я не знаю такого запроса.
    .next = Откройте список снова.
refusal-request-decided = { $state ->
    [approved] Этот запрос уже одобрен ({ $name }).
    [expired] По этому запросу никто не решил вовремя.
   *[rejected] Этот запрос уже отклонён ({ $name }).
}
    .next = Больше ничего делать не нужно.
refusal-maker-unsure = Сейчас не удалось узнать, остаётся ли тот, кто просил, модератором той группы.
    .next = Попробуйте через минуту.
refusal-four-eyes = Это ваш собственный запрос, решать должен кто-то другой.
    .next = Попросите другого человека с нужной ролью.
refusal-four-eyes-wallet = Речь о вашем собственном кошельке, согласиться должен кто-то другой.
    .next = Попросите другого человека с нужной ролью или откажите.
refusal-packet-requests = Решения второго человека уже ждут ваши конверты: { $most }.
    .next = Дождитесь решения хотя бы об одном или выберите сумму поменьше.

command-packet-panel = Управлять конвертом
    .title = Конверт
command-packet-cancel = Завершить конверт досрочно
    .title = Завершить конверт
command-packet-extend = Продлить конверт
    .title = Продлить
command-packet-topup = Пополнить конверт
    .title = Пополнить
command-packet-share = Показать конверт в другой группе
    .title = Другая группа
command-packet-withdraw = Убрать конверт из этой группы
    .title = Убрать конверт
command-packet-claim = Забрать долю
    .title = Кодовое слово

argument-packet-cancel-packet = Конверт
    .label = конверт
    .ask = Какой конверт?
    .hint = Его код
argument-packet-panel-packet = Конверт
    .label = конверт
    .ask = Какой конверт?
    .hint = Его код
argument-packet-extend-packet = Конверт
    .label = конверт
    .ask = Какой конверт?
    .hint = Его код
argument-packet-extend-by = На сколько продлить
    .label = на_сколько
    .ask = На сколько продлить?
    .hint = От 1m до 7d, например 6h
argument-packet-topup-packet = Конверт
    .label = конверт
    .ask = Какой конверт?
    .hint = Его код
argument-packet-topup-amount = Сколько добавить
    .label = сумма
    .ask = Сколько добавить?
    .hint = Например, 20
argument-packet-topup-shares = Сколько долей добавить
    .label = доли
    .ask = Сколько долей добавить?
    .hint = Число от 1 до 1000
argument-packet-withdraw-packet = Конверт
    .label = конверт
    .ask = Какой конверт?
    .hint = Его код
argument-packet-share-packet = Конверт
    .label = конверт
    .ask = Какой конверт?
    .hint = Его код
argument-packet-share-chat = Группа
    .label = группа
    .ask = В какой ещё группе?
    .hint = Группы, где мы с вами встречались.
argument-packet-claim-packet = Конверт
    .label = конверт
    .ask = Какой конверт?
    .hint = Его код
argument-packet-claim-passphrase = Кодовое слово
    .label = кодовое_слово
    .ask = Какое кодовое слово?
    .hint = Регистр и пробелы не важны.

panel-title = ⚙️ <b>Конверт</b> <code>{ $packet }</code>, отправитель: { $name }
panel-claims = Забрали { $taken } из { $shares }{ $entered ->
    [0] {""}
   *[other] , в розыгрыше: { $entered }
}
panel-live = Открыт, закончится { $at }
panel-paused = На паузе, закончится { $at }
panel-closed = Завершён { $at }: всё забрано или разыграно
panel-expired = Завершён { $at }: время вышло
panel-cancelled = Завершён досрочно { $at }
panel-do-topup = ➕ Пополнить
panel-do-extend = ⏳ Продлить
panel-do-share = 📣 В другую группу
panel-do-withdraw = ↩️ Убрать из этой группы
panel-do-pause = ⏸ Пауза
panel-do-resume = ▶️ Снять паузу
panel-do-cancel = 🛑 Завершить
panel-do-panel = 🔄 Обновить
cancel-preview = Завершить этот конверт сейчас? { $left } вернётся туда, откуда пришло.
cancel-confirm = 🛑 Завершить и вернуть { $left }
cancel-done = ✖ Завершён досрочно. Остаток возвращён.
pause-done = ⏸ На паузе: никто не сможет забрать долю, пока вы не снимете паузу. Время при этом идёт.
resume-done = ▶️ Пауза снята.
extend-done = ⏳ Теперь закончится { $at }: { $moment }.
topup-done = ➕ Добавлено { $amount } на { $shares } { $shares ->
    [one] долю
    [few] доли
    [many] долей
   *[other] доли
}.
share-done = 📣 Теперь и в «{ $title }», счётчик общий.
share-impossible = ⚠️ В той группе никто не сможет забрать долю, условие там невыполнимо: { $conditions }
withdraw-preview = Убрать этот конверт из этой группы? Карточка здесь закроется, забирать доли отсюда будет нельзя, и снова поместить его сюда не получится. В других местах он продолжится, а полученное останется у получивших.
withdraw-confirm = ↩️ Убрать
withdraw-done = ↩️ Убран из этой группы. На карточке здесь так и будет написано.
withdraw-told = ↩️ Ваш конверт <code>{ $packet }</code> убрали из группы «{ $title }». В других местах он продолжается; с деньгами ничего не случилось.
packets-none = У вас пока нет конвертов. Наберите /redpacket в группе.
packets-title = <b>Конверты</b>
packets-line = <b>{ $number }.</b> { $state ->
    [live] 🟢
    [paused] ⏸
    [closed] 🎉
    [expired] ⌛
   *[cancelled] 🛑
  } <b>{ $amount }</b> · { $taken }/{ $shares } · { $name } · { $title } · { $at }
packets-open = ⚙️ { $number }

refusal-packet-not-payer = Добавить может только тот, чьи деньги в конверте: отправитель или модератор в группе, которая заплатила.
    .next = Попросите их или отправьте свой конверт.
topup-preview = Добавить <b>{ $amount }, долей: { $shares }</b>, за счёт того, кто платил: отправителя или группы.
topup-confirm = ➕ Добавить { $amount }
refusal-secret-in-public = Это кодовое слово только что прочитали все, поэтому конверт не отправлен.
    .next = Введите только /redpacket и выберите кодовое слово: я спрошу о нём лично.
command-packets = Ваши конверты, а для модераторов и конверты этой группы
    .title = Конверты
