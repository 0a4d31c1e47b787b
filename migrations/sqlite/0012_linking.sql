CREATE TABLE `member_links` (
	`gone` integer PRIMARY KEY NOT NULL,
	`stayed` integer NOT NULL,
	`person` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`gone`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stayed`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "member_links_elsewhere" CHECK("member_links"."gone" <> "member_links"."stayed" and "member_links"."gone" <> "member_links"."person")
) STRICT;
--> statement-breakpoint
CREATE INDEX `member_links_person` ON `member_links` (`person`,`at`);--> statement-breakpoint
CREATE INDEX `member_links_stayed` ON `member_links` (`stayed`);--> statement-breakpoint
CREATE TABLE `link_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`member` integer NOT NULL,
	`platform` text NOT NULL,
	`hash` text NOT NULL,
	`state` text NOT NULL,
	`typed_by` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`typed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "link_codes_state" CHECK("link_codes"."state" in ('given', 'typed', 'used', 'spent')),
	CONSTRAINT "link_codes_platform" CHECK("link_codes"."platform" in ('telegram', 'discord'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `link_codes_hash` ON `link_codes` (`hash`);--> statement-breakpoint
CREATE INDEX `link_codes_member` ON `link_codes` (`member`,`created_at`);--> statement-breakpoint
CREATE INDEX `link_codes_typed` ON `link_codes` (`typed_by`) WHERE "link_codes"."typed_by" is not null;--> statement-breakpoint
CREATE TABLE `link_guesses` (
	`member` integer PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`wrong` integer NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `link_pauses` (
	`member` integer PRIMARY KEY NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `exchange_uids` (
	`member` integer PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `exchange_uids_uid` ON `exchange_uids` (`uid`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`member` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
