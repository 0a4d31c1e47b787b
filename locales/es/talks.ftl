## Una conversación que se propone a quien presenta una solicitud

talk-invited = { $role ->
    [regional_manager] Te invita la dirección regional del programa.
    [admin] Te invita la administración del programa.
   *[reviewer] Te invita el equipo de revisión del programa.
}
talk-led = { $role ->
    [regional_manager] Hablarás con alguien de la dirección regional del programa.
   *[admin] Hablarás con alguien de la administración del programa.
}
talk-hosted = { $role ->
    [regional_manager] Te invita, y hablará contigo, alguien de la dirección regional del programa.
   *[admin] Te invita, y hablará contigo, alguien de la administración del programa.
}
talk-asked = ¿Te viene bien? Quien te invita recibe tu respuesta.
talk-own-suits = ✅ Has dicho que te viene bien.
talk-own-unsuited = 🕑 Has dicho que no te viene bien: «{ $answer }». Quien te invita lo sabe y puede proponer otro momento.
talk-said-suits = ✅ Le viene bien a quien presentó la solicitud.
talk-said-unsuited = 🕑 No le viene bien a quien presentó la solicitud: { $answer }
talk-suits = ✅ Me viene bien
talk-unsuited = 🕑 No me viene bien
talk-another = 🕑 Decirlo de otro modo
talk-told-again = 🗣 Te proponen otro momento para la conversación.
talk-suits-told = ✅ A { $name } le viene bien la conversación propuesta sobre la solicitud <b>{ $number }</b>.
talk-unsuited-told = 🕑 A { $name } no le viene bien la conversación propuesta sobre la solicitud <b>{ $number }</b>. Ábrela para leer cuándo podría y proponer otro momento.
review-invite-again = 🗣 Otro momento
command-talk-suits = La conversación viene bien
command-talk-unsuited = La conversación no viene bien
    .title = Otro momento
argument-talk-unsuited-words = Cuándo te vendría bien
    .label = cuándo
    .ask = ¿Cuándo te vendría bien?
    .hint = Días, horas y zona horaria, y de qué otra forma podrías hablar
command-talk-again = Proponer otro momento para una conversación
    .title = Otro momento
argument-talk-again-slot = Cuándo y cómo quieres hablar
    .label = cita
    .ask = ¿Cuándo y cómo quieres hablar?
    .hint = Por ejemplo: martes a las 18:00 UTC, llamada por Telegram
refusal-application-talk-over = La conversación sobre la solicitud { $number } ya no está como la viste: desde entonces se propuso o se respondió otra cosa.
    .next = Ábrela de nuevo y mira lo que hay ahora.
