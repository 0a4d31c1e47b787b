## /wallet

command-wallet = Lo que tienes y de dónde vino
    .title = Billetera
argument-wallet-whose = Tu billetera, o el presupuesto de este grupo
    .label = titular
    .ask = ¿Quién es titular de la billetera?
    .hint = El presupuesto del grupo es para su moderación.
argument-wallet-before = Movimientos anteriores a este
    .label = antes
    .ask = ¿Antes de qué movimiento?
    .hint = Usa el botón de debajo de tu billetera.

wallet-mine = 👛 <b>Tu billetera</b>
wallet-group = 👛 <b>Presupuesto de este grupo</b>
wallet-empty = Está vacía. Reclama un sobre rojo y aparecerá aquí.
wallet-balance = <b>{ $amount }</b>
wallet-on-hold = Otros { $amount } esperan una decisión y no se pueden gastar.
wallet-incoming = Otros { $amount } están en camino, a la espera de una decisión.
wallet-history = <b>Últimos movimientos</b>
wallet-in = + { $amount } · { $what } · { $at }
wallet-out = − { $amount } · { $what } · { $at }
wallet-older = ◀ Anteriores

movement-packet-fund = a un sobre rojo
movement-packet-claim = parte de un sobre rojo
movement-packet-return = devuelto de un sobre rojo
movement-chat-moved = grupo trasladado
movement-treasury-deposit = depósito
movement-treasury-withdraw = retiro

refusal-ledger-insufficient = No alcanza: hay { $available } y hacen falta { $needed }.
    .next = Elige una cantidad menor o pide un depósito al equipo (/treasury).
refusal-ledger-frozen = Esta billetera está congelada y nada puede salir de ella.
    .next = Pregunta al equipo del programa por qué y hasta cuándo.
refusal-ledger-hold-resolved = Esto ya se decidió.
    .next = Abre la lista otra vez para ver qué queda pendiente.

refusal-ledger-too-much = Es más { $asset } de lo que estos libros pueden guardar.
    .next = Elige una cantidad menor.
