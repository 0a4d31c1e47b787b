### Words that only the Telegram adapter says.

# Under a question in a group, where buttons leave no room for a reply field.
telegram-reply-here = Reply to this message with your answer.
# Under a person's own message in a group, when the answer cannot be shown to them alone there. It is kept and
# sent as soon as there is a private chat. Never ask for the command again: it may have moved money.
telegram-private-hint = The answer is for you alone. Open our private chat within two days, and it comes by itself: please do not send the command again.
telegram-open-private = Open the private chat
# At the end of a cut toast; the app then opens the private chat. At most 80 characters.
telegram-toast-private = Open our private chat for the rest.
telegram-not-here = This button does not work here.
