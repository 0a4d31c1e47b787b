## /wallet

command-wallet = Сколько у вас есть и откуда это
    .title = Кошелёк
argument-wallet-whose = Ваш кошелёк или бюджет этой группы
    .label = чей
    .ask = Чей кошелёк?
    .hint = Бюджет группы видят только её модераторы.
argument-wallet-before = Операции раньше этой
    .label = раньше
    .ask = Раньше какой операции?
    .hint = Нажмите кнопку под кошельком.

wallet-mine = 👛 <b>Ваш кошелёк</b>
wallet-group = 👛 <b>Бюджет этой группы</b>
wallet-empty = Здесь пусто. Заберите долю красного конверта — и она появится тут.
wallet-balance = <b>{ $amount }</b>
wallet-on-hold = Ещё { $amount } ждёт решения, тратить пока нельзя.
wallet-incoming = Ещё { $amount } поступит после решения.
wallet-history = <b>Последние операции</b>
wallet-in = + { $amount } · { $what } · { $at }
wallet-out = − { $amount } · { $what } · { $at }
wallet-older = ◀ Раньше

movement-packet-fund = в красный конверт
movement-packet-claim = доля красного конверта
movement-packet-return = возврат из красного конверта
movement-chat-moved = перенос группы
movement-treasury-deposit = пополнение
movement-treasury-withdraw = списание

refusal-ledger-insufficient = Не хватает средств: есть { $available }, нужно { $needed }.
    .next = Уменьшите сумму или попросите сотрудников о пополнении (/treasury).
refusal-ledger-frozen = Этот кошелёк заморожен, списать с него нельзя.
    .next = Спросите у сотрудников программы, почему и надолго ли.
refusal-ledger-hold-resolved = Решение уже принято.
    .next = Откройте список снова, чтобы увидеть, что ещё ждёт.

refusal-ledger-too-much = Столько { $asset } эти книги вместить не могут.
    .next = Выберите сумму поменьше.
