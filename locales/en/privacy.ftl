## /privacy: what is kept about a person

command-privacy = What I keep about you; have it all, or have it erased
    .title = Privacy
argument-privacy-action = See it, have all of it, or have it erased
    .label = action
    .ask = What would you like?
    .hint = Nothing is erased before you confirm it.
choice-export = all of it
choice-erase = erase

privacy-title = <b>What I keep about you</b>
privacy-accounts = • your accounts: platform, number, name, language, when I first met you; your exchange UID, if you bound it
privacy-groups = • the groups where you used a command, and when last. I never keep what people write there
privacy-money = • your wallet and every movement of it, for ever: the books must add up
privacy-packets = • packets you dropped, shares you took, draws you entered
privacy-applications = • what you wrote in an application, codes for your profiles and communities that were measured for it, and what was decided about it
privacy-partner = • as a partner: state, tier, texts you accepted, cases about you and what was decided, invitations to the partner group and whether you are in it
privacy-reports = • what you reported, what others reported about you, and what I know of files you sent; the files themselves stay where you sent them
privacy-record = • a record of what you decided or asked for here, under your number and without your name
privacy-backups = Backups hold the same, for as long as the operator keeps them. Messages wait here for a few days at most.
privacy-do-export = 📄 All of it
privacy-do-erase = Erase me
privacy-file-sent = Everything I keep about you: { $name }. It was made for you just now; I keep no copy of it.

privacy-erase-goes = <b>This goes:</b> your accounts and names, language, exchange UID, the groups I met you in, all you wrote in applications, in cases, in reports and on packets, what is held against you in a case, what others reported about you and what staff noted about your applications and cases, files you sent, letters to you, half-filled forms.
privacy-erase-stays = <b>This stays</b>, under a number without a name: movements of money, shares, decisions, which texts you accepted and the record, since others must be able to check the books. So does what staff wrote when they stopped somebody, gave a role, changed a UID or moved money.
privacy-erase-again = If you come back you are somebody new: with nothing, not a partner, and with no way to your old number. A pause after a link of accounts, wrong codes of the last hour, and a wait after applications sent lately go on all the same, and so does the count of letters that went to your mailbox in the last day; until they end I keep them by digests that name nobody. If you had bound an exchange UID, I keep that you had one in the same way, without an end: only staff can bind another for you.
privacy-erase-final = ⚠️ <b>It cannot be undone.</b> Have all of it first, if you want to keep it.
privacy-erase-confirm = Erase me for ever
privacy-erased = ✅ It is erased. I do not know you any more.

list-apart = { $first }; { $rest }
privacy-bar-wallet = there is money in your wallet (/wallet), or on its way: drop it with /redpacket, or ask staff to pay it out
privacy-bar-packets = a packet that you dropped, or have a share or an entry in, is not over
privacy-bar-requests = something you asked for waits for a decision
privacy-bar-application = an application or an appeal of yours is open
privacy-bar-case = a case about you is not closed
privacy-bar-report = nobody has looked at something you reported yet
privacy-bar-reported = something about your partnership is still being looked at
privacy-bar-warnings = warnings of yours count until { $at }, also if you come back
privacy-bar-partner = you are a partner (leave by /membership)
privacy-bar-terminated = your partnership was terminated, which must be known if you come back: ask staff
privacy-bar-roles = you are staff ({ $roles })
privacy-bar-stop = staff have stopped you, and it is not settled
privacy-bar-rejection = you may not apply again before { $at }
privacy-bar-never = you were rejected for good

refusal-privacy-barred = Something has to end first: { $what }.
    .next = End it, or ask staff about it. Then type /privacy again.
