-- What no statement may do, whoever sends it. Written by hand: drizzle-kit knows no triggers.
-- Each error is "<name of the trigger or rule>: <sentence>", check_violation, with the name as its constraint.
-- The same rules stand in migrations/sqlite/0001_guards.sql; here they work on whole statements, because a storm
-- writes its transfers by hundreds. Names carry no schema: the check at start applies this file in one of its own.

-- The chain begins with 32 zero bytes.
INSERT INTO ledger_head (one, last_transfer, hash, at) VALUES (1, 0, decode(repeat('00', 32), 'hex'), 0);
INSERT INTO fact_head (one, last_fact, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- For triggers that refuse whatever fires them; their arguments are the name of the rule and the sentence.
CREATE FUNCTION guard_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: %', TG_NAME, TG_ARGV[0] USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint

-- Assets: neither the code nor the scale ever changes, or every amount would change its meaning.
CREATE TRIGGER assets_no_update BEFORE UPDATE ON assets
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('an asset never changes');
CREATE TRIGGER assets_no_delete BEFORE DELETE ON assets
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('an asset is permanent');
CREATE TRIGGER assets_no_truncate BEFORE TRUNCATE ON assets
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('an asset is permanent');
--> statement-breakpoint

-- Accounts: they begin empty, keep their identity, stay for ever; only a transfer moves their sums.
CREATE TRIGGER ledger_accounts_begin_empty BEFORE INSERT ON ledger_accounts
  FOR EACH ROW WHEN (NEW.dp <> 0 OR NEW.dx <> 0 OR NEW.cp <> 0 OR NEW.cx <> 0 OR NEW.last_transfer <> 0)
  EXECUTE FUNCTION guard_refuse('an account begins empty');
CREATE TRIGGER ledger_accounts_identity BEFORE UPDATE OF id, owner, asset, may_overdraw, opened_at ON ledger_accounts
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('whose account it is never changes');
CREATE TRIGGER ledger_accounts_no_delete BEFORE DELETE ON ledger_accounts
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('an account is permanent');
CREATE TRIGGER ledger_accounts_no_truncate BEFORE TRUNCATE ON ledger_accounts
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('an account is permanent');
-- Depth 0: the statement came from outside and not from transfers_apply.
CREATE TRIGGER ledger_accounts_by_transfer BEFORE UPDATE OF dp, dx, cp, cx, last_transfer ON ledger_accounts
  FOR EACH ROW WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION guard_refuse('balances change by transfers alone');
--> statement-breakpoint

-- Transfers: each continues the chain, none is ever touched again.
CREATE FUNCTION transfers_refuse(rule text, sentence text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: %', rule, sentence USING ERRCODE = 'check_violation', CONSTRAINT = rule, TABLE = 'transfers';
END $$;
CREATE FUNCTION transfers_guard_and_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head ledger_head%ROWTYPE;
BEGIN
  SELECT * INTO head FROM ledger_head FOR NO KEY UPDATE;

  IF EXISTS (
    SELECT 1 FROM (
      SELECT id, previous_hash,
        lag(id, 1, head.last_transfer) OVER in_order AS id_before,
        lag(hash, 1, head.hash) OVER in_order AS hash_before
      FROM added WINDOW in_order AS (ORDER BY id)
    ) links WHERE id <> id_before + 1 OR previous_hash <> hash_before
  ) THEN PERFORM transfers_refuse('transfers_chain', 'a transfer continues the chain where it ends'); END IF;

  IF EXISTS (
    SELECT 1 FROM (
      SELECT at, lag(at, 1, head.at) OVER (ORDER BY id) AS at_before FROM added
    ) moments WHERE at < at_before
  ) THEN PERFORM transfers_refuse('transfers_time', 'a transfer is not earlier than the one before'); END IF;

  IF EXISTS (
    SELECT 1 FROM added JOIN ledger_accounts account ON account.id = added.debit
    WHERE added.phase IN ('single', 'pending') AND account.frozen
  ) THEN PERFORM transfers_refuse('transfers_frozen', 'nothing leaves a frozen account'); END IF;

  IF EXISTS (
    SELECT 1 FROM added WHERE added.phase IN ('post', 'void') AND NOT EXISTS (
      SELECT 1 FROM transfers p
      WHERE p.id = added.pending AND p.id < added.id AND p.phase = 'pending' AND p.debit = added.debit
        AND p.credit = added.credit AND p.asset = added.asset AND p.amount = added.amount
    )
  ) THEN PERFORM transfers_refuse('transfers_resolution_match', 'a post or void repeats its hold'); END IF;

  UPDATE ledger_accounts account SET
    dp = account.dp + moved.dp, dx = account.dx + moved.dx,
    cp = account.cp + moved.cp, cx = account.cx + moved.cx,
    last_transfer = moved.newest
  FROM (
    SELECT side.account, max(side.id) AS newest,
      coalesce(sum(side.held) FILTER (WHERE side.is_debit), 0)::bigint AS dp,
      coalesce(sum(side.posted) FILTER (WHERE side.is_debit), 0)::bigint AS dx,
      coalesce(sum(side.held) FILTER (WHERE NOT side.is_debit), 0)::bigint AS cp,
      coalesce(sum(side.posted) FILTER (WHERE NOT side.is_debit), 0)::bigint AS cx
    FROM (
      SELECT added.id, sides.account, sides.is_debit,
        CASE WHEN added.phase IN ('single', 'post') THEN added.amount ELSE 0 END AS posted,
        CASE added.phase WHEN 'pending' THEN added.amount WHEN 'single' THEN 0 ELSE -added.amount END AS held
      FROM added CROSS JOIN LATERAL (VALUES (added.debit, true), (added.credit, false)) AS sides (account, is_debit)
    ) side GROUP BY side.account
  ) moved WHERE account.id = moved.account;

  UPDATE ledger_head SET last_transfer = newest.id, hash = newest.hash, at = newest.at
  FROM (SELECT id, hash, at FROM added ORDER BY id DESC LIMIT 1) newest;
  RETURN NULL;
END $$;
CREATE TRIGGER transfers_apply AFTER INSERT ON transfers REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION transfers_guard_and_apply();
CREATE TRIGGER transfers_no_update BEFORE UPDATE ON transfers
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a transfer never changes');
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a transfer is permanent');
CREATE TRIGGER transfers_no_truncate BEFORE TRUNCATE ON transfers
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('a transfer is permanent');
--> statement-breakpoint

-- The head follows the newest transfer.
CREATE TRIGGER ledger_head_by_transfer BEFORE UPDATE ON ledger_head
  FOR EACH ROW WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION guard_refuse('the head follows the newest transfer');
CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('the head is permanent');
CREATE TRIGGER ledger_head_no_truncate BEFORE TRUNCATE ON ledger_head
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('the head is permanent');
--> statement-breakpoint

-- A refusal for good stays one.
CREATE TRIGGER ledger_refusals_no_update BEFORE UPDATE ON ledger_refusals
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a refusal never changes');
CREATE TRIGGER ledger_refusals_no_delete BEFORE DELETE ON ledger_refusals
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a refusal is permanent');
CREATE TRIGGER ledger_refusals_no_truncate BEFORE TRUNCATE ON ledger_refusals
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('a refusal is permanent');
--> statement-breakpoint

-- Facts: a chain like the transfers' own; what was recorded is never touched again.
CREATE FUNCTION facts_guard_and_apply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE fact_head SET last_fact = NEW.id, hash = NEW.hash
  WHERE last_fact + 1 = NEW.id AND hash = NEW.previous_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'facts_chain: a fact continues the chain where it ends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'facts_chain', TABLE = 'facts';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER facts_guard BEFORE INSERT ON facts
  FOR EACH ROW EXECUTE FUNCTION facts_guard_and_apply();
CREATE TRIGGER fact_head_by_fact BEFORE UPDATE ON fact_head
  FOR EACH ROW WHEN (pg_trigger_depth() = 0)
  EXECUTE FUNCTION guard_refuse('the head follows the newest fact');
--> statement-breakpoint

-- Packets: what was drawn, promised and claimed stays as it was; an end is for ever.
CREATE TRIGGER packets_ended BEFORE UPDATE ON packets
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION guard_refuse('a packet that is over never changes');
CREATE TRIGGER packets_promise
  BEFORE UPDATE OF id, sender, asset, split, spread, floor, cap, draw, source, conditions, passphrase, seed, created_at ON packets
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('what a packet promised never changes');
-- Claims take slot after slot, so the count is right when the last slot is claimed and the next is not.
CREATE FUNCTION packets_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.paid < OLD.paid
    OR EXISTS (SELECT 1 FROM packet_claims WHERE packet = NEW.id AND slot = NEW.taken)
    OR (NEW.taken > 0 AND NOT EXISTS (SELECT 1 FROM packet_claims WHERE packet = NEW.id AND slot = NEW.taken - 1))
  THEN
    RAISE EXCEPTION 'packets_counted: what is taken is what was claimed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'packets_counted', TABLE = 'packets';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER packets_counted BEFORE UPDATE OF taken, paid ON packets
  FOR EACH ROW EXECUTE FUNCTION packets_count();
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a fact never changes');
CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a fact is permanent');
CREATE TRIGGER facts_no_truncate BEFORE TRUNCATE ON facts
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('a fact is permanent');
CREATE TRIGGER fact_head_no_delete BEFORE DELETE ON fact_head
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('the head is permanent');
CREATE TRIGGER fact_head_no_truncate BEFORE TRUNCATE ON fact_head
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('the head is permanent');
CREATE TRIGGER packets_no_delete BEFORE DELETE ON packets
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a packet is permanent');
CREATE TRIGGER packets_no_truncate BEFORE TRUNCATE ON packets
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('a packet is permanent');
CREATE TRIGGER packet_tranches_no_update BEFORE UPDATE ON packet_tranches
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a promise never changes');
CREATE TRIGGER packet_tranches_no_delete BEFORE DELETE ON packet_tranches
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a promise is permanent');
CREATE TRIGGER packet_tranches_no_truncate BEFORE TRUNCATE ON packet_tranches
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('a promise is permanent');
CREATE TRIGGER packet_shares_no_update BEFORE UPDATE ON packet_shares
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a share never changes');
CREATE TRIGGER packet_shares_no_delete BEFORE DELETE ON packet_shares
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a share is permanent');
CREATE TRIGGER packet_shares_no_truncate BEFORE TRUNCATE ON packet_shares
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('a share is permanent');
CREATE TRIGGER packet_claims_no_update BEFORE UPDATE ON packet_claims
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a claim never changes');
CREATE TRIGGER packet_claims_no_delete BEFORE DELETE ON packet_claims
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a claim is permanent');
CREATE TRIGGER packet_claims_no_truncate BEFORE TRUNCATE ON packet_claims
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('a claim is permanent');
