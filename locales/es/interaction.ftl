## Común a todos los comandos: formularios, negativas y fallos.

form-literal = { $value }
form-cancel = ↩ Cancelar
form-cancelled = Cancelado. No se ha hecho nada.
form-type = ✏️ Escribir
form-in-private = 🔒 Responder en privado
form-more = ⚙️ Más opciones
form-adjust = { $name }
form-adjust-to = { $name }: { $value }
form-mistake = • <b>{ $field }</b>: { $why } { $next }
form-private = Esto queda entre tú y yo: nadie más tiene que ver tus respuestas.
form-progress = Pregunta { $number } de { $total }
form-current = Tu respuesta actual: { $value }
form-cut = Un texto es más largo que su campo: solo ves el principio.
form-chosen = ☑ { $value }
form-unchosen = ☐ { $value }
form-back = ◀ Atrás
form-go-on = Seguir ▶
form-skip = Omitir ▶
form-later = 💾 Más tarde
form-kept = Guardado. Escribe /{ $command } para continuar.
form-review = <b>Tus respuestas</b>
form-review-line = <b>{ $label }</b>: { $value }
form-review-more = · { $value }
form-edit = ✏️ { $name }
form-send = ✅ Enviar
form-list = { $list }
form-skipped = —
nobody-asked = Aquí solo entiendo comandos. Escribe /help para ver qué puedes hacer.
answer-aside = Lo preguntaste en «{ $title }» { $at }. La respuesta es solo para ti, así que te llega aquí.
answer-late = Lo preguntaste { $at }.
answer-missed = Antes de esto escribiste demasiado rápido, así que { $count ->
    [one] un comando tuyo no se ejecutó
    [many] { $count } de comandos tuyos no se ejecutaron
   *[other] { $count } comandos tuyos no se ejecutaron
}.
receipt-again = Te lo reenvío por si no te llegó ({ $code }). No se ha hecho nada dos veces.
mistake = Algo falló de nuestro lado y no se ha cambiado nada. Si vuelve a pasar, dale este número al equipo: <code>{ $reference }</code>
outage = Ahora mismo no podemos abrir nuestros registros, así que no se ha cambiado nada. Inténtalo de nuevo en un minuto.
outage-unknown = La conexión con nuestros registros se cortó mientras se anotaba esto, así que no sé si llegó a hacerse. Mira /wallet antes de volver a intentarlo.

choice-yes = sí
choice-no = no

refusal-anonymous = Escribes como administrador anónimo o canal, así que no sé quién eres.
    .next = Desactiva el anonimato en tus permisos de administración o escribe desde tu propia cuenta.
refusal-button-unknown = Este botón es de otro momento o de otro lugar.
    .next = Escribe el comando otra vez para tener uno nuevo.
refusal-command-unknown = No conozco el comando «{ $typed }».
    .next = Escribe /help para ver los comandos que puedes usar aquí.
refusal-cooldown = Acabas de usar /{ $command }.
    .next = Espera { $wait } e inténtalo de nuevo.
refusal-too-fast = { $command ->
    [none] Demasiado rápido: no he hecho nada.
   *[other] Demasiado rápido: no he ejecutado /{ $command }.
}
    .next = Inténtalo de nuevo dentro de { $wait }.
refusal-form-gone = Este formulario está terminado, cancelado o caducado.
    .next = Escribe el comando otra vez.
refusal-form-of-another = Este formulario es de otra persona.
    .next = Escribe tú el comando para tener el tuyo.
refusal-press-instead = Aquí se elige con los botones; lo que escribiste no se ha guardado.
    .next = Pulsa uno de los de abajo o envía /cancel.
refusal-question-left = Después de la pregunta se mostró otra cosa, así que lo que escribiste no se ha guardado.
    .next = Esta es la pregunta de nuevo.
refusal-form-moved-on = Este botón es de un paso anterior.
    .next = Ahora vas por aquí.
refusal-form-went-on = Este formulario avanzó después de que se abriera esa ventana.
    .next = Lo que escribiste se ha guardado donde aún no había respuesta.
refusal-form-outdated = El programa cambió después de que se te mostrara esto, así que no se ha hecho nada.
    .next = Así quedaría ahora. Revísalo y decide de nuevo.
refusal-preview-overtaken = Esto ha cambiado después de que se te mostrara, así que no se ha hecho nada.
    .next = Así quedaría ahora. Revísalo y decide de nuevo.
refusal-form-elsewhere = Este formulario empezó en la otra plataforma, en «{ $title }».
    .next = Termínalo allí o escribe aquí el comando de nuevo.
refusal-only-in-group = /{ $command } funciona en un grupo.
    .next = Ve a un grupo donde yo esté y escríbelo allí.
refusal-only-in-private = /{ $command } solo funciona en nuestro chat privado.
    .next = Abre un chat privado conmigo y escríbelo allí.
refusal-only-moderators = Solo la moderación de este grupo puede hacer eso.
    .next = Pídeselo a alguien que administre el grupo.
refusal-only-roles = Solo el equipo del programa con el rol adecuado puede hacer eso.
    .next = Si crees que deberías tenerlo, habla con la administración del programa.
refusal-chat-unknown = No te he visto en ese grupo, o ya no estoy allí.
    .next = Escribe antes cualquier comando allí y vuelve a elegirlo.
refusal-chat-outsider = Ya no estás en ese grupo, así que no publico nada allí por ti.
    .next = Vuelve a unirte o elige otro grupo.
refusal-chat-unsure = Ahora mismo no he podido saber si sigues en ese grupo.
    .next = Inténtalo en un minuto o escribe el comando en ese grupo.
refusal-person-unknown = Todavía no conozco a «{ $typed }».
    .next = Pídele que me mande /start una vez e inténtalo de nuevo.
refusal-person-malformed = «{ $typed }» no indica a ninguna persona.
    .next = Escribe #7, telegram:123456789, discord:123456789012345678 o una mención de Discord.
refusal-person-uncalled = «{ $typed }» no es aquí el nombre completo de nadie.
    .next = Escribe el nombre completo tal como se muestra, #7, telegram:123456789, discord:123456789012345678 o una mención de Discord.
refusal-person-several = Varias personas se llaman «{ $typed }»: { $numbers }{ $more ->
    [yes] {" y más"}.
   *[no] {"."}
}
    .next = Escribe el número de quien dices, con la #.

refusal-words-left-over = No sé para qué es «{ $typed }».
    .next = Quítalo, o escribe solo el comando y te preguntaré paso a paso.
refusal-option-unknown = No existe el ajuste «{ $typed }», así que no se hizo nada.
    .next = Escribe uno de estos: { $names }. Si es parte de tu texto, ponlo entre comillas.
refusal-words-empty = No hay nada escrito.
    .next = Escribe unas palabras.
refusal-words-too-long = Demasiado largo: { $length } caracteres de un máximo de { $max }.
    .next = Hazlo más corto.
refusal-words-too-short = Es corto: { $length } caracteres, y hacen falta al menos { $min }.
    .next = Cuenta un poco más.
refusal-email-lines = Un correo electrónico es una sola línea.
    .next = Escribe solo la dirección, por ejemplo name@example.com.
refusal-email-malformed = «{ $typed }» no es un correo electrónico.
    .next = Escríbelo así: name@example.com.
refusal-digits-malformed = «{ $typed }» no tiene la forma de este número.
    .next = Escribe solo dígitos, de { $min } a { $max }.
refusal-lines-too-many = Son demasiadas: { $count } líneas de { $max } como máximo.
    .next = Deja las más grandes.
refusal-line-nameless = «{ $typed }» no dice qué cuenta o comunidad es.
    .next = Escribe primero un enlace o un nombre y después el número.
refusal-count-not-a-number = «{ $typed }» no es un número entero.
    .next = Escribe solo cifras, por ejemplo { $example }.
refusal-people-malformed = «{ $typed }» no es un número de personas.
    .next = Escríbelo como aparece en la página, por ejemplo 12500 o 12,5 mil.
refusal-count-out-of-range = { $typed } está fuera de rango.
    .next = Elige un número de { $min } a { $max }.
refusal-choice-unknown = «{ $typed }» no es una de las opciones.
    .next = { $choices ->
        [none] Elige con los botones.
       *[other] Elige una de estas: { $choices }.
    }
refusal-code-malformed = «{ $typed }» no es un código nuestro.
    .next = Cópialo del mensaje en el que llegó.
refusal-role-malformed = «{ $typed }» no es el ID de un rol de Discord.
    .next = Copia el ID del rol en Discord (modo desarrollador), un número largo, o menciona el rol.
refusal-span-malformed = «{ $typed }» no es una duración.
    .next = Escribe un número y s, m, h o d (segundos, minutos, horas, días), por ejemplo 30m o 24h.
refusal-span-out-of-range = «{ $typed }» es muy poco o demasiado.
    .next = Elige entre { $min } y { $max }.

refusal-amount-empty = No hay ninguna cantidad.
    .next = Escribe una, por ejemplo { $example }.
refusal-amount-comma = No sé cuánto es «{ $typed }»: una coma se puede leer de dos maneras.
    .next = Escríbelo con punto decimal y sin separador de miles, por ejemplo { $example }.
refusal-amount-not-positive = La cantidad debe ser mayor que cero.
    .next = Escribe una como { $example }.
refusal-amount-not-a-number = «{ $typed }» no es una cantidad.
    .next = Escribe solo cifras y como mucho un punto, por ejemplo { $example }.
refusal-amount-too-precise = { $asset } tiene como máximo { $places } decimales.
    .next = Escribe menos decimales, por ejemplo { $example }.
refusal-amount-too-large = Esa cantidad es mayor de lo que podemos manejar.
    .next = Escribe una menor, por ejemplo { $example }.
