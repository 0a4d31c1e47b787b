## /membership: lo que cada partner hace con su membresía

command-membership = Tu membresía: cómo está, pausa, baja
    .title = Mi membresía
membership-see = 🤝 Mi membresía
membership-title = Eres partner número <b>{ $number }</b>: { $state }.
membership-own-onboarding = tu incorporación está en marcha
membership-own-active = en activo
membership-own-paused = en la pausa que pediste
membership-own-suspended = en suspensión
membership-own-terminating = tu membresía está por terminar
membership-own-terminated = tu membresía terminó por decisión del programa
membership-own-resigned = te diste de baja
membership-tier = Nivel: { $tier }
membership-tier-changes = 📅 El { $at } tu nivel pasa a ser: { $tier }
membership-checklist = <b>Lo que falta por hacer</b>
membership-open = ☐
membership-uid = { $mark } Confirmar que el UID terminado en { $uid } es tuyo
membership-read = 📜 Leer y aceptar
membership-texts = { $mark } Aceptar las normas y la declaración en su versión de hoy
membership-why = Motivo: <b>{ $reason }</b>
membership-why-case = Motivo: <b>{ $reason }</b> (caso { $number })
membership-why-private = Para ver el motivo y qué puedes hacer, envía /membership en nuestro chat privado.
membership-no-appeal = Aún no hay caso ni decisión, así que no hay nada que apelar. Si se abre un caso, te lo dirán y podrás responder antes de que se decida nada.
membership-appealed-suspended = ⚖️ Has apelado. Decide alguien que no participó, y te avisaremos.
membership-appealed-terminating = ⚖️ Has apelado, así que nada termina antes de que se resuelva. Decide alguien que no participó, y te avisaremos.
membership-no-leave = 🚪 Mientras dura la suspensión no puedes irte. Cuando termine y no haya ningún caso abierto, aquí estará de nuevo el botón.
membership-until-decided = Dura hasta que se decida el caso.
membership-suspended-until = Hasta { $at }. Después todo vuelve a estar como antes.
membership-ends = La participación como partner termina el { $at }.
membership-warnings = Advertencias que cuentan: { $count } de { $most }.
membership-return-asked = Has pedido volver. El equipo lo decide y te lo dirá.
membership-may-return = Puedes pedir volver.
return-from = Puedes pedir volver a partir de { $at }.
membership-confirm = ✅ Es mío
membership-pause = ⏸ Pausa
membership-resume = ▶ Seguir
membership-resign = 🚪 Darme de baja
membership-return = ↩ Volver
membership-uid-preview = ¿Es <code>{ $uid }</code> el UID de tu cuenta en el exchange? Las comisiones van a esa cuenta.
membership-noted = ✅ Anotado.
membership-is-active = 🎉 Todo listo: ahora eres partner en activo.
membership-paused = Estás en pausa: no recibes tareas hasta que sigas. Las comisiones no cambian.
membership-resumed = Vuelves a estar en activo.
membership-resign-preview = ¿Dejar el programa como partner { $number }? Pierdes el rol de inmediato. Lo que hay en tu billetera sigue siendo tuyo. Para volver tendrías que pedirlo.
membership-resign-number = Tu número de partner es { $number }. Escribirlo muestra que va en serio.
membership-resigned = Has dejado el programa. Gracias por todo.
membership-told-lapsed = Tu suspensión ha terminado: no dio lugar a ningún caso. Todo está como antes.
membership-told-expired = Tu suspensión ha terminado: nadie decidió el caso a tiempo. Todo está como antes. El caso sigue abierto y te diremos cómo acaba.
membership-told-served = Tu suspensión ha terminado. Todo está como antes.
membership-told-terminated = Tu membresía ha terminado.
membership-told-left = Nadie siguió con tu incorporación durante un tiempo, así que ha terminado.
membership-told-held = Por ahora estás en suspensión (<b>{ $reason }</b>): los presupuestos, los enlaces nuevos y las tareas quedan detenidos hasta saber si hay un caso. Las comisiones que paga el exchange no cambian.
membership-told-back = 🎉 ¡Qué bien que vuelvas! Repasa la lista una vez más y estarás de nuevo en activo.
change-tier = Nivel: { $from } → <b>{ $to }</b>
change-spot = Comisión por operaciones al contado, como máximo: { $from } % → { $to } %
change-futures = Comisión por futuros, como máximo: { $from } % → { $to } %
change-for-life-partner = Los seguidores que ya están vinculados a ti conservan sus tasas: para ellos no baja nada. Lo nuevo vale para quienes lleguen desde ese día.
change-for-life-staff = Los seguidores ya vinculados a este partner conservan sus tasas: a ellos no se les baja nada. Lo nuevo vale para quienes lleguen desde ese día.
change-shown-partner = Tu certificado se ajusta al nivel.
change-shown-staff = El certificado sigue al nivel.
change-shown-badges-partner = Tu certificado se ajusta al nivel, y también lo que Discord y Telegram muestran de ti.
change-shown-badges-staff = El certificado sigue al nivel, igual que lo que Discord y Telegram muestran del partner.
change-region = Región: { $from } → <b>{ $to }</b>
change-due = Entra en vigor el { $at }.
change-read = ✅ Lo he leído
change-read-pending = Pulsa el botón de abajo, por favor. Si no lo haces, llegará igualmente en su fecha.
change-read-done = Pulsa el botón de abajo cuando lo hayas leído, por favor.
change-is-read = ✅ Anotado: lo has leído.
change-told-tier-pending = 📅 Tu nivel va a cambiar.
change-told-tier-done = 🏅 Tu nivel ha cambiado.
change-told-region-done = 🗺 Desde ahora perteneces a otra región. Lo que esté abierto sobre ti va contigo.
change-told-withdrawn = ↩ El cambio de nivel anunciado queda sin efecto. Todo sigue igual.

partner-is-onboarding = en incorporación
partner-is-active = en activo
partner-is-paused = en pausa
partner-is-suspended = en suspensión
partner-is-terminating = en proceso de expulsión
partner-is-terminated = fuera por expulsión
partner-is-resigned = de baja voluntaria

argument-membership-resign-typed = Tu número de partner, para confirmarlo
    .label = número
    .ask = Escribe tu número de partner para irte
    .hint = Lo ves en /membership
command-membership-resign = Dejar el programa
    .title = Dejar el programa

## /partner: para el equipo

command-partner = Busca a un partner: cómo está y qué puedes hacer
    .title = Partner
argument-partner-who = Número, nombre, mención, #persona o telegram:123
    .label = quién
    .ask = ¿Qué partner?
    .hint = 12, Ana, @mención, #7 o telegram:123456789
partner-title = <b>Partner { $number }</b> · { $name } ({ $person })
partner-stands = { $state }, desde { $at }
partner-tier = Nivel: { $tier } · Región: { $region }
partner-no-region = ninguna
partner-tags = Etiquetas: { $tags }
partner-case = ⚖️ Caso { $number }: { $state }
partner-asks-back = ↩ Pide volver.
partner-history = { $at } · { $what } ({ $name })
history-case = { $what }, caso { $number }
history-overturned = { $what }, caso { $number }: anulado después
history-undone-overturned = { $what }: el caso { $number } se anuló en apelación
history-partner-uid-confirmed = UID confirmado
history-partner-return-asked = pidió volver
history-partner-return-backed = el equipo apoya su vuelta
partner-new-case = ⚖️ Abrir un caso
partner-hold = ⏹ Suspender
partner-lift = ▶ Levantar
partner-back = ↩ Readmitir
partner-hold-preview = ¿Suspender a { $name } antes de que haya un caso? Dura { $hours ->
    [one] { $hours } hora
    [many] { $hours } de horas
   *[other] { $hours } horas
}; si para entonces no se abre un caso, todo vuelve a estar como antes.
partner-held = En suspensión. Abre un caso: sin él, termina por sí sola.
partner-lifted = Levantada. Todo está como antes.
partner-back-preview = ¿Readmitir a { $name }? La incorporación empieza de nuevo y el historial se conserva.
partner-back-two = ¿Readmitir a { $name } después de su expulsión? Deben estar de acuerdo un administrador y un responsable de riesgos, dos personas.
partner-is-back = De vuelta: la incorporación empieza de nuevo.
partner-backed = Queda anotado que estás a favor. Hace falta otra persona: un administrador y un responsable de riesgos.
partner-wants-back = El partner { $number }, { $name }, pide volver.
command-partner-hold = Suspender antes de que haya un caso
    .title = Suspender
argument-partner-hold-reason = Por qué
    .label = motivo
    .ask = ¿De qué se trata?
    .hint = El partner lo lee.
tier-none = ninguno todavía
tier-others = Otros pueden dar: { $others }
tier-by = { $tier } ({ $roles })
partner-tier-change = 🏅 Nivel
partner-region-change = 🗺 Región
partner-tier-proposed = ✋ { $name } propone el nivel { $to }; falta una segunda persona.
partner-region-proposed = ✋ { $name } propone la región { $to }; falta una segunda persona.
partner-tier-pending = 📅 Nivel { $to } el { $at }, anunciado por { $name }; { $read ->
    [yes] el partner lo ha leído.
   *[no] el partner no lo ha confirmado.
}
change-preview-done = ¿Cambiar esto al partner { $number }, { $name }? Vale desde ya, y se le avisa.
change-preview-pending = ¿Anunciar esto al partner { $number }, { $name }? Se le avisa ya y llega en su fecha. Hasta entonces se puede retirar.
change-preview-proposed = ¿Proponer esto para el partner { $number }, { $name }? Hace falta una segunda persona.
change-preview-declined = ¿Rechazar esto para el partner { $number }, { $name }? Entonces no cambia nada.
change-declined-why = Por qué se rechaza: «{ $note }»
change-confirm-done = ✅ Cambiar
change-confirm-pending = ✅ Anunciar
change-confirm-proposed = ✅ Proponer
change-agree = ✅ De acuerdo
change-decline = ❌ En contra
change-withdraw = ↩ Retirar
change-now-done = ✅ Cambiado. El partner está avisado.
change-now-pending = 📅 Anunciado. El partner está avisado.
change-now-proposed = ✋ Propuesto. Falta una segunda persona, que ya lo sabe.
change-now-declined = Rechazado. Nada cambia.
change-now-withdrawn = Retirado. Nada cambia.
change-waits = ✋ Partner <b>{ $number }</b>, { $name }: hay un cambio propuesto y falta una segunda persona.
change-was-done = ✅ Partner <b>{ $number }</b>, { $name }: aceptaron lo que propusiste.
change-was-declined = ❌ Partner <b>{ $number }</b>, { $name }: rechazaron lo que propusiste.
change-arrived = 🗺 El partner <b>{ $number }</b>, { $name }, pertenece desde ahora a tu región.
change-comes-along = Abierto sobre él, y tuyo desde ahora. Casos: { $cases } · Denuncias: { $reports } · Recursos: { $appeals }
change-nothing-along = No hay nada abierto sobre él.
change-is-proposed = propuesto
change-is-pending = anunciado
change-is-done = cambiado
change-is-declined = rechazado
change-is-withdrawn = retirado
change-is-dropped = sin efecto
history-partner-change = { $what ->
    [tier] nivel
   *[region] región
}: { $state }
history-partner-change-acknowledged = leyó un cambio
command-partner-tier = Cambiar el nivel de un partner
    .title = Nivel
argument-partner-tier-tier = El nuevo nivel
    .label = nivel
    .ask = ¿Qué nivel?
    .hint = Uno más bajo se anuncia y llega más tarde.
argument-partner-tier-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = El partner lo lee.
command-partner-region = Cambiar la región de un partner
    .title = Región
command-change-decline = Rechazar un cambio
    .title = Rechazar
argument-change-decline-note = Por qué
    .label = nota
    .ask = ¿Por qué no estás de acuerdo?
    .hint = Lo lee quien lo propuso; el partner, no.
argument-partner-region-region = La nueva región
    .label = región
    .ask = ¿Qué región?
    .hint = Lo que esté abierto sobre el partner va con él.
argument-partner-region-note = Por qué
    .label = nota
    .ask = ¿Por qué?
    .hint = El partner lo lee.

refusal-partner-unbound = No hay ningún UID tuyo que confirmar.
    .next = Pregunta al equipo del programa.
refusal-partner-unaccepted = Las normas y la declaración de hoy no están aceptadas.
    .next = Abre /membership y acéptalas.
refusal-resign-not-typed = Ese no es tu número de partner, así que no se hizo nada.
    .next = Escribe el número { $number } si de verdad quieres irte.
refusal-partner-case-open = Hay un caso abierto, así que ahora no puedes irte.
    .next = Míralo en /membership; cuando se decida podrás.
refusal-partner-groundless = Una suspensión necesita un caso o termina en pocos días.
    .next = Abre antes un caso con /partner.
refusal-partner-state = Ahora no es posible con el partner { $number }: { $state }.
    .next = Abre de nuevo la página para ver qué se puede hacer.
refusal-change-suspended = El partner { $number } está ahora en este estado: { $state }. Mientras tanto no se sube de nivel a nadie.
    .next = Cuando se resuelva, vuelve a elegir el nivel.
refusal-partner-own = Esto va sobre ti.
    .next = Lo decide otra persona.
refusal-partner-not-yours = No puedes hacer esto con el partner { $number }.
    .next = Pregunta a un administrador o responsable de riesgos.
refusal-partner-unknown = Ningún partner coincide con «{ $typed }».
    .next = Escribe un número, un nombre, una mención, #7 o telegram:123.
refusal-partner-several = Varios partners coinciden con «{ $typed }»: { $numbers }.
    .next = Escribe el número de quien buscas.
refusal-partner-none = No eres partner.
    .next = Puedes serlo con /apply. Si ya enviaste una solicitud, mírala con /status.
refusal-partner-moved-on = Alguien fue más rápido con el partner { $number }.
    .next = Abre de nuevo la página para ver cómo está.
refusal-partner-no-hold = El partner { $number } no tiene una suspensión sin caso.
    .next = Lo que decidió un caso se cambia con su apelación.
refusal-partner-hold-spent = El partner { $number } ya tuvo una suspensión en el caso { $case }, y nadie decidió a tiempo.
    .next = Decide el caso { $case } o propón en él una suspensión. Si hay algo nuevo, abre antes otro caso y avisa al partner.
refusal-return-too-soon = Es demasiado pronto para volver.
    .next = Se puede a partir de { $at }.
refusal-return-not-asked = El partner { $number } no ha pedido volver.
    .next = Puede hacerlo con /membership.
refusal-return-unbacked = Hacen falta dos personas: un administrador y un responsable de riesgos.
    .next = Pídeselo a quien falta.
refusal-change-state = { $how ->
    [done] { $name } ya ha aprobado este cambio del partner { $number }.
    [declined] { $name } ya ha rechazado este cambio del partner { $number }.
    [withdrawn] { $name } ha retirado este cambio del partner { $number }.
   *[over] Este cambio del partner { $number } ya está cerrado.
}
    .next = Abre otra vez la página para ver cómo está.
refusal-change-limit = Este nivel del partner { $number }, el actual o el nuevo, supera lo que tu rol puede conceder.
    .next = Pueden cambiarlo: { $roles }.
refusal-change-same = El partner { $number } ya lo tiene.
    .next = Elige otro.
refusal-change-open = El partner { $number } ya tiene un cambio en espera.
    .next = Respóndelo o retíralo antes: /partner { $number }.
refusal-change-own-proposal = Esto lo propusiste tú.
    .next = Debe decidir otra persona; tú puedes retirarlo.
refusal-change-other-side = Hacen falta las dos partes: quien lleva la región antigua y quien lleva la nueva.
    .next = Pídeselo al responsable regional que falta o a un administrador.
refusal-change-unknown = No tienes ningún cambio así.
    .next = Mira /membership.
refusal-change-moved-on = Otra persona fue más rápida con este cambio.
    .next = Abre otra vez la página para ver cómo está.
refusal-frozen-spender = Estás en suspensión como partner y no puedes gastar de un presupuesto{ $reason ->
    [none] {"."}
   *[other] {" "}(caso { $reason }).
}
    .next = Mira /membership. Tu propia billetera funciona como siempre.
