## /start, /help, /language

command-start = Поздороваться и узнать, с чего начать
    .title = Привет
command-help = Что вам здесь доступно
    .title = Помощь
command-language = Выбрать язык
    .title = Язык

start-hello = Здравствуйте, { $name }!
start-programme = Я веду <b>{ $programme }</b>: красные конверты, награды и всё, что с этим связано.
start-next = Нажмите кнопку или в любой момент наберите /help.
open-help = ❓ Что я могу?
open-apply = 🤝 Стать партнёром
open-status = 🤝 Моя заявка
open-wallet = 👛 Кошелёк
open-claims = 🧧 Мои доли
open-packets = 🧧 Мои конверты
open-language = 🌐 Язык

help-in-group = <b>Что вам доступно в этой группе</b>
help-in-private = <b>Что вам здесь доступно</b>
help-line = { $command } — { $what }
help-more = Наберите только команду — чего не хватает, я спрошу.

group-hello = 👋 Всем привет! Здесь я раздаю красные конверты, и каждый может проверить, что всё честно.
group-hello-next = Наберите /redpacket, чтобы отправить конверт, или /help, чтобы узнать, что вам доступно.

argument-language-language = Язык, на котором мне говорить
    .label = язык
    .ask = Какой язык?
    .hint = «Автоматически» — как в вашем приложении.
argument-language-whose = Ваш язык или язык карточек в этой группе
    .label = чей
    .ask = Чей язык меняем?
    .hint = Язык группы — для карточек, которые видят все.
language-mine = Ваш язык теперь: { $language }.
language-group = Язык карточек в этой группе теперь: { $language }.
choice-en = English
choice-zh-CN = 简体中文
choice-ru = Русский
choice-es = Español
choice-auto = Автоматически
choice-me = мой
choice-group = группы
