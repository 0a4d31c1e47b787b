-- What 0001_guards.sql promises, against REPLACE, too. Written by hand: drizzle-kit knows no triggers.
-- REPLACE (of INSERT and of UPDATE) takes the row in its way out without any trigger of DELETE, unless a
-- connection has recursive_triggers, which is a setting of each connection and off in every other program. So
-- what may not be replaced is looked for before a row is written: by every key that REPLACE would make room
-- for, the number of the row, which every table has, among them. A rule carries the name of the key it guards.
-- "ON CONFLICT DO NOTHING" on these tables fails, too, where there is a row already.

CREATE TRIGGER assets_never_replaced BEFORE INSERT ON assets BEGIN
  SELECT RAISE(ABORT, 'assets_pkey: an asset with this code exists')
  WHERE EXISTS (SELECT 1 FROM assets WHERE code = NEW.code);
  SELECT RAISE(ABORT, 'assets_pkey: an asset with this code exists')
  WHERE EXISTS (SELECT 1 FROM assets WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER ledger_accounts_never_replaced BEFORE INSERT ON ledger_accounts BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts_pkey: this account exists')
  WHERE EXISTS (SELECT 1 FROM ledger_accounts WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'ledger_accounts_owner: this account exists')
  WHERE EXISTS (SELECT 1 FROM ledger_accounts WHERE owner = NEW.owner AND asset = NEW.asset);
END;
-- "UPDATE OF id" does not see that id is set by its other name.
CREATE TRIGGER ledger_accounts_row BEFORE UPDATE ON ledger_accounts WHEN NEW.id <> OLD.id BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts_identity: whose account it is never changes');
END;
CREATE TRIGGER ledger_head_never_replaced BEFORE INSERT ON ledger_head BEGIN
  SELECT RAISE(ABORT, 'ledger_head_pkey: there is one head')
  WHERE EXISTS (SELECT 1 FROM ledger_head WHERE one = NEW.one);
END;
CREATE TRIGGER ledger_refusals_never_replaced BEFORE INSERT ON ledger_refusals BEGIN
  SELECT RAISE(ABORT, 'ledger_refusals_pkey: a refusal with this key exists')
  WHERE EXISTS (SELECT 1 FROM ledger_refusals WHERE key = NEW.key);
  SELECT RAISE(ABORT, 'ledger_refusals_pkey: a refusal with this key exists')
  WHERE EXISTS (SELECT 1 FROM ledger_refusals WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER fact_head_never_replaced BEFORE INSERT ON fact_head BEGIN
  SELECT RAISE(ABORT, 'fact_head_pkey: there is one head')
  WHERE EXISTS (SELECT 1 FROM fact_head WHERE one = NEW.one);
END;
CREATE TRIGGER packets_never_replaced BEFORE INSERT ON packets BEGIN
  SELECT RAISE(ABORT, 'packets_pkey: a packet with this id exists')
  WHERE EXISTS (SELECT 1 FROM packets WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'packets_pkey: a packet with this id exists')
  WHERE EXISTS (SELECT 1 FROM packets WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER packets_row BEFORE UPDATE ON packets WHEN NEW.rowid <> OLD.rowid BEGIN
  SELECT RAISE(ABORT, 'packets_promise: what a packet promised never changes');
END;
CREATE TRIGGER packet_tranches_never_replaced BEFORE INSERT ON packet_tranches BEGIN
  SELECT RAISE(ABORT, 'packet_tranches_number: this promise was made')
  WHERE EXISTS (SELECT 1 FROM packet_tranches WHERE packet = NEW.packet AND number = NEW.number);
  SELECT RAISE(ABORT, 'packet_tranches_number: this promise was made')
  WHERE EXISTS (SELECT 1 FROM packet_tranches WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER packet_shares_never_replaced BEFORE INSERT ON packet_shares BEGIN
  SELECT RAISE(ABORT, 'packet_shares_slot: this share exists')
  WHERE EXISTS (SELECT 1 FROM packet_shares WHERE packet = NEW.packet AND slot = NEW.slot);
  SELECT RAISE(ABORT, 'packet_shares_slot: this share exists')
  WHERE EXISTS (SELECT 1 FROM packet_shares WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER packet_claims_never_replaced BEFORE INSERT ON packet_claims BEGIN
  SELECT RAISE(ABORT, 'packet_claims_once: this person has claimed, or this share was claimed')
  WHERE EXISTS (SELECT 1 FROM packet_claims WHERE packet = NEW.packet AND member = NEW.member);
  SELECT RAISE(ABORT, 'packet_claims_slot: this person has claimed, or this share was claimed')
  WHERE EXISTS (SELECT 1 FROM packet_claims WHERE packet = NEW.packet AND slot = NEW.slot);
  SELECT RAISE(ABORT, 'packet_claims_once: this person has claimed, or this share was claimed')
  WHERE EXISTS (SELECT 1 FROM packet_claims WHERE rowid = NEW.rowid);
END;

-- What is taken and paid grows by the claims that were written, slot after slot, and by nothing else.
DROP TRIGGER packets_counted;
CREATE TRIGGER packets_counted BEFORE UPDATE OF taken, paid ON packets
WHEN EXISTS (SELECT 1 FROM packet_claims WHERE packet = NEW.id AND slot = NEW.taken)
  OR NEW.taken - OLD.taken <> (
    SELECT count(*) FROM packet_claims WHERE packet = NEW.id AND slot >= OLD.taken AND slot < NEW.taken
  )
  OR NEW.paid - OLD.paid <> (
    SELECT coalesce(sum(amount), 0) FROM packet_claims
    WHERE packet = NEW.id AND slot >= OLD.taken AND slot < NEW.taken
  )
BEGIN
  SELECT RAISE(ABORT, 'packets_counted: what is taken and paid is what was claimed');
END;
-- A packet holds what its tranches have promised.
CREATE TRIGGER packets_promised BEFORE UPDATE OF total, shares ON packets
WHEN NEW.total <> (SELECT coalesce(sum(total), 0) FROM packet_tranches WHERE packet = NEW.id)
  OR NEW.shares <> (SELECT coalesce(sum(shares), 0) FROM packet_tranches WHERE packet = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'packets_promised: a packet holds what its tranches have promised');
END;
