### Страница песочницы.

sandbox-title = Партнёры сообщества: песочница
sandbox-name = Песочница партнёров сообщества
sandbox-play-money = Деньги здесь игрушечные, не настоящие.
sandbox-language = Язык страницы
sandbox-platforms = Платформы
sandbox-lost = Песочница недоступна. Пробуем снова…
sandbox-theme-auto = Цвета как в системе
sandbox-theme-light = Светлые цвета
sandbox-theme-dark = Тёмные цвета

## Процесс бота

sandbox-bot = Бот
sandbox-bot-running = Бот работает
sandbox-bot-stopped = Бот запускается
sandbox-bot-running-since = Запущен
sandbox-bot-stopped-since = Остановлен
sandbox-bot-restarts = { $count ->
    [0] Ещё не перезапускался.
    [one] Перезапускался { $count } раз.
    [few] Перезапускался { $count } раза.
    [many] Перезапускался { $count } раз.
   *[other] Перезапускался { $count } раз.
}
sandbox-bot-kill-why = Обрывает процесс сразу, как при отключении питания. Он запустится сам, и ни одна выплата не должна потеряться или пройти дважды.
sandbox-bot-kill = Оборвать процесс бота

## Люди

sandbox-acting-as = Вы — { $name }. Сменить человека
sandbox-acting-as-title = От чьего имени
sandbox-part-owner = владелец
sandbox-part-finance = финансы
sandbox-part-moderator = модератор
sandbox-part-partner = партнёр
sandbox-part-member = участник
sandbox-crowd-number = Любой из толпы, номер
sandbox-crowd-be = Выбрать

## Чаты и сообщения

sandbox-rooms = Чаты
sandbox-room-menu = Действия с группой
sandbox-join = Вступить в { $group }
sandbox-leave = Выйти из { $group }
sandbox-members = { $count ->
    [one] { $count } участник
    [few] { $count } участника
    [many] { $count } участников
   *[other] { $count } участников
}
sandbox-unread = непрочитанных
sandbox-messages = Сообщения
sandbox-empty = Здесь пока нет сообщений
sandbox-to-end = К последнему сообщению
sandbox-message-from = Сообщение, { $name }
sandbox-reply-to = Ответить: { $name }
sandbox-reply-cancel = Не отвечать
sandbox-edited = изменено
sandbox-picture = Картинка
sandbox-spoiler = Скрытый текст. Нажмите, чтобы показать
sandbox-quote-more = Показать ещё
sandbox-quote-less = Свернуть
sandbox-unknown = неизвестно
sandbox-service-joined = Теперь в группе: { $name }
sandbox-service-left = Больше не в группе: { $name }
sandbox-service-pinned = { $name }: сообщение закреплено
sandbox-service-title = { $name }: новое название группы — «{ $title }»
sandbox-service-migrated = Группа стала супергруппой
sandbox-service-topic = Создана тема «{ $title }»
sandbox-service-created = { $name }: группа создана

## Ввод и нажатия

sandbox-send = Отправить
sandbox-commands = Команды
sandbox-select = Выберите…
sandbox-done = Готово
sandbox-ok = ОК
sandbox-close = Закрыть
sandbox-cancel = Отмена
sandbox-alert = Сообщение от бота
sandbox-waiting = Ждём ответа бота
sandbox-option-true = Да
sandbox-option-false = Нет
sandbox-note-copied = Скопировано
sandbox-note-not-here = Такие кнопки в песочнице не работают
sandbox-note-impossible = Платформа не позволяет этому человеку так сделать
sandbox-note-unreachable = Песочница не отвечает
sandbox-note-timeout-telegram = Бот не ответил на это нажатие
sandbox-note-timeout-discord = Бот не ответил вовремя

## Как в приложениях Telegram

sandbox-telegram-bot = бот
sandbox-telegram-menu = Меню
sandbox-telegram-type = Сообщение
sandbox-telegram-only-you = Видите только вы

## Как в приложениях Discord

sandbox-discord-app = ПРИЛОЖЕНИЕ
sandbox-discord-used = использует
sandbox-discord-used-some = использует команду
sandbox-discord-type = Написать в { $room }
sandbox-discord-only-you = Это видно только вам
sandbox-discord-dismiss = Убрать сообщение
sandbox-discord-edited = (изменено)
sandbox-discord-thinking = { $name } думает…
sandbox-discord-failed = Ошибка взаимодействия
sandbox-discord-modal-failed = Что-то пошло не так. Попробуйте ещё раз.
sandbox-discord-submit = Отправить
sandbox-discord-more-options = + ещё { $count }

## Что делает бот

sandbox-rail = Что только что сделал бот
sandbox-rail-empty = Вызовов пока нет
sandbox-rail-count = { $count ->
    [one] { $count } вызов
    [few] { $count } вызова
    [many] { $count } вызовов
   *[other] { $count } вызовов
}
sandbox-call-refused = отказано

## Шторм

sandbox-storm-chip = Пусть нажмёт толпа
sandbox-storm-title = Шторм
sandbox-storm-about = Люди из толпы нажимают эту кнопку одновременно. Видно, кому досталась доля и не заплатили ли кому-то дважды.
sandbox-storm-people = Сколько человек
sandbox-storm-button = Какая кнопка
sandbox-storm-other = И на другой платформе
sandbox-storm-alone = Только здесь
sandbox-storm-twice = Каждый нажимает дважды
sandbox-storm-start = { $count ->
    [one] Пусть нажмёт { $count } человек
    [few] Пусть нажмут { $count } человека
    [many] Пусть нажмут { $count } человек
   *[other] Пусть нажмут { $count } человек
}
sandbox-storm-panel = Шторм
sandbox-storm-running = { $count ->
    [one] Нажимает { $count } человек
    [few] Нажимают { $count } человека
    [many] Нажимают { $count } человек
   *[other] Нажимают { $count } человек
}
sandbox-storm-done = { $count ->
    [one] Нажал { $count } человек
    [few] Нажали { $count } человека
    [many] Нажали { $count } человек
   *[other] Нажали { $count } человек
}
sandbox-storm-cancelled = Остановлен
sandbox-storm-stop = Остановить
sandbox-storm-progress = Завершённые нажатия
sandbox-storm-pressed = Нажатия
sandbox-storm-answered = С ответом
sandbox-storm-unanswered = Без ответа
sandbox-storm-impossible = Не пропущено
sandbox-storm-p50 = Половина за
sandbox-storm-p99 = 99 % за
sandbox-storm-slowest = Самое долгое
sandbox-storm-rate = В секунду
sandbox-storm-chart = Завершённые нажатия по времени, не более { $count } в секунду
sandbox-storm-peak = пик { $count }/с
sandbox-storm-seconds = { $value } с
sandbox-milliseconds = { $value } мс
sandbox-told = Что людям ответили
sandbox-told-count = Раз
sandbox-told-more = Других ответов ещё { $count }
sandbox-kind-toast = подсказка
sandbox-kind-alert = окно
sandbox-kind-private = лично
sandbox-kind-public = ответ
sandbox-kind-update = правка
sandbox-kind-modal = форма
sandbox-kind-silent = молча
sandbox-kind-timeout = нет ответа
sandbox-kind-impossible = не пропущено

## Первая минута

sandbox-tour = Ваша первая минута
sandbox-tour-steps = Шаги
sandbox-tour-again = Первая минута
sandbox-tour-leave = Убрать подсказки
sandbox-tour-fill = От имени { $name }:
sandbox-tour-be = Стать { $name }
sandbox-tour-drop = Отправьте красный конверт
sandbox-tour-drop-text = Mei — модератор группы Moon Traders в Telegram. Кнопка впишет её команду: 50 USDT на 20 долей. Отправьте её.
sandbox-tour-claim = Заберите долю
sandbox-tour-claim-text = Станьте Ana и нажмите кнопку под конвертом. Сколько ей досталось, узнает только она.
sandbox-tour-discord = То же в Discord
sandbox-tour-discord-text = Отправьте конверт от имени Mei командой через косую черту, затем станьте Kofi и нажмите кнопку.
sandbox-tour-storm = Устройте шторм
sandbox-tour-storm-text = Нажмите «Пусть нажмёт толпа» под конвертом и впустите 1 000 человек. Смотрите, кому заплатили, и оборвите процесс бота посередине, если хотите.
sandbox-tour-verify = Проверьте розыгрыш
sandbox-tour-verify-text = Нажмите 🔍 под пустым конвертом: его зерно опубликовано, и любой может пересчитать каждую долю.
sandbox-tour-done = Первая минута прошла
sandbox-tour-done-text = Осмотритесь: /help от любого имени покажет, что ему здесь можно. Попробуйте /wallet, кодовое слово, делёж строго поровну или оборвите процесс бота.
