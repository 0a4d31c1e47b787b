### La página de la zona de pruebas.

sandbox-title = Socios de la comunidad: zona de pruebas
sandbox-name = Zona de pruebas de socios
sandbox-play-money = Dinero de juguete. Aquí nada es real.
sandbox-language = Idioma de esta página
sandbox-platforms = Plataformas
sandbox-lost = No se puede acceder a la zona de pruebas. Reintentando…
sandbox-theme-auto = Colores del sistema
sandbox-theme-light = Colores claros
sandbox-theme-dark = Colores oscuros

## El proceso del bot

sandbox-bot = El bot
sandbox-bot-running = Bot en marcha
sandbox-bot-stopped = Bot reiniciándose
sandbox-bot-running-since = En marcha desde
sandbox-bot-stopped-since = Detenido
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
sandbox-part-owner = propietaria
sandbox-part-finance = finanzas
sandbox-part-moderator = moderación
sandbox-part-partner = socio
sandbox-part-member = miembro
sandbox-crowd-number = Cualquiera de la multitud, número
sandbox-crowd-be = Ser esa persona

## Chats y mensajes

sandbox-rooms = Chats
sandbox-room-menu = Opciones del grupo
sandbox-join = Unirse a { $group }
sandbox-leave = Salir de { $group }
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
sandbox-reply-to = Responder a { $name }
sandbox-reply-cancel = No responder
sandbox-edited = editado
sandbox-picture = Imagen
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
sandbox-close = Cerrar
sandbox-cancel = Cancelar
sandbox-alert = Mensaje del bot
sandbox-waiting = Esperando al bot
sandbox-option-true = Sí
sandbox-option-false = No
sandbox-note-copied = Copiado
sandbox-note-not-here = Este tipo de botón no funciona en la zona de pruebas
sandbox-note-impossible = La plataforma no permite que esta persona haga eso
sandbox-note-unreachable = La zona de pruebas no responde
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
sandbox-discord-more-options = + { $count } opcionales

## Lo que hace el bot

sandbox-rail = Lo último que hizo el bot
sandbox-rail-empty = Aún no hay llamadas
sandbox-rail-count = { $count ->
    [one] { $count } llamada
    [many] { $count } de llamadas
   *[other] { $count } llamadas
}
sandbox-call-refused = rechazada

## La tormenta

sandbox-storm-chip = Que pulse una multitud
sandbox-storm-title = Tormenta
sandbox-storm-about = La multitud pulsa este botón a la vez. Mira quién recibe su parte y si a alguien se le paga dos veces.
sandbox-storm-people = Cuántas personas
sandbox-storm-button = Qué botón
sandbox-storm-other = También en la otra plataforma
sandbox-storm-alone = Solo aquí
sandbox-storm-twice = Cada persona pulsa dos veces
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
sandbox-storm-progress = Pulsaciones terminadas
sandbox-storm-pressed = Pulsaciones
sandbox-storm-answered = Con respuesta
sandbox-storm-unanswered = Sin respuesta
sandbox-storm-impossible = No admitidas
sandbox-storm-p50 = La mitad en
sandbox-storm-p99 = El 99 % en
sandbox-storm-slowest = La más lenta
sandbox-storm-rate = Por segundo
sandbox-storm-chart = Pulsaciones terminadas a lo largo del tiempo, como máximo { $count } por segundo
sandbox-storm-peak = pico { $count }/s
sandbox-storm-seconds = { $value } s
sandbox-milliseconds = { $value } ms
sandbox-told = Qué se les respondió
sandbox-told-count = Veces
sandbox-told-more = Y { $count } respuestas más de otros tipos
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
sandbox-tour-again = Primer minuto
sandbox-tour-leave = Quitar la guía
sandbox-tour-fill = Como { $name }:
sandbox-tour-be = Ser { $name }
sandbox-tour-drop = Lanza un sobre rojo
sandbox-tour-drop-text = Mei modera Moon Traders en Telegram. El botón escribe su comando: 50 USDT en 20 partes. Envíalo.
sandbox-tour-claim = Reclama una parte
sandbox-tour-claim-text = Conviértete en Ana y pulsa el botón bajo el sobre. Solo ella sabrá cuánto le tocó.
sandbox-tour-discord = Lo mismo en Discord
sandbox-tour-discord-text = Lanza un sobre como Mei con un comando de barra; después sé Kofi y pulsa su botón.
sandbox-tour-storm = Desata una tormenta
sandbox-tour-storm-text = Pulsa «Que pulse una multitud» bajo un sobre y deja entrar a 1.000 personas. Mira a quién se paga y, si quieres, corta el bot a mitad.
sandbox-tour-verify = Comprueba el sorteo
sandbox-tour-verify-text = Pulsa 🔍 bajo el sobre vacío: su semilla ya está publicada y cualquiera puede recalcular cada parte.
sandbox-tour-done = Ese fue el primer minuto
sandbox-tour-done-text = Mira a tu alrededor: /help, como cualquiera, dice qué puede hacer aquí. Prueba /wallet, una frase clave, un reparto exacto o corta el bot.
