## Lo que aconseja cuidado con una solicitud

risk-none = ✓ Nada indica que haga falta un cuidado especial.
risk-title = <b>Conviene fijarse en esto</b>
risk-line = { $severity }: { $evidence }
risk-is-low = ▫️ Bajo
risk-is-medium = 🔸 Medio
risk-is-high = 🔴 Alto
risk-uid = el mismo UID está en la solicitud { $numbers } de otra persona
risk-uid-bound = el mismo UID ya está vinculado aquí a { $who }
risk-email = el mismo correo está en la solicitud { $numbers } de otra persona
risk-channel = la misma cuenta está en la solicitud { $numbers } de otra persona
risk-community = la misma comunidad está en la solicitud { $numbers } de otra persona
risk-blocked = comparte algo con la solicitud { $numbers } de alguien bloqueado, suspendido o expulsado
risk-young = la cuenta de Discord se creó el { $at }
risk-staff = quien la presenta es del equipo del programa: { $roles }
risk-region = la región { $region } está bajo vigilancia
risk-rejected = ya tuvo un rechazo: solicitud { $numbers }
risk-doubted = { $place } no es como se indicó, según { $who } ({ $at })

## Aprobar con un nivel, y entre dos personas

approve-needs-second = 👥 Hacen falta dos personas: un administrador o responsable de riesgos confirma antes de que la persona sea partner.
argument-application-approve-tier = El nivel con el que empieza
    .label = nivel
    .ask = ¿Con qué nivel?
    .hint = El más bajo si no eliges. Tu cargo dice hasta cuál puedes conceder.
application-told-approved-tier = 🎉 ¡Te damos la bienvenida! Ya eres partner. Tu nivel: { $tier }.
application-waits-for-second = { $name } la aprobaría; falta que confirme una segunda persona
review-proposed = 👥 La solicitud { $number } espera la confirmación de un administrador o responsable de riesgos.
review-confirm = ✅ Confirmar
review-decline = ✖ No confirmar
review-declined = La solicitud { $number } vuelve a quien propuso aprobarla, que ya sabe por qué.
review-second = 👥 Ver la { $number }
review-seconds = 👥 { $count ->
    [one] { $count } aprobación espera
    [many] { $count } de aprobaciones esperan
   *[other] { $count } aprobaciones esperan
} a una segunda persona como tú.
review-talk = 🗣 Conversación: { $number }
review-talks = 🗣 { $count ->
    [one] { $count } conversación espera
    [many] { $count } de conversaciones esperan
   *[other] { $count } conversaciones esperan
} que anotes su resultado cuando termine.
talk-told = 🗣 Se ha propuesto una conversación con { $name } sobre la solicitud <b>{ $number }</b>. Cuando termine, te toca anotar el resultado; hasta entonces la ves en /review.
proposal-waits = 👥 { $name } la aprobaría ({ $at }). Nivel: { $tier }. Confirma o no un administrador o responsable de riesgos que no haya intervenido.
proposal-declined = 👥 La aprobación no se confirmó: «{ $note }»
proposal-wanted = 👥 La aprobación de la solicitud <b>{ $number }</b> ({ $name }) necesita una segunda persona. Mírala y confirma, o no.
proposal-told-confirmed = 👥 Tu aprobación de la solicitud { $number } está confirmada.
proposal-told-declined = 👥 Tu aprobación de la solicitud { $number } no se confirma: «{ $note }» Vuelves a tenerla tú.
argument-application-decline-note = Por qué no se confirma
    .label = motivo
    .ask = ¿Por qué no la confirmas?
    .hint = Lo lee quien la propuso, no quien presentó la solicitud.
command-application-decline = No confirmar
    .title = Sin confirmar

refusal-application-recruited = Quien presentó la { $number } llegó por tu propio enlace.
    .next = Decide otra persona.
refusal-application-rival = Tu propia solicitud nombra la misma cuenta, comunidad, correo o UID que la { $number }.
    .next = Decide otra persona.
refusal-application-needs-second = La solicitud { $number } necesita una segunda persona.
    .next = Ábrela y propón la aprobación.
refusal-application-waits-second = La aprobación de la solicitud { $number } espera a una segunda persona.
    .next = La confirma un administrador o responsable de riesgos; mientras tanto puedes devolver la solicitud.
refusal-application-uid-bound = El UID de la solicitud { $number } ya está vinculado a otra persona: { $who }.
    .next = Quien solicita corrige un error con /uid; el equipo, un vínculo erróneo con /person.
refusal-application-uid-named = La solicitud { $other } de otra persona indica el mismo UID y está aprobada.
    .next = Quien solicita corrige un error con /uid; el equipo, un vínculo erróneo con /person.
refusal-application-no-proposal = { $how ->
    [confirmed] { $name } ya ha confirmado la aprobación de la solicitud { $number }.
    [declined] La aprobación de la solicitud { $number } no se confirmó: { $name } dijo que no.
   *[gone] Ninguna aprobación de la solicitud { $number } espera como la viste.
}
    .next = Ábrela otra vez para ver cómo está.
refusal-application-second-other = No puedes ser la segunda persona de la solicitud { $number }.
    .next = Confirma un administrador o responsable de riesgos que no haya intervenido.
refusal-tier-unknown = No hay ningún nivel «{ $typed }» en el programa.
    .next = Elige con los botones.
refusal-tier-limit = No puedes conceder el nivel «{ $tier }».
    .next = Pueden: { $roles }. Elige uno más bajo o devuelve la solicitud para que decidan.

## Respuestas atrasadas

application-late = ⏰ La respuesta estaba prevista { $at }.
late-managers = ⏰ Se avisó a la dirección regional { $at }.
late-admins = ⏰ Se avisó a los administradores { $at }.
late-told = ⏰ La solicitud <b>{ $number }</b> de { $name } va con retraso: la respuesta estaba prevista { $at }.

## Pasar una solicitud, y varias a la vez

review-hand = 🤝 Pasar a otra persona
review-handed = 🤝 { $name } tiene ahora la solicitud { $number }.
hand-told = 🤝 { $name } te pasó la solicitud <b>{ $number }</b>. La tienes tú.
argument-application-hand-to = Quién la tendrá
    .label = persona
    .ask = ¿Quién debe tenerla?
    .hint = Un nombre, o #7, telegram:123, discord:456
command-application-hand = Pasar a otra persona
    .title = Pasar
argument-review-action = Varias solicitudes a la vez
    .label = acción
    .ask = ¿Qué quieres hacer?
    .hint = Varias a la vez, para administración y dirección regional
argument-review-number = Número de una solicitud que quieres ver
    .label = número
    .ask = ¿Qué solicitud?
    .hint = Su número, como sale en las tarjetas y avisos, por ejemplo 12
choice-bulk = varias a la vez
bulk-begin = ¿Qué se hace con varias solicitudes? Un motivo las rechaza. Después se te piden los números.
argument-review-bulk-numbers = Números de las solicitudes
    .label = números
    .ask = ¿Qué solicitudes?
    .hint = Por ejemplo: 12, 13, 14
argument-review-bulk-what = Qué se hace con todas
    .label = qué
    .ask = ¿Qué se hace con ellas?
    .hint = Un motivo las rechaza; lo lee cada persona que la presentó.
command-review-bulk = Varias a la vez
    .title = Varias a la vez
bulk-release = ↩ Devolverlas a la cola
bulk-preview = <b>{ $count ->
    [one] { $count } solicitud
    [many] { $count } solicitudes
   *[other] { $count } solicitudes
}</b>
bulk-line = • { $number }: { $name }, { $state }
bulk-what = Qué se hace con cada una: <b>{ $what }</b>
bulk-confirm = ✅ Hacerlo con todas
bulk-done = <b>El resultado</b>
bulk-released = ↩ { $number }: de nuevo en la cola
bulk-rejected = ❌ { $number }: rechazada
bulk-refused = ⚠️ { $number }: { $why }

refusal-bulk-numbers = Eso no son números de solicitudes, { $most } como máximo.
    .next = Escríbelos así: 12, 13, 14
refusal-hand-nobody = Nadie con el nombre «{ $typed }» puede tenerla.
    .next = Elige con los botones o nombra a la persona como #7, telegram:123 o discord:456.
refusal-hand-several = Varias personas que revisan se llaman «{ $typed }».
    .next = Elige con los botones o nombra a la persona como #7, telegram:123 o discord:456.
refusal-application-hand-unfit = Esa persona no puede tener la solicitud { $number }.
    .next = Elige a alguien que revise esa región, no haya intervenido en una decisión sobre ella ni trajera a quien la presentó.

# Answers that are too long for the page of an application.
review-whole = 📖 Leerlo entero
review-whole-of = Lo escrito en la solicitud { $number }, { $page } de { $pages }:
review-whole-next = ➡️ Seguir leyendo
