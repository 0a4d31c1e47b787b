# Cartas: lo que se envía por correo y lo que se dice de ello en los chats.
letter-subject = Tu solicitud { $number }
letter-received = ✅ Tu solicitud ha llegado.
letter-foot = Para responder, escribe al bot en el chat donde enviaste la solicitud; /status muestra cómo va. Nadie lee lo que se envía a esta dirección.
letter-sent = ✉️ Se envió un correo al respecto { $at }.
letter-waits = ✉️ Un correo al respecto está en camino.
letter-not-sent = ✉️ El correo al respecto no se pudo entregar. Lo que decía está aquí.
letter-unsure = ✉️ Se envió un correo al respecto, pero no es seguro que haya llegado.
letter-most = ✉️ Esta vez sin correo: últimamente se enviaron muchos a esa dirección y nadie ha demostrado de quién es. Aquí se dice todo igualmente.
letter-refused = ✉️ El servidor de tu correo electrónico rechazó nuestro mensaje: probablemente la dirección de tu solicitud es incorrecta.
letter-given-up = ✉️ No se pudo entregar nuestro mensaje a tu correo electrónico.
letter-dead-next = No te pierdes nada: todo lo que decía está en este chat, y /status lo muestra otra vez.
