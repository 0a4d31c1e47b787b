-- What a packet has promised, taken and paid. Written by hand: drizzle-kit knows no triggers. The same rules stand
-- in the SQLite migration of this name, beside those against REPLACE, which PostgreSQL does not have.

-- What is taken and paid grows by the claims that were written, slot after slot, and by nothing else.
CREATE OR REPLACE FUNCTION packets_count() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added record;
BEGIN
  SELECT count(*) AS shares, coalesce(sum(amount), 0) AS amount INTO added
  FROM packet_claims WHERE packet = NEW.id AND slot >= OLD.taken AND slot < NEW.taken;
  IF NEW.taken - OLD.taken <> added.shares OR NEW.paid - OLD.paid <> added.amount
    OR EXISTS (SELECT 1 FROM packet_claims WHERE packet = NEW.id AND slot = NEW.taken)
  THEN
    RAISE EXCEPTION 'packets_counted: what is taken and paid is what was claimed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'packets_counted', TABLE = 'packets';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- A packet holds what its tranches have promised.
CREATE FUNCTION packets_hold_promises() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  promised record;
BEGIN
  SELECT coalesce(sum(total), 0) AS total, coalesce(sum(shares), 0) AS shares INTO promised
  FROM packet_tranches WHERE packet = NEW.id;
  IF NEW.total <> promised.total OR NEW.shares <> promised.shares THEN
    RAISE EXCEPTION 'packets_promised: a packet holds what its tranches have promised'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'packets_promised', TABLE = 'packets';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER packets_promised BEFORE UPDATE OF total, shares ON packets
  FOR EACH ROW EXECUTE FUNCTION packets_hold_promises();
