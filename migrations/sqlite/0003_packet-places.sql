ALTER TABLE `packet_tranches` ADD `approved_by` integer REFERENCES members(id);--> statement-breakpoint
ALTER TABLE `packet_chats` ADD `shared_at` integer;--> statement-breakpoint
ALTER TABLE `packet_chats` ADD `brought` integer;--> statement-breakpoint
ALTER TABLE `packet_chats` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `packet_chats` ADD `withdrawn_by` text;
