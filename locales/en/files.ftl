# Files that people send us, and files that we send.
form-attach = 📎 Attach it
form-attached = 📎 attached

refusal-file-wanted = This question is answered with a file: { $types }, up to { $max } MB.
    .next = On Telegram, send the file here in the private chat. On Discord, press 📎 Attach it.
refusal-file-unasked = This question is answered with words, so the file was not taken.
    .next = Answer in words, or with one of the buttons.
refusal-file-type = A file of this type cannot be taken.
    .next = Send one of these: { $types }. A screenshot will do.
refusal-file-too-large = The file has { $size } MB; up to { $max } MB can be taken.
    .next = Make it smaller, for example by a screenshot of the part that matters, and send it again.
refusal-file-empty = The file is empty.
    .next = Send it again, or send another.

file-later = ⚠️ The file { $name } cannot be fetched right now. Press again in a minute.
file-lost = ⚠️ The file { $name } is no longer where it was sent. Ask for it again.
file-nothing = ⚠️ There is nothing to put into the file { $name } any more.
file-changed = ⚠️ The file { $name } is not the same as when it was first looked at, so it is not shown. Ask for it again.
file-no-picture = ⚠️ The file { $name } calls itself a picture and is none, so it is not shown. Ask for another.
file-too-large-here = ⚠️ The file { $name } is too large to be sent here.

verify-file = 📄 Record as a file
verify-file-sent = The public record of the packet: { $name }. The small program { $tool }, which whoever runs this bot can give you, recomputes it on your own computer.
refusal-packet-record-open = The packet is still open, and its record would give its secret away.
    .next = Ask again when it is over.

review-files = 📎 { $count ->
    [one] One file
   *[other] { $count } files
}
review-files-of = Sent along with application { $number }:
review-files-gone = What was sent along with application { $number } is gone. Ask the applicant for it again.
