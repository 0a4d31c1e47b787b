CREATE INDEX `packet_tranches_at` ON `packet_tranches` (`at`);--> statement-breakpoint
CREATE INDEX `packet_chats_chat` ON `packet_chats` (`chat`,`shared_at`);
