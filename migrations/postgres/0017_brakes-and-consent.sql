CREATE TABLE "link_brakes" (
	"digest" text PRIMARY KEY NOT NULL,
	"paused_until" bigint NOT NULL,
	"since" bigint NOT NULL,
	"wrong" bigint NOT NULL,
	"forget_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "link_codes" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "link_codes" ADD COLUMN "waits_since" bigint;--> statement-breakpoint
CREATE INDEX "link_brakes_forget" ON "link_brakes" USING btree ("forget_at");--> statement-breakpoint
CREATE INDEX "link_codes_waiting" ON "link_codes" USING btree ("id") WHERE "link_codes"."waits_since" is not null;
