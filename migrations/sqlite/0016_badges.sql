CREATE TABLE `badges` (
	`platform` text NOT NULL,
	`place` text NOT NULL,
	`badge` text NOT NULL,
	`account` text NOT NULL,
	`member` integer NOT NULL,
	`wanted` text NOT NULL,
	`shown` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`platform`, `place`, `badge`, `account`),
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "badges_platform" CHECK("badges"."platform" in ('telegram', 'discord')),
	CONSTRAINT "badges_state" CHECK("badges"."state" in ('asked', 'on', 'off', 'absent', 'foreign', 'no-right', 'above', 'unknown', 'away', 'unable'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `badges_member` ON `badges` (`member`);--> statement-breakpoint
CREATE TABLE `badge_checks` (
	`partner` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`tier` text NOT NULL,
	`policy` text NOT NULL,
	`stale` integer NOT NULL,
	FOREIGN KEY (`partner`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
