-- People who turned out to be one, and words that are erased. Written by hand: drizzle-kit knows no triggers. The same
-- rules stand in the PostgreSQL migration of this name.

-- A link is for ever; only the number that stands for the person follows when that one gives way, too.
CREATE TRIGGER member_links_kept BEFORE UPDATE OF gone, stayed, at, by ON member_links BEGIN
  SELECT RAISE(ABORT, 'member_links_kept: who became whom never changes');
END;
CREATE TRIGGER member_links_row BEFORE UPDATE ON member_links WHEN NEW.gone <> OLD.gone BEGIN
  SELECT RAISE(ABORT, 'member_links_kept: who became whom never changes');
END;
CREATE TRIGGER member_links_no_delete BEFORE DELETE ON member_links BEGIN
  SELECT RAISE(ABORT, 'member_links_no_delete: a link is permanent');
END;
CREATE TRIGGER member_links_never_replaced BEFORE INSERT ON member_links BEGIN
  SELECT RAISE(ABORT, 'member_links_pkey: this number gave way already')
  WHERE EXISTS (SELECT 1 FROM member_links WHERE gone = NEW.gone);
END;

-- A person claims a packet once, under whichever of their numbers.
CREATE TRIGGER packet_claims_one_person BEFORE INSERT ON packet_claims BEGIN
  SELECT RAISE(ABORT, 'packet_claims_one_person: this number gave way to another')
  WHERE EXISTS (SELECT 1 FROM member_links WHERE gone = NEW.member);
  SELECT RAISE(ABORT, 'packet_claims_one_person: this person has claimed under another number')
  WHERE EXISTS (
    SELECT 1 FROM member_links l JOIN packet_claims c ON c.packet = NEW.packet AND c.member = l.gone
    WHERE l.person = NEW.member
  );
END;

-- Of a packet that is over only the sender's words go, when the sender is erased.
DROP TRIGGER packets_ended;
CREATE TRIGGER packets_ended BEFORE UPDATE ON packets WHEN OLD.ended_at IS NOT NULL AND NOT (
  NEW.greeting IS NULL
  AND NEW.id IS OLD.id
  AND NEW.sender IS OLD.sender
  AND NEW.origin IS OLD.origin
  AND NEW.asset IS OLD.asset
  AND NEW.total IS OLD.total
  AND NEW.shares IS OLD.shares
  AND NEW.taken IS OLD.taken
  AND NEW.paid IS OLD.paid
  AND NEW.split IS OLD.split
  AND NEW.spread IS OLD.spread
  AND NEW.floor IS OLD.floor
  AND NEW.cap IS OLD.cap
  AND NEW.draw IS OLD.draw
  AND NEW.draw_at IS OLD.draw_at
  AND NEW.source IS OLD.source
  AND NEW.conditions IS OLD.conditions
  AND NEW.passphrase IS OLD.passphrase
  AND NEW.seed IS OLD.seed
  AND NEW.state IS OLD.state
  AND NEW.paused_by IS OLD.paused_by
  AND NEW.paused_as IS OLD.paused_as
  AND NEW.expires_at IS OLD.expires_at
  AND NEW.created_at IS OLD.created_at
  AND NEW.ended_at IS OLD.ended_at
  AND NEW.ended_by IS OLD.ended_by
) BEGIN
  SELECT RAISE(ABORT, 'packets_ended: a packet that is over never changes');
END;
