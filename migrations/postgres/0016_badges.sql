CREATE TABLE "badges" (
	"platform" text NOT NULL,
	"place" text NOT NULL,
	"badge" text NOT NULL,
	"account" text NOT NULL,
	"member" bigint NOT NULL,
	"wanted" text NOT NULL,
	"shown" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "badges_once" PRIMARY KEY("platform","place","badge","account"),
	CONSTRAINT "badges_platform" CHECK ("badges"."platform" in ('telegram', 'discord')),
	CONSTRAINT "badges_state" CHECK ("badges"."state" in ('asked', 'on', 'off', 'absent', 'foreign', 'no-right', 'above', 'unknown', 'away', 'unable'))
);
--> statement-breakpoint
CREATE TABLE "badge_checks" (
	"partner" bigint PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"tier" text NOT NULL,
	"policy" text NOT NULL,
	"stale" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge_checks" ADD CONSTRAINT "badge_checks_partner_partners_id_fk" FOREIGN KEY ("partner") REFERENCES "partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "badges_member" ON "badges" USING btree ("member");
