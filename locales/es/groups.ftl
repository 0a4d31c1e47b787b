## Los grupos privados de partners: uno por plataforma, al que se entra con un enlace para una persona

group-invited = 🔑 Tu enlace al grupo privado de partners. Deja entrar a <b>una persona</b>, una vez, hasta el { $at }: no lo compartas.
group-join-telegram = Entrar en el grupo
group-join-discord = Entrar en Discord
group-ask-telegram = Invítame al grupo
group-ask-discord = Invítame en Discord
group-check = Ya he entrado
group-invite-comes = Tu enlace al grupo de partners se está creando. Te llega en un momento a nuestro chat privado.
group-invite-late = Tu invitación al grupo de partners llegará más tarde: antes hay que arreglar algo allí, y el equipo lo sabe. No tienes que hacer nada.
group-is-in = ✅ Estás en el grupo de partners.

membership-group = { $mark } Entrar en el grupo privado de partners
membership-introduce = { $mark } Presentarte allí
membership-introduced = Ya me he presentado
membership-next-uid = 👉 Ahora: confirma tu UID.
membership-next-terms = 👉 Ahora: lee y acepta los textos.
membership-next-group = 👉 Ahora: entra en el grupo de partners. El enlace está en nuestro chat privado, en /membership.
membership-next-introduce = 👉 Ahora: di unas palabras sobre ti en el grupo de partners. Si no me doy cuenta, pulsa el botón de /membership en nuestro chat privado.

group-refused-invite = ⚠️ No he podido crear una invitación al grupo de partners <code>{ $place }</code>.
group-refused-revoke = ⚠️ No he podido retirar una invitación al grupo de partners <code>{ $place }</code>.
group-refused-show-out = ⚠️ No he podido sacar a un antiguo partner del grupo de partners <code>{ $place }</code>.
group-why-telegram-no-right = Hazme allí administrador con permiso para invitar mediante enlace y suspender usuarios. A otros administradores solo puedes sacarlos tú.
group-why-telegram-away = No estoy en ese grupo o no puedo llegar a él. Añádeme o nombra otro con /desk.
group-why-telegram-unable = Telegram lo rechaza para ese grupo: comprueba que es un grupo o supergrupo normal, o nombra otro con /desk.
group-why-above = Es administrador del grupo, y eso solo puede quitárselo el propietario o quien lo nombró. En cuanto se lo quiten, lo saco en menos de una hora.
group-why-discord-no-right = Da a mi rol los permisos «Crear invitación» y «Gestionar canales» en ese canal.
group-why-discord-away = No puedo ver ese canal. Dame acceso o nombra otro con /desk.
group-why-discord-unable = Discord lo rechaza: un servidor admite como mucho 1000 invitaciones. Borra las antiguas en los ajustes del servidor.
group-refused-next = El partner sabe que llegará más tarde. Lo intento de nuevo cada hora, y enseguida si escribes allí /desk.
group-refused-by-hand = Si sigue así, hazlo a mano: saca a la persona o borra la invitación en los ajustes del grupo.
group-stranger = ⚠️ Alguien a quien no conozco como { $name } ha entrado en el grupo de partners con la invitación de { $name }. Mira quién es. El enlace ya está gastado.

desk-partners-preview = ¿Invitar desde ahora a «{ $title }» a los partners de esta plataforma? Cada uno recibe un enlace para una persona, y <b>quien deje de ser partner sale de aquí</b>. Lo indicado es un grupo cerrado, solo de partners.
desk-partners-outsiders = { $count ->
    [one] ⚠️ Aquí he visto a una persona que no es partner ni del equipo.
    [many] ⚠️ Aquí he visto a { $count } personas que no son partners ni del equipo.
   *[other] ⚠️ Aquí he visto a { $count } personas que no son partners ni del equipo.
}
desk-partners-confirm = ✅ Invitar aquí a los partners
desk-named-partners = A los partners de esta plataforma se les invita aquí desde ahora: «{ $title }». Cada uno recibe un enlace para una persona; quienes ya lo son piden el suyo con /membership.
desk-partners-rights-telegram = Para eso tengo que ser administrador con permiso para <b>invitar mediante enlace</b> y <b>suspender usuarios</b>. Como administrador veo también quién entra y que ha escrito algo; no guardo los textos.
desk-partners-rights-discord = Para eso mi rol necesita <b>Crear invitación</b> y <b>Gestionar canales</b> en este canal. Que solo lo vea el rol de partner: ese rol es el que abre el canal, y se quita cuando alguien deja el programa.
choice-partners = el grupo privado de partners

refusal-group-none = Ahora no existe ese grupo de partners.
    .next = Abre otra vez /membership para ver qué hay.
refusal-group-used = Tu enlace ya se ha usado, y no desde una cuenta tuya que yo conozca.
    .next = Si la cuenta es tuya, vincúlala con /link_account, o pregunta al equipo. Puedes pedir otro enlace a partir de { $at }.
refusal-group-outside = No te veo en el grupo de partners.
    .next = Entra primero; puede pasar un minuto hasta que lo vea.
privacy-bar-group = te estamos sacando del grupo de partners: inténtalo de nuevo en un minuto
