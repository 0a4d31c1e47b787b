### La página de la zona de pruebas.

sandbox-title = Partners de la comunidad: zona de pruebas
sandbox-name = Zona de pruebas de partners
sandbox-play-money = Dinero de juguete: nada es real.
sandbox-language = Idioma de esta página
sandbox-skip = Ir a los chats
sandbox-front = Partes de la página
sandbox-front-rail = Qué pasó
sandbox-front-faults = Fallos
sandbox-side = Entre bastidores
sandbox-side-rail = Qué acaba de pasar
sandbox-side-faults = Fallos
sandbox-page-menu = Idioma y colores
sandbox-theme = Colores
sandbox-lost = No se puede acceder a la zona de pruebas. Reintentando…
sandbox-theme-auto = Como el sistema
sandbox-theme-light = Claros
sandbox-theme-dark = Oscuros

## El proceso del bot

sandbox-bot = El bot
sandbox-bot-running = Bot en marcha
sandbox-bot-waiting = Bot en marcha, espera a una plataforma
sandbox-bot-stopped = Bot reiniciándose
sandbox-bot-running-since = Arrancó
sandbox-bot-waiting-since = Arrancó
sandbox-bot-stopped-since = Detenido
sandbox-bot-waiting-why = Una de las plataformas aún no lo ha dejado entrar: mira qué fallos están activados.
sandbox-bot-restarts = { $count ->
    [0] Aún no se ha reiniciado.
    [one] Se ha reiniciado una vez.
    [many] Se ha reiniciado { $count } de veces.
   *[other] Se ha reiniciado { $count } veces.
}
sandbox-bot-kill-why = Corta el proceso al instante, como un apagón. Arranca solo otra vez, y ningún pago debe perderse ni hacerse dos veces.
sandbox-bot-kill = Cortar el bot

## Personas

sandbox-acting-as = Actúas como { $name }. Cambiar de persona
sandbox-acting-as-title = Actuar como
sandbox-unread-others = { $count ->
    [one] { $count } mensaje sin leer para otra persona
    [many] { $count } de mensajes sin leer para otras personas
   *[other] { $count } mensajes sin leer para otras personas
}
sandbox-role-admin = administración
sandbox-role-finance_maker = finanzas: pide
sandbox-role-finance_checker = finanzas: decide
sandbox-role-risk_officer = riesgos
sandbox-role-reviewer = evaluación de solicitudes
sandbox-role-regional_manager = responsable regional
sandbox-role-auditor = auditoría
sandbox-role-partner = rol de partner
sandbox-role-none = miembro
sandbox-crowd-number = Cualquiera de la multitud, número
sandbox-crowd-be = Ser esa persona

## Chats y mensajes

sandbox-rooms = Chats
sandbox-room-menu = Opciones del chat
sandbox-join = Unirse a { $group }
sandbox-bring = ¿A qué grupo se añade el bot?
sandbox-members = { $count ->
    [one] { $count } miembro
    [many] { $count } de miembros
   *[other] { $count } miembros
}
sandbox-unread = sin leer
sandbox-messages = Mensajes
sandbox-empty = Todavía no hay mensajes
sandbox-to-end = Ir al último mensaje
sandbox-message-from = Mensaje de { $name }
sandbox-to-composer = Saltar a escribir
sandbox-reply-to = Responder a { $name }
sandbox-reply-cancel = No responder
sandbox-edited = editado
sandbox-picture = Imagen
sandbox-document = Documento
sandbox-attach = Adjuntar un archivo
sandbox-attach-not = Quitar el archivo
sandbox-spoiler = Texto oculto. Pulsa para verlo
sandbox-quote-more = Ver más
sandbox-quote-less = Ver menos
sandbox-unknown = desconocido
sandbox-service-joined = { $name } se unió al grupo
sandbox-service-left = { $name } salió del grupo
sandbox-service-pinned = { $name } fijó un mensaje
sandbox-service-title = { $name } llamó al grupo «{ $title }»
sandbox-service-migrated = El grupo pasó a ser un supergrupo
sandbox-service-topic = Se creó el tema «{ $title }»
sandbox-service-created = { $name } creó el grupo

## Escribir y pulsar

sandbox-send = Enviar
sandbox-commands = Comandos
sandbox-select = Elige…
sandbox-done = Listo
sandbox-ok = Aceptar
sandbox-fold = Plegar
sandbox-unfold = Desplegar
sandbox-close = Cerrar
sandbox-cancel = Cancelar
sandbox-alert = Mensaje del bot
sandbox-waiting = Esperando al bot
sandbox-option-true = Sí
sandbox-option-false = No
sandbox-note-copied = Copiado
sandbox-note-not-here = Este tipo de botón no funciona en la zona de pruebas
sandbox-note-impossible = La plataforma no permite que esta persona haga eso
sandbox-note-denied = No funcionó
sandbox-note-timeout-telegram = El bot no respondió a esta pulsación
sandbox-note-timeout-discord = El bot no respondió a tiempo

## Como en las apps de Telegram

sandbox-telegram-bot = bot
sandbox-telegram-menu = Menú
sandbox-telegram-type = Mensaje
sandbox-telegram-only-you = Solo tú ves esto

## Como en las apps de Discord

sandbox-discord-app = APP
sandbox-discord-used = usó
sandbox-discord-used-some = usó un comando
sandbox-discord-type = Enviar mensaje a { $room }
sandbox-discord-only-you = Solo tú puedes ver esto
sandbox-discord-dismiss = Descartar mensaje
sandbox-discord-edited = (editado)
sandbox-discord-thinking = { $name } está pensando…
sandbox-discord-failed = La interacción ha fallado
sandbox-discord-modal-failed = Algo salió mal. Inténtalo de nuevo.
sandbox-discord-submit = Enviar
sandbox-discord-no-option = No existe esa opción: { $words }
sandbox-discord-more-options = + { $count } opcionales

## Lo que hace el bot

sandbox-rail-empty = Nada todavía. Lanza un sobre o pulsa un botón y lee aquí qué resultó de ello.
sandbox-rail-older = { $count ->
    [one] Mostrar { $count } entrada anterior
    [many] Mostrar { $count } de entradas anteriores
   *[other] Mostrar { $count } entradas anteriores
}
sandbox-rail-new = { $count ->
    [one] { $count } entrada nueva
    [many] { $count } de entradas nuevas
   *[other] { $count } entradas nuevas
}
sandbox-rail-presses = De { $presses } pulsaciones: con respuesta { $answered } · sin respuesta { $unanswered } · no admitidas { $turnedAway } · en espera { $waiting }
sandbox-rail-deliveries = La plataforma lo entregó { $count } veces; se hizo una sola vez.
sandbox-rail-too-fast = { $name } iba demasiado rápido y ya se le dijo una vez. No se dirá más hasta que haya calma.
sandbox-struck-late = Llegó al bot { $seconds } s tarde.
sandbox-struck-behind = Esperó detrás de otro anterior del mismo chat que estaba retenido.
sandbox-struck-overtaken = Quedó retenido, y algo de otro chat llegó al bot antes.
sandbox-struck-not-overtaken = Quedó retenido 1 s para que algo lo adelantara, pero no llegó nada de otro chat.
sandbox-answer-due-group = { $name } espera la respuesta: un grupo de Telegram admite 20 mensajes por minuto, y no todos son para respuestas.
sandbox-answer-due = { $name } espera la respuesta: aún no se ha enviado.
sandbox-lost-later = Nadie vio la respuesta al momento; a { $name } se le dijo después con un mensaje.
sandbox-lost-trying = Nadie vio la respuesta. El bot sigue intentando decírselo a { $name } con un mensaje.
sandbox-lost-waits = Nadie vio la respuesta. Se guarda y llegará en cuanto { $name } abra el chat privado.
sandbox-lost-given-up = Nadie vio la respuesta, y el mensaje que debía decírselo a { $name } también falló.
sandbox-lost-lost = Nadie vio la respuesta.
sandbox-lost-because = Falló esto:
sandbox-rail-seen = { $name } vio:
sandbox-rail-ledger = Asientos del libro
sandbox-rail-to = a
sandbox-rail-by-time = según la hora
sandbox-rail-messages = Mensajes que causó
sandbox-rail-facts = Qué cambió
# What changed, from record.ftl: “dropped a red packet”.
sandbox-by-bot = El bot { $what }
sandbox-outgoing-queued = Para { $name }: a la espera de enviarse
sandbox-outgoing-leased = Para { $name }: enviándose
sandbox-outgoing-sent = Para { $name }: enviado
sandbox-outgoing-unknown = Para { $name }: no se sabe si llegó
sandbox-outgoing-dead = Para { $name }: no se pudo enviar
sandbox-rail-only-for = solo para { $name }
sandbox-rail-more = y { $count } más
sandbox-rail-strange = Envió algo que la plataforma no conoce: { $what }
sandbox-strange-field = { $method }: campo desconocido { $field }
sandbox-strange-type = { $method }: { $field } no es de tipo { $type }
sandbox-rail-raw = Datos en bruto
sandbox-rail-raw-of = Datos en bruto: { $name }, { $words }
sandbox-rail-raw-gone = Los datos en bruto ya no se guardan.
sandbox-rail-calls = { $count ->
    [one] { $count } llamada
    [many] { $count } de llamadas
   *[other] { $count } llamadas
}
sandbox-rail-api = Llamadas del bot
sandbox-rail-update = Lo que recibió el bot
sandbox-rail-call = Lo que el bot recuerda de ello
sandbox-rail-rest = Libro, registro y bandeja de salida
sandbox-switched-killed = Se cortó el bot
sandbox-switched-way = Las novedades de { $platform } llegan de otra forma: { $way }
sandbox-switched-away = El bot está arrancando otra vez.
sandbox-switched-back = El bot volvió a los { $seconds } s.
sandbox-sent-picture = envió una imagen
sandbox-sent-document = envió un documento
sandbox-did-say = escribió
sandbox-did-command = usó
sandbox-did-press = pulsó
sandbox-did-submit = envió un formulario
sandbox-did-open = abrió un enlace
sandbox-did-join = se unió
sandbox-did-leave = salió
sandbox-did-bring = trajo al bot
sandbox-did-let-in = añadió al bot
sandbox-did-show-out = sacó al bot
sandbox-did-promote-bot = hizo administrador al bot
sandbox-did-demote-bot = hizo al bot un miembro corriente
sandbox-did-become-admin = pasó a administrar el grupo
sandbox-did-cease-admin = dejó de administrar el grupo
sandbox-did-mute = dejó escribir solo a los administradores
sandbox-did-unmute = volvió a dejar escribir a todos
sandbox-did-upgrade = convirtió el grupo en supergrupo
sandbox-did-close-topic = cerró el tema
sandbox-did-open-topic = reabrió el tema
sandbox-did-block = bloqueó al bot
sandbox-did-unblock = desbloqueó al bot
sandbox-did-delete-account = eliminó su cuenta
sandbox-did-restore-account = recuperó su cuenta
sandbox-did-burst = { $people ->
    [one] { $people } persona pulsó { $presses } veces:
    [many] { $people } de personas pulsaron { $presses } veces:
   *[other] { $people } personas pulsaron { $presses } veces:
}
sandbox-result-waiting = en curso
sandbox-result-done = hecho
sandbox-result-refused = denegado
sandbox-result-form = pidió más
sandbox-result-too-fast = demasiado rápido
sandbox-result-silent = nada que decir
sandbox-result-unheard = no es para el bot
sandbox-result-unanswered = sin respuesta
sandbox-result-impossible = no admitido
sandbox-message-message = Enviado
sandbox-message-edit = Cambiado
sandbox-message-delete = Borrado
sandbox-transfer-packet-fund = puesto en el sobre
sandbox-transfer-packet-claim = parte pagada
sandbox-transfer-packet-return = devuelto
sandbox-owner-member = miembro
sandbox-owner-chat = grupo
sandbox-owner-packet = sobre
sandbox-owner-campaign = campaña
sandbox-owner-treasury = tesorería
sandbox-owner-payouts = retiros
sandbox-owner-fees = comisiones
sandbox-owner-rounding = redondeo
sandbox-owner-clawback = recuperado
sandbox-owner-application = solicitud
sandbox-owner-packet-request = petición
sandbox-owner-account = cuenta
sandbox-owner-case = caso
sandbox-owner-partner = partner
sandbox-owner-report = denuncia
sandbox-owner-programme = programa
sandbox-phase-pending = apartado
sandbox-phase-post = liberado
sandbox-phase-void = devuelto
sandbox-state-draft = sin enviar
sandbox-state-submitted = enviada
sandbox-state-screening = en comprobación
sandbox-state-queued = a la espera de revisión
sandbox-state-in_review = en revisión
sandbox-state-interview = hay una conversación prevista
sandbox-state-needs_info = a la espera de quien la presentó
sandbox-state-approved = aprobada
sandbox-state-rejected = rechazada
sandbox-state-withdrawn = retirada
sandbox-state-expired = terminada, nadie la continuó

## Lo que falla a propósito

sandbox-transport = Cómo llegan las novedades al bot
sandbox-transport-about = Un cambio detiene el bot en orden y lo arranca con otros ajustes.
sandbox-bot-listens = El bot escucha en
sandbox-transport-switching = El bot está arrancando otra vez…
sandbox-transport-problem = No funcionó. Todo sigue como antes.
sandbox-way-polling = Sondeo largo
sandbox-way-polling-about = El bot pregunta a Telegram si hay novedades.
sandbox-way-webhook = Webhook
sandbox-way-webhook-about = Telegram llama al bot, y otra vez si falla.
sandbox-way-gateway = Gateway
sandbox-way-gateway-about = Una conexión siempre abierta.
sandbox-way-http = Interacciones por HTTP
sandbox-way-http-about = Discord llama al bot y firma cada llamada.
sandbox-faults = Fallos
sandbox-faults-on = { $count ->
    [one] { $count } activo
    [many] { $count } de activos
   *[other] { $count } activos
}
sandbox-faults-of = Fallos en { $platform }
sandbox-faults-off = Desactivar todo
sandbox-faults-about = Lo que hacen las redes y las plataformas en un mal día, a propósito. Pase lo que pase, ningún dinero debe perderse ni pagarse dos veces.
sandbox-fault-struck = { $count ->
    [one] Ocurrió una vez
    [many] Ocurrió { $count } veces
   *[other] Ocurrió { $count } veces
}
sandbox-fault-waits-beat = Espera al próximo latido del bot, que llega cada 41 s.
sandbox-fault-waits-line = Espera a que el bot esté conectado al gateway.
sandbox-fault-poll = Esa es la pregunta del bot por novedades. La repite y no se pierde nada.
sandbox-fault-poll-held = Esa es la pregunta del bot por novedades: durante { $seconds } s no le llegó nada de lo que hizo la gente, y después todo a la vez.
sandbox-session-away = El bot aún no ha vuelto.
sandbox-session-resumed = { $count ->
    [0] El bot volvió a los { $seconds } s y siguió donde estaba. No se perdió nada.
    [one] El bot volvió a los { $seconds } s y siguió donde estaba: se le reenvió { $count } evento. No se perdió nada.
    [many] El bot volvió a los { $seconds } s y siguió donde estaba: se le reenviaron { $count } de eventos. No se perdió nada.
   *[other] El bot volvió a los { $seconds } s y siguió donde estaba: se le reenviaron { $count } eventos. No se perdió nada.
}
sandbox-session-begun = { $count ->
    [0] El bot volvió a los { $seconds } s con una sesión nueva. Entretanto no se envió nada, así que no se perdió nada.
    [one] El bot volvió a los { $seconds } s con una sesión nueva. { $count } evento enviado entretanto se perdió.
    [many] El bot volvió a los { $seconds } s con una sesión nueva. { $count } de eventos enviados entretanto se perdieron.
   *[other] El bot volvió a los { $seconds } s con una sesión nueva. { $count } eventos enviados entretanto se perdieron.
}
sandbox-level-off = Desactivado
sandbox-level-next = La próxima vez
sandbox-level-always = Siempre
sandbox-level-share = { $percent } %
sandbox-fault-limit = Demasiadas peticiones
sandbox-about-limit = Se rechaza una llamada y se pide al bot que espere { $seconds } s.
sandbox-fault-global = Demasiadas peticiones en total
sandbox-about-global = Durante { $seconds } s se rechaza cualquier llamada del bot.
sandbox-fault-error-before = Error del servidor, nada hecho
sandbox-about-error-before = Una llamada falla por un error del servidor y no ha pasado nada.
sandbox-fault-error-after = Error del servidor, pero hecho
sandbox-about-error-after = Una llamada falla por un error del servidor aunque ya surtió efecto.
sandbox-fault-stall = Una llamada se cuelga
sandbox-about-stall = La plataforma tarda { $seconds } s en responder a una llamada.
sandbox-fault-reset-before = Conexión cortada, nada hecho
sandbox-about-reset-before = La conexión se corta antes de que la llamada surta efecto.
sandbox-fault-reset-after = Conexión cortada, pero hecho
sandbox-about-reset-after = La conexión se corta cuando la llamada ya surtió efecto; el bot no puede saberlo.
sandbox-fault-unsure = Miembros no revelados
sandbox-about-unsure = Telegram no le dice al bot quién es alguien en un grupo donde el bot no es administrador.
sandbox-fault-duplicate = Entregado dos veces
sandbox-about-duplicate = El bot recibe lo mismo por segunda vez.
sandbox-fault-late = Entregado tarde
sandbox-about-late = Lo que alguien hizo llega al bot { $seconds } s después.
sandbox-fault-reorder = Adelantado
sandbox-about-reorder = A lo que alguien hizo se le adelanta algo de otro chat.
sandbox-fault-reconnect = Petición de reconectar
sandbox-about-reconnect = Discord pide al bot que se conecte de nuevo y sigue donde estaba.
sandbox-fault-drop = Gateway cortado
sandbox-about-drop = La conexión se corta sin aviso y sigue donde estaba.
sandbox-fault-session = Sesión perdida
sandbox-about-session = Discord olvida la sesión: lo enviado entretanto se pierde.
sandbox-fault-deaf = Gateway mudo
sandbox-about-deaf = Discord deja de confirmar los latidos; el bot debe notarlo solo.

## La tormenta

sandbox-storm-chip = Que pulse una multitud
sandbox-recompute = Recalcularlo aquí
sandbox-record = Registro público
sandbox-storm-title = Tormenta
sandbox-storm-about = La multitud pulsa este botón a la vez. Mira quién recibe su parte y si a alguien se le paga dos veces.
sandbox-storm-people = Cuántas personas
sandbox-storm-button = Qué botón
sandbox-storm-other = También en la otra plataforma
sandbox-storm-alone = Solo aquí
sandbox-storm-twice = Cada persona pulsa dos veces
sandbox-storm-kill = Cortar el bot a mitad
sandbox-storm-kill-about = Como un apagón, cuando un tercio de las pulsaciones ya tiene respuesta. Arranca solo otra vez.
sandbox-storm-start = { $count ->
    [one] Que pulse { $count } persona
    [many] Que pulsen { $count } de personas
   *[other] Que pulsen { $count } personas
}
sandbox-storm-panel = La tormenta
sandbox-storm-running = { $count ->
    [one] { $count } persona está pulsando
    [many] { $count } de personas están pulsando
   *[other] { $count } personas están pulsando
}
sandbox-storm-done = { $count ->
    [one] Ha pulsado { $count } persona
    [many] Han pulsado { $count } de personas
   *[other] Han pulsado { $count } personas
}
sandbox-storm-cancelled = Detenida
sandbox-storm-stop = Detener
sandbox-storm-details = Detalles
sandbox-storm-less = Menos
sandbox-storm-speed = Con qué rapidez
sandbox-storm-progress = Pulsaciones terminadas
sandbox-storm-answered = Con respuesta
sandbox-storm-crowd = Personas
sandbox-storm-people-sum = Personas, según lo que obtuvieron
sandbox-storm-presses-sum = Pulsaciones, según cómo acabaron
sandbox-storm-presses = Pulsaciones
sandbox-storm-paid = Pagadas
sandbox-storm-refused = Rechazadas
sandbox-storm-others = Otras respuestas
sandbox-storm-open = Aún sin saber
sandbox-storm-lost = Perdidas
sandbox-storm-unanswered = Sin respuesta
sandbox-storm-turned-away = No admitidas
sandbox-storm-again = { $count ->
    [one] Otra vez: { $count } pulsación es de alguien que no había recibido respuesta. Está contada arriba.
    [many] Otra vez: { $count } de pulsaciones son de personas que no habían recibido respuesta. Están contadas arriba.
   *[other] Otra vez: { $count } pulsaciones son de personas que no habían recibido respuesta. Están contadas arriba.
}
sandbox-reasons = Motivos del rechazo: { $reasons }
sandbox-reason-packet-empty = no quedaba nada
sandbox-reason-claimed-already = ya tenía su parte
sandbox-reason-entered-already = ya participaba
sandbox-reason-packet-drawn = sin suerte en el sorteo
sandbox-reason-packet-expired = se acabó el tiempo
sandbox-reason-packet-cancelled = sobre terminado antes de tiempo
sandbox-reason-packet-paused = sobre en pausa
sandbox-reason-passphrase-wrong = frase clave incorrecta
sandbox-reason-too-fast = demasiado rápido
sandbox-reason-turned-away = el botón ya no estaba
sandbox-reason-other = otros motivos
sandbox-storm-waiting = Esperan
sandbox-storm-killed = bot cortado
sandbox-storm-until = Hasta
sandbox-storm-killed-away = El bot se cortó a los { $seconds } s y está arrancando otra vez.
sandbox-storm-killed-back = El bot se cortó a los { $seconds } s y ya ha arrancado solo otra vez.
sandbox-storm-why-unanswered = { $count ->
    [one] Sin respuesta: { $count } pulsación no tuvo respuesta en el tiempo que dan las plataformas, 3 s en Discord y 15 s en Telegram.
    [many] Sin respuesta: { $count } de pulsaciones no tuvieron respuesta en el tiempo que dan las plataformas, 3 s en Discord y 15 s en Telegram.
   *[other] Sin respuesta: { $count } pulsaciones no tuvieron respuesta en el tiempo que dan las plataformas, 3 s en Discord y 15 s en Telegram.
}
sandbox-storm-why-lost = { $count ->
    [one] Perdidas: el bot no tiene nada de la pulsación de { $count } persona. Nunca le llegó, o el bot se cortó antes de poder hacer nada.
    [many] Perdidas: el bot no tiene nada de las pulsaciones de { $count } de personas. Nunca le llegaron, o el bot se cortó antes de poder hacer nada.
   *[other] Perdidas: el bot no tiene nada de las pulsaciones de { $count } personas. Nunca le llegaron, o el bot se cortó antes de poder hacer nada.
}
sandbox-storm-why-turned-away = { $count ->
    [one] No admitidas: la propia plataforma rechazó { $count } pulsación, porque el botón ya no estaba en el mensaje.
    [many] No admitidas: la propia plataforma rechazó { $count } de pulsaciones, porque el botón ya no estaba en el mensaje.
   *[other] No admitidas: la propia plataforma rechazó { $count } pulsaciones, porque el botón ya no estaba en el mensaje.
}
sandbox-storm-p50 = La mitad de las respuestas en
sandbox-storm-p99 = El 99 % de las respuestas en
sandbox-storm-slowest = Respuesta más lenta
sandbox-storm-rate = Pulsaciones por segundo
sandbox-storm-per-second = Por segundo
sandbox-storm-99 = El 99 % en
sandbox-storm-chart = Cómo terminaron las pulsaciones a lo largo del tiempo y cuánto tardaron las respuestas
sandbox-storm-latency = pico { $value } ms
sandbox-storm-peak = pico { $count }/s
sandbox-storm-seconds = { $value } s
sandbox-milliseconds = { $value } ms
sandbox-told = Qué se les respondió
sandbox-told-numbers = (… en lugar de los números que varían)
sandbox-told-count = Veces
sandbox-told-more = Y { $count } respuestas más de otros tipos
sandbox-told-again = De ello, lo que se respondió a quienes pulsaron otra vez
sandbox-kind-toast = aviso
sandbox-kind-alert = ventana
sandbox-kind-private = en privado
sandbox-kind-public = respuesta
sandbox-kind-update = cambio
sandbox-kind-modal = formulario
sandbox-kind-silent = en silencio
sandbox-kind-timeout = sin respuesta
sandbox-kind-impossible = no admitida

## El primer minuto

sandbox-tour = Tu primer minuto
sandbox-tour-steps = Pasos
sandbox-tour-step-done = { $step } (hecho)
sandbox-tour-again = Primer minuto
sandbox-tour-leave = Quitar la guía
sandbox-tour-fill = Como { $name }:
sandbox-tour-be = Ser { $name }
sandbox-tour-drop = Lanza un sobre rojo
sandbox-tour-drop-text = Diego es partner del programa. El botón escribe su comando en Moon Traders: 50 USDT en 20 partes. Envíalo.
sandbox-tour-claim = Reclama una parte
sandbox-tour-claim-text = Conviértete en Ana y pulsa el botón verde bajo el sobre. Solo ella sabrá cuánto le tocó. Si el sobre ya está vacío, reparte antes otro.
sandbox-tour-discord = Lo mismo en Discord
sandbox-tour-discord-text = Lanza un sobre como Diego con un comando de barra; después sé Ana y pulsa su botón.
sandbox-tour-storm = Desata una tormenta
sandbox-tour-storm-text = Pulsa «Que pulse una multitud» bajo un sobre, marca «Cortar el bot a mitad» y deja entrar a { $people } personas. A nadie se le paga dos veces.
sandbox-tour-verify = Comprueba el sorteo
sandbox-tour-verify-text = Pulsa 🔍 bajo el sobre vacío: su semilla ya está publicada y cualquiera puede recalcular cada parte.
sandbox-tour-done = Ese fue el primer minuto
sandbox-tour-done-text = Mira a tu alrededor: elige a cualquiera y /help mostrará qué puede hacer aquí. Prueba /wallet, una frase clave, un reparto exacto o corta el bot.

## Cómo están los chats, y qué los cambia

sandbox-do-leave = Salir de { $group }
sandbox-do-let-in = Añadir el bot a { $group }
sandbox-do-show-out = Sacar al bot de { $group }
sandbox-do-promote-bot = Hacer administrador al bot
sandbox-do-demote-bot = Hacer al bot miembro corriente
sandbox-do-become-admin = Que el dueño me haga administrador
sandbox-do-cease-admin = Que el dueño me quite la administración
sandbox-do-mute = Dejar escribir solo a los administradores
sandbox-do-unmute = Dejar escribir a todos
sandbox-do-upgrade = Convertirlo en supergrupo
sandbox-do-close-topic = Cerrar este tema
sandbox-do-open-topic = Reabrir este tema
sandbox-do-block = Bloquear al bot
sandbox-do-unblock = Desbloquear al bot
sandbox-do-delete-account = Eliminar la cuenta de esta persona
sandbox-do-restore-account = Recuperar la cuenta de esta persona
sandbox-flag-not-begun = sin empezar
sandbox-flag-blocked = bot bloqueado
sandbox-flag-deleted = cuenta eliminada
sandbox-flag-owner = es tuyo
sandbox-flag-admin = administras el grupo
sandbox-flag-bot-member = el bot no es administrador
sandbox-flag-bot-out = el bot no está
sandbox-flag-muted = solo escriben administradores
sandbox-flag-closed = tema cerrado
sandbox-flag-basic = grupo básico

## Por qué algo no se puede

sandbox-no-not-in-chat = { $name } no está en este chat.
sandbox-no-message-gone = Este mensaje ya no está.
sandbox-no-no-button = Bajo este mensaje no hay tal botón.
sandbox-no-button-disabled = Este botón está desactivado.
sandbox-no-reply-gone = El mensaje al que respondes ya no está.
sandbox-no-empty = Un mensaje lleva texto, un archivo o ambas cosas.
sandbox-no-not-on-telegram = Eso no existe en Telegram: es de Discord.
sandbox-no-account-deleted = { $name } ha eliminado su cuenta. Recupérala en el menú del chat con el bot.
sandbox-no-no-group = No existe tal grupo.
sandbox-no-not-in-group = { $name } no está en este grupo.
sandbox-no-in-group-already = { $name } ya está en este grupo.
sandbox-no-banned = A { $name } se le expulsó de aquí.
sandbox-no-admins-only = Solo puede hacerlo un administrador del grupo. Actúa como uno, arriba.
sandbox-no-admins-add-bot = Solo un administrador puede añadir al bot. Actúa como uno, arriba.
sandbox-no-owner-stays = El propietario sigue siendo el propietario.
sandbox-no-bot-in-group = El bot ya está en este grupo.
sandbox-no-bot-not-in-group = El bot no está en este grupo. Añádelo primero.
sandbox-no-invite-expired = Este enlace de invitación ha caducado.
sandbox-no-link-invalid = Este enlace no es válido.
sandbox-no-never-started = El chat con el bot nunca se empezó: escríbele primero.
sandbox-no-bot-blocked = Bloqueaste a este bot. Desbloquéalo en el menú de este chat.
sandbox-no-not-blocked = El bot no está bloqueado.
sandbox-no-not-deleted = La cuenta no está eliminada.
sandbox-no-button-not-here = Este tipo de botón no se puede pulsar en la zona de pruebas.
sandbox-no-upgraded = Este grupo pasó a ser un supergrupo: sigue allí.
sandbox-no-no-basic-group = Este no es un grupo básico: ya es un supergrupo.
sandbox-no-topic-gone = Este tema ya no está.
sandbox-no-topic-closed = Este tema está cerrado: solo pueden escribir los administradores.
sandbox-no-muted = Ahora solo los administradores pueden escribir en este grupo.
sandbox-no-own-only = Solo puedes editar lo que escribiste tú.
sandbox-no-not-on-discord = Eso no existe en Discord: es de Telegram.
sandbox-no-one-server = La zona de pruebas tiene un solo servidor, y el bot se queda en él.
sandbox-no-may-not-write = No puedes escribir aquí.
sandbox-no-strangers-barred = El bot no acepta mensajes de quien no comparte servidor con él.
sandbox-no-file-too-large = Discord acepta archivos de hasta { $megabytes } MB.
sandbox-no-too-long = El mensaje tiene más de { $most } caracteres.
sandbox-no-form-closed = Este formulario ya no está abierto.
sandbox-no-no-place = No hay tal sitio al que unirse o del que salir.
sandbox-no-no-command = Aquí no hay ningún comando /{ $name }.
sandbox-no-no-subcommand = El comando no tiene el subcomando { $name }.
sandbox-no-choose-subcommand = Elige un subcomando: { $names }.
sandbox-no-no-option = El comando no tiene la opción { $name }.
sandbox-no-no-field = El formulario no tiene el campo { $name }.
sandbox-no-required = Falta { $name }.
sandbox-no-choices-only = { $name } debe ser una de sus opciones.
sandbox-no-yes-or-no = { $name } debe ser sí o no.
sandbox-no-text-only = { $name } debe ser un texto.
sandbox-no-length-between = { $name } debe tener entre { $least } y { $most } caracteres.
sandbox-no-number-only = { $name } debe ser un número.
sandbox-no-whole-only = { $name } debe ser un número entero.
sandbox-no-at-least = { $name } debe ser { $least } como mínimo.
sandbox-no-at-most = { $name } debe ser { $most } como máximo.
sandbox-no-file-only = { $name } lleva un archivo.
sandbox-no-files-between = { $name }: de { $least } a { $most } archivos.
sandbox-no-unknown-id = { $name }: aquí nadie ni nada tiene este id.
sandbox-no-choose-between = Elige de { $least } a { $most }.
sandbox-no-not-on-menu = «{ $value }» no está entre las opciones.
sandbox-no-nothing-here = Aquí no hay nada.
sandbox-no-no-picture = Esta imagen ya no se conserva.
sandbox-no-no-document = Este documento ya no se conserva.
sandbox-no-no-person = Aquí nadie se llama { $name }.
sandbox-no-no-platform = En esta zona de pruebas no hay { $name }.
sandbox-no-storm-running = Hay una tormenta en marcha. Detenla o espera a que acabe.
sandbox-no-unsupervised = Aquí nadie podría volver a arrancar el bot.
sandbox-no-no-faults = Aquí nada falla a propósito.
sandbox-no-one-way = Aquí los avisos llegan por una sola vía.
sandbox-no-switching = Hay otro cambio en curso. Espera a que acabe.
sandbox-no-not-verified = Discord no pudo verificar la dirección del bot.
sandbox-no-not-started = El bot no arrancó con los otros ajustes.
sandbox-no-no-entry = Esta entrada ya no se conserva.
sandbox-no-no-records = Aquí nadie lleva registros públicos.
sandbox-no-bot-away = El bot no está. Inténtalo de nuevo en un momento.
sandbox-no-too-much = Es demasiado de una vez: { $bytes } bytes como máximo.
sandbox-no-malformed = La zona de pruebas no lo acepta. Incorrecto o demasiado largo: { $fields }.
sandbox-no-foreign = La zona de pruebas solo obedece a su propia página en este equipo.
sandbox-no-mistake = La zona de pruebas cometió un error. Reiníciala y avisa a quienes la hacen.
sandbox-no-unreachable = La zona de pruebas no responde.
