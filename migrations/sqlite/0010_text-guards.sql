-- Programmes, versions of texts and who accepted them stay on record. Written by hand: drizzle-kit knows no triggers.
-- Applicants accepted versions before there was a table for it.
INSERT INTO text_acceptances (member, kind, version, at)
SELECT member, kind, version, min(at) FROM (
  SELECT member, 'guidelines' AS kind, guidelines AS version, submitted_at AS at FROM applications
  WHERE guidelines IS NOT NULL AND submitted_at IS NOT NULL
  UNION ALL
  SELECT member, 'disclosure', disclosure, submitted_at FROM applications
  WHERE disclosure IS NOT NULL AND submitted_at IS NOT NULL
) accepted GROUP BY member, kind, version;
--> statement-breakpoint
CREATE TRIGGER programmes_no_update BEFORE UPDATE ON programmes BEGIN
  SELECT RAISE(ABORT, 'programmes_no_update: a programme that was in force stays on record');
END;
CREATE TRIGGER programmes_no_delete BEFORE DELETE ON programmes BEGIN
  SELECT RAISE(ABORT, 'programmes_no_delete: a programme that was in force stays on record');
END;
CREATE TRIGGER text_versions_no_update BEFORE UPDATE OF kind, version ON text_versions BEGIN
  SELECT RAISE(ABORT, 'text_versions_no_update: the name of a version never changes');
END;
CREATE TRIGGER text_versions_no_delete BEFORE DELETE ON text_versions BEGIN
  SELECT RAISE(ABORT, 'text_versions_no_delete: a version stays readable');
END;
CREATE TRIGGER text_acceptances_no_update BEFORE UPDATE OF kind, version, at ON text_acceptances BEGIN
  SELECT RAISE(ABORT, 'text_acceptances_no_update: what was accepted, and when, never changes');
END;
CREATE TRIGGER text_acceptances_no_delete BEFORE DELETE ON text_acceptances BEGIN
  SELECT RAISE(ABORT, 'text_acceptances_no_delete: what was accepted stays on record');
END;
-- REPLACE takes a row out of its way without a trigger of DELETE, see 0006_more-guards.sql.
CREATE TRIGGER programmes_never_replaced BEFORE INSERT ON programmes BEGIN
  SELECT RAISE(ABORT, 'programmes_pkey: this programme exists')
  WHERE EXISTS (SELECT 1 FROM programmes WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'programmes_follows: another programme follows that one')
  WHERE EXISTS (SELECT 1 FROM programmes WHERE follows = NEW.follows);
END;
CREATE TRIGGER text_versions_never_replaced BEFORE INSERT ON text_versions BEGIN
  SELECT RAISE(ABORT, 'text_versions_name: this version exists')
  WHERE EXISTS (SELECT 1 FROM text_versions WHERE kind = NEW.kind AND version = NEW.version);
  SELECT RAISE(ABORT, 'text_versions_name: this version exists')
  WHERE EXISTS (SELECT 1 FROM text_versions WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER text_acceptances_never_replaced BEFORE INSERT ON text_acceptances BEGIN
  SELECT RAISE(ABORT, 'text_acceptances_once: this was accepted')
  WHERE EXISTS (
    SELECT 1 FROM text_acceptances WHERE kind = NEW.kind AND member = NEW.member AND version = NEW.version
  );
  SELECT RAISE(ABORT, 'text_acceptances_once: this was accepted')
  WHERE EXISTS (SELECT 1 FROM text_acceptances WHERE rowid = NEW.rowid);
END;
