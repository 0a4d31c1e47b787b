## /link_account, /uid, /person: una persona, varias cuentas

command-link_account = Une dos cuentas tuyas en una sola persona
    .title = Una persona
argument-link_account-code = El código que recibió tu otra cuenta
    .label = código
    .ask = ¿Qué código?
    .hint = Escribe /link_account con tu otra cuenta para obtenerlo.
command-uid = El número de tu cuenta en el exchange
    .title = UID del exchange
argument-uid-uid = El número de tu cuenta en el exchange (UID)
    .label = número
    .ask = ¿Cuál es tu UID en el exchange?
    .hint = Solo dígitos, como aparece en tu perfil del exchange.
argument-uid-again = El mismo número otra vez
    .label = otra_vez
    .ask = ¿El mismo UID otra vez?
    .hint = Escríbelo de nuevo: después solo el equipo puede cambiarlo.
command-person = Mira a una persona, cambia su UID, quítale una cuenta
    .title = Persona
argument-person-action = Ver, fijar el UID o quitar una cuenta
    .label = acción
    .ask = ¿Qué hay que hacer?
    .hint = Una cuenta solo se quita si es de otra persona.
argument-person-person = Quién: un nombre, #7, una mención, telegram:123, discord:456
    .label = persona
    .ask = ¿Quién?
    .hint = Por ejemplo Yuki, #7, una mención, telegram:123 o discord:456.
argument-person-uid = El nuevo UID, o «none»
    .label = número
    .ask = ¿Qué UID?
    .hint = Dígitos, o «none» para quitarlo.
argument-person-reason = Por qué; queda en el registro
    .label = motivo
    .ask = ¿Por qué?
    .hint = Queda en el registro. Sin datos personales, por favor.
choice-uid = fijar el UID
choice-part = quitar una cuenta

link-in-private = El código es solo para ti, así que te lo doy en nuestro chat privado.
link-code = Tu código: <code>{ $code }</code>
link-code-how = Con tu <b>otra</b> cuenta, escríbeme esto en privado; caduca { $at }:
link-code-line = • { $name }: <code>{ $line }</code>
link-code-secret = ⚠️ No se lo des a nadie, tampoco al equipo. Cuando alguien lo escriba, te preguntaré aquí antes de que pase nada.
link-code-copy = 📋 Copiar para { $name }
link-offer = Este código es de <b>{ $name }</b> (<code>{ $account }</code>). ¿Las dos cuentas son <b>tuyas</b>? Entonces serán una sola persona:
link-offer-wallet = • una billetera: con todo el dinero de ambas, y ambas cuentas pueden gastarlo
link-offer-claims = • una parte por sobre, una participación por sorteo, unos mismos límites (cuenta el uso mayor de los dos)
link-offer-roles = • los roles, el número de partner y el UID del exchange valen en ambas; una congelación o un rechazo de cualquiera, también
link-offer-withdraws = • la solicitud { $number } se retira: cada persona tiene una a la vez
link-offer-withdraws-rejected = • la solicitud { $number } se retira: una solicitud tuya fue rechazada y eso vale para las dos cuentas
link-offer-final = ⚠️ <b>No lo podrás deshacer.</b> Si alguien te pidió escribir este código, cancela: se quedaría con tu billetera.
link-confirm = Ambas son mías
link-ask = 🔗 <b>{ $name }</b> (<code>{ $accounts }</code>) escribió el código que se te dio y quiere ser una sola persona contigo. ¿Lo escribiste <b>tú</b> allí?
link-ask-final = ⚠️ <b>No lo podrás deshacer.</b> Si no escribiste tú el código con esa cuenta, pulsa «No soy yo»: otra persona se quedaría con tu billetera y tus roles.
link-ask-until = Sin tu respuesta no pasa nada. Caduca { $at }.
link-not-me = No soy yo
link-not-me-next = Alguien más ha visto tu código. No des ningún código a nadie, tampoco al equipo, y cuéntale al equipo lo que pasó.
link-waits = ⏳ Falta una pulsación: he preguntado a tu otra cuenta, <b>{ $name }</b>, en su chat privado.
link-waits-how = Pulsa allí «Ambas son mías»; caduca { $at }. Si no llegó nada, envíame /link_account desde esa cuenta.
link-declined = { $name } no confirmó que tus dos cuentas sean una sola persona. No ha cambiado nada, y el código ya no sirve.
link-lapsed = ⏳ Nadie confirmó a tiempo que las dos cuentas son una sola persona. No ha cambiado nada; escribe /link_account para empezar de nuevo.
link-over = El código con el que dos cuentas iban a ser una sola persona ya no sirve. Con él no ha cambiado nada; escribe /link_account para empezar de nuevo.
link-dropped = No ha cambiado nada, y el código ya no sirve.
link-done = ✅ Tus dos cuentas son ahora una sola persona.
link-moved = { $amount } pasaron a la billetera común.
link-withdrew = Se retiró la solicitud { $number }.
link-withdrew-rejected = Se retiró la solicitud { $number }, porque tu solicitud { $rejected } fue rechazada y eso vale para todas tus cuentas.
link-told = 🔗 La cuenta { $name } (<code>{ $account }</code>) es ahora una sola persona con la tuya. Si no fuiste tú, avisa enseguida al equipo.
link-told-staff = 🔗 { $name } (#{ $number }) unió otra cuenta. Roles que tiene ahora: { $roles }.
link-told-decided = ⚠️ { $name } (#{ $number }) unió otra cuenta, y una de las dos había decidido sobre la otra, o las dos firmaron algo que exige a dos personas: { $what }. Revísalo de nuevo.
link-decided-application = solicitud { $number }
link-decided-change = cambio { $number } de un partner
link-decided-case = caso { $number }
link-decided-report = denuncia { $number }
link-decided-treasury = petición de tesorería { $number }
link-decided-packet = petición del sobre { $number }

uid-is = Tu UID en el exchange: <code>{ $uid }</code>
uid-staff = Solo el equipo puede cambiarlo.
uid-preview = ¿Tu UID en el exchange es <code>{ $uid }</code>?
uid-preview-final = Desde ese momento es solo tuyo, y solo el equipo puede cambiarlo.
uid-confirm = ✅ Vincular { $uid }
uid-done = ✅ Vinculado: <code>{ $uid }</code>.

person-title = <b>{ $name }</b> (#{ $number })
person-account = Cuenta: <code>{ $account }</code>
person-numbers = Antes era: { $numbers }
person-uid = UID: { $uid ->
    [none] ninguno
   *[other] <code>{ $uid }</code>
}
person-roles = Roles: { $roles ->
    [none] ninguno
   *[other] { $roles }
}
person-stopped = 🛑 Congelación: { $reason ->
    [none] sin motivo indicado
   *[other] { $reason }
}
person-uid-preview = UID de <b>{ $name }</b> (#{ $number }): { $before ->
    [none] ninguno
   *[other] { $before }
} → { $after ->
    [none] ninguno
   *[other] { $after }
}. Motivo: { $reason }
person-uid-confirm = ✅ Cambiar el UID
person-uid-changed = ✅ UID de { $name } (#{ $number }): { $after ->
    [none] ninguno
   *[other] { $after }
}.
person-part-preview = ¿Quitarle <code>{ $account }</code> a <b>{ $name }</b> (#{ $number })? Motivo: { $reason }
person-part-final = ⚠️ Quien tenga esa cuenta será una persona nueva, sin nada. El dinero, las partes, los roles y las congelaciones siguen con { $name } (#{ $number }).
person-part-confirm = Quitar la cuenta
person-parted = ✅ Hecho. Detrás de esa cuenta está ahora #{ $number }.

movement-people-joined = de tu otra cuenta

refusal-link-pause = Hace poco se unieron cuentas, o el equipo quitó una.
    .next = La próxima unión es posible desde el { $at }.
refusal-link-most = Una persona tiene aquí como máximo { $most ->
    [one] { $most } cuenta
    [many] { $most } de cuentas
   *[other] { $most } cuentas
}.
    .next = Si una ya no es tuya, pide ayuda al equipo.
refusal-link-tries = Demasiados códigos que no existían.
    .next = Inténtalo { $at }, con el código tal como se mostró.
refusal-link-public = Todo el grupo pudo leer ese código, así que ya no sirve.
    .next = Pide uno nuevo y escríbelo en nuestro chat privado.
refusal-link-code-wrong = No existe ese código.
    .next = { $left ->
    [0] Espera una hora antes del próximo intento.
    [one] Cópialo tal como se mostró. Te queda { $left } intento en esta hora.
    [many] Cópialo tal como se mostró. Te quedan { $left } de intentos en esta hora.
   *[other] Cópialo tal como se mostró. Te quedan { $left } intentos en esta hora.
}
refusal-link-code-used = Este código ya se usó.
    .next = Si no fuiste tú, avisa enseguida al equipo.
refusal-link-code-spent = Este código ya no sirve.
    .next = Escribe /link_account con tu otra cuenta para obtener uno nuevo.
refusal-link-code-late = Este código ha caducado.
    .next = Escribe /link_account con tu otra cuenta para obtener uno nuevo.
refusal-link-code-gone = Aquí no hay nada que puedas confirmar.
    .next = Escribe /link_account con el código que recibió tu otra cuenta.
refusal-link-own-code = Ese es el código de esta misma cuenta.
    .next = Escríbelo con tu otra cuenta.
refusal-link-same-person = Las dos cuentas ya son una sola persona.
    .next = No queda nada por hacer.
refusal-link-two-partners = Las dos cuentas son partners, y no puedo hacer un partner de dos.
    .next = Pregunta al equipo cuál de las dos se queda.
refusal-link-two-uids = Las dos cuentas tienen UID del exchange distintos.
    .next = Pregunta al equipo cuál es el correcto.
refusal-link-held = El equipo retiene dinero de una de las dos.
    .next = Pregunta por qué al equipo, y únelas después.
refusal-uid-bound = Tu UID ya está vinculado: { $uid }.
    .next = Si es incorrecto, pide al equipo que lo cambie.
refusal-uid-taken = Este UID ya es de otra persona aquí.
    .next = Si es tuyo, une tu otra cuenta con /link_account o pregunta al equipo.
refusal-uid-sealed = Ya habías vinculado un UID aquí antes de pedir que se borrara todo.
    .next = Ahora solo el equipo puede vincularte uno: pídeselo.
refusal-uid-differs = Los dos números no son iguales.
    .next = Compruébalo y escribe /uid otra vez.
refusal-uid-own = Nadie cambia su propio UID.
    .next = Pídeselo a otra persona del equipo.
refusal-uid-none = No hay ningún UID.
    .next = Escribe sus dígitos.
refusal-part-own = Nadie se quita una cuenta a sí mismo.
    .next = Pídeselo a otra persona del equipo.
refusal-part-last = Es la única cuenta de esta persona.
    .next = No hay nada de lo que quitarla.
refusal-part-packets = Esta persona participa en un sobre que no ha terminado: como alguien nuevo podría reclamar otra vez.
    .next = Mientras tanto, bloquéala con /freeze, y separa la cuenta después de { $at }.
