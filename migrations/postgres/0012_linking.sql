CREATE TABLE "member_links" (
	"gone" bigint PRIMARY KEY NOT NULL,
	"stayed" bigint NOT NULL,
	"person" bigint NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "member_links_elsewhere" CHECK ("member_links"."gone" <> "member_links"."stayed" and "member_links"."gone" <> "member_links"."person")
);
--> statement-breakpoint
CREATE TABLE "link_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"member" bigint NOT NULL,
	"platform" text NOT NULL,
	"hash" text NOT NULL,
	"state" text NOT NULL,
	"typed_by" bigint,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "link_codes_state" CHECK ("link_codes"."state" in ('given', 'typed', 'used', 'spent')),
	CONSTRAINT "link_codes_platform" CHECK ("link_codes"."platform" in ('telegram', 'discord'))
);
--> statement-breakpoint
CREATE TABLE "link_guesses" (
	"member" bigint PRIMARY KEY NOT NULL,
	"since" bigint NOT NULL,
	"wrong" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link_pauses" (
	"member" bigint PRIMARY KEY NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_uids" (
	"member" bigint PRIMARY KEY NOT NULL,
	"uid" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"member" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member_links" ADD CONSTRAINT "member_links_gone_members_id_fk" FOREIGN KEY ("gone") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_links" ADD CONSTRAINT "member_links_stayed_members_id_fk" FOREIGN KEY ("stayed") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_links" ADD CONSTRAINT "member_links_person_members_id_fk" FOREIGN KEY ("person") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_codes" ADD CONSTRAINT "link_codes_typed_by_members_id_fk" FOREIGN KEY ("typed_by") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_guesses" ADD CONSTRAINT "link_guesses_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_pauses" ADD CONSTRAINT "link_pauses_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_uids" ADD CONSTRAINT "exchange_uids_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_links_person" ON "member_links" USING btree ("person","at");--> statement-breakpoint
CREATE INDEX "member_links_stayed" ON "member_links" USING btree ("stayed");--> statement-breakpoint
CREATE UNIQUE INDEX "link_codes_hash" ON "link_codes" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "link_codes_member" ON "link_codes" USING btree ("member","created_at");--> statement-breakpoint
CREATE INDEX "link_codes_typed" ON "link_codes" USING btree ("typed_by") WHERE "link_codes"."typed_by" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_uids_uid" ON "exchange_uids" USING btree ("uid");
