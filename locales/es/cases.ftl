## /report: cualquiera cuenta lo que hizo un partner

command-report = Denuncia lo que hizo un partner
    .title = Denuncia
argument-report-about = Número, nombre o cuenta del partner
    .label = quién
    .ask = ¿De quién se trata?
    .hint = El número, el nombre o la cuenta del partner, como lo conozcas
argument-report-reason = De qué se trata
    .label = motivo
    .ask = ¿De qué se trata?
    .hint = Elige lo que mejor encaje.
argument-report-words = Qué pasó
    .label = relato
    .ask = ¿Qué pasó?
    .hint = Qué se dijo o hizo, dónde y cuándo
argument-report-link = Dónde se puede ver
    .label = enlace
    .ask = ¿Dónde se puede ver?
    .hint = La dirección de la publicación o página, por ejemplo t.me/moon/12
argument-report-picture = Una captura de pantalla
    .label = imagen
    .ask = ¿Tienes una captura de pantalla?
    .hint = Solo la ve el equipo. Si no tienes, omítela.
report-made = ✅ Gracias. Tu denuncia tiene el número <b>{ $number }</b>. El partner no sabrá quién la hizo, y te diremos en qué quedó.
report-cancelled = No se denunció nada.
report-told-nothing = Tu denuncia { $number } se ha estudiado. No se encontró ninguna infracción de las normas. Gracias por estar atento.
report-told-acted = Tu denuncia { $number } se ha estudiado y se tomaron medidas. Gracias por estar atento.
report-told-overturned = Una corrección sobre tu denuncia { $number }: en apelación la estudió otra persona y las medidas se anularon. El partner queda como antes.
report-title = <b>Denuncia { $number }</b> · { $state }
report-since = Hecha { $at }
report-about = Sobre: { $about }
report-about-partner = Sobre: { $name }, partner { $partner } («{ $about }»)
report-about-number = Sobre: { $name }, partner { $partner }
report-emptied = Lo que decía se ha borrado: la persona de quien trataba, o quien lo contó, pidió borrar todo.
report-joined = { $count ->
    [one] { $count } denuncia más dice lo mismo.
    [many] { $count } de denuncias más dicen lo mismo.
   *[other] { $count } denuncias más dicen lo mismo.
}
report-case = ⚖️ Caso { $number }
report-by = Denuncia de { $name }. El partner no debe saberlo.
report-is-open = nadie la ha visto aún
report-is-joined = unida a otra
report-is-cased = se abrió un caso
report-is-dismissed = sin consecuencias
report-arrived = La denuncia <b>{ $number }</b> espera. No hay chat de casos: un administrador puede nombrar un grupo con /desk.
report-open-case = ⚖️ Abrir un caso
report-open-one = 📨 Denuncia { $number }
report-dismiss = ✖ Archivar
report-dismissed = Archivada. A quien denunció se le dice en términos generales.
report-case-preview = ¿Abrir un caso sobre <b>{ $name }</b> (partner { $partner }) a partir de la denuncia { $number }? Sus palabras serán el cargo que leerá el partner: no deben delatar a quien denunció.
command-report-case = Abrir un caso por una denuncia
    .title = Abrir un caso
argument-report-case-partner = Qué partner
    .label = partner
    .ask = ¿De qué partner se trata?
    .hint = 12, Ana, @mención, #7 o telegram:123456789
command-report-dismiss = Archivar una denuncia
    .title = Archivar
argument-report-dismiss-note = Por qué no hay consecuencias
    .label = nota
    .ask = ¿Por qué no tiene consecuencias?
    .hint = Para el equipo; a quien denunció se le dice en términos generales.

## El caso: la tarjeta y lo que ve el equipo

command-case = Denuncias y casos que esperan, o uno por su número
    .title = Caso
argument-case-number = El número del caso
    .label = número
    .ask = ¿Qué caso?
    .hint = Por ejemplo 12
case-none = No espera ninguna denuncia ni ningún caso.
case-list = <b>Denuncias y casos</b>
case-line = Caso { $number } · { $name }: { $state }
case-open = 🔍 Abrir
case-open-one = ⚖️ Caso { $number }
case-title = <b>Caso { $number }</b> · { $name }, partner { $partner }
case-since = { $state }; abierto { $at }
case-reports = { $count ->
    [one] Viene de { $count } denuncia
    [many] Viene de { $count } de denuncias
   *[other] Viene de { $count } denuncias
}
case-reply-due = El partner puede responder hasta el { $at }.
case-hold-due = ⏳ La suspensión termina el { $at } si hasta entonces no se propone nada.
case-appeal-due = Se puede apelar hasta el { $at }.
case-reason = Se trata de: <b>{ $reason }</b>
case-words = «{ $words }»
case-link = 🔗 { $link }
case-reply-line = 💬 El partner: { $reply }
case-partner = El partner está { $state }; advertencias que cuentan: { $count }.
case-proposed = ✋ Propuesta de { $name }: { $verdict }{ $days ->
    [0] {"."}
    [one] {", "}{ $days } día.
    [many] {", "}{ $days } de días.
   *[other] {", "}{ $days } días.
}
case-verdict = <b>Decisión:</b> { $verdict }
case-appeal-verdict = <b>Tras la apelación:</b> { $verdict }
case-appeal-reduced = <b>Tras la apelación:</b> rebajada; ahora es: { $verdict }
case-appeal-for = Quién puede resolver la apelación: { $names }.
case-appeal-nobody = Ahora nadie del equipo puede resolver esta apelación: quien ha intervenido no puede. Un administrador puede dar el rol a otra persona con /role.
case-deed = { $at } · { $deed } ({ $name })
case-by-rule = las reglas
deed-opened = abierto
deed-noticed = avisado el partner
deed-proposed = propuesta
deed-declined = propuesta descartada
deed-dismissed = archivado
deed-warned = advertencia
deed-suspended = suspensión
deed-terminated = expulsión
deed-upheld = apelación denegada
deed-reduced = reducida en apelación
deed-overturned = anulada en apelación
case-is-open = abierto, el partner aún no lo sabe
case-is-awaiting_partner = a la espera de la respuesta del partner
case-is-deciding = por decidir
case-is-dismissed = archivado
case-is-warned = advertencia
case-is-suspended = suspensión
case-is-terminated = expulsión
case-is-appealed = apelado
case-is-upheld = la decisión se mantiene
case-is-reduced = reducida
case-is-overturned = anulada
case-is-closed = cerrado
case-outcome-appealed = { $verdict }, apelada
case-outcome-upheld = { $verdict }, confirmada en apelación
case-outcome-reduced = { $verdict }, rebajada en apelación
case-outcome-overturned = anulada en apelación, ya no cuenta
case-arrived = El caso <b>{ $number }</b> sobre { $name } necesita a alguien: { $state }. No hay chat de casos: un administrador puede nombrar un grupo con /desk.
case-replied-told = 💬 Caso <b>{ $number }</b> sobre { $name }: el partner ha respondido. Ahora toca decidir.
case-appealed-told = ⚖️ Caso <b>{ $number }</b> sobre { $name }: el partner ha apelado. No interviniste en la decisión y puedes resolver la apelación.
case-appealed-nobody = ⚖️ Caso <b>{ $number }</b>: el partner ha apelado y nadie del equipo puede resolver la apelación, porque quien ha intervenido no puede. Da el rol a otra persona con /role.
case-waits = Caso <b>{ $number }</b> sobre { $name }: hay una decisión propuesta y falta una segunda persona.
case-remind-reply = ⏳ Caso <b>{ $number }</b> sobre { $name }: el plazo para responder termina el { $at } y aún no hay respuesta. Después toca decidir.
case-remind-hold = ⚠️ Caso <b>{ $number }</b> sobre { $name }: la suspensión termina sola el { $at }. Decide antes, o propón lo que exige dos personas.
case-remind-second = ⚠️ Caso <b>{ $number }</b> sobre { $name }: la suspensión terminaría el { $at }, pero hay una propuesta que espera a una segunda persona. Dura hasta que alguien esté de acuerdo o en contra.
case-hold-over = Caso <b>{ $number }</b> sobre { $name }: no se propuso nada a tiempo y la suspensión ha terminado. El caso sigue por decidir.
case-opened = ✅ El caso { $number } está abierto. Ahora avisa al partner.
case-notified = ✅ El partner está avisado y puede responder.
case-is-proposed = ✋ Propuesta hecha. Falta una segunda persona, que ya lo sabe.
case-is-decided = <b>Decidido. Lo que cambió:</b>
case-declined = No se hace: la propuesta queda descartada.
case-decline-preview = ¿Descartar la propuesta del caso { $number }?
case-take-back-preview = ¿Retirar tu propuesta del caso { $number }?
case-declined-why = Por qué se rechaza: «{ $note }»
case-whole-of = Lo escrito en el caso { $number }, { $page } de { $pages }:
case-told-declined = { $name } ha rechazado tu propuesta en el caso <b>{ $number }</b>. Para el partner no ha cambiado nada.
case-told-agreed = ✅ { $name } ha aprobado tu propuesta en el caso <b>{ $number }</b> sobre { $about }: { $verdict }. Está decidido, y el partner ya lo sabe.
case-told-replaced = { $name } ha propuesto otra cosa en el caso <b>{ $number }</b> sobre { $about }, en lugar de lo que propusiste: { $verdict }.
case-told-otherwise = { $name } ha decidido el caso <b>{ $number }</b> sobre { $about } de otra forma que la que propusiste: { $verdict }.
case-told-on-appeal = ⚖️ { $name } ha resuelto la apelación en el caso <b>{ $number }</b> sobre { $about }, en el que la decisión la propusiste tú. Así queda: { $verdict }.
case-new-preview = ¿Abrir un caso sobre { $name }, partner { $partner }? Esto leerá cuando le avises:
case-new-confirm = ⚖️ Abrir
case-notify-preview = ¿Informar ahora al partner? Tiene { $hours ->
    [one] { $hours } hora
    [many] { $hours } de horas
   *[other] { $hours } horas
} para responder y lee esto:
case-propose-preview = <b>Propones: { $verdict }.</b> Una segunda persona debe estar de acuerdo. Entonces cambia esto:
case-rule-preview = <b>{ $verdict }.</b> Cambia esto:
case-days = { $days ->
    [one] { $days } día
    [many] { $days } de días
   *[other] { $days } días
}
case-notify = 📣 Informar al partner
case-dismiss = ✖ Archivar
case-warn = ⚠️ Advertir
case-suspend = ⏹ Suspender
case-terminate = 🚪 Expulsar
case-agree = ✅ De acuerdo
case-decline = ❌ En contra
case-take-back = ↩ Retirarla
case-reduce = ⚖️ Reducir
case-overturn = ⚖️ Anular
confirm-case-dismiss = ✖ Archivarlo
confirm-case-warn = ⚠️ Advertir
confirm-case-suspend = ✋ Proponer
confirm-case-terminate = ✋ Proponer
confirm-case-uphold = ⚖️ Se mantiene
confirm-case-reduce = ⚖️ Reducirla
confirm-case-overturn = ⚖️ Anularla

effect-none = • No cambia nada.
effect-warning = • Una advertencia, que cuenta hasta el { $at }
effect-unwarning = • Se retira la advertencia
effect-review = • Con este ya cuentan { $count ->
    [one] { $count } advertencia
    [many] { $count } de advertencias
   *[other] { $count } advertencias
}: se abre un caso sobre todos ellos
effect-state = • El partner: { $from } → { $to }
effect-until-suspended = • El partner: { $from } → { $to } hasta el { $at }
effect-until-terminating = • El partner: { $from } → { $to }; termina el { $at }
effect-later = • Cuando se deshaga la sanción del otro caso, el partner: { $to }
effect-stop = • Presupuestos, enlaces nuevos y tareas: detenidos
effect-unstop = • Presupuestos, enlaces nuevos y tareas: siguen
effect-role = • El rol de partner: se retira de inmediato
effect-role-at = • El rol de partner: se retira el { $at }
effect-unrole = • El rol de partner: se devuelve
effect-mirrored = • No cambia: las comisiones que paga el exchange y lo que hay en la billetera

## El caso, como lo lee su partner

case-own = <b>Caso { $number }</b>: { $state }
case-own-awaiting = a la espera de tu respuesta
case-own-reply-line = 💬 Tu respuesta: { $reply }
case-own-reply = Puedes responder hasta el { $at }. Si no lo haces, se decide sin tu respuesta.
case-own-appeal = Puedes apelar una vez hasta el { $at }; decide alguien que no participó.
case-reply-preview = <b>¿Enviar esta respuesta en el caso { $number }?</b> ⚠️ Es la única que tienes: una vez enviada, no se puede cambiar, ampliar ni retirar.
case-reply-confirm = ✅ Enviar mi única respuesta
case-answer = 💬 Responder
case-appeal = ⚖️ Apelar
case-replied = ✅ Tu respuesta está en manos del equipo.
case-told-notice = ⚖️ Se dice que has infringido las normas del programa. Aún no hay nada decidido.
case-told-lapsed = El plazo para responder ha terminado; el caso se decide sin tu respuesta.
case-told-remind = ⏳ Todavía no has respondido y el plazo termina pronto.
case-told-dismissed = ✅ El caso contra ti queda archivado.
case-told-warned = ⚠️ Recibes una advertencia.
case-told-suspended = ⏹ Quedas en suspensión como partner.
case-told-terminated = 🚪 Se te expulsa del programa de partners.
case-told-upheld = ⚖️ Otra persona ha estudiado tu apelación. La decisión se mantiene.
case-told-reduced = ⚖️ Tu apelación ha prosperado en parte.
case-told-overturned = ⚖️ Tu apelación ha prosperado: todo está como antes.
command-case-reply = Responder en un caso
    .title = Tu respuesta
argument-case-reply-words = Tu versión
    .label = respuesta
    .ask = ¿Cuál es tu versión?
    .hint = Todo en un mensaje; puedes responder una vez. Antes de enviarla la verás de nuevo.
command-case-appeal = Apelar
    .title = Tu apelación
argument-case-appeal-words = Por qué la decisión es errónea
    .label = apelación
    .ask = ¿Por qué es errónea la decisión?
    .hint = Di qué se pasó por alto. Puedes apelar una vez.

## Lo que se pregunta al equipo

command-case-new = Abrir un caso
    .title = Abrir un caso
argument-case-new-reason = De qué se trata
    .label = motivo
    .ask = ¿De qué se trata?
    .hint = El partner lo lee.
argument-case-new-words = Qué pasó y qué lo demuestra
    .label = cargo
    .ask = ¿Qué pasó y qué lo demuestra?
    .hint = El partner lo lee: qué, dónde, cuándo, con enlaces
command-case-dismiss = Archivar
    .title = Archivar
argument-case-dismiss-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = En un idioma que lea el partner
command-case-warn = Advertir
    .title = Advertir
argument-case-warn-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = En un idioma que lea el partner
command-case-suspend = Suspender
    .title = Suspender
argument-case-suspend-days = Durante cuánto tiempo
    .label = días
    .ask = ¿Durante cuánto tiempo?
    .hint = Después todo vuelve por sí solo a estar como antes.
argument-case-suspend-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = En un idioma que lea el partner
command-case-terminate = Expulsar
    .title = Expulsar
argument-case-terminate-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = En un idioma que lea el partner
command-case-decline = En contra
    .title = En contra
argument-case-decline-note = Por qué
    .label = nota
    .ask = ¿Por qué no estás de acuerdo?
    .hint = Lo lee quien lo propuso; el partner, no.
command-case-uphold = Mantener la decisión
    .title = Mantener la decisión
argument-case-uphold-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = En un idioma que lea el partner
command-case-reduce = Reducir
    .title = Reducir
argument-case-reduce-to = A qué
    .label = cambio
    .ask = ¿En qué queda?
    .hint = Menos de lo que se decidió
argument-case-reduce-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = En un idioma que lea el partner
command-case-overturn = Anular
    .title = Anular
argument-case-overturn-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = En un idioma que lea el partner
choice-applications = solicitudes
choice-cases = casos y denuncias

## Motivos que un archivo de programa puede nombrar

offence-promise = promesa falsa
offence-misleading = afirmación engañosa
offence-brand = uso indebido de la marca
offence-defamation = difamación
offence-disclosure = no decir que se es partner
offence-offensive = contenido ofensivo
offence-plagiarism = contenido ajeno presentado como propio
offence-violence = contenido violento
offence-sexual = contenido sexual
offence-spam = spam
offence-bots = seguidores comprados o bots
offence-selfref = autorreferido
offence-market = abuso de mercado
offence-country = país donde el programa no está permitido
offence-other = otra cosa
offence-warnings = varias advertencias dentro del plazo en que cuentan

refusal-case-says-nothing = No dice nada.
    .next = Escribe unas palabras.
refusal-case-state = Con el caso { $number } eso no es posible ahora; su estado: { $state }{ $who ->
    [known] {". Último paso: "}{ $deed } ({ $name }).
   *[none] {"."}
}
    .next = Ábrelo de nuevo para ver qué se puede hacer.
refusal-case-own-proposal = Esto lo propusiste tú.
    .next = Debe estar de acuerdo otro administrador o responsable de riesgos.
refusal-case-two-hands = Una expulsión exige dos personas: un administrador y un responsable de riesgos.
    .next = Pídeselo a quien falta.
refusal-case-appeal-late = Es demasiado tarde para apelar en el caso { $number }.
    .next = Mira en /membership qué sigue vigente.
refusal-case-appealed = Ya has apelado.
    .next = Una decisión se apela una sola vez.
refusal-case-panel = Esta apelación no corresponde a tu rol.
    .next = Una suspensión es de administradores y riesgos; una expulsión, de un administrador.
refusal-case-no-lesser = Eso no es menos de lo que se decidió.
    .next = Elige algo menor, anúlala o deja que se mantenga.
refusal-case-own = El caso { $number } va sobre ti.
    .next = Míralo en /membership. Deciden otros.
refusal-case-not-yours = No puedes hacer esto con el caso { $number }.
    .next = Quien trajo al partner queda fuera. Pregunta a un administrador si crees que deberías poder.
refusal-case-reported = Tú denunciaste lo que trata el caso { $number }.
    .next = Quien denuncia queda fuera del caso; deciden otros.
refusal-case-other-region = Ese partner es de una región que tú no llevas.
    .next = /region muestra quién la lleva. Un administrador puede darte el cargo para esa región con /role.
refusal-case-took-part = Participaste en el caso { $number }.
    .next = La apelación la decide alguien que no participó.
refusal-case-needs-risk = Esto exige un administrador o un responsable de riesgos.
    .next = Propón lo que puedas o pídeselo.
refusal-case-unknown = No hay ningún caso { $number }.
    .next = Mira con /case qué espera.
refusal-case-moved-on = Alguien fue más rápido con el caso { $number }.
    .next = Ábrelo de nuevo para ver cómo está.
refusal-case-changed = El caso { $number } ha cambiado desde que lo miraste{ $who ->
    [known] {": "}{ $deed } ({ $name }).
   *[none] {"."}
}
    .next = Ábrelo de nuevo y decide sobre lo que hay ahora.
refusal-case-partner-gone = El partner { $number } ya dejó el programa.
    .next = Un caso ya no puede tener consecuencias.
refusal-case-partner-state = No es posible: el partner { $number } está { $state }.
    .next = Archiva, advierte o espera a que cambie.
refusal-case-nothing-proposed = En el caso { $number } no hay nada propuesto{ $who ->
    [known] {": "}{ $deed } ({ $name }).
   *[none] {"."}
}
    .next = Ábrelo de nuevo para ver cómo está.
refusal-offence-unknown = El programa no tiene el motivo «{ $typed }».
    .next = Elige con los botones.
refusal-report-too-many = Has hecho { $most ->
    [one] { $most } denuncia
    [many] { $most } de denuncias
   *[other] { $most } denuncias
} en un día, que es el máximo.
    .next = Denuncia el resto mañana.
refusal-report-own = No puedes denunciarte.
    .next = Escribe al equipo del programa.
refusal-report-unknown = No hay ninguna denuncia { $number }.
    .next = Mira con /case qué espera.
refusal-report-own-decision = La denuncia { $number } es tuya o va sobre ti.
    .next = La decide otra persona.
refusal-report-decided = La denuncia { $number } ya está decidida.
    .next = Ábrela de nuevo para ver en qué quedó.
refusal-link-malformed = «{ $typed }» no es la dirección de una página.
    .next = Cópiala del navegador, por ejemplo t.me/moon/12.

evidence-picture = 🖼 Captura
evidence-picture-of = 🖼 Lo que se envió como prueba:
evidence-picture-gone = La imagen ya no está. Pídela de nuevo.
refusal-report-not-yours = La denuncia { $number } es sobre un partner que no te corresponde.
    .next = Con /region ves a quién corresponde. Administración puede darte el cargo para esa región con /role.
