## /guidelines, /disclaimer: тексты, которые обязывают, по версиям

command-guidelines = Правила и то, что раскрывают партнёры
    .title = Правила
command-disclaimer = Чем это не является, и о риске
    .title = Оговорки
argument-guidelines-text = Какой из текстов
    .label = текст
    .ask = Какой текст?
    .hint = Правила или раскрытие
argument-guidelines-version = Прежняя версия, по названию
    .label = версия
    .ask = Какая версия?
    .hint = Например, 2025-11
argument-guidelines-page = Страница
    .label = страница
    .ask = Какая страница?
    .hint = Число
argument-disclaimer-text = Какой из текстов
    .label = текст
    .ask = Какой текст?
    .hint = Оговорки или риск
argument-disclaimer-version = Прежняя версия, по названию
    .label = версия
    .ask = Какая версия?
    .hint = Например, 2025-11
argument-disclaimer-page = Страница
    .label = страница
    .ask = Какая страница?
    .hint = Число
choice-guidelines = правила
choice-disclosure = раскрытие
choice-disclaimer = оговорки
choice-risk = риск
text-guidelines = Правила
text-disclosure = Раскрытие информации
text-disclaimer = Оговорки
text-risk = Риск
text-title = <b>{ $name }</b>
    Версия { $version }, действует с { $from }
text-older = ⚠️ Это прежняя версия. Сейчас действует { $current }.
text-untranslated = (Перевода на ваш язык пока нет.)
text-page = Страница { $page } из { $pages }
text-before = ◀ Назад
text-after = Дальше ▶
text-note = 📌 { $note }
text-in-full = 🔗 На сайте
text-accepted = ✅ Вы согласились с этой версией: { $at }.
text-to-accept = С этой версией вы ещё не согласились.
text-accepted-now = ✅ { $name }, версия { $version }: согласие дано { $at }.
text-read = 📖 Прочитать
text-news = 📣 <b>{ $name }</b>: есть новая версия, { $version }, действует с { $from }. Вы согласились с прежней.
text-changes = Что нового: { $changes }
text-news-next = Прочитайте её, пожалуйста, и дайте согласие. То, с чем вы согласились раньше, можно прочитать командой /guidelines.

refusal-text-none = В этой программе нет такого текста: { $name }.
    .next = Введите /help и посмотрите, что есть.
refusal-text-version-unknown = Версии «{ $version }» у этого текста нет: { $name }.
    .next = Не указывайте версию, и будет показана действующая.
refusal-text-moved-on = Эта версия уже не действует. Сейчас действует { $version }: { $name }.
    .next = Введите /guidelines, прочитайте и согласитесь там.

## /faq, /guide, /contact

command-faq = Ответы на частые вопросы
    .title = Вопросы
command-guide = Как построить сообщество
    .title = Руководство
command-contact = К кому и куда можно обратиться
    .title = Контакты
argument-faq-topic = О чём речь
    .label = тема
    .ask = О чём речь?
    .hint = Выберите тему.
argument-faq-page = Страница
    .label = страница
    .ask = Какая страница?
    .hint = Число
argument-guide-topic = О чём речь
    .label = тема
    .ask = О чём речь?
    .hint = Выберите тему.
argument-guide-page = Страница
    .label = страница
    .ask = Какая страница?
    .hint = Число
faq-title = <b>Частые вопросы.</b> О чём речь?
guide-title = <b>Как построить сообщество и дать ему расти.</b> С чего начнём?
topic-title = <b>{ $topic }</b>
contact-title = <b>К кому можно обратиться</b>
contact-line = • { $label }: { $url }
contact-email = • Почта: { $email }
contact-hours = 🕑 { $hours }
contact-warning = Никто из нас не спрашивает пароли, ключи и коды. Если кто-то говорит, что он от нас, а в этом списке его нет, сначала спросите по этим контактам.

## /precheck

command-precheck = Проверить текст до публикации
    .title = Проверка текста
argument-precheck-text = Текст, который вы хотите опубликовать
    .label = текст
    .ask = Какой текст вы хотите опубликовать?
    .hint = Вставьте его как есть, до 4000 знаков. Более длинный — по частям.
precheck-disclosed = ✓ Сказано, кто вы: «{ $quote }»
precheck-undisclosed = ✗ <b>Не сказано, что вы партнёр.</b> { $instead }
precheck-no-claims = ✓ Ни одного выражения из нашего списка в нём нет.
precheck-claim = ✗ «{ $quote }»: { $why }
precheck-instead = ↳ { $instead }
precheck-more = … и ещё { $count ->
    [one] { $count } место
    [few] { $count } места
    [many] { $count } мест
   *[other] { $count } места
}. Исправьте сначала эти и проверьте снова.
precheck-no-approval = Это не одобрение. Проверка ищет выражения из списка и не понимает текста: за то, что вы публикуете, отвечаете вы.

## /program

command-program = Действующая программа и её изменения
    .title = Программа
argument-program-action = Показать или прочитать файл заново
    .label = действие
    .ask = Что сделать?
    .hint = Пока вы не подтвердите, ничего не изменится.
choice-reload = перечитать
program-title = <b>{ $name }</b>
    Редакция { $version }
program-digest = Номер { $number }, отпечаток <code>{ $digest }</code>
program-by-start = Действует с { $since }, с запуска бота.
program-by = Действует с { $since }, изменение подтвердил(а) { $name }.
program-reload = 🔄 Прочитать файл заново
program-same = Файл тот же, что и действует, отпечаток <code>{ $digest }</code>. Менять нечего.
program-differs = <b>Файл изменился.</b>
    <code>{ $from }</code> → <code>{ $to }</code>
program-section = <b>{ $section }</b>
program-changed = { $path }: { $before } → { $after }
program-added = { $path }: новое, { $after }
program-removed = { $path }: убрано, было { $before }
program-more = … и ещё { $count }.
program-ask = Пока ничего не изменилось. После подтверждения это действует для всех, без перезапуска.
program-confirm = ✅ Ввести в действие: { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
    [many] { $count } изменений
   *[other] { $count } изменения
}
program-accepted = ✅ Теперь действует: номер { $number }, отпечаток <code>{ $digest }</code>. Если у текста новая версия, о ней узнают те, кто согласился с прежней.
program-mistakes = <b>В файле { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
    [many] { $count } ошибок
   *[other] { $count } ошибки
}.</b>
program-mistake = • { $problem }
program-kept = Действующая программа осталась прежней. Исправьте файл и прочитайте его заново.
program-start-changed = ⚠️ <b>Бот запущен с другой программой, чем раньше</b>, и она действует: номер { $number }, отпечаток <code>{ $digest }</code>. Если никто из вас этого не хотел, верните файл и прочитайте его заново: /program.
program-start-kept = ⚠️ <b>Бот запущен с программой, которую нельзя ввести в действие.</b> Последняя принятая, номер { $number }, осталась прежней. Исправьте файл и прочитайте его заново.

refusal-program-none = Ни одна программа не записана как действующая.
    .next = Перезапустите бота: он записывает ту, с которой запускается.
refusal-program-no-file = Бот работает с программой, которая поставляется с ним; файла нет.
    .next = Задайте { $setting } и перезапустите бота.
refusal-program-file-changed = Файл снова изменился с тех пор, как вы смотрели, поэтому ничего не сделано.
    .next = Введите /program и посмотрите, что в нём теперь.
refusal-program-moved-on = С тех пор как вы смотрели, вступила в действие другая программа, поэтому ничего не сделано.
    .next = Введите /program и посмотрите, что изменится теперь.
refusal-program-unforeseen = Ничего не изменено: { $problem }.
    .next = Исправьте файл. Если с ним всё в порядке, отправьте журнал бота тому, кто его сопровождает.
