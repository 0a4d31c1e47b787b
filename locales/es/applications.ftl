## /apply, /status: cómo ser partner

command-apply = Solicita ser partner
    .title = Solicitud
command-status = En qué punto está tu solicitud
    .title = Estado

apply-begin = ✍️ Solicitar
apply-go-on = ✍️ Continuar
apply-answer = 💬 Responder
apply-appeal = ⚖️ Apelar
apply-withdraw = ✖ Retirar
apply-accept = ✅ He leído el texto y acepto
apply-guidelines = <b>Las normas ({ $version })</b>
    { $words }
apply-guidelines-label = normas
apply-disclosure = <b>Lo que vas a declarar ({ $version })</b>
    { $words }
apply-disclosure-label = declaración
apply-link = Texto completo: { $url }
apply-whole = 📖 El texto íntegro: /guidelines
apply-kept = Todo queda guardado { $days ->
    [one] { $days } día
    [many] { $days } de días
   *[other] { $days } días
}. Escribe /apply para seguir donde estabas.
apply-sent = ✅ Tu solicitud está enviada. Su número es <b>{ $number }</b>.
apply-answered = ✅ Gracias. Tu respuesta ya está con quienes revisan.
apply-appealed = ✅ Tu apelación está registrada. La verá alguien que no participó en la decisión.
apply-withdrawn = Tu solicitud está retirada. Puedes presentar otra cuando quieras.

status-none = Todavía no has presentado ninguna solicitud.
status-line = Solicitud <b>{ $number }</b>: { $state }, iniciada { $at }.
status-sent = Solicitud <b>{ $number }</b>: { $state }, enviada { $at }.
status-draft = Aún no está enviada. No se ha perdido nada de lo que escribiste.
status-promised = Tendrás una respuesta a más tardar el { $at }.
status-below = Lo que indicaste está por debajo de lo que busca el programa: { $followers } seguidores en una cuenta o una comunidad de { $members } miembros que moderes. Aun así decide una persona; cuenta una comunidad medida o una cuenta verificada.
status-late = La respuesta debía llegar { $at }. Lo sentimos: tu solicitud sigue siendo la primera de la cola.
status-asked = Para revisarla hace falta algo de tu parte:
status-asked-until = Responde antes del { $at }: entonces termina tu solicitud, y lo que escribiste se conserva.
status-approved = Eres partner número <b>{ $number }</b>.
status-approved-next = Ahora empieza tu incorporación: /membership te muestra paso a paso lo que falta. Un responsable de tu región te ayudará.
status-approved-since = /membership muestra cómo va tu participación en el programa.
reapply-now = Puedes volver a presentar una solicitud cuando quieras.
reapply-at = Puedes volver a presentar una solicitud a partir del { $at }.
reapply-never = No puedes volver a presentar una solicitud.
appeal-offer = Puedes apelar una vez en { $days ->
    [one] { $days } día
    [many] { $days } de días
   *[other] { $days } días
}; decidirá otra persona.
appeal-waits = Tu apelación espera respuesta, presentada { $at }.
appeal-refused = Tu apelación se ha estudiado y la decisión se mantiene.
apply-withdraw-preview = ¿Retirar la solicitud { $number }? No te perjudica en nada.
apply-withdraw-confirm = ✖ Retirar { $number }

application-is-draft = sin enviar
application-is-submitted = enviada
application-is-screening = en comprobación
application-is-queued = a la espera de revisión
application-is-in_review = en revisión
application-is-interview = hay una conversación prevista
application-is-needs_info = a la espera de quien la presentó
application-own-needs_info = esperamos tu respuesta
application-is-approved = aprobada
application-is-rejected = rechazada
application-is-withdrawn = retirada
application-is-expired = terminada, nadie la continuó

application-told-approved = 🎉 ¡Te damos la bienvenida! Ya eres partner.
application-told-rejected = Tu solicitud no ha sido aceptada.
application-told-asked = Hay una pregunta sobre tu solicitud.
application-told-invited = Queremos hablar contigo sobre tu solicitud.
application-told-reminder = Un recordatorio: tu solicitud espera tu respuesta.
application-told-expired = Nadie respondió a la pregunta sobre tu solicitud, así que ha terminado. Lo que escribiste sigue guardado: escribe /apply para retomarla.
application-told-forgotten = Hace tiempo que nadie continúa tu solicitud, así que ha terminado. Lo que escribiste sigue guardado: escribe /apply para retomarla.
application-told-upheld = ⚖️ Tu apelación ha prosperado: la solicitud vuelve a estar abierta y decide otra persona.
application-told-stood = ⚖️ Otra persona ha estudiado tu apelación. La decisión se mantiene.

## La tarjeta y lo que ve quien revisa

application-title = <b>Solicitud { $number }</b> · { $name }
application-since = { $state } · solicitud enviada { $at }
application-with = La tiene { $name } hasta el { $at }
application-answer-for = 💬 Respondida. La pregunta fue de { $name }, y /review se la da primero hasta el { $at }.
application-promised = Respuesta prevista: { $at }.
application-question = ❓ { $question }
application-answer-line = 💬 { $answer }
application-decision = <b>{ $verdict }</b>, { $at }
application-note = «{ $note }»
application-appealed = ⚖️ Apelada { $at }: decide alguien que no haya intervenido.
application-appeal-line = ⚖️ La apelación: { $appeal }
application-outcome = 📝 La conversación: { $outcome }
application-slot = 🗣 Charla propuesta: { $slot }
apply-reach = { $size ->
    [one] { $place }: { $size } persona
    [many] { $place }: { $size } de personas
   *[other] { $place }: { $size } personas
}
apply-reach-unsized = { $place }: ❓ no sé a cuántas personas llega
apply-unclear = ❓ No sé a cuántas personas llega «{ $place }».
apply-unclear-next = Tu respuesta queda guardada. Escríbela de nuevo con la cifra al final de cada línea, por ejemplo 12000 o 12,5 mil. O sigue así: quizá te pidan el número más tarde.
application-asks-size = ¿A cuántas personas llega «{ $place }»?
verdict-approved = Aprobada
verdict-rejected = Rechazada
verdict-appeal-upheld = La apelación ha prosperado
verdict-appeal-refused = Apelación denegada
rule-line = { $verdict } { $rule }: { $evidence }
rule-one-enough = Basta con cumplir una de estas condiciones:
rule-pass = ✓
rule-fail = ✗
rule-unproven = (sin comprobar)
rule-followers = { $least ->
    [one] { $least } seguidor
    [many] { $least } de seguidores
   *[other] { $least } seguidores
} en una cuenta
rule-community = una comunidad de { $least ->
    [one] { $least } miembro
    [many] { $least } de miembros
   *[other] { $least } miembros
}
rule-nothing = sin datos ({ $at })
rule-unsized = { $place }, sin cifra ({ $at })
rule-stated = { $place }, { $size } según la solicitud ({ $at })
rule-checked = { $place }, { $size }, comprobado por { $who } ({ $at })

command-review = Toma la siguiente solicitud
    .title = Revisión
review-none = No tienes solicitudes por revisar.
review-next = ▶ Siguiente
review-open = 🔍 Abrir
review-back = 🔍 Volver a la solicitud { $number }
review-take = ✋ Tomar
review-take-away = ↩ Devolver a la cola
review-release = ↩ Devolver
review-approve = ✅ Aprobar
review-reject = ❌ Rechazar
review-ask = ❓ Preguntar
review-invite = 🗣 Conversar
review-met = 📝 Anotar el resultado
review-check-followers = ✓ Seguidores correctos
review-doubt-followers = ✗ Los seguidores no coinciden
review-check-community = ✓ Comunidad correcta
review-doubt-community = ✗ La comunidad no coincide
review-uphold = ⚖️ Volver a abrir
review-stand = ⚖️ Mantener la decisión
review-appeal = ⚖️ Apelación { $number }
review-appealed = ⚖️ { $name } ha apelado el rechazo de la solicitud <b>{ $number }</b>. Decide alguien que no haya intervenido.
review-arrived = La solicitud <b>{ $number }</b> de { $name } espera. No hay chat de solicitudes: un administrador puede nombrar un grupo con /desk.
review-answered = 💬 { $name } respondió a lo que preguntaste sobre la solicitud <b>{ $number }</b>. /review te la da a ti primero.
review-taken = Ahora la tienes tú.
review-released = Está de nuevo en la cola.
review-checked = Anotado.
review-met-done = Anotado. Vuelves a tenerla tú.
review-upheld = La solicitud vuelve a estar abierta y decide otra persona.
review-stood = La decisión se mantiene y quien la presentó ya lo sabe.
review-approved = ✅ Solicitud { $number } aprobada: partner número { $partner }.
review-rejected = ❌ Solicitud { $number } rechazada. Quien la presentó tiene el motivo.
review-asked = La solicitud { $number } espera ahora la respuesta de quien la presentó.
review-invited = Quien presentó la { $number } ya sabe de la conversación.
approve-preview = ¿Aprobar la solicitud { $number }?
approve-at-once = La persona será partner de inmediato.
approve-pass = ✓ Cumple los umbrales.
approve-unproven = ⚠️ Nadie ha comprobado si cumple los umbrales.
approve-fail = ⚠️ Según lo indicado, no cumple ningún umbral.
approve-confirm = ✅ Aprobar { $number }
reject-preview = <b>Esto es lo que leerá quien la presentó:</b>
reject-confirm = ❌ Rechazar
argument-application-reject-reason = Por qué
    .label = motivo
    .ask = ¿Por qué se rechaza?
    .hint = Quien la presentó leerá el motivo y qué lo cambiaría.
argument-application-reject-note = Una nota para quien la presentó
    .label = nota
    .ask = ¿Qué quieres añadir?
    .hint = En un idioma que esa persona lea
argument-application-ask-questions = Preguntas para quien la presentó
    .label = preguntas
    .ask = ¿Qué quieres saber?
    .hint = Una pregunta por línea, en un idioma que esa persona lea
argument-application-invite-slot = Cuándo y cómo quieres hablar
    .label = cita
    .ask = ¿Cuándo y cómo quieres hablar?
    .hint = Por ejemplo: martes a las 18:00 UTC, llamada por Telegram
argument-application-met-outcome = Qué resultó de la conversación
    .label = resultado
    .ask = ¿Qué resultó de la conversación?
    .hint = Queda anotado en esta solicitud
argument-application-answer-answer = Tu respuesta
    .label = respuesta
    .ask = ¿Qué respondes?
    .hint = Todas las preguntas en un solo mensaje
argument-application-appeal-words = Por qué la decisión es errónea
    .label = apelación
    .ask = ¿Por qué la decisión es errónea?
    .hint = Di qué se pasó por alto. Solo puedes apelar una vez.
command-application-ask = Preguntar a quien la presentó
    .title = Preguntas
command-application-invite = Proponer una conversación
    .title = Una conversación
command-application-met = Anotar el resultado
    .title = Tras la conversación
command-application-answer = Responder
    .title = Tu respuesta
command-application-appeal = Apelar
    .title = Tu apelación
command-application-reject = Rechazar
    .title = Rechazo

command-desk = Haz de este chat uno de trabajo del equipo
    .title = Chat del equipo
argument-desk-action = Este chat, o ninguno
    .label = chat
    .ask = ¿Dónde está el chat del equipo?
    .hint = Lo que llega aparece allí en tarjetas.
argument-desk-queue = Para qué es el chat del equipo
    .label = cola
    .ask = ¿De qué es el chat del equipo?
    .hint = De solicitudes, si no eliges.
choice-none = ninguno
desk-named-applications = Este es ahora el chat de solicitudes: «{ $title }». Cada nueva solicitud aparece aquí.
desk-named-audit = El sello diario de los libros se publica aquí desde ahora: «{ $title }».
desk-closed = Ya no hay chat del equipo para { $queue }.
desk-lost = Ya no estoy en «{ $title }», que era el chat del equipo para { $queue }, o ya no puedo llegar a él.
desk-lost-next = Hasta que vuelva allí, o nombres otro grupo con /desk, lo nuevo se avisa en privado a cada persona que decide. Cuando vuelva, escribe allí /desk otra vez: mostrará lo que llegó entretanto.
desk-lost-audit = Hasta que vuelva allí, o nombres otro grupo con /desk, no se publica en ningún sitio.
desk-named-cases = Este es ahora el chat de casos y denuncias: «{ $title }». Todo lo nuevo aparece aquí.
desk-only-staff = Aquí solo he visto a personas del equipo; a quien únicamente lee no puedo verlo. Asegúrate de que solo el equipo pueda abrir este chat.
desk-strangers = { $count ->
    [one] ⚠️ { $count } persona a la que he visto aquí no es del equipo. Todo el chat lee las tarjetas de las solicitudes: mejor nombra uno que solo el equipo pueda abrir.
    [many] ⚠️ { $count } de personas a las que he visto aquí no son del equipo. Todo el chat lee las tarjetas de las solicitudes: mejor nombra uno que solo el equipo pueda abrir.
   *[other] ⚠️ { $count } personas a las que he visto aquí no son del equipo. Todo el chat lee las tarjetas de las solicitudes: mejor nombra uno que solo el equipo pueda abrir.
}

## Preguntas y motivos que puede nombrar el archivo del programa

question-region = región
    .ask = ¿Dónde está tu comunidad?
    .hint = El equipo de esa región verá tu solicitud.
question-language = idioma
    .ask = ¿En qué idioma publicas?
    .hint = El que lee la mayoría de tu gente
question-focus = actividad
    .ask = ¿Qué quieres hacer?
    .hint = Elige todo lo que encaje.
question-channels = canales
    .ask = ¿Dónde publicas y para cuánta gente?
    .hint = Una cuenta por línea: enlace o nombre y seguidores. Por ejemplo: youtube.com/@moon 12000
question-communities = comunidades
    .ask = ¿Qué comunidades moderas?
    .hint = Una por línea: enlace o nombre y miembros. Por ejemplo: t.me/moontalk 850
question-experience = experiencia
    .ask = ¿Qué has hecho hasta ahora?
    .hint = Campañas, eventos, colaboraciones: bastan unas líneas.
question-email = correo
    .ask = ¿Cuál es tu correo electrónico?
    .hint = Solo lo ven quienes revisan.
question-uid = número UID
    .ask = ¿Cuál es tu UID en el exchange?
    .hint = Solo dígitos; está en tu perfil.
question-why = motivación
    .ask = ¿Por qué quieres ser partner?
    .hint = Con tus palabras, entre 20 y 1000 caracteres
region-europe = Europa
region-cis = CEI
region-mena = Oriente Medio y norte de África
region-africa = África
region-south-asia = Asia del Sur
region-east-asia = Asia Oriental
region-sea = Sudeste Asiático
region-latam = América Latina
region-north-america = América del Norte
focus-content = Contenido
focus-community = Comunidad
focus-advocacy = Divulgación
focus-acquisition = Nuevos usuarios
reason-audience = Tu audiencia es menor de lo que pide el programa.
    .next = Vuelve cuando una cuenta tenga suficientes seguidores o una comunidad que moderes, suficientes miembros; en /faq dice cuántos.
reason-unproven = No pudimos comprobar que estas cuentas y comunidades son tuyas.
    .next = Pon en sus perfiles un enlace a tu Telegram o Discord y presenta otra solicitud.
reason-incomplete = En tus respuestas faltan cosas importantes.
    .next = Cuenta más sobre lo que haces y para quién, y presenta otra solicitud.
reason-content = Lo que publicas no encaja con nuestras normas.
    .next = Lee las normas, cambia lo que no encaje y presenta otra solicitud.
reason-region = Por ahora el programa no admite más partners en tu región.
    .next = Sigue las noticias de tu región en nuestros canales.
reason-fake = Los seguidores o miembros no parecen reales.
    .next = Si no estás de acuerdo, apela: lo verá otra persona.

refusal-apply-open = Ya tienes una solicitud abierta, la número { $number }.
    .next = Mírala con /status. Solo puede haber una a la vez.
refusal-apply-partner = Ya eres partner.
    .next = Escribe /status para ver tu número.
refusal-apply-blocked = No puedes presentar una solicitud mientras tengas un bloqueo.
    .next = Pregunta al equipo del programa.
refusal-apply-too-soon = Todavía no puedes presentar otra solicitud.
    .next = Podrás a partir del { $at }. En /status ves el motivo y si puedes apelar.
refusal-apply-never = La solicitud { $number } se rechazó por un motivo que no permite otra.
    .next = Mírala con /status; quizá puedas apelar.
refusal-apply-often = Por ahora has enviado bastantes solicitudes: el máximo es { $day } al día y { $month } en 30 días.
    .next = Podrás enviar esta a partir del { $at }; tus respuestas quedan guardadas.
refusal-apply-incomplete = Todavía falta algo.
    .next = Escribe /apply y repasa tus respuestas.
refusal-apply-no-draft = No hay ninguna solicitud en la que escribir: se envió o ha terminado.
    .next = Escribe /status para ver en qué punto está.
refusal-application-unknown = No existe la solicitud { $number }.
    .next = Mira la tarjeta de la que viene.
refusal-application-state = Con la solicitud { $number } eso no es posible ahora; su estado: { $state }{ $who ->
    [known] {". Último paso: "}{ $name }.
   *[none] {"."}
}
    .next = Ábrela de nuevo para ver qué se puede hacer.
refusal-application-own = La solicitud { $number } es tuya.
    .next = Decide otra persona.
refusal-application-held = { $who ->
    [known] La solicitud { $number } la tiene { $name }.
   *[none] No tienes tú la solicitud { $number }.
}
    .next = Toma otra con /review.
refusal-application-not-yours = Con la solicitud { $number } no puedes hacer eso.
    .next = Si crees que deberías, pregunta a un administrador del programa.
refusal-application-appeal-other = Ya participaste en una decisión sobre la solicitud { $number }.
    .next = Ahora debe verla otra persona.
refusal-application-lease-over = Se acabó tu tiempo con la solicitud { $number }, así que no se ha decidido nada.
    .next = Tómala de nuevo si nadie la tiene.
refusal-application-asks-nothing = Está vacío.
    .next = Escribe unas palabras.
refusal-application-no-appeal = No hay ninguna apelación abierta sobre la { $number }{ $who ->
    [known] {". Último paso: "}{ $name }.
   *[none] {"."}
}
    .next = Ábrela de nuevo para ver en qué punto está.
refusal-application-appealed = Ya has apelado.
    .next = Míralo con /status. Una decisión se puede apelar una vez.
refusal-application-appeal-late = Es tarde para apelar.
    .next = Mira con /status si puedes presentar otra solicitud.
refusal-application-another = Quien presentó la solicitud { $number } ya siguió adelante: tiene otra solicitud abierta o ya es partner.
    .next = Decide sobre esa, o deja esta decisión como está.
refusal-application-barred = La solicitud { $number } no puede seguir: la { $rejected }, de la misma persona, fue rechazada y no puede presentar otra hasta el { $at }.
    .next = Si fue un error, hay que apelarlo. Si no, rechaza también esta.
refusal-application-barred-never = La solicitud { $number } no puede seguir: la { $rejected }, de la misma persona, se rechazó por un motivo que no permite otra.
    .next = Si fue un error, hay que apelarlo. Si no, rechaza también esta.
refusal-application-moved-on = Alguien se adelantó con la solicitud { $number }.
    .next = Ábrela de nuevo para ver en qué punto está.
refusal-application-changed = La solicitud { $number } ha cambiado desde que la miraste{ $who ->
    [known] {" (por "}{ $name }).
   *[none] {"."}
}
    .next = Ábrela de nuevo y decide sobre lo que hay ahora.
refusal-reason-unknown = El programa no tiene el motivo «{ $typed }».
    .next = Elige con los botones.
refusal-desk-none = No hay ningún chat del equipo que cerrar.
    .next = Nombra uno con /desk, en el grupo donde deba estar.
