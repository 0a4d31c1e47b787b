## Reclamar, /claims, /verify

command-claims = Las partes que has reclamado
    .title = Lo que me tocó
command-verify = Verifica que un sobre se repartió de forma justa
    .title = Verificar
argument-verify-packet = El código del sobre
    .label = sobre
    .ask = ¿Qué sobre?
    .hint = El código está en su comprobante

claim-paid = 🎉 ¡Te tocó { $amount }! Ya está en tu /wallet. { $left ->
    [0] Era la última parte.
    [one] Queda { $left } parte.
    [many] Quedan { $left } de partes.
   *[other] Quedan { $left } partes.
}
claim-entered = 🎟 ¡Ya participas! El sorteo: { $at } ({ $ahead } después de pulsar)
claim-conditions = Este sobre tiene condiciones y no se cumplen todas:
why-open = ✅ Ya puedes reclamar una parte.
why-not = Falta algo:
why-none = • No hay condiciones.
why-passphrase = • 🔑 Necesitas la frase clave. La sabe quien lanzó el sobre.

claims-none = Todavía no has reclamado nada.
claims-title = 🧧 <b>Lo último que has reclamado</b>, con el id de cada sobre para /verify
claims-line = + { $amount } de { $name } · { $group } · { $at } · <code>{ $packet }</code>

condition-met = ✓ { $condition }
condition-unmet = ✗ { $condition } → { $todo }
condition-unknown = ? { $condition } → La plataforma no responde ahora. Inténtalo en un minuto.
condition-not-sender = lo lanzó otra persona
    .todo = Este es para el resto. ¡Disfruta mirando!
condition-member = miembros de este grupo
    .todo = Únete al grupo y pulsa de nuevo.
condition-premium = personas con Telegram Premium
    .todo = Solo las cuentas con Telegram Premium pueden reclamar este.
condition-account-age = cuentas de al menos { $days } { $days ->
    [one] día
    [many] de días
   *[other] días
}
    .todo = Tu cuenta es demasiado nueva. Más adelante podrás.
condition-discord-role = personas con el rol { $role } de Discord
    .todo = Pide ese rol a la moderación en Discord.

verify-title = 🔍 <b>Sobre</b> <code>{ $packet }</code>
verify-statement = Puesto { $funded } = pagado { $paid } + devuelto { $returned } + queda { $left }
verify-commitment = Huella { $number }: <code>{ $commitment }</code>
verify-excluded = 🚫 Personas que participaban y quedaron fuera del sorteo porque el personal las había congelado antes: { $count }. El registro público las enumera.
verify-living = Sigue abierto. La huella de arriba se publicó antes de que nadie reclamara; cuando el sobre termine se publicará su semilla, y todo el mundo podrá verificar cada parte.
verify-you-living = 🙋 Tu nombre en su registro público: <code>{ $reference }</code>
verify-seed = Semilla: <code>{ $seed }</code>
verify-valid = ✅ Recalculado con la semilla: la huella coincide, y { $shares ->
    [one] la única parte es la que salió
    [many] los { $shares } de partes son los que salieron
   *[other] las { $shares } partes son las que salieron
} antes de la primera reclamación.
verify-invalid = En el registro, en { $at }: publicado { $published }, recalculado { $recomputed }.
verify-invalid-at = En el registro, en { $at }: publicado { $published }.
verify-you = 🙋 En este registro eres <code>{ $reference }</code>: { $as ->
    [share] una de sus partes es tuya.
    [excluded] participabas y quedaste fuera del sorteo.
   *[entered] participaste en el sorteo.
}
verify-yourself = No hace falta que me creas: la página de abajo recalcula cada parte en tu propio navegador.
verify-ask = No hace falta que me creas: quien opera este bot puede darte el registro público del sobre y el pequeño programa que lo recalcula en tu propio equipo.
verify-page = 🔍 Recalcúlalo tú
verify-page-title = Sobre { $packet }, recalculado
verify-page-how = Tu navegador descarga el registro público del sobre y recalcula cada parte a partir de la semilla publicada. Pega la huella que estaba en la tarjeta: solo así se compara también.
verify-page-running = … Recalculando
verify-page-valid = ✅ Cada parte sale de la semilla publicada, hasta la última unidad. Compara la huella de abajo con la que mostraba la tarjeta.
verify-page-valid-card = ✅ Cada parte sale de la semilla publicada, hasta la última unidad, y la huella es la de tu tarjeta.
verify-page-different-malformed = ❌ El registro está incompleto: falta algo o algo tiene una forma incorrecta. Avisa al equipo, por favor.
verify-page-different-split = ❌ La cantidad del registro no se puede repartir limpiamente en tantas partes. Avisa al equipo, por favor.
verify-page-different-commitment = ❌ La huella no sale de la semilla publicada: alguien cambió después la semilla o las condiciones. Avisa al equipo, por favor.
verify-page-different-card = ❌ La huella del registro no es la de tu tarjeta. Si copiaste la de este mismo sobre, avisa al equipo, por favor.
verify-page-different-slot = ❌ Se pagó una parte que este sobre no tiene. Avisa al equipo, por favor.
verify-page-different-slot-twice = ❌ Una parte se pagó dos veces. Avisa al equipo, por favor.
verify-page-different-slot-skipped = ❌ Se entregó una parte fuera de turno: a cada cual le toca la siguiente libre, y aquí se saltó alguna. Avisa al equipo, por favor.
verify-page-different-holder-twice = ❌ Una persona recibió dos partes. Avisa al equipo, por favor.
verify-page-different-amount = ❌ Alguien recibió una cantidad distinta de la que dice la semilla. Avisa al equipo, por favor.
verify-page-different-eligible-twice = ❌ Alguien figura dos veces en el sorteo. Avisa al equipo, por favor.
verify-page-different-holder = ❌ Una parte fue a parar a alguien que el sorteo no eligió. Avisa al equipo, por favor.
verify-page-different-unlisted = ❌ El sorteo eligió a alguien que no recibió su parte. Avisa al equipo, por favor.
verify-page-not-a-hash = Lo que pegaste no es una huella: una huella tiene de 16 a 64 caracteres, 0–9 y a–f. Cópiala otra vez de la tarjeta.
verify-page-open = Este sobre sigue abierto. Su semilla se publica cuando termina; vuelve entonces.
verify-page-no-packet = No hay ningún sobre con este id. Abre otra vez el enlace que está bajo la tarjeta o comprueba el id.
verify-page-unanswered = El servidor no puede entregar el registro ahora mismo. Al sobre no le pasa nada; inténtalo dentro de un minuto.
verify-page-unreachable = Tu navegador no pudo conectar con el servidor. Revisa la conexión y vuelve a cargar la página.
verify-page-unreadable = Lo que envió el servidor no es un registro. Vuelve a cargar la página; si sigue igual, avisa al equipo, por favor.
verify-page-broken = Tu navegador no pudo ejecutar el programa que recalcula. Quizá ayude un navegador más reciente; o descarga abajo el registro y verify.mjs y ejecútalos en tu equipo.
verify-fact-where = Dónde
verify-fact-published = Publicado
verify-fact-recomputed = Recalculado
verify-fact-hash = Pegaste
verify-fact-status = Respuesta del servidor
verify-fact-error = Motivo técnico
verify-fact-count = Partes
verify-fact-claims = Partes reclamadas
verify-fact-claimed = Reclamado (entre paréntesis: en la unidad mínima)
verify-fact-left = Queda (entre paréntesis: en la unidad mínima)
verify-fact-asset = Moneda
verify-fact-eligible = En el sorteo
verify-fact-excluded = Se apuntaron, pero quedaron fuera del sorteo
verify-fact-compared = Huella, igual que en tu tarjeta
verify-fact-uncompared = Huella, por comparar con la tarjeta
verify-fact-amounts = Todas las partes (entre paréntesis: en la unidad mínima)
verify-page-card = La huella que mostraba la tarjeta (o su comienzo, al menos 16 dígitos)
verify-page-compare = Comparar
verify-record = 📄 Registro público

refusal-claimed-already = Ya reclamaste este sobre: { $amount }.
    .next = Míralo en tu /wallet.
refusal-entered-already = Ya participas.
    .next = { $is ->
        [due] La ventana se ha cerrado. La tarjeta mostrará el resultado en cuanto se haga el sorteo.
        [void] Estaba en pausa cuando llegó su hora, así que no se sortea y todo se devuelve.
       *[ahead] Hora del sorteo: { $draw }
    }
refusal-packet-drawn = Entraste en este sorteo y no te tocó ninguna parte.
    .next = La tarjeta muestra el resultado, y /verify comprueba el sorteo.
refusal-packet-empty = { $shares ->
    [one] La única parte ya está reclamada.
    [many] Los { $shares } de partes ya están reclamados.
   *[other] Las { $shares } partes ya están reclamadas.
}
    .next = ¡Más suerte la próxima vez!
refusal-packet-expired = A este sobre se le acabó el tiempo.
    .next = Espera el próximo.
refusal-packet-cancelled = { $by ->
    [system] Este sobre no se pudo mostrar en ningún grupo, así que se terminó y el dinero se devolvió.
   *[people] Quien lanzó este sobre, o la moderación, lo terminó antes de tiempo.
}
    .next = Espera el próximo.
refusal-packet-paused = Este sobre está en pausa.
    .next = Inténtalo cuando su tarjeta deje de decirlo.
refusal-packet-elsewhere = El sobre { $packet } no es para este chat.
    .next = Pulsa el botón en el grupo donde se lanzó.
refusal-packet-withdrawn = Este sobre se retiró de este grupo.
    .next = Lo reclamado, reclamado queda. Atento al próximo.
refusal-passphrase-wrong = Esa no es la frase clave.
    .next = { $left ->
        [0] Era tu último intento.
        [one] Te queda { $left } intento.
        [many] Te quedan { $left } de intentos.
       *[other] Te quedan { $left } intentos.
    }
refusal-passphrase-tries = Ya no te quedan intentos para este sobre (tenías { $tries }).
    .next = Espera el próximo.
