-- People who turned out to be one, and words that are erased. Written by hand: drizzle-kit knows no triggers. The same
-- rules stand in the SQLite migration of this name.

-- A link is for ever; only the number that stands for the person follows when that one gives way, too.
CREATE TRIGGER member_links_kept BEFORE UPDATE OF gone, stayed, at, by ON member_links
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('who became whom never changes');
CREATE TRIGGER member_links_no_delete BEFORE DELETE ON member_links
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a link is permanent');
CREATE TRIGGER member_links_no_truncate BEFORE TRUNCATE ON member_links
  FOR EACH STATEMENT EXECUTE FUNCTION guard_refuse('a link is permanent');
--> statement-breakpoint

-- A person claims a packet once, under whichever of their numbers. By statement: a storm writes claims by hundreds.
CREATE FUNCTION packet_claims_of_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added n JOIN member_links l ON l.gone = n.member)
    OR EXISTS (
      SELECT 1 FROM added n
      JOIN member_links l ON l.person = n.member
      JOIN packet_claims c ON c.packet = n.packet AND c.member = l.gone
    )
  THEN
    RAISE EXCEPTION 'packet_claims_one_person: this person has claimed, or is another now'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'packet_claims_one_person', TABLE = 'packet_claims';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER packet_claims_one_person AFTER INSERT ON packet_claims
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION packet_claims_of_persons();
--> statement-breakpoint

-- Of a packet that is over only the sender's words go, when the sender is erased.
DROP TRIGGER packets_ended ON packets;
CREATE TRIGGER packets_ended BEFORE UPDATE ON packets
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL AND NOT (
    NEW.greeting IS NULL AND to_jsonb(NEW) - 'greeting' = to_jsonb(OLD) - 'greeting'
  )) EXECUTE FUNCTION guard_refuse('a packet that is over never changes');
