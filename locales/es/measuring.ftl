# Una comunidad que mide el propio bot, y cuentas que se demuestran con un código.
command-measure = Mide tu comunidad
    .title = Mide
argument-measure-application = Número de tu solicitud
    .label = solicitud
    .ask = ¿Cuál es el número de tu solicitud?
    .hint = El que muestra /status
command-measure-again = Medir de nuevo
argument-measure-again-community = Qué comunidad
    .label = comunidad
    .ask = ¿Qué comunidad?
command-prove = Demuestra que una cuenta es tuya
    .title = Demostrar
argument-prove-account = Qué cuenta
    .label = cuenta
    .ask = ¿Qué cuenta quieres verificar?
    .hint = Una de las que indicaste en la solicitud
command-prove-picture = Enviar una captura
    .title = Captura
argument-prove-picture-proof = Número del código
    .label = prueba
    .ask = ¿Qué código?
argument-prove-picture-picture = La captura
    .label = imagen
    .ask = Envía una captura de pantalla de la cuenta
    .hint = Deben verse el nombre y los seguidores
command-proof-seen = El código está
    .title = El código está
argument-proof-seen-proof = Número del código
    .label = prueba
    .ask = ¿Qué código?
argument-proof-seen-size = Seguidores que ves
    .label = seguidores
    .ask = ¿Cuántos seguidores tiene la cuenta?
    .hint = La cifra que ves en su página, por ejemplo 12500 o 12,5 mil
command-proof-unseen = El código no está
argument-proof-unseen-proof = Número del código
    .label = prueba
    .ask = ¿Qué código?
command-proof-picture = Ver una captura
argument-proof-picture-proof = Número del código
    .label = prueba
    .ask = ¿Qué código?

apply-measure = 📏 Medir mi comunidad
apply-prove = 🔑 Verificar una cuenta
measure-bring = ➕ Añádeme a la comunidad
measure-again = 🔄 Medir { $title } de nuevo
measure-how = 📏 Deja que mida tu comunidad: cuento sus miembros y compruebo que eres admin. Así queda demostrado y nadie tiene que fiarse de tu palabra.
measure-how-next = Añádeme con el botón. En Telegram no hace falta nada más. En Discord, escribe después /measure en el servidor. Si ya estoy allí, basta con escribir /measure.
measure-how-activity = Durante los próximos días cuento también cuánto se escribe: solo cifras, sin textos ni nombres. En Telegram solo puedo verlo como admin del grupo; no necesito ningún permiso especial.
measured-done = 📏 <b>{ $title }</b>: { $size ->
    [one] { $size } miembro
    [many] { $size } de miembros
   *[other] { $size } miembros
}, y eres admin. Consta en tu solicitud.
measured-enough = Es suficiente: hacen falta { $least }.
measured-few = Hacen falta { $least }. Mide una comunidad más grande o demuestra una cuenta con /prove.
measured-claimed = ⚠️ Otra persona midió antes esta comunidad para su solicitud. Quienes revisan ven las dos.
measured-counting = A partir de ahora se cuentan los mensajes, sin textos ni nombres.
measured-unheard = Aquí no puedo ver los mensajes, así que no se cuentan. Si quieres que se cuenten, hazme admin y mide de nuevo.
measured-see = Consta en la solicitud; ábrela de nuevo.
measured-lost = ⚠️ Me han sacado de { $title } con tu solicitud aún abierta, así que lo que medí allí ya no demuestra nada. Añádeme otra vez y mide de nuevo.
measured-back = Vuelvo a estar en { $title }. Mide de nuevo para que cuente.

rule-measured = { $place }, medida: { $size }, { $name } es admin ({ $at })
rule-measured-no-admin = { $place }, medida: { $size }, pero { $name } no es admin ({ $at })
rule-measured-lost = { $place }, medida: { $size }, pero después sacaron al bot ({ $at })
rule-measured-claimed = { $place }, medida: { $size }, pero otra persona la reclamó antes ({ $at })
community-line = 📏 <b>{ $title }</b>: { $size ->
    [one] { $size } miembro
    [many] { $size } de miembros
   *[other] { $size } miembros
} ({ $at })
community-no-admin = ⚠️ Quien solicita no es admin de esa comunidad.
community-activity = Actividad, día { $passed } de { $all }: { $messages ->
    [one] { $messages } mensaje
    [many] { $messages } de mensajes
   *[other] { $messages } mensajes
} en { $days ->
    [one] { $days } día
    [many] { $days } de días
   *[other] { $days } días
}, { $daily ->
    [one] { $daily } persona
    [many] { $daily } de personas
   *[other] { $daily } personas
} al día
community-unheard = Actividad: no se puede ver (al bot no le llegan los mensajes)
community-changed = ⚠️ El número de miembros dio un salto: { $before } el { $at }, ahora { $size }.
community-lost = ⚠️ Sacaron al bot el { $at }; sin comprobar hasta que vuelva y mida de nuevo.
community-claimed-first = ⚠️ La reclamó antes { $who }, solicitud { $application }.
community-claimed = ⚠️ La reclama también { $who }, solicitud { $application }.

prove-code = Pon este código en el perfil de { $place }: <b>{ $code }</b>
prove-until = Lo buscará alguien del equipo de revisión. Vale hasta el { $at }; cuando tengas respuesta puedes quitarlo.
prove-copy = 📋 Copiar el código
prove-picture-send = 🖼 Enviar mejor una captura
prove-picture-there = Ya hay una captura; si envías otra, la sustituye.
prove-picture-taken = ✅ La captura de { $place } ya está con quienes revisan.
proof-open = 🔑 { $place }: busca <b>{ $code }</b> en el perfil (hasta el { $at })
proof-lapsed = 🔑 { $place }: el código { $code } caducó el { $at }
proof-confirmed = ✓ { $place }: { $code } visto por { $who }, { $size ->
    [one] { $size } seguidor
    [many] { $size } de seguidores
   *[other] { $size } seguidores
} ({ $at })
proof-refused = ✗ { $place }: { $who } no encontró { $code } ({ $at })
proof-visit = 🔗 { $place }
proof-seen = ✓ { $code } está
proof-unseen = ✗ { $code } no está
proof-picture-see = 🖼 Captura
proof-picture-of = Captura de { $place }
proof-picture-gone = La captura de { $place } ya no está disponible.
proof-kept = ✅ Guardado, con tu número y la fecha.
status-proofs = <b>Tus cuentas:</b>
status-proofs-private = 🔑 Para ver cómo va la prueba de tus cuentas, envía /status en nuestro chat privado.
status-proof-none = ☐ { $place }: aún sin prueba; /prove te da un código
status-proof-code = 🔑 { $place }: tienes un código que vale hasta el { $at }; alguien del equipo de revisión lo buscará en el perfil
status-proof-late = ⌛ { $place }: el código caducó el { $at }; /prove te da otro
status-proof-picture = 🖼 { $place }: tu captura ha llegado y está pendiente de que la miren
status-proof-confirmed = ✓ { $place }: lo vio el equipo de revisión, { $size ->
    [one] { $size } seguidor
    [many] { $size } de seguidores
   *[other] { $size } seguidores
} ({ $at })
status-proof-refused = ✗ { $place }: se miró y no se aceptó ({ $at }); /prove te da otro código

refusal-measure-none = No tienes ninguna solicitud para la que medir.
    .next = Empieza con /apply y vuelve después.
refusal-measure-not-yours = La solicitud { $number } no es tuya.
    .next = Escribe /measure y se medirá para la tuya.
refusal-measure-over = La solicitud { $number } ya está decidida; no se mide ni se demuestra nada más para ella.
    .next = Mira con /status qué puedes hacer.
refusal-measure-unknown = Esa medición no existe.
    .next = Escribe /measure en la comunidad.
refusal-measure-unseen = No puedo ver cuántos miembros tiene { $title }.
    .next = Comprueba que sigo allí e inténtalo de nuevo en un minuto.
refusal-measure-unsure = No puedo saber si eres admin de { $title }.
    .next = Hazme admin (no hacen falta permisos), espera un minuto e inténtalo de nuevo.
refusal-measure-not-admin = No eres admin de { $title }, así que no es tu comunidad la que se mediría.
    .next = Pide a su responsable que te haga admin, espera un minuto y escribe allí /measure.
refusal-prove-none = No hay ninguna cuenta que demostrar.
    .next = Indica primero tus cuentas con /apply.
refusal-proof-unknown = Ese código no existe.
    .next = Pide uno con /prove.
refusal-proof-over = El código de { $place } ya se comprobó, o lo sustituyó otro más nuevo.
    .next = Quien solicita puede pedir otro con /prove.
refusal-proof-late = El código de { $place } ha caducado.
    .next = Quien solicita puede pedir otro con /prove.
