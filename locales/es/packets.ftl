### Términos: red packet, sobre rojo (después «sobre»); share, parte; drop, lanzar; claim, reclamar;
### wallet, billetera; budget, presupuesto; group, grupo; moderators, la moderación; admin, administración;
### programme, programa; staff, el equipo; asset, moneda; amount, cantidad; passphrase, frase clave; draw, sorteo;
### lucky, al azar; equal, a partes iguales; fixed, exacto; spread, suerte; fingerprint, huella; seed, semilla;
### statement, movimientos; deposit, depósito; withdraw, retiro; approve, aprobar; reject, rechazar;
### freeze, congelar; lift, descongelar; pause, pausa; end (a packet), terminar antes de tiempo; id, código;
### card, tarjeta; receipt, comprobante. Se trata de «tú», con palabras que valen en España y en América y,
### donde se puede, sin género: «la moderación», «quien lo lanzó».

## Sobres rojos: /redpacket, la tarjeta, el panel de quien lo lanza

command-redpacket = Lanza un sobre rojo para los miembros de aquí
    .title = Sobre rojo

argument-redpacket-amount = Cuánto en total, por ejemplo 50
    .label = cantidad
    .ask = ¿Cuánto en total?
    .hint = Por ejemplo 50 o 12.5
argument-redpacket-shares = Cuántas personas pueden reclamar una parte
    .label = partes
    .ask = ¿Para cuántas personas?
    .hint = Un número de 1 a 1000
argument-redpacket-split = Al azar, a partes iguales o exacto
    .label = reparto
    .ask = ¿Cómo se reparte?
    .hint = Al azar: según la suerte. A partes iguales: lo más parejo posible. Exacto: idéntico o nada.
argument-redpacket-asset = La moneda que se regala
    .label = moneda
    .ask = ¿Qué moneda?
    .hint = Si no eliges, la moneda principal del programa.
argument-redpacket-spread = Cuánto pueden variar las partes al azar
    .label = suerte
    .ask = ¿Qué tipo de suerte?
    .hint = Tranquila: partes parecidas. Loca: unas pocas muy grandes.
argument-redpacket-from = Tu billetera, o el presupuesto de este grupo (moderación)
    .label = paga
    .ask = ¿Quién paga?
    .hint = El presupuesto del grupo es para su moderación.
argument-redpacket-window = Sortear tras este tiempo, en vez de por orden de llegada
    .label = sorteo
    .ask = ¿Cuánto falta para el sorteo?
    .hint = Entra en el sorteo quien pulse a tiempo. De 10s a 1h.
argument-redpacket-life = Durante cuánto tiempo se puede reclamar
    .label = duración
    .ask = ¿Cuánto tiempo se puede reclamar?
    .hint = De 5m a 7d. Lo que sobre se devuelve.
argument-redpacket-most = Lo máximo que puede tener una parte
    .label = máximo
    .ask = ¿Cuánto puede tener una parte como máximo?
    .hint = Una cantidad como 5
argument-redpacket-passphrase = Palabras que hay que saber para reclamar; la tarjeta no las muestra
    .label = frase_clave
    .ask = ¿Qué frase clave?
    .hint = No importan las mayúsculas ni los espacios.
argument-redpacket-members = Solo miembros de este grupo
    .label = solo_miembros
    .ask = ¿Solo miembros de este grupo?
    .hint = Se comprueba con la plataforma en cada pulsación.
argument-redpacket-premium = Solo personas con Telegram Premium
    .label = solo_premium
    .ask = ¿Solo personas con Telegram Premium?
    .hint = En Discord nadie puede cumplirlo.
argument-redpacket-age = Solo cuentas con al menos estos días
    .label = antigüedad
    .ask = ¿Cuántos días debe tener la cuenta?
    .hint = En Telegram, desde el día en que la vi por primera vez.
argument-redpacket-role = Solo personas con este rol de Discord (su ID)
    .label = rol
    .ask = ¿Qué rol de Discord?
    .hint = El ID del rol, un número largo.
argument-redpacket-chat = El grupo donde lanzarlo, si estás en privado
    .label = grupo
    .ask = ¿En qué grupo?
    .hint = Grupos donde te he visto.
argument-redpacket-dry = Solo mostrar qué pasaría
    .label = simulación
    .ask = ¿Solo mostrar qué pasaría?
    .hint = No se gasta nada.
argument-redpacket-greeting = Tus palabras en la tarjeta
    .label = mensaje
    .ask = ¿Qué debe decir la tarjeta?
    .hint = Hasta 120 caracteres.

choice-lucky = 🎲 al azar
choice-equal = ⚖️ a partes iguales
choice-fixed = 📏 exacto
choice-calm = tranquila
choice-normal = normal
choice-wild = loca
choice-wallet = mi billetera

redpacket-preview = 🧧 <b>{ $amount }</b> para <b>{ $shares }</b> { $shares ->
    [one] persona
    [many] de personas
   *[other] personas
}
redpacket-split-lucky = Partes al azar (suerte { $spread }): normalmente de { $least } a { $most }.
redpacket-split-equal = A partes iguales, de unos { $least }.
redpacket-split-fixed = Exactamente { $least } por persona.
redpacket-life = Por orden de llegada. Lo que sobre tras { $time } se devuelve.
redpacket-window = Quien pulse en menos de { $time } entra en el sorteo.
redpacket-passphrase = 🔑 Hace falta una frase clave para reclamar.
redpacket-conditions = Condiciones: { $conditions }
redpacket-in = 📍 En: { $group }
redpacket-left-out = Se omite, porque nadie en ese grupo puede cumplirlo: { $conditions }
redpacket-source = { $source ->
    [chat] Del presupuesto del grupo
   *[other] De tu billetera
}: { $before } → { $after }
redpacket-needs-approval = ⚠️ Supera el límite de { $limit } para una sola persona: tiene que aprobarlo otra.
redpacket-needs-approval-sum = ⚠️ Ya han salido { $used } por decisión de una sola persona en el plazo de { $period }, y con esto se supera el límite de { $limit }: tiene que aprobarlo otra persona.
redpacket-confirm = ✅ Lanzar { $amount } para { $shares }
redpacket-dropped = 🧧 Lanzado: { $amount } en { $shares } { $shares ->
    [one] parte
    [many] de partes
   *[other] partes
}. Sobre <code>{ $packet }</code>
redpacket-panel = ⚙️ Gestionar
redpacket-asked = { $amount } supera el límite para una sola persona, así que tiene que aprobarlo otra. Ya hemos avisado al equipo; el sobre se lanza en cuanto lo apruebe.
packet-request = 🧧 La persona #{ $person } («{ $name }») quiere lanzar un sobre rojo en el grupo #{ $chat } («{ $title }»)
    .numbered = <b>#{ $number }</b> 🧧 La persona #{ $person } («{ $name }») quiere lanzar <b>{ $amount }</b> en el grupo #{ $chat } («{ $title }»), partes: { $shares }
packet-request-approved = ✅ Aprobado y lanzado: sobre <code>{ $packet }</code>
packet-request-rejected = ❌ Rechazado. No se gastó nada.
packet-request-told-rejected = ❌ Tu sobre de { $amount } no se aprobó. No se gastó nada.
packet-request-told-expired = ⌛ Nadie decidió a tiempo sobre tu sobre de { $amount }. No se gastó nada; puedes pedirlo otra vez.
packet-request-left = ❌ No se lanzó: quien lo pidió ya no está en ese grupo. Ya se le ha avisado; no se gastó nada.
packet-request-demoted = ❌ No se lanzó: quien lo pidió ya no modera ese grupo y no puede usar su presupuesto. Ya se le ha avisado; no se gastó nada.
packet-request-told-left = ❌ Tu sobre de { $amount } no se lanzó porque ya no estás en ese grupo. No se gastó nada.
packet-request-told-demoted = ❌ Tu sobre de { $amount } no se lanzó porque ya no moderas el grupo cuyo presupuesto iba a pagarlo. No se gastó nada.
request-approve = ✅ Aprobar
    .numbered = ✅ Aprobar #{ $number }
request-reject = ❌ Rechazar
    .numbered = ❌ Rechazar #{ $number }
request-confirm = ✅ Aprobar { $amount }
packet-lost = Tu sobre <code>{ $packet }</code> no se pudo mostrar en ningún grupo, así que se terminó y el dinero volvió a su billetera.
packet-lost-forbidden = No puedo publicar tu sobre <code>{ $packet }</code>: el tema está cerrado o me falta permiso para escribir allí. Por eso se terminó y el dinero volvió a su billetera.
packet-lost-unreachable = Ya no estoy en el grupo de tu sobre <code>{ $packet }</code>. Por eso se terminó y el dinero volvió a su billetera.
packet-hidden = Ya ningún grupo muestra tu sobre <code>{ $packet }</code>: su tarjeta se borró o no se pudo publicar. Puedes ponerlo en otro grupo o terminarlo. Si no, lo que nadie reclame volverá cuando se acabe su tiempo.

packet-card-title-first = 🧧 <b>{ $name }</b> lanzó un sobre rojo: <b>{ $amount }</b> para { $shares } { $shares ->
    [one] persona
    [many] de personas
   *[other] personas
}
packet-card-title-window = 🧧 <b>{ $name }</b> sortea un sobre rojo: <b>{ $amount }</b> para { $shares } { $shares ->
    [one] persona con suerte
    [many] de personas con suerte
   *[other] personas con suerte
}
packet-card-greeting = «{ $greeting }»
packet-card-progress = { $bar } { $taken } de { $shares } reclamadas
packet-card-entered = { $entered } { $entered ->
    [one] persona participa
    [many] de personas participan
   *[other] personas participan
} por { $shares } { $shares ->
    [one] parte
    [many] de partes
   *[other] partes
}
packet-card-ends = ⏳ termina { $at }
packet-card-draw = 🎟 sorteo { $at }
packet-card-paused = ⏸ en pausa
packet-card-condition = • solo para: { $condition }
packet-card-passphrase = 🔑 hace falta la frase clave
packet-card-proof = 🔏 Huella: { $proofs }
packet-card-proof-one = <code>{ $proof }</code>
packet-card-claim = 🧧 Reclamar
packet-card-enter = 🎟 Participo
packet-card-why = ℹ️ Condiciones
packet-card-verify = 🔍 Verificar
packet-card-closed = 🎉 ¡Todo repartido!
packet-card-expired = ⌛ Se acabó el tiempo.
packet-card-cancelled = ✖ Terminado antes de tiempo.
packet-card-withdrawn = ↩️ Retirado de este grupo.
packet-card-nobody = 🎟 Nadie se apuntó al sorteo, así que volvió todo.
packet-card-excluded = 🚫 Personas que participaban y quedaron fuera del sorteo por estar congeladas antes: { $count }
packet-card-luckiest = 👑 Con más suerte: <b>{ $name }</b>, { $amount }
packet-card-claim-line = { $name } — { $amount }
packet-card-more = … y { $count } más
packet-card-sum = Pagado { $paid }, devuelto { $returned }

refusal-packet-above-most = { $asked } es más de lo que cabe en un sobre ({ $limit }).
    .next = Elige como máximo { $limit }.
refusal-packet-above-quarter = Con { $asked } más superarías tu límite de { $limit } para este trimestre.
    .next = Este trimestre aún puedes lanzar { $left }.
refusal-packet-above-day = Con { $asked } más, este grupo superaría su límite de { $limit } para hoy (UTC).
    .next = Hoy aquí aún se pueden lanzar { $left }.
refusal-packet-above-day-there = Con { $asked } de este sobre, «{ $title }» superaría sus { $limit } de hoy (UTC).
    .next = Hoy aún se pueden lanzar { $left } allí. Elige otro grupo o espera.
refusal-budget-elsewhere = El presupuesto de un grupo solo paga sobres en ese grupo.
    .next = Lánzalo aquí sin elegir otro grupo o escribe /redpacket en aquel.
refusal-split-total = { $total } no se puede regalar en un solo sobre.
    .next = Elige una cantidad menor, como máximo { $most }.
refusal-split-shares = No puede haber { $shares } partes.
    .next = Elige de 1 a { $most }.
refusal-split-too-many-shares = { $total } no se puede repartir en { $shares } partes.
    .next = Elige como máximo { $most } partes.
refusal-split-floor = { $total } es muy poco para { $shares } partes: nadie puede recibir menos de { $floor }.
    .next = Elige menos partes o una cantidad mayor.
refusal-split-cap = Con un máximo de { $cap } por parte, { $total } no cabe en { $shares } partes.
    .next = Sube el máximo por lo menos a { $least }, o elige más partes.
refusal-split-not-divisible = { $total } no se puede dividir en { $shares } partes exactas.
    .next = Elige { $less } o { $more }, o «a partes iguales» en lugar de «exacto».
refusal-condition-impossible = { $kind ->
    [premium] En Discord nadie tiene Telegram Premium, así que allí nadie podría reclamar.
   *[discord-role] En Telegram nadie tiene roles de Discord, así que allí nadie podría reclamar.
}
    .next = Quita esa condición o lanza el sobre en la otra plataforma.
refusal-packet-unknown = No conozco ningún sobre { $packet }.
    .next = Copia el código de su comprobante.
refusal-packet-over = Este sobre ya terminó.
    .next = Míralo con /verify.
refusal-packet-here = Este sobre ya está en ese grupo.
    .next = Elige otro grupo.
refusal-packet-places = Un sobre puede estar como máximo en { $most } grupos.
    .next = Lanza uno nuevo allí.
refusal-packet-window = Un sobre con sorteo no cambia de tiempo ni de partes.
    .next = Lanza otro.
refusal-packet-life = A un sobre le pueden quedar como máximo { $most }.
    .next = Elige un tiempo más corto.
refusal-packet-tranches = Un sobre solo se puede ampliar unas cuantas veces ({ $most }).
    .next = Lanza uno nuevo.
refusal-topup-approval = Con { $asked } más, saldrían más de { $limit } en { $period } por decisión de una sola persona.
    .next = Lanza un sobre nuevo: sobre él se pregunta a otra persona.
refusal-packet-paused-already = Este sobre ya está en pausa.
    .next = Reanúdalo con su botón.
refusal-packet-not-paused = Este sobre no está en pausa.
    .next = No hay nada que hacer.
refusal-packet-paused-above = { $by ->
    [staff] Este sobre lo puso en pausa el personal del programa.
   *[moderator] Este sobre lo puso en pausa la moderación.
}
    .next = { $by ->
        [staff] Solo el personal puede reanudarlo. Habla con ellos.
       *[moderator] Solo la moderación de su grupo o el personal pueden reanudarlo. Habla con ellos.
    }
refusal-packet-of-group = Este sobre se paga con el presupuesto de «{ $title }».
    .next = Quien modera ese grupo lo gestiona allí, con /packets.
refusal-packet-not-yours = Solo quien lo lanzó, la moderación de su grupo y la administración pueden gestionar este sobre.
    .next = Habla con quien lo lanzó.
refusal-packet-guest = Este sobre solo se compartió en este grupo: lo gestionan su propio grupo, quien lo lanzó y el personal.
    .next = Puedes retirarlo de este grupo: ábrelo con /packets.
refusal-packet-no-guest = Este sobre es de este grupo, o no está en él: no hay nada que retirar.
    .next = Si lo gestionas tú, puedes pausarlo o terminarlo: mira /packets.
refusal-packet-barred = Este sobre se retiró de ese grupo y no se puede volver a mostrar allí.
    .next = Elige otro grupo.
refusal-packet-just-shared = Este sobre se acaba de compartir en otro grupo.
    .next = Inténtalo de nuevo.
refusal-request-unknown = No conozco esa solicitud.
    .next = Abre la lista otra vez.
refusal-request-decided = { $state ->
    [approved] { $name } ya lo aprobó.
    [expired] Nadie decidió sobre esto a tiempo.
   *[rejected] { $name } ya lo rechazó.
}
    .next = No queda nada que hacer.
refusal-maker-unsure = Ahora mismo no he podido saber si quien lo pidió sigue moderando ese grupo.
    .next = Inténtalo de nuevo en un minuto.
refusal-four-eyes = Lo pediste tú, así que tiene que decidirlo otra persona.
    .next = Pídeselo a alguien con el rol adecuado.
refusal-four-eyes-wallet = Se trata de tu propia cartera, así que tiene que aprobarlo otra persona.
    .next = Pídeselo a otra persona con el rol adecuado o recházalo.
refusal-packet-requests = Sobres tuyos que ya esperan a otra persona: { $most }.
    .next = Espera a que se decida alguno o elige una cantidad menor.

command-packet-panel = Gestionar un sobre
    .title = Sobre
command-packet-cancel = Terminar un sobre antes de tiempo
    .title = Terminar el sobre
command-packet-extend = Dar más tiempo a un sobre
    .title = Más tiempo
command-packet-topup = Ampliar un sobre
    .title = Ampliar
command-packet-share = Mostrar un sobre en otro grupo
    .title = Otro grupo
command-packet-withdraw = Retirar un sobre de este grupo
    .title = Retirar el sobre
command-packet-claim = Reclamar una parte
    .title = Frase clave

argument-packet-cancel-packet = El sobre
    .label = sobre
    .ask = ¿Qué sobre?
    .hint = Su código
argument-packet-panel-packet = El sobre
    .label = sobre
    .ask = ¿Qué sobre?
    .hint = Su código
argument-packet-extend-packet = El sobre
    .label = sobre
    .ask = ¿Qué sobre?
    .hint = Su código
argument-packet-extend-by = Cuánto tiempo más
    .label = más_tiempo
    .ask = ¿Cuánto tiempo más?
    .hint = De 1m a 7d, por ejemplo 6h
argument-packet-topup-packet = El sobre
    .label = sobre
    .ask = ¿Qué sobre?
    .hint = Su código
argument-packet-topup-amount = Cuánto más
    .label = cantidad
    .ask = ¿Cuánto más?
    .hint = Por ejemplo 20
argument-packet-topup-shares = Cuántas partes más
    .label = partes
    .ask = ¿Cuántas partes más?
    .hint = Un número de 1 a 1000
argument-packet-withdraw-packet = El sobre
    .label = sobre
    .ask = ¿Qué sobre?
    .hint = Su código
argument-packet-share-packet = El sobre
    .label = sobre
    .ask = ¿Qué sobre?
    .hint = Su código
argument-packet-share-chat = El grupo
    .label = grupo
    .ask = ¿En qué otro grupo?
    .hint = Grupos donde te he visto.
argument-packet-claim-packet = El sobre
    .label = sobre
    .ask = ¿Qué sobre?
    .hint = Su código
argument-packet-claim-passphrase = La frase clave
    .label = frase_clave
    .ask = ¿Cuál es la frase clave?
    .hint = No importan las mayúsculas ni los espacios.

panel-title = ⚙️ <b>Sobre</b> <code>{ $packet }</code> de { $name }
panel-claims = { $taken } de { $shares } reclamadas{ $entered ->
    [0] {""}
   *[other] , { $entered } en el sorteo
}
panel-live = Abierto, termina { $at }
panel-paused = En pausa, termina { $at }
panel-closed = Terminado { $at }: todo se reclamó o se sorteó
panel-expired = Terminado { $at }: se acabó el tiempo
panel-cancelled = Terminado antes de tiempo, { $at }
panel-do-topup = ➕ Ampliar
panel-do-extend = ⏳ Más tiempo
panel-do-share = 📣 Otro grupo
panel-do-withdraw = ↩️ Retirar de este grupo
panel-do-pause = ⏸ Pausar
panel-do-resume = ▶️ Reanudar
panel-do-cancel = 🛑 Terminar
panel-do-panel = 🔄 Actualizar
cancel-preview = ¿Terminar este sobre ahora? { $left } vuelven a donde salieron.
cancel-confirm = 🛑 Terminar y devolver { $left }
cancel-done = ✖ Terminado. Lo que quedaba se devolvió.
pause-done = ⏸ En pausa: nadie puede reclamar hasta que lo reanudes. Su tiempo sigue corriendo.
resume-done = ▶️ Reanudado.
extend-done = ⏳ Ahora termina { $at }: { $moment }.
topup-done = ➕ Añadidos { $amount } en { $shares } { $shares ->
    [one] parte
    [many] de partes
   *[other] partes
}.
share-done = 📣 Ahora también en «{ $title }», con el mismo contador.
share-impossible = ⚠️ En ese grupo nadie podrá reclamar, porque nadie cumple allí: { $conditions }
withdraw-preview = ¿Retirar este sobre de este grupo? Su tarjeta aquí se cierra, desde aquí ya nadie puede reclamarlo y no se puede volver a compartir aquí. En los demás sitios sigue, y lo reclamado, reclamado queda.
withdraw-confirm = ↩️ Retirarlo
withdraw-done = ↩️ Retirado de este grupo. Su tarjeta aquí lo dirá.
withdraw-told = ↩️ Tu sobre <code>{ $packet }</code> se ha retirado de «{ $title }». En los demás sitios sigue; tu dinero está como estaba.
packets-none = Todavía no hay ningún sobre tuyo. Escribe /redpacket en un grupo.
packets-title = <b>Sobres</b>
packets-line = <b>{ $number }.</b> { $state ->
    [live] 🟢
    [paused] ⏸
    [closed] 🎉
    [expired] ⌛
   *[cancelled] 🛑
  } <b>{ $amount }</b> · { $taken }/{ $shares } · { $name } · { $title } · { $at }
packets-open = ⚙️ { $number }

refusal-packet-not-payer = Solo puede añadir más quien puso el dinero: quien envió el sobre o un moderador en el grupo que pagó.
    .next = Pídeselo o suelta un sobre tuyo.
topup-preview = Añadir <b>{ $amount }, partes: { $shares }</b>, a cargo de quien lo pagó: su autor o el grupo.
topup-confirm = ➕ Añadir { $amount }
refusal-secret-in-public = Todos acaban de leer esa frase clave, así que no se soltó nada.
    .next = Escribe solo /redpacket y elige la frase clave: te la pediré en privado.
command-packets = Tus sobres y, si moderas este grupo, los suyos
    .title = Sobres
