-- What no statement may do, whoever sends it. Written by hand: drizzle-kit knows no triggers.
-- Each message is "<name of the trigger or rule>: <sentence>"; the name is what tests and errors.ts read.
-- The same rules stand in migrations/postgres/0001_guards.sql.

-- The chain begins with 32 zero bytes.
INSERT INTO ledger_head (one, last_transfer, hash, at) VALUES (1, 0, zeroblob(32), 0);
INSERT INTO fact_head (one, last_fact, hash) VALUES (1, 0, zeroblob(32));

-- Assets: neither the code nor the scale ever changes, or every amount would change its meaning.
CREATE TRIGGER assets_no_update BEFORE UPDATE ON assets BEGIN
  SELECT RAISE(ABORT, 'assets_no_update: an asset never changes');
END;
CREATE TRIGGER assets_no_delete BEFORE DELETE ON assets BEGIN
  SELECT RAISE(ABORT, 'assets_no_delete: an asset is permanent');
END;

-- Accounts: they begin empty, keep their identity, stay for ever; only a transfer moves their sums.
CREATE TRIGGER ledger_accounts_begin_empty BEFORE INSERT ON ledger_accounts
WHEN NEW.dp <> 0 OR NEW.dx <> 0 OR NEW.cp <> 0 OR NEW.cx <> 0 OR NEW.last_transfer <> 0 BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts_begin_empty: an account begins empty');
END;
CREATE TRIGGER ledger_accounts_identity
BEFORE UPDATE OF id, owner, asset, may_overdraw, opened_at ON ledger_accounts BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts_identity: whose account it is never changes');
END;
CREATE TRIGGER ledger_accounts_no_delete BEFORE DELETE ON ledger_accounts BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts_no_delete: an account is permanent');
END;
-- Proves itself: the sums may change by exactly one transfer that is newer than all that are in them. As
-- transfers_apply takes each transfer in at once, nobody else ever finds such a one.
CREATE TRIGGER ledger_accounts_by_transfer
BEFORE UPDATE OF dp, dx, cp, cx, last_transfer ON ledger_accounts BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts_by_transfer: balances change by transfers alone')
  WHERE NOT EXISTS (
    SELECT 1 FROM transfers x
    WHERE x.id = NEW.last_transfer AND x.id > OLD.last_transfer
      AND (
        (x.debit = OLD.id AND NEW.cp = OLD.cp AND NEW.cx = OLD.cx
          AND NEW.dx = OLD.dx + (x.phase IN ('single', 'post')) * x.amount
          AND NEW.dp = OLD.dp + ((x.phase = 'pending') - (x.phase IN ('post', 'void'))) * x.amount)
        OR
        (x.credit = OLD.id AND NEW.dp = OLD.dp AND NEW.dx = OLD.dx
          AND NEW.cx = OLD.cx + (x.phase IN ('single', 'post')) * x.amount
          AND NEW.cp = OLD.cp + ((x.phase = 'pending') - (x.phase IN ('post', 'void'))) * x.amount)
      )
  );
END;

-- Transfers: each continues the chain, none is ever touched again.
CREATE TRIGGER transfers_guard BEFORE INSERT ON transfers BEGIN
  -- Also defeats INSERT OR REPLACE on a connection without recursive_triggers.
  SELECT RAISE(ABORT, 'transfers_once: a transfer with this key exists')
  WHERE EXISTS (SELECT 1 FROM transfers WHERE key = NEW.key);
  SELECT RAISE(ABORT, 'transfers_resolved_once: this hold is resolved')
  WHERE NEW.pending IS NOT NULL AND EXISTS (SELECT 1 FROM transfers WHERE pending = NEW.pending);
  SELECT RAISE(ABORT, 'transfers_chain: a transfer continues the chain where it ends')
  WHERE NOT EXISTS (SELECT 1 FROM ledger_head WHERE last_transfer + 1 = NEW.id AND hash = NEW.previous_hash);
  SELECT RAISE(ABORT, 'transfers_time: a transfer is not earlier than the one before')
  WHERE NEW.at < (SELECT at FROM ledger_head);
  SELECT RAISE(ABORT, 'transfers_frozen: nothing leaves a frozen account')
  WHERE NEW.phase IN ('single', 'pending') AND EXISTS (SELECT 1 FROM ledger_accounts WHERE id = NEW.debit AND frozen);
  SELECT RAISE(ABORT, 'transfers_resolution_match: a post or void repeats its hold')
  WHERE NEW.phase IN ('post', 'void') AND NOT EXISTS (
    SELECT 1 FROM transfers p
    WHERE p.id = NEW.pending AND p.phase = 'pending' AND p.debit = NEW.debit AND p.credit = NEW.credit
      AND p.asset = NEW.asset AND p.amount = NEW.amount
  );
END;
CREATE TRIGGER transfers_apply AFTER INSERT ON transfers BEGIN
  UPDATE ledger_accounts SET
    dx = dx + (NEW.phase IN ('single', 'post')) * NEW.amount,
    dp = dp + ((NEW.phase = 'pending') - (NEW.phase IN ('post', 'void'))) * NEW.amount,
    last_transfer = NEW.id
  WHERE id = NEW.debit;
  UPDATE ledger_accounts SET
    cx = cx + (NEW.phase IN ('single', 'post')) * NEW.amount,
    cp = cp + ((NEW.phase = 'pending') - (NEW.phase IN ('post', 'void'))) * NEW.amount,
    last_transfer = NEW.id
  WHERE id = NEW.credit;
  UPDATE ledger_head SET last_transfer = NEW.id, hash = NEW.hash, at = NEW.at;
END;
CREATE TRIGGER transfers_no_update BEFORE UPDATE ON transfers BEGIN
  SELECT RAISE(ABORT, 'transfers_no_update: a transfer never changes');
END;
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers BEGIN
  SELECT RAISE(ABORT, 'transfers_no_delete: a transfer is permanent');
END;

-- The head follows the newest transfer, one by one.
CREATE TRIGGER ledger_head_by_transfer BEFORE UPDATE ON ledger_head BEGIN
  SELECT RAISE(ABORT, 'ledger_head_by_transfer: the head follows the newest transfer')
  WHERE NEW.one <> OLD.one OR NOT EXISTS (
    SELECT 1 FROM transfers x
    WHERE x.id = NEW.last_transfer AND x.id = OLD.last_transfer + 1 AND x.hash = NEW.hash AND x.at = NEW.at
  );
END;
CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head BEGIN
  SELECT RAISE(ABORT, 'ledger_head_no_delete: the head is permanent');
END;

-- A refusal for good stays one.
CREATE TRIGGER ledger_refusals_no_update BEFORE UPDATE ON ledger_refusals BEGIN
  SELECT RAISE(ABORT, 'ledger_refusals_no_update: a refusal never changes');
END;
CREATE TRIGGER ledger_refusals_no_delete BEFORE DELETE ON ledger_refusals BEGIN
  SELECT RAISE(ABORT, 'ledger_refusals_no_delete: a refusal is permanent');
END;

-- Facts: a chain like the transfers' own; what was recorded is never touched again.
CREATE TRIGGER facts_guard BEFORE INSERT ON facts BEGIN
  SELECT RAISE(ABORT, 'facts_chain: a fact continues the chain where it ends')
  WHERE NOT EXISTS (SELECT 1 FROM fact_head WHERE last_fact + 1 = NEW.id AND hash = NEW.previous_hash);
END;
CREATE TRIGGER facts_apply AFTER INSERT ON facts BEGIN
  UPDATE fact_head SET last_fact = NEW.id, hash = NEW.hash;
END;
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts BEGIN
  SELECT RAISE(ABORT, 'facts_no_update: a fact never changes');
END;
CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts BEGIN
  SELECT RAISE(ABORT, 'facts_no_delete: a fact is permanent');
END;
CREATE TRIGGER fact_head_by_fact BEFORE UPDATE ON fact_head BEGIN
  SELECT RAISE(ABORT, 'fact_head_by_fact: the head follows the newest fact')
  WHERE NEW.one <> OLD.one OR NOT EXISTS (
    SELECT 1 FROM facts x WHERE x.id = NEW.last_fact AND x.id = OLD.last_fact + 1 AND x.hash = NEW.hash
  );
END;
CREATE TRIGGER fact_head_no_delete BEFORE DELETE ON fact_head BEGIN
  SELECT RAISE(ABORT, 'fact_head_no_delete: the head is permanent');
END;

-- Packets: what was drawn, promised and claimed stays as it was; an end is for ever.
CREATE TRIGGER packets_ended BEFORE UPDATE ON packets WHEN OLD.ended_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'packets_ended: a packet that is over never changes');
END;
CREATE TRIGGER packets_promise
BEFORE UPDATE OF id, sender, asset, split, spread, floor, cap, draw, source, conditions, passphrase, seed, created_at ON packets BEGIN
  SELECT RAISE(ABORT, 'packets_promise: what a packet promised never changes');
END;
-- Claims take slot after slot, so the count is right when the last slot is claimed and the next is not.
CREATE TRIGGER packets_counted BEFORE UPDATE OF taken, paid ON packets
WHEN NEW.paid < OLD.paid
  OR EXISTS (SELECT 1 FROM packet_claims WHERE packet = NEW.id AND slot = NEW.taken)
  OR (NEW.taken > 0 AND NOT EXISTS (SELECT 1 FROM packet_claims WHERE packet = NEW.id AND slot = NEW.taken - 1))
BEGIN
  SELECT RAISE(ABORT, 'packets_counted: what is taken is what was claimed');
END;
CREATE TRIGGER packets_no_delete BEFORE DELETE ON packets BEGIN
  SELECT RAISE(ABORT, 'packets_no_delete: a packet is permanent');
END;
CREATE TRIGGER packet_tranches_no_update BEFORE UPDATE ON packet_tranches BEGIN
  SELECT RAISE(ABORT, 'packet_tranches_no_update: a promise never changes');
END;
CREATE TRIGGER packet_tranches_no_delete BEFORE DELETE ON packet_tranches BEGIN
  SELECT RAISE(ABORT, 'packet_tranches_no_delete: a promise is permanent');
END;
CREATE TRIGGER packet_shares_no_update BEFORE UPDATE ON packet_shares BEGIN
  SELECT RAISE(ABORT, 'packet_shares_no_update: a share never changes');
END;
CREATE TRIGGER packet_shares_no_delete BEFORE DELETE ON packet_shares BEGIN
  SELECT RAISE(ABORT, 'packet_shares_no_delete: a share is permanent');
END;
CREATE TRIGGER packet_claims_no_update BEFORE UPDATE ON packet_claims BEGIN
  SELECT RAISE(ABORT, 'packet_claims_no_update: a claim never changes');
END;
CREATE TRIGGER packet_claims_no_delete BEFORE DELETE ON packet_claims BEGIN
  SELECT RAISE(ABORT, 'packet_claims_no_delete: a claim is permanent');
END;
