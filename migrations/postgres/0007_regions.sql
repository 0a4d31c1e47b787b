ALTER TABLE "desks" DROP CONSTRAINT "desks_queue";--> statement-breakpoint
DROP INDEX "role_grants_live";--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "region" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_live" ON "role_grants" USING btree ("member","role","region") WHERE "role_grants"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "desks" ADD CONSTRAINT "desks_queue" CHECK ("desks"."queue" in ('applications', 'audit'));
