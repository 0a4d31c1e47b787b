## /privacy: lo que se guarda de una persona

command-privacy = Lo que guardo de ti; pídelo todo o bórralo
    .title = Privacidad
argument-privacy-action = Verlo, pedirlo todo o borrarlo
    .label = acción
    .ask = ¿Qué quieres?
    .hint = No se borra nada hasta que lo confirmes.
choice-export = pedirlo todo
choice-erase = borrar

privacy-title = <b>Lo que guardo de ti</b>
privacy-accounts = • tus cuentas: plataforma, número, nombre, idioma, cuándo te conocí; tu UID del exchange, si lo vinculaste
privacy-groups = • los grupos donde usaste un comando, y cuándo fue la última vez. Nunca guardo lo que la gente escribe allí
privacy-money = • tu billetera y cada movimiento, para siempre: las cuentas tienen que cuadrar
privacy-packets = • los sobres que enviaste, las partes que tomaste, los sorteos en los que entraste
privacy-applications = • lo que escribiste en una solicitud, los códigos para tus perfiles y las comunidades que se midieron para ella, y lo que se decidió
privacy-partner = • como partner: tu estado, tu nivel, los textos que aceptaste, los casos sobre ti y lo que se decidió, las invitaciones al grupo de partners y si estás en él
privacy-reports = • lo que denunciaste, lo que otros denunciaron sobre ti y lo que sé de los archivos que enviaste; los archivos siguen donde los enviaste
privacy-record = • un registro de lo que decidiste o pediste aquí, con tu número y sin tu nombre
privacy-backups = Las copias de seguridad contienen lo mismo, mientras el operador las conserve. Los mensajes esperan aquí unos días como máximo.
privacy-do-export = 📄 Pedirlo todo
privacy-do-erase = Borrar mis datos
privacy-file-sent = Todo lo que guardo de ti: { $name }. Se ha creado ahora mismo para ti; no guardo ninguna copia.

privacy-erase-goes = <b>Se borra:</b> tus cuentas y nombres, tu idioma, tu UID del exchange, los grupos donde te vi, todo lo que escribiste en solicitudes, casos, denuncias y sobres, lo que se te reprocha en un caso, lo que otros denunciaron sobre ti y lo que el equipo anotó en tus solicitudes y casos, los archivos que enviaste, las cartas dirigidas a ti, los formularios a medias.
privacy-erase-stays = <b>Se queda</b>, con un número y sin nombre: los movimientos de dinero, las partes, las decisiones, qué textos aceptaste y el registro, porque otros deben poder revisar las cuentas. También lo que el equipo escribió al congelar a alguien, dar un rol, cambiar un UID o mover dinero.
privacy-erase-again = Si vuelves, serás alguien nuevo: sin nada, sin ser partner y sin camino a tu número anterior. La pausa tras unir cuentas, los códigos erróneos de la última hora, la espera tras enviar solicitudes hace poco y el número de correos enviados a tu buzón en el último día siguen contando; hasta que terminen los guardo con huellas que no nombran a nadie. Si habías vinculado un UID del exchange, guardo del mismo modo que tenías uno, sin plazo: solo el equipo puede vincularte otro.
privacy-erase-final = ⚠️ <b>No se puede deshacer.</b> Pídelo todo antes, si quieres conservarlo.
privacy-erase-confirm = Borrar mis datos para siempre
privacy-erased = ✅ Está borrado. Ya no te conozco.

list-apart = { $first }; { $rest }
privacy-bar-wallet = hay dinero en tu billetera (/wallet) o en camino: repártelo con /redpacket o pide al equipo que te lo pague
privacy-bar-packets = no ha terminado un sobre que enviaste, o en el que tienes una parte o una participación
privacy-bar-requests = algo que pediste espera una decisión
privacy-bar-application = hay una solicitud o una apelación tuya abierta
privacy-bar-case = hay un caso sobre ti sin cerrar
privacy-bar-report = todavía nadie ha mirado algo que denunciaste
privacy-bar-reported = todavía se está revisando algo sobre tu participación en el programa
privacy-bar-warnings = tus advertencias cuentan hasta el { $at }, también si vuelves
privacy-bar-partner = eres partner (puedes salir con /membership)
privacy-bar-terminated = te apartaron del programa, y debe constar por si vuelves: pregunta al equipo
privacy-bar-roles = eres del equipo ({ $roles })
privacy-bar-stop = el equipo te ha congelado, y no está resuelto
privacy-bar-rejection = no puedes volver a presentar una solicitud hasta el { $at }
privacy-bar-never = tu rechazo es definitivo

refusal-privacy-barred = Antes tiene que resolverse lo siguiente: { $what }.
    .next = Termínalo o pregunta al equipo. Después, escribe /privacy otra vez.
