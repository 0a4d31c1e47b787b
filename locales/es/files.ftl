# Archivos que nos envían y archivos que enviamos.
form-attach = 📎 Adjuntar
form-attached = 📎 adjunto

refusal-file-wanted = Esta pregunta se responde con un archivo: { $types }, de hasta { $max } MB.
    .next = En Telegram, envía el archivo aquí, en el chat privado. En Discord, pulsa 📎 Adjuntar.
refusal-file-unasked = Esta pregunta se responde con palabras, así que el archivo no se ha aceptado.
    .next = Responde con palabras o con uno de los botones.
refusal-file-type = No se puede aceptar un archivo de este tipo.
    .next = Envía uno de estos: { $types }. Basta con una captura de pantalla.
refusal-file-too-large = El archivo ocupa { $size } MB; se aceptan hasta { $max } MB.
    .next = Redúcelo, por ejemplo con una captura de la parte que importa, y envíalo de nuevo.
refusal-file-empty = El archivo está vacío.
    .next = Envíalo de nuevo o envía otro.

file-later = ⚠️ El archivo { $name } no se puede obtener ahora. Pulsa otra vez dentro de un minuto.
file-lost = ⚠️ El archivo { $name } ya no está donde se envió. Pídelo de nuevo.
file-nothing = ⚠️ Ya no hay nada que poner en el archivo { $name }.
file-changed = ⚠️ El archivo { $name } no es el mismo que cuando se miró por primera vez, así que no se muestra. Pídelo de nuevo.
file-no-picture = ⚠️ El archivo { $name } dice ser una imagen y no lo es, así que no se muestra. Pide otro.
file-too-large-here = ⚠️ El archivo { $name } es demasiado grande para enviarlo aquí.

verify-file = 📄 Registro como archivo
verify-file-sent = El registro público del sobre: { $name }. El pequeño programa { $tool }, que te puede dar quien opera este bot, lo recalcula en tu propio equipo.
refusal-packet-record-open = El sobre sigue abierto y su registro revelaría el secreto.
    .next = Pídelo cuando haya terminado.

review-files = 📎 { $count ->
    [one] Un archivo
    [many] { $count } de archivos
   *[other] { $count } archivos
}
review-files-of = Enviado con la solicitud { $number }:
review-files-gone = Lo que se envió con la solicitud { $number } ya no está. Pídeselo de nuevo al solicitante.
