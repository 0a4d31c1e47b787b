# Letters: what is sent by e-mail, and what is said of it in chats.
letter-subject = Your application { $number }
letter-received = ✅ Your application has arrived.
letter-foot = To answer, write to the bot in the chat where you applied; /status shows where your application stands. Nobody reads what is sent to this address.
letter-sent = ✉️ A letter about it was sent { $at }.
letter-waits = ✉️ A letter about it is on its way.
letter-not-sent = ✉️ The letter about it could not be delivered. What it said stands here.
letter-unsure = ✉️ A letter about it was sent, but it is not certain that it arrived.
letter-most = ✉️ No letter about it: many went to that address lately, and nobody has shown whose it is. Everything is told here, too.
letter-refused = ✉️ The mail server of your e-mail address refused our letter: the address in your application is probably wrong.
letter-given-up = ✉️ Our letter to your e-mail address could not be delivered.
letter-dead-next = You miss nothing: everything it said is in this chat, and /status shows it again.
