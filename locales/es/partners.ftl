## /membership: lo que cada partner hace con su condición

command-membership = Tu condición de partner: cómo está, pausa, baja
    .title = Mi condición de partner
membership-see = 🤝 Mi condición
membership-title = Eres partner número <b>{ $number }</b>: { $state }.
membership-tier = Nivel: { $tier }
membership-checklist = <b>Lo que falta por hacer</b>
membership-open = ☐
membership-uid = { $mark } Confirmar que el UID terminado en { $uid } es tuyo
membership-texts = { $mark } Aceptar las normas y la declaración en su versión de hoy
membership-until-decided = Dura hasta que se decida el caso.
membership-suspended-until = Hasta { $at }. Después todo vuelve a estar como antes.
membership-ends = Tu condición de partner termina el { $at }. Hasta entonces puedes apelar la decisión.
membership-warnings = Avisos que cuentan: { $count } de { $most }.
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
membership-resigned = Has dejado el programa. Gracias por todo.
membership-told-lapsed = Tu suspensión ha terminado: no dio lugar a ningún caso. Todo está como antes.
membership-told-served = Tu suspensión ha terminado. Todo está como antes.
membership-told-terminated = Tu condición de partner ha terminado.
membership-told-left = Nadie siguió con tu incorporación durante un tiempo, así que ha terminado.
membership-told-held = Por ahora estás en suspensión: los presupuestos, los enlaces nuevos y las tareas quedan detenidos hasta saber si hay un caso. Las comisiones que paga el exchange no cambian.
membership-told-back = 🎉 ¡Qué bien que vuelvas! Repasa la lista una vez más y estarás de nuevo en activo.

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
refusal-partner-own = Esto va sobre ti.
    .next = Lo decide otra persona.
refusal-partner-not-yours = No puedes hacer esto con el partner { $number }.
    .next = Pregunta a un administrador o responsable de riesgos.
refusal-partner-unknown = Ningún partner coincide con «{ $typed }».
    .next = Escribe un número, un nombre, una mención, #7 o telegram:123.
refusal-partner-several = Varios partners coinciden con «{ $typed }»: { $numbers }.
    .next = Escribe el número de quien buscas.
refusal-partner-none = No eres partner.
    .next = Puedes serlo con /apply.
refusal-partner-moved-on = Alguien fue más rápido con el partner { $number }.
    .next = Abre de nuevo la página para ver cómo está.
refusal-partner-no-hold = El partner { $number } no tiene una suspensión sin caso.
    .next = Lo que decidió un caso se cambia con su apelación.
refusal-return-too-soon = Es demasiado pronto para volver.
    .next = Se puede a partir de { $at }.
refusal-return-not-asked = El partner { $number } no ha pedido volver.
    .next = Puede hacerlo con /membership.
refusal-return-unbacked = Hacen falta dos personas: un administrador y un responsable de riesgos.
    .next = Pídeselo a quien falta.
refusal-frozen-spender = Estás en suspensión como partner y no puedes gastar de un presupuesto{ $reason ->
    [none] {"."}
   *[other] {" "}(caso { $reason }).
}
    .next = Mira /membership. Tu propia billetera funciona como siempre.
