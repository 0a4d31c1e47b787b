## /guidelines, /disclaimer: textos vinculantes, por versión

command-guidelines = Las normas y lo que declaran los partners
    .title = Normas
command-disclaimer = Lo que esto no es, y el riesgo
    .title = Aviso legal
argument-guidelines-text = Cuál de los textos
    .label = texto
    .ask = ¿Qué texto?
    .hint = Las normas o lo que declaran los partners
argument-guidelines-version = Una versión anterior, por su nombre
    .label = versión
    .ask = ¿Qué versión?
    .hint = Por ejemplo, 2025-11
argument-guidelines-page = La página
    .label = página
    .ask = ¿Qué página?
    .hint = Un número
argument-disclaimer-text = Cuál de los textos
    .label = texto
    .ask = ¿Qué texto?
    .hint = El aviso legal o el riesgo
argument-disclaimer-version = Una versión anterior, por su nombre
    .label = versión
    .ask = ¿Qué versión?
    .hint = Por ejemplo, 2025-11
argument-disclaimer-page = La página
    .label = página
    .ask = ¿Qué página?
    .hint = Un número
choice-guidelines = normas
choice-disclosure = declaración
choice-disclaimer = aviso legal
choice-risk = riesgo
text-guidelines = Normas
text-disclosure = Declaración
text-disclaimer = Aviso legal
text-risk = Riesgo
text-title = <b>{ $name }</b>
    Versión { $version }, desde el { $from }
text-older = ⚠️ Esta es una versión anterior. La que está en vigor es { $current }.
text-untranslated = (Todavía no hay traducción a tu idioma).
text-page = Página { $page } de { $pages }
text-before = ◀ Atrás
text-after = Sigue ▶
text-note = 📌 { $note }
text-in-full = 🔗 En la web
text-accepted = ✅ Aceptaste esta versión el { $at }.
text-to-accept = Todavía no has aceptado esta versión.
text-accepted-now = ✅ { $name }, versión { $version }: aceptada el { $at }.
text-read = 📖 Leer
text-news = 📣 <b>{ $name }</b>: hay una versión nueva, { $version }, en vigor desde el { $from }. Aceptaste una anterior.
text-changes = Lo nuevo: { $changes }
text-news-next = Léela y acéptala, por favor. Lo que aceptaste antes se puede seguir leyendo con /guidelines.

refusal-text-none = Este programa no tiene ese texto: { $name }.
    .next = Escribe /help para ver lo que hay.
refusal-text-version-unknown = No existe la versión «{ $version }» de este texto: { $name }.
    .next = No indiques versión para ver la que está en vigor.
refusal-text-moved-on = Esta ya no es la versión en vigor. Ahora es { $version }: { $name }.
    .next = Escribe /guidelines, léela y acéptala allí.

## /faq, /guide, /contact

command-faq = Respuestas a preguntas frecuentes
    .title = Preguntas
command-guide = Cómo crear una comunidad
    .title = Guía
command-contact = A quién puedes dirigirte y dónde
    .title = Contacto
argument-faq-topic = De qué trata
    .label = tema
    .ask = ¿De qué trata?
    .hint = Elige un tema.
argument-faq-page = La página
    .label = página
    .ask = ¿Qué página?
    .hint = Un número
argument-guide-topic = De qué trata
    .label = tema
    .ask = ¿De qué trata?
    .hint = Elige un tema.
argument-guide-page = La página
    .label = página
    .ask = ¿Qué página?
    .hint = Un número
faq-title = <b>Preguntas frecuentes.</b> ¿De qué trata?
guide-title = <b>Cómo crear una comunidad y hacerla crecer.</b> ¿Por dónde quieres empezar?
topic-title = <b>{ $topic }</b>
contact-title = <b>A quién puedes dirigirte</b>
contact-line = • { $label }: { $url }
contact-email = • Correo: { $email }
contact-hours = 🕑 { $hours }
contact-warning = Nadie de los nuestros pide contraseñas, claves ni códigos. Si alguien dice ser de los nuestros y no está en esta lista, pregunta antes aquí.

## /precheck

command-precheck = Revisa un texto antes de publicarlo
    .title = Revisar un texto
argument-precheck-text = El texto que quieres publicar
    .label = texto
    .ask = ¿Qué texto quieres publicar?
    .hint = Pégalo tal como quedará, hasta 4000 caracteres. Si es más largo, por partes.
precheck-disclosed = ✓ Dice quién eres: «{ $quote }»
precheck-undisclosed = ✗ <b>No dice que eres partner.</b> { $instead }
precheck-no-claims = ✓ No contiene ninguna de las expresiones de nuestra lista.
precheck-claim = ✗ «{ $quote }»: { $why }
precheck-instead = ↳ { $instead }
precheck-more = … y { $count ->
    [one] un pasaje más
    [many] { $count } de pasajes más
   *[other] { $count } pasajes más
}. Cambia primero estos y vuelve a revisar.
precheck-no-approval = Esto no es una aprobación. Busca expresiones de una lista y no entiende el texto: respondes de lo que publicas.

## /program

command-program = El programa en vigor y sus cambios
    .title = Programa
argument-program-action = Mostrarlo o volver a leer el archivo
    .label = acción
    .ask = ¿Qué hay que hacer?
    .hint = Nada cambia hasta que confirmes.
choice-reload = recargar
program-title = <b>{ $name }</b>
    Edición { $version }
program-digest = Número { $number }, huella <code>{ $digest }</code>
program-by-start = En vigor desde el { $since }, por un arranque del bot.
program-by = En vigor desde el { $since }, con la confirmación de { $name }.
program-reload = 🔄 Volver a leer el archivo
program-same = El archivo es el que está en vigor, huella <code>{ $digest }</code>. No hay nada que cambiar.
program-differs = <b>El archivo ha cambiado.</b>
    <code>{ $from }</code> → <code>{ $to }</code>
program-section = <b>{ $section }</b>
program-changed = { $path }: { $before } → { $after }
program-added = { $path }: nuevo, { $after }
program-removed = { $path }: ya no está, era { $before }
program-more = … y { $count } más.
program-ask = Todavía no ha cambiado nada. Si confirmas, entra en vigor para todo el mundo, sin reiniciar.
program-confirm = ✅ Poner en vigor { $count ->
    [one] un cambio
    [many] { $count } de cambios
   *[other] { $count } cambios
}
program-accepted = ✅ Ya está en vigor: número { $number }, huella <code>{ $digest }</code>. Si un texto tiene versión nueva, se avisa a quien aceptó una anterior.
program-mistakes = <b>El archivo tiene { $count ->
    [one] un error
    [many] { $count } de errores
   *[other] { $count } errores
}.</b>
program-mistake = • { $problem }
program-kept = El programa en vigor sigue como estaba. Corrige el archivo y vuelve a leerlo.
program-start-changed = ⚠️ <b>El bot arrancó con otro programa que antes</b>, y está en vigor: número { $number }, huella <code>{ $digest }</code>. Si nadie de vosotros lo quería, devolved el archivo y volved a leerlo con /program.
program-start-kept = ⚠️ <b>El bot arrancó con un programa que no puede entrar en vigor.</b> El último aceptado, número { $number }, sigue como estaba. Corrige el archivo y vuelve a leerlo.

refusal-program-none = No consta ningún programa en vigor.
    .next = Reinicia el bot; registra el programa con el que arranca.
refusal-program-no-file = El bot funciona con el programa que trae; no hay archivo que leer.
    .next = Configura { $setting } y reinicia el bot.
refusal-program-file-changed = El archivo ha vuelto a cambiar desde que lo miraste, así que no se hizo nada.
    .next = Escribe /program y mira lo que contiene ahora.
refusal-program-moved-on = Ha entrado en vigor otro programa desde que miraste, así que no se hizo nada.
    .next = Escribe /program y mira lo que cambiaría ahora.
refusal-program-unforeseen = No se cambió nada: { $problem }.
    .next = Corrige el archivo. Si no tiene nada malo, envía el registro del bot a quien lo mantiene.
