## The private groups of partners: one on each platform, entered by a link for one person

group-invited = 🔑 Your link into the private group of partners. It lets <b>one person</b> in, once, until { $at }: keep it to yourself.
group-join-telegram = Join the partner group
group-join-discord = Join the partners on Discord
group-ask-telegram = Invite me to the group
group-ask-discord = Invite me on Discord
group-check = I have joined
group-invite-comes = Your link into the partner group is being made. It comes to your private chat with me in a moment.
group-invite-late = Your invitation to the partner group follows: something has to be set right there first, and staff know. You need do nothing.
group-is-in = ✅ You are in the partner group.

membership-group = { $mark } Join the private group of partners
membership-introduce = { $mark } Introduce yourself there
membership-introduced = I introduced myself
membership-next-uid = 👉 Next: confirm your UID.
membership-next-terms = 👉 Next: read and accept the texts.
membership-next-group = 👉 Next: join the partner group. The link is in our private chat, under /membership.
membership-next-introduce = 👉 Next: say a few words about yourself in the partner group. If I do not notice, press the button under /membership in our private chat.

group-refused-invite = ⚠️ I could not make an invitation to the partner group <code>{ $place }</code>.
group-refused-revoke = ⚠️ I could not take back an invitation to the partner group <code>{ $place }</code>.
group-refused-show-out = ⚠️ I could not remove a former partner from the partner group <code>{ $place }</code>.
group-why-telegram-no-right = Make me an administrator there who may invite users by link and ban users. Other administrators only you can remove.
group-why-telegram-away = I am not in this group, or cannot reach it. Add me, or name another one with /desk.
group-why-telegram-unable = Telegram refuses it for this group: see that it is an ordinary group or supergroup, or name another one with /desk.
group-why-above = They are an administrator there, and only the owner, or whoever made them one, can take that from them. Once it is taken I remove them within the hour.
group-why-discord-no-right = Give my role the rights “Create Invite” and “Manage Channels” in this channel.
group-why-discord-away = I cannot see this channel. Let me in, or name another one with /desk.
group-why-discord-unable = Discord refuses it: a server holds 1,000 invitations at most. Delete old ones in the server’s settings.
group-refused-next = The partner knows that it follows. I try again every hour, and at once when you type /desk there.
group-refused-by-hand = If it stays so, do it by hand: remove the person, or delete the invitation in the group’s settings.
group-stranger = ⚠️ Somebody who is not known as { $name } came into the partner group by the invitation of { $name }. Look who it is. The link is used up.

desk-partners-preview = Invite partners of this platform to “{ $title }” from now on? Each gets a link for one person, and <b>whoever is a partner no longer is shown out</b>. A closed group of partners alone is the place for it.
desk-partners-outsiders = { $count ->
    [one] ⚠️ I have seen one person here who is neither partner nor staff.
   *[other] ⚠️ I have seen { $count } people here who are neither partners nor staff.
}
desk-partners-confirm = ✅ Invite partners here
desk-named-partners = Partners of this platform are invited here from now on: “{ $title }”. Each gets a link for one person; those who are partners already ask for theirs with /membership.
desk-partners-rights-telegram = For that I must be an administrator who may <b>invite users by link</b> and <b>ban users</b>. As an administrator I also see who joins and that they said something; I keep no texts.
desk-partners-rights-discord = For that my role needs <b>Create Invite</b> and <b>Manage Channels</b> in this channel. Let only the partner role see it: that role is what opens the channel, and it goes when somebody leaves the programme.
choice-partners = the private group of partners

refusal-group-none = There is no such group of partners now.
    .next = Open /membership again to see what there is.
refusal-group-used = Your link was used already, and not by an account of yours that I know.
    .next = Link that account with /link_account if it is yours, or ask staff. You can have a new link from { $at }.
refusal-group-outside = I do not see you in the partner group.
    .next = Join it first; it may take a minute until I see it.
privacy-bar-group = you are just being removed from the partner group: try again in a minute
