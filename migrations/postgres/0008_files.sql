CREATE TABLE "received_files" (
	"id" text PRIMARY KEY NOT NULL,
	"member" bigint NOT NULL,
	"platform" text NOT NULL,
	"native" text NOT NULL,
	"sameness" text,
	"sent_as" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"size" bigint,
	"sha256" text,
	"received_at" bigint NOT NULL,
	CONSTRAINT "received_files_platform" CHECK ("received_files"."platform" in ('telegram', 'discord')),
	CONSTRAINT "received_files_sent_as" CHECK ("received_files"."sent_as" in ('photo', 'document')),
	CONSTRAINT "received_files_size" CHECK ("received_files"."size" >= 0),
	CONSTRAINT "received_files_sha256" CHECK (length("received_files"."sha256") = 64)
);
--> statement-breakpoint
ALTER TABLE "received_files" ADD CONSTRAINT "received_files_member_members_id_fk" FOREIGN KEY ("member") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "received_files_member" ON "received_files" USING btree ("member","received_at");
