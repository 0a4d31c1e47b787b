## Lo que las plataformas muestran de los partners: roles de servidores de Discord, etiquetas de grupos de Telegram

badge-refused-discord = ⚠️ No he podido cambiar el rol de partner <code>{ $badge }</code> en el servidor de Discord <code>{ $place }</code>.
badge-refused-telegram = ⚠️ No he podido cambiar la etiqueta de partner en el grupo de Telegram <code>{ $place }</code>.
badge-why-discord-no-right = Allí me falta el permiso «Gestionar roles». Concédeselo a mi rol en los ajustes del servidor.
badge-why-discord-above = El rol está por encima del mío. Sube mi rol por encima de él en la lista de roles del servidor.
badge-why-discord-unknown = Ese rol ya no existe. Corrige <code>{ $section }</code> en el archivo del programa.
badge-why-discord-away = No estoy en ese servidor. Añádeme o quítalo de <code>{ $section }</code> en el archivo del programa.
badge-why-discord-unable = Ese rol no se puede dar a mano: pertenece a una integración o a todo el mundo. Indica otro en <code>{ $section }</code>.
badge-why-telegram-no-right = Allí no soy administrador o me falta el permiso para gestionar etiquetas. Concédemelo en los ajustes del grupo.
badge-why-telegram-above = Allí el miembro está por encima de mí.
badge-why-telegram-unknown = Esa etiqueta no existe.
badge-why-telegram-away = No estoy en ese grupo. Añádeme o quítalo de <code>{ $section }</code> en el archivo del programa.
badge-why-telegram-unable = Ese grupo o ese servidor de la Bot API no puede mostrar la etiqueta. Hacen falta un supergrupo y la Bot API 9.5 o posterior.
badge-refused-next = Lo demás no se ve afectado. Lo intento de nuevo cada hora.
choice-badge = distintivos de partners
