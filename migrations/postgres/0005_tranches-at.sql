CREATE INDEX "packet_tranches_at" ON "packet_tranches" USING btree ("at");--> statement-breakpoint
CREATE INDEX "packet_chats_chat" ON "packet_chats" USING btree ("chat","shared_at");
