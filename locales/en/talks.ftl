## A talk that is proposed to an applicant

talk-invited = { $role ->
    [regional_manager] A regional manager of the programme invites you.
    [admin] An admin of the programme invites you.
   *[reviewer] A reviewer of the programme invites you.
}
talk-led = { $role ->
    [regional_manager] You will talk with a regional manager of the programme.
   *[admin] You will talk with an admin of the programme.
}
talk-hosted = { $role ->
    [regional_manager] A regional manager of the programme invites you, and will talk with you.
   *[admin] An admin of the programme invites you, and will talk with you.
}
talk-asked = Does that suit you? Whoever invites you is told what you answer.
talk-own-suits = ✅ You have said that it suits you.
talk-own-unsuited = 🕑 You have said that it does not suit you: “{ $answer }”. Whoever invites you knows, and can propose another time.
talk-said-suits = ✅ It suits the applicant.
talk-said-unsuited = 🕑 It does not suit the applicant: { $answer }
talk-suits = ✅ It suits me
talk-unsuited = 🕑 It does not suit me
talk-another = 🕑 Say it differently
talk-told-again = 🗣 Another time is proposed to you for the talk.
talk-suits-told = ✅ { $name } can come to the talk about application <b>{ $number }</b> as proposed.
talk-unsuited-told = 🕑 { $name } cannot come to the talk about application <b>{ $number }</b> as proposed. Open it to read when it would suit, and to propose another time.
review-invite-again = 🗣 Another time
command-talk-suits = The talk suits
command-talk-unsuited = The talk does not suit
    .title = Another time
argument-talk-unsuited-words = When it would suit you
    .label = when
    .ask = When would it suit you?
    .hint = Days, hours and the time zone, and how else you could talk
command-talk-again = Propose another time for a talk
    .title = Another time
argument-talk-again-slot = When and how you would like to talk
    .label = slot
    .ask = When and how do you want to talk?
    .hint = For example: Tuesday 18:00 UTC, a call on Telegram
refusal-application-talk-over = The talk about application { $number } is not as you saw it: something else was proposed or answered since.
    .next = Open it again and look at what is there now.
