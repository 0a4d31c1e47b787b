### Words that only the Telegram adapter says.

# Under a question in a group, where buttons leave no room for a reply field.
telegram-reply-here = Reply to this message with your answer.
# Under a person's own message in a group, when the answer cannot be shown to them alone there.
telegram-private-hint = The answer is for you alone. Open our private chat to get it, then ask again.
telegram-open-private = Open the private chat
# At the end of a cut toast; the app then opens the private chat. At most 80 characters.
telegram-toast-private = Open our private chat for the rest.
telegram-not-here = This button does not work here.
