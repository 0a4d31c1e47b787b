CREATE TABLE `link_brakes` (
	`digest` text PRIMARY KEY NOT NULL,
	`paused_until` integer NOT NULL,
	`since` integer NOT NULL,
	`wrong` integer NOT NULL,
	`forget_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `link_brakes_forget` ON `link_brakes` (`forget_at`);--> statement-breakpoint
ALTER TABLE `link_codes` ADD `account` text;--> statement-breakpoint
ALTER TABLE `link_codes` ADD `waits_since` integer;--> statement-breakpoint
CREATE INDEX `link_codes_waiting` ON `link_codes` (`id`) WHERE "link_codes"."waits_since" is not null;
