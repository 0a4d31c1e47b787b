ALTER TABLE "packet_tranches" ADD COLUMN "approved_by" bigint;--> statement-breakpoint
ALTER TABLE "packet_chats" ADD COLUMN "shared_at" bigint;--> statement-breakpoint
ALTER TABLE "packet_chats" ADD COLUMN "brought" bigint;--> statement-breakpoint
ALTER TABLE "packet_chats" ADD COLUMN "withdrawn_at" bigint;--> statement-breakpoint
ALTER TABLE "packet_chats" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "packet_tranches" ADD CONSTRAINT "packet_tranches_approved_by_members_id_fk" FOREIGN KEY ("approved_by") REFERENCES "members"("id") ON DELETE no action ON UPDATE no action;
