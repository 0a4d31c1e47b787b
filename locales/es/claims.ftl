## Reclamar, /claims, /verify

command-claims = Las partes que has reclamado
    .title = Mis partes
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
claim-entered = 🎟 ¡Ya participas! El sorteo es { $at }.
claim-conditions = Todavía no. Este sobre tiene condiciones:
why-open = ✅ Ya puedes reclamar una parte.
why-not = Todavía no:
why-none = • No hay condiciones.
why-passphrase = • 🔑 Necesitas la frase clave. La sabe quien lanzó el sobre.

claims-none = Todavía no has reclamado nada.
claims-title = 🧧 <b>Lo último que has reclamado</b>
claims-line = + { $amount } de { $name } · { $at }

condition-met = ✓ { $condition }
condition-unmet = ✗ { $condition } → { $todo }
condition-unknown = ? { $condition } → La plataforma no responde ahora. Inténtalo en un minuto.
condition-not-sender = todo el mundo menos quien lanzó el sobre
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
verify-commitment = Compromiso { $number }: <code>{ $commitment }</code>
verify-living = Sigue abierto. El compromiso de arriba se publicó antes de que nadie reclamara; cuando el sobre termine se publicará su semilla, y todo el mundo podrá verificar cada parte.
verify-seed = Semilla: <code>{ $seed }</code>
verify-valid = ✅ Recalculado con la semilla: el compromiso se cumple, y { $shares ->
    [one] la única parte es la que salió
    [many] los { $shares } de partes son los que salieron
   *[other] las { $shares } partes son las que salieron
} antes de la primera reclamación.
verify-invalid = ❌ Algo no coincide en { $at }: publicado { $published }, recalculado { $recomputed }. Avisa al equipo, por favor.
verify-yourself = No hace falta que me creas: docs/fairness.md explica cómo, y docs/verify.mjs lo hace en tu propio equipo.
verify-record = 📄 Registro público

refusal-claimed-already = Ya reclamaste este sobre: { $amount }.
    .next = Míralo en tu /wallet.
refusal-entered-already = Ya participas.
    .next = El sorteo es { $draw }.
refusal-packet-empty = { $shares ->
    [one] La única parte ya está reclamada.
    [many] Los { $shares } de partes ya están reclamados.
   *[other] Las { $shares } partes ya están reclamadas.
}
    .next = ¡Más suerte la próxima vez!
refusal-packet-expired = A este sobre se le acabó el tiempo.
    .next = Espera el próximo.
refusal-packet-cancelled = Quien lanzó este sobre, o la moderación, lo terminó antes de tiempo.
    .next = Espera el próximo.
refusal-packet-paused = Este sobre está en pausa.
    .next = Inténtalo cuando su tarjeta deje de decirlo.
refusal-packet-elsewhere = El sobre { $packet } no es para este chat.
    .next = Pulsa el botón en el grupo donde se lanzó.
refusal-passphrase-wrong = Esa no es la frase clave.
    .next = { $left ->
        [0] Era tu último intento.
        [one] Te queda { $left } intento.
        [many] Te quedan { $left } de intentos.
       *[other] Te quedan { $left } intentos.
    }
refusal-passphrase-tries = Ya no te quedan intentos para este sobre (tenías { $tries }).
    .next = Espera el próximo.
