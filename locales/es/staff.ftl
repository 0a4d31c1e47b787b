## /treasury, /freeze

command-treasury = Deposita o retira dinero, con el sí de otra persona
    .title = Tesorería
argument-treasury-action = Depositar, retirar o ver lo que está pendiente
    .label = acción
    .ask = ¿Qué quieres hacer?
    .hint = Los depósitos y retiros los decide otra persona.
argument-treasury-amount = Cuánto
    .label = cantidad
    .ask = ¿Cuánto?
    .hint = Por ejemplo 500
argument-treasury-to = El presupuesto de este grupo, tú u otra persona
    .label = titular
    .ask = ¿Quién es titular de la billetera?
    .hint = Con el presupuesto del grupo, su moderación lanza sobres.
argument-treasury-person = telegram:123, discord:456 o una mención de Discord
    .label = persona
    .ask = ¿Qué persona?
    .hint = telegram:123456789 o discord:123456789012345678
argument-treasury-chat = El grupo de cuyo presupuesto se trata, si estás en privado
    .label = grupo
    .ask = ¿Qué grupo?
    .hint = Un grupo donde te he visto
argument-treasury-asset = La moneda
    .label = moneda
    .ask = ¿Qué moneda?
    .hint = Si no eliges, la moneda principal del programa.
argument-treasury-reason = Por qué; queda en el registro
    .label = motivo
    .ask = ¿Por qué?
    .hint = Queda en el registro.
choice-deposit = ➕ depositar
choice-withdraw = ➖ retirar
choice-list = 📋 pendientes
choice-person = una persona

treasury-deposit = Depositar <b>{ $amount }</b>. Destino: { $owner }
    .numbered = <b>#{ $number }</b> Depositar <b>{ $amount }</b>. Destino: { $owner }
treasury-withdraw = Retirar <b>{ $amount }</b>. Origen: { $owner }
    .numbered = <b>#{ $number }</b> Retirar <b>{ $amount }</b>. Origen: { $owner }
treasury-reason = «{ $reason }». Lo pide: { $maker }
money-of-person = persona #{ $number } («{ $name }»)
money-of-group = grupo #{ $number } («{ $title }»)
treasury-confirm = ✅ Pedirlo: { $amount }
treasury-asked = { $amount } a la espera de otra persona. Ya hemos avisado a quienes pueden decidir.
treasury-approved = ✅ Aprobado
treasury-rejected = ❌ Rechazado, no se movió nada
treasury-none = No hay nada pendiente de decisión.
treasury-title = <b>Pendiente de decisión</b>
treasury-earlier = ◀ Anteriores
treasury-later = Siguientes ▶
treasury-told-approved = ✅ { $name } aprobó lo que pediste:
treasury-told-rejected = ❌ { $name } rechazó lo que pediste; no se movió nada:

command-freeze = Congela los sobres aquí o en todas partes, al instante
    .title = Congelar
argument-freeze-scope = Este grupo, todo o una persona
    .label = qué
    .ask = ¿Qué congelamos o descongelamos?
    .hint = Hasta descongelarlo, ahí no se podrá lanzar ni reclamar nada.
argument-freeze-action = Congelar o descongelar
    .label = acción
    .ask = ¿Congelar o descongelar?
    .hint = Si no eliges, congelar.
argument-freeze-person = telegram:123, discord:456 o una mención de Discord
    .label = persona
    .ask = ¿Qué persona?
    .hint = telegram:123456789 o discord:123456789012345678
argument-freeze-reason = Por qué; se le dirá a la gente
    .label = motivo
    .ask = ¿Por qué?
    .hint = Lo leerán quienes no puedan seguir.
choice-here = este grupo
choice-everything = todo
choice-stop = 🛑 congelar
choice-lift = ✅ descongelar
freeze-preview-everything = ¿Congelar todo? Hasta descongelarlo, no se podrá lanzar ni reclamar nada en ningún grupo. La gente leerá: { $reason }
freeze-confirm-everything = 🛑 Congelar todo
freeze-stop-here = 🛑 Congelado: en este grupo no se puede lanzar ni reclamar nada hasta que lo descongeles con /freeze.
freeze-stop-everything = 🛑 Congelado: no se puede lanzar ni reclamar nada en ninguna parte hasta que lo descongeles con /freeze.
freeze-stop-person = 🛑 Congelado: esta persona no puede lanzar ni reclamar nada hasta que lo descongeles con /freeze.
freeze-lift-here = ✅ Descongelado: este grupo sigue adelante.
freeze-lift-everything = ✅ Descongelado: todo sigue adelante.
freeze-lift-person = ✅ Descongelado: esta persona puede seguir.

refusal-already-frozen = Eso ya está congelado.
    .next = Descongélalo con /freeze y «descongelar».
refusal-not-frozen = Eso no está congelado.
    .next = No hay nada que descongelar.
refusal-frozen-programme = Todo está congelado por ahora{ $reason ->
    [none] .
    [audit] : la revisión de las cuentas encontró algo y se está mirando.
   *[other] : { $reason }
}
    .next = El equipo está en ello. Inténtalo más tarde; tu dinero está a salvo.
refusal-frozen-chat = Los sobres de este grupo están congelados por ahora{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Pregunta a la moderación o inténtalo más tarde.
refusal-frozen-member = Por ahora no puedes lanzar ni reclamar sobres{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Si crees que es un error, habla con el equipo del programa.
refusal-frozen-sender = Los sobres de esta persona están retenidos por ahora{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Inténtalo más tarde: no se pierde nada, y lo que no se reclame a tiempo se devuelve.
refusal-frozen-staff = Tu cuenta está congelada y no decides nada como equipo ni moderación{ $reason ->
    [none] .
   *[other] : { $reason }
}
    .next = Habla con otro admin del programa: nadie se descongela a sí mismo.
refusal-role-unknown = No existe el rol «{ $role }».
    .next = Elige uno de estos: { $roles }.

refusal-frozen-by-staff = Esto lo detuvo el personal del programa{ $reason ->
    [none] .
    [audit] : la revisión de las cuentas encontró algo y se está mirando.
   *[other] : { $reason }
}
    .next = Solo el personal puede reanudarlo. Habla con ellos.
treasury-told-deposit = 💰 Han entrado { $amount } en tu monedero: «{ $reason }»
treasury-told-withdraw = 💰 Han salido { $amount } de tu monedero: «{ $reason }»
