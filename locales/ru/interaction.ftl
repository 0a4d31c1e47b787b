## Общее для всех команд: формы, отказы, сбои.

form-literal = { $value }
form-cancel = ↩ Отмена
form-cancelled = Отменено. Ничего не изменилось.
form-type = ✏️ Ввести
form-in-private = 🔒 Ответить лично
form-more = ⚙️ Ещё настройки
form-adjust = { $name }
form-adjust-to = { $name }: { $value }
form-mistake = • <b>{ $field }</b>: { $why } { $next }
form-private = Это между нами: ответы больше никого не касаются.
form-progress = Вопрос { $number } из { $total }
form-current = Ваш ответ сейчас: { $value }
form-chosen = ☑ { $value }
form-unchosen = ☐ { $value }
form-back = ◀ Назад
form-go-on = Дальше ▶
form-skip = Пропустить ▶
form-later = 💾 Позже
form-kept = Сохранено. Введите /{ $command }, чтобы продолжить.
form-review = <b>Ваши ответы</b>
form-review-line = <b>{ $label }</b>: { $value }
form-review-more = · { $value }
form-edit = ✏️ { $name }
form-send = ✅ Отправить
form-list = { $list }
form-skipped = —
nobody-asked = Здесь я понимаю только команды. Наберите /help, чтобы узнать, что вам доступно.
answer-aside = Вы спросили об этом в «{ $title }» { $at }. Ответ только для вас, поэтому он пришёл сюда.
answer-late = Вы спросили об этом { $at }.
answer-missed = До этого вы писали слишком быстро, поэтому { $count ->
    [one] { $count } ваша команда не выполнена
    [few] { $count } ваши команды не выполнены
    [many] { $count } ваших команд не выполнено
   *[other] { $count } вашей команды не выполнено
}.
receipt-again = Повторяю, чтобы сообщение точно дошло ({ $code }). Дважды ничего не выполнено.
mistake = У нас что-то пошло не так, ничего не изменилось. Если повторится, сообщите сотрудникам этот номер: <code>{ $reference }</code>
outage = Сейчас нет связи с нашей базой, поэтому ничего не изменилось. Попробуйте через минуту.
outage-unknown = Связь с нашей базой прервалась во время записи, поэтому неизвестно, выполнено ли это. Посмотрите /wallet, прежде чем пробовать снова.

choice-yes = да
choice-no = нет

refusal-anonymous = Вы пишете как анонимный админ или канал, и я не знаю, кто вы.
    .next = Отключите анонимность в правах админа или напишите от своего имени.
refusal-button-unknown = Эта кнопка устарела или из другого места.
    .next = Наберите команду ещё раз, чтобы получить новую.
refusal-command-unknown = Я не знаю команды «{ $typed }».
    .next = Наберите /help, чтобы увидеть команды, доступные вам здесь.
refusal-cooldown = Команда /{ $command } только что выполнялась.
    .next = Подождите { $wait } и повторите.
refusal-too-fast = { $command ->
    [none] Слишком быстро, поэтому ничего не сделано.
   *[other] Слишком быстро: команда /{ $command } не выполнена.
}
    .next = Повторите через { $wait }.
refusal-form-gone = Эта форма заполнена, отменена или устарела.
    .next = Наберите команду ещё раз.
refusal-form-of-another = Это чужая форма.
    .next = Наберите команду сами, чтобы открыть свою.
refusal-press-instead = Здесь выбирают кнопкой; написанное не принято.
    .next = Нажмите одну из кнопок ниже или отправьте /cancel.
refusal-form-moved-on = Эта кнопка от прежнего шага.
    .next = Вот где вы сейчас.
refusal-form-outdated = Программа изменилась после того, как вы это увидели, поэтому ничего не сделано.
    .next = Вот как это выглядит теперь. Посмотрите и решите ещё раз.
refusal-preview-overtaken = Это изменилось после того, как вы это увидели, поэтому ничего не сделано.
    .next = Вот как это выглядит теперь. Посмотрите и решите ещё раз.
refusal-form-elsewhere = Эта форма начата на другой платформе, в «{ $title }».
    .next = Закончите там или наберите команду здесь заново.
refusal-only-in-group = /{ $command } работает в группе.
    .next = Наберите её в группе, где я есть.
refusal-only-in-private = /{ $command } работает только в личном чате со мной.
    .next = Откройте личный чат со мной и наберите её там.
refusal-only-moderators = Это могут только модераторы группы.
    .next = Попросите одного из админов группы.
refusal-only-roles = Это доступно только сотрудникам программы с нужной ролью.
    .next = Если эта роль должна быть у вас, обратитесь к администратору программы.
refusal-chat-unknown = В той группе мы ещё не встречались, или меня там больше нет.
    .next = Сначала наберите там любую команду, затем выберите группу снова.
refusal-chat-outsider = Вас больше нет в той группе, поэтому я ничего там за вас не публикую.
    .next = Вступите в неё снова или выберите другую группу.
refusal-chat-unsure = Сейчас не удалось узнать, состоите ли вы ещё в той группе.
    .next = Попробуйте через минуту или наберите команду в самой группе.
refusal-person-unknown = Мы с «{ $typed }» ещё не знакомы.
    .next = Попросите один раз отправить мне /start и повторите.
refusal-person-malformed = По «{ $typed }» не понять, кто это.
    .next = Напишите #7, telegram:123456789, discord:123456789012345678 или упоминание в Discord.
refusal-person-several = Людей с именем «{ $typed }» несколько: { $numbers }.
    .next = Напишите номер нужного человека, со знаком #.

refusal-words-left-over = Не понимаю, к чему здесь «{ $typed }».
    .next = Уберите это или наберите только команду — я спрошу по шагам.
refusal-option-unknown = Нет такой настройки: «{ $typed }», поэтому ничего не сделано.
    .next = Есть такие: { $names }. Если это часть вашего текста, возьмите его в кавычки.
refusal-words-empty = Здесь ничего нет.
    .next = Напишите несколько слов.
refusal-words-too-long = Слишком длинно, знаков: { $length }, а можно не больше { $max }.
    .next = Напишите короче.
refusal-words-too-short = Это коротко: знаков { $length }, а нужно хотя бы { $min }.
    .next = Напишите немного больше.
refusal-email-lines = Адрес эл. почты — это одна строка.
    .next = Напишите только адрес, например name@example.com.
refusal-email-malformed = «{ $typed }» — не адрес эл. почты.
    .next = Напишите его так: name@example.com.
refusal-digits-malformed = «{ $typed }» не похоже на этот номер.
    .next = Напишите одни цифры, от { $min } до { $max }.
refusal-lines-too-many = Это слишком много: строк { $count }, а можно не больше { $max }.
    .next = Оставьте самые крупные.
refusal-line-nameless = По «{ $typed }» не понять, какой это аккаунт или сообщество.
    .next = Напишите сначала ссылку или имя, затем число.
refusal-count-not-a-number = «{ $typed }» — не целое число.
    .next = Напишите только цифры, например { $min }.
refusal-people-malformed = «{ $typed }» — не число людей.
    .next = Напишите его так, как на странице, например 12500 или 12,5 тыс.
refusal-count-out-of-range = { $typed } не подходит.
    .next = Выберите число от { $min } до { $max }.
refusal-choice-unknown = «{ $typed }» нет среди вариантов.
    .next = { $choices ->
        [none] Выберите кнопкой.
       *[other] Выберите один из вариантов: { $choices }.
    }
refusal-code-malformed = «{ $typed }» — не наш код.
    .next = Скопируйте код из сообщения, в котором он пришёл.
refusal-role-malformed = «{ $typed }» — не ID роли в Discord.
    .next = Скопируйте ID роли в Discord (режим разработчика), это длинное число, или упомяните роль.
refusal-span-malformed = «{ $typed }» — не длительность.
    .next = Напишите число и s, m, h или d (секунды, минуты, часы, дни), например 30m или 24h.
refusal-span-out-of-range = «{ $typed }» — слишком мало или слишком много.
    .next = Подойдёт от { $min } до { $max } включительно.

refusal-amount-empty = Сумма не указана.
    .next = Напишите её, например { $example }.
refusal-amount-comma = Непонятно, сколько это — «{ $typed }»: запятую можно прочесть двояко.
    .next = Пишите с точкой и без разделителей тысяч, например { $example }.
refusal-amount-not-positive = Сумма должна быть больше нуля.
    .next = Напишите, например, { $example }.
refusal-amount-not-a-number = «{ $typed }» — не сумма.
    .next = Пишите только цифры и не больше одной точки, например { $example }.
refusal-amount-too-precise = У { $asset } знаков после точки — не больше { $places }.
    .next = Напишите меньше знаков, например { $example }.
refusal-amount-too-large = Такая сумма больше всего, что мы можем учесть.
    .next = Напишите поменьше, например { $example }.
