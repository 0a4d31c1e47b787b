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
CREATE TRIGGER programmes_no_update BEFORE UPDATE ON programmes
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a programme that was in force stays on record');
CREATE TRIGGER programmes_no_delete BEFORE DELETE ON programmes
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a programme that was in force stays on record');
CREATE TRIGGER text_versions_no_update BEFORE UPDATE OF kind, version ON text_versions
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('the name of a version never changes');
CREATE TRIGGER text_versions_no_delete BEFORE DELETE ON text_versions
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('a version stays readable');
CREATE TRIGGER text_acceptances_no_update BEFORE UPDATE OF kind, version, at ON text_acceptances
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('what was accepted, and when, never changes');
CREATE TRIGGER text_acceptances_no_delete BEFORE DELETE ON text_acceptances
  FOR EACH ROW EXECUTE FUNCTION guard_refuse('what was accepted stays on record');
