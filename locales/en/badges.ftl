## What the platforms show of partners: roles of Discord servers, tags of Telegram groups

badge-refused-discord = ⚠️ I could not set the partner role <code>{ $badge }</code> in the Discord server <code>{ $place }</code>.
badge-refused-telegram = ⚠️ I could not set the partner tag in the Telegram group <code>{ $place }</code>.
badge-why-discord-no-right = I lack the right “Manage Roles” there. Give it to my role in the server’s settings.
badge-why-discord-above = The role stands above mine. Move my role above it in the server’s list of roles.
badge-why-discord-unknown = There is no such role any more. Correct <code>{ $section }</code> in the programme file.
badge-why-discord-away = I am not in this server. Add me to it, or take it out of <code>{ $section }</code> in the programme file.
badge-why-discord-unable = This role cannot be given by hand: it belongs to an integration or to everybody. Name another one in <code>{ $section }</code>.
badge-why-telegram-no-right = I am no administrator there, or lack the right to manage tags. Give it to me in the group’s settings.
badge-why-telegram-above = The member stands above me there.
badge-why-telegram-unknown = There is no such tag.
badge-why-telegram-away = I am not in this group. Add me to it, or take it out of <code>{ $section }</code> in the programme file.
badge-why-telegram-unable = This group or this Bot API server cannot show the tag. It takes a supergroup and Bot API 9.5 or later.
badge-refused-next = Nothing else is affected. I try again every hour.
choice-badge = partner badges
