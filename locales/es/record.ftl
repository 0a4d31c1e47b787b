## /role, /region

command-role = Quién puede hacer qué: ver, dar, quitar
    .title = Cargos
argument-role-action = Ver, dar o quitar
    .label = acción
    .ask = ¿Qué quieres hacer?
    .hint = Cada cambio queda en el registro.
argument-role-person = Un nombre, #7, una mención, telegram:123 o discord:456
    .label = persona
    .ask = ¿Qué persona?
    .hint = Por ejemplo Yuki, #7, una mención, telegram:123 o discord:456
argument-role-role = El cargo
    .label = cargo
    .ask = ¿Qué cargo?
    .hint = Lo tiene la persona, en todas las plataformas.
argument-role-region = La región a la que vale, o todas
    .label = región
    .ask = ¿Para qué región?
    .hint = No decidirá solicitudes de otras regiones.
argument-role-reason = Por qué; la persona lo leerá y queda registrado
    .label = motivo
    .ask = ¿Por qué?
    .hint = La persona lo lee, y queda en el registro.
choice-show = 📋 ver
choice-grant = ➕ dar
choice-revoke = ➖ quitar
choice-admin = administración
choice-finance_maker = finanzas (propone)
choice-finance_checker = finanzas (aprueba)
choice-risk_officer = riesgos
choice-reviewer = revisión
choice-regional_manager = dirección regional
choice-auditor = auditoría
role-partner = partner del programa
role-preview-grant = ¿Dar a <b>{ $name }</b> (#{ $number }) el cargo <b>{ $role }</b> ({ $where })?
role-preview-revoke = ¿Quitar a <b>{ $name }</b> (#{ $number }) el cargo <b>{ $role }</b> ({ $where })?
role-confirm-grant = ✅ Darlo
role-confirm-revoke = ✅ Quitarlo
role-done-grant = ✅ { $name } (#{ $number }) tiene ahora el cargo { $role } ({ $where }).
role-done-revoke = ✅ { $name } (#{ $number }) ya no tiene el cargo { $role } ({ $where }).
told-now = Recibe un mensaje privado al respecto.
told-later = ⚠️ Aún no ha abierto un chat privado conmigo, así que no puedo escribirle. Avísale tú; mi mensaje le espera dos días, hasta que abra mi chat y pulse Iniciar.
role-told-grant = 🎖 Ahora tienes un cargo en el programa: <b>{ $role }</b> ({ $where }). Con /help ves lo que puedes hacer.
role-told-revoke = Ya no tienes un cargo del programa: <b>{ $role }</b> ({ $where }).
role-reason = «{ $reason }»
role-wherever = en todas partes donde lo tenía
role-title = <b>Quién puede hacer qué</b>
role-line = <b>{ $name }</b> (#{ $number }): { $role }, { $where }
role-more = { $count ->
    [one] Hay uno más. Indica una persona o un cargo para verlo.
    [many] Hay { $count } más. Indica una persona o un cargo para verlos.
   *[other] Hay { $count } más. Indica una persona o un cargo para verlos.
}
role-none = Nadie tiene un cargo así.
refusal-role-own = Nadie se da ni se quita cargos a sí mismo.
    .next = Pídeselo a otra persona de administración o a quien opera el bot (npm run cli -- role).
refusal-role-not-regional = Solo los cargos de revisión y de dirección regional tienen región.
    .next = No indiques ninguna región.
refusal-role-held = { $name } ya tiene ahí ese cargo.
    .next = Mira quién tiene qué con /role y «ver».
refusal-role-not-held = { $name } no tiene ahí ese cargo.
    .next = Mira quién tiene qué con /role y «ver».
refusal-role-from-setting = { $name } administra por el ajuste OWNERS del bot.
    .next = Quien opera el bot puede quitar la cuenta de OWNERS y reiniciarlo.
refusal-application-other-region = La solicitud { $number } es de una región que no revisas.
    .next = Con /region ves de quién es. Administración puede darte el cargo para esa región con /role.

command-region = Regiones: quién las lleva y qué espera
    .title = Regiones
region-title = <b>Regiones</b>
region-every = todas las regiones
region-head = <b>{ $region }</b>
region-managers = Responsables: { $count ->
    [0] { $inAll ->
        [0] nadie
       *[other] quienes llevan todas las regiones
    }
   *[other] { $names }{ $more ->
        [0] {""}
       *[other] {" "}y { $more } más
    }
}
region-reviewers = Revisión: { $count ->
    [0] { $inAll ->
        [0] nadie
       *[other] quienes llevan todas las regiones
    }
   *[other] { $names }{ $more ->
        [0] {""}
       *[other] {" "}y { $more } más
    }
}
region-waiting = { $count ->
    [one] Espera una solicitud, enviada { $oldest }.
    [many] Esperan { $count } solicitudes; la más antigua, enviada { $oldest }.
   *[other] Esperan { $count } solicitudes; la más antigua, enviada { $oldest }.
}
region-waiting-none = No espera ninguna solicitud.

## /audit and the daily seal

command-audit = El registro: quién hizo qué, cuándo y por qué
    .title = El registro
command-audit-file = El registro como archivo
argument-audit-about = Una persona, o packet:…, application:12, chat:3
    .label = sobre
    .ask = ¿Sobre quién o qué?
    .hint = Por ejemplo Ana, #7, telegram:123, packet:6f3k2a, application:12
argument-audit-topic = Solo esta clase de cosas
    .label = tema
    .ask = ¿Qué clase de cosas?
    .hint = Todo, si no eliges.
argument-audit-within = No más antiguo que esto, por ejemplo 7d
    .label = periodo
    .ask = ¿Hasta cuándo atrás?
    .hint = Por ejemplo 24h, 7d, 30d
argument-audit-before = Solo lo anterior a este número
    .label = antes
    .ask = ¿Antes de qué número?
    .hint = El número al principio de una línea
choice-packet = sobres rojos
choice-treasury = tesorería
choice-frozen = bloqueos
choice-lifted = bloqueos levantados
choice-role = cargos
choice-chat = grupos
choice-application = solicitudes
choice-desk = mesas
choice-programme = el programa
choice-text = textos
choice-case = casos
choice-report = denuncias
choice-people = personas
choice-account = cuentas
choice-link = uniones de cuentas
choice-partner = partners
choice-audit = el sello diario
audit-title = <b>El registro</b>, lo más reciente primero
audit-line = { $number }. { $at } · <b>{ $actor }</b> { $what } · { $subject }
audit-details = <i>{ $details }</i>
audit-detail = { $name }: { $value }
audit-spender = gasto de { $name } como partner
audit-and = { $first } · { $next }
detail-amount = importe
detail-brought = trae
detail-owner = de quién
detail-returned = devuelto
detail-shares = partes
detail-source = de
detail-total = importe
detail-because = a causa de
detail-becomes = pasa a
detail-case = caso
detail-change = cambio
detail-dueAt = el
detail-effects = consecuencias
detail-from = de
detail-lapsed = plazo vencido
detail-partner = número de partner
detail-proposedBy = propuesto por
detail-queue = cola
detail-reason = motivo
detail-region = región
detail-role = cargo
detail-rule = regla
detail-state = estado
detail-tier = nivel
detail-to = a
detail-until = hasta
detail-verdict = decisión
detail-was = era
detail-why = por qué
audit-as-file = 📄 Como archivo
audit-file-sent = Esta parte del registro, como mucho sus { $most } hechos más recientes: { $name }. Se acaba de crear para ti; no guardo copia.
audit-older = Anteriores ▶
audit-none = En el registro no hay nada así.
audit-called = Sobre { $name }:
audit-several = Varias personas se llaman «{ $typed }». ¿Cuál quieres decir?
audit-several-more = Hay más con ese nombre: escribe #7, telegram:123 o discord:456 de quien quieras decir.
audit-person = <b>#{ $number }</b> · { $accounts } · desde el { $met }{ $staff ->
    [yes] {" "}· { $roles }
   *[no] {""}
}
audit-account = { $platform }: { $name }
audit-whose = 🔍 { $name }
refusal-audit-about = «{ $typed }» no es ni una persona ni una cosa del registro.
    .next = Escribe el nombre completo tal como se muestra, #7, telegram:123 o discord:456 para una persona, o bien packet:…, application:12, chat:3.
seal-title = 🔏 <b>Sello de los libros</b>, { $at }
seal-line = <code>{ $seal }</code>
seal-check = Conserva este mensaje. Quien opera el bot podrá comprobar más tarde que nada de lo escrito antes ha cambiado: npm run cli -- audit --seal y estas líneas.

fact-packet-dropped = soltó un sobre rojo
fact-packet-asked = pidió un sobre rojo por encima del límite
fact-packet-approved = aprobó un sobre rojo
fact-packet-rejected = rechazó un sobre rojo
fact-packet-request-expired = dejó caducar la petición de un sobre rojo
fact-packet-draw-trimmed = sorteó menos partes de las previstas
fact-packet-closed = cerró un sobre rojo ya repartido
fact-packet-expired = terminó un sobre rojo a su hora
fact-packet-cancelled = canceló un sobre rojo
fact-packet-extended = alargó un sobre rojo
fact-packet-topped-up = amplió un sobre rojo
fact-packet-paused = pausó un sobre rojo
fact-packet-resumed = reanudó un sobre rojo
fact-packet-posted-here = compartió un sobre rojo con otro grupo
fact-packet-withdrawn = retiró un sobre rojo de un grupo
fact-packet-card-lost = no pudo publicar la tarjeta de un sobre rojo
fact-treasury-asked = pidió mover dinero
fact-treasury-approved = aprobó un movimiento de dinero
fact-treasury-rejected = rechazó un movimiento de dinero
fact-frozen = bloqueó
fact-lifted = levantó un bloqueo
fact-role-granted = dio un cargo
fact-role-revoked = quitó un cargo
fact-chat-language = eligió el idioma de un grupo
fact-chat-merged = unió dos chats en uno
fact-application-moved = hizo avanzar una solicitud
fact-application-checked = comprobó una prueba
fact-application-measured = midió una comunidad
fact-application-lost = salió de una comunidad medida
fact-application-code-made = recibió un código para un perfil
fact-application-code-looked-at = buscó un código en un perfil
fact-application-appealed = apeló
fact-application-appeal-refused = rechazó una apelación
fact-application-proposed = propuso una aprobación
fact-application-declined = no confirmó una aprobación
fact-application-escalated = avisó de una respuesta atrasada
fact-application-handed-over = pasó una solicitud a otra persona
fact-application-talk-proposed = propuso otro momento para una conversación
fact-application-talk-answered = respondió si le viene bien una conversación
fact-desk-named = nombró una mesa
fact-desk-closed = cerró una mesa
fact-partner-onboarded = incorporó a un partner
fact-programme-changed = cambió el programa
fact-text-accepted = aceptó un texto
fact-partner-moved = cambió el estado de un partner
fact-partner-uid-confirmed = confirmó su UID
fact-partner-return-asked = pidió volver
fact-partner-return-backed = apoyó un regreso
fact-partner-change-moved = cambió el nivel o la región de un partner
fact-partner-change-acknowledged = leyó un cambio
fact-partner-invited = se invitó a un partner al grupo
fact-partner-uninvited = se retiró una invitación al grupo
fact-partner-joined = un partner entró en el grupo
fact-partner-misused = otra persona usó la invitación de un partner
fact-partner-shown-out = se sacó del grupo a un antiguo partner
fact-case-moved = movió un caso
fact-case-proposed = propuso una decisión
fact-case-declined = rechazó una propuesta
fact-case-reminded = recordó un caso
fact-report-made = denunció a un partner
fact-report-decided = decidió sobre una denuncia
fact-people-joined = dos personas pasaron a ser una
fact-account-parted = separó una cuenta de una persona
fact-link-asked = dijo que dos cuentas son suyas
fact-link-declined = negó que otra cuenta sea suya
fact-link-lapsed = caducó la confirmación de dos cuentas
fact-uid-bound = vinculó un UID
fact-uid-changed = cambió un UID
fact-person-erased = fue borrada
fact-badge-given = dio a un partner su insignia
fact-badge-taken = retiró a un partner su insignia
