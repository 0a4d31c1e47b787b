### Palabras que solo dice el adaptador de Telegram.

# Bajo una pregunta en un grupo, cuando los botones no dejan sitio para el campo de respuesta.
telegram-reply-here = Responde a este mensaje.
# Bajo el mensaje de una persona en un grupo, cuando la respuesta no se le puede mostrar solo a ella.
telegram-private-hint = La respuesta es solo para ti. Abre nuestro chat privado en los próximos dos días y llegará sola: no vuelvas a enviar el comando.
telegram-open-private = Abrir el chat privado
# Al final de un aviso cortado; la aplicación abre después el chat privado. Como mucho 80 caracteres.
telegram-toast-private = El resto está en nuestro chat privado.
telegram-not-here = Este botón no funciona aquí.
