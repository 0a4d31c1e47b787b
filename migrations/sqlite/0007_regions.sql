PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_desks` (
	`queue` text PRIMARY KEY NOT NULL,
	`chat` integer NOT NULL,
	`thread` text,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "desks_queue" CHECK("__new_desks"."queue" in ('applications', 'audit'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_desks`("queue", "chat", "thread", "by", "at") SELECT "queue", "chat", "thread", "by", "at" FROM `desks`;--> statement-breakpoint
DROP TABLE `desks`;--> statement-breakpoint
ALTER TABLE `__new_desks` RENAME TO `desks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
DROP INDEX `role_grants_live`;--> statement-breakpoint
ALTER TABLE `role_grants` ADD `region` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_live` ON `role_grants` (`member`,`role`,`region`) WHERE "role_grants"."revoked_at" is null;
