## Común a todos los comandos: formularios, negativas y fallos.

form-literal = { $value }
form-cancel = ✖ Cancelar
form-cancelled = Cancelado. No se ha hecho nada.
form-type = ✏️ Escribir
form-in-private = 🔒 Responder en privado
form-more = ⚙️ Más opciones
form-adjust = { $name }
form-adjust-to = { $name }: { $value }
nobody-asked = Aquí solo entiendo comandos. Escribe /help para ver qué puedes hacer.
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
refusal-too-fast = Demasiado rápido.
    .next = Espera { $wait } e inténtalo de nuevo.
refusal-form-gone = Este formulario está terminado, cancelado o caducado.
    .next = Escribe el comando otra vez para empezar uno nuevo.
refusal-form-of-another = Este formulario es de otra persona.
    .next = Escribe tú el comando para tener el tuyo.
refusal-form-moved-on = Este botón es de un paso anterior.
    .next = Ahora vas por aquí.
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
refusal-person-unknown = Todavía no conozco a «{ $typed }».
    .next = Pídele que me mande /start una vez e inténtalo de nuevo.
refusal-person-malformed = «{ $typed }» no indica a ninguna persona.
    .next = Escribe telegram:123456789, discord:123456789012345678 o una mención de Discord.

refusal-words-left-over = No sé para qué es «{ $typed }».
    .next = Quítalo, o escribe solo el comando y te preguntaré paso a paso.
refusal-words-empty = No hay nada escrito.
    .next = Escribe unas palabras.
refusal-words-too-long = Demasiado largo: { $length } caracteres de un máximo de { $max }.
    .next = Hazlo más corto.
refusal-count-not-a-number = «{ $typed }» no es un número entero.
    .next = Escribe solo cifras, por ejemplo { $min }.
refusal-count-out-of-range = { $typed } está fuera de rango.
    .next = Elige un número de { $min } a { $max }.
refusal-choice-unknown = «{ $typed }» no es una de las opciones.
    .next = { $choices ->
        [none] Elige con los botones.
       *[other] Elige una de estas: { $choices }.
    }
refusal-code-malformed = «{ $typed }» no es un código nuestro.
    .next = Cópialo del mensaje en el que llegó.
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
