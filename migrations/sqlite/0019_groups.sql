CREATE TABLE `partner_groups` (
	`platform` text PRIMARY KEY NOT NULL,
	`chat` integer NOT NULL,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_groups_platform" CHECK("partner_groups"."platform" in ('telegram', 'discord'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `group_invites` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`member` integer NOT NULL,
	`platform` text NOT NULL,
	`account` text NOT NULL,
	`chat` integer NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_invites_platform" CHECK("group_invites"."platform" in ('telegram', 'discord')),
	CONSTRAINT "group_invites_state" CHECK("group_invites"."state" in ('asked', 'open', 'used', 'ending', 'ended', 'no-right', 'unknown', 'away', 'unable'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `group_invites_living` ON `group_invites` (`member`,`platform`) WHERE "group_invites"."state" not in ('used', 'ending', 'ended');--> statement-breakpoint
CREATE INDEX `group_invites_member` ON `group_invites` (`member`);--> statement-breakpoint
CREATE INDEX `group_invites_link` ON `group_invites` (`link`);--> statement-breakpoint
CREATE TABLE `group_stays` (
	`platform` text NOT NULL,
	`account` text NOT NULL,
	`member` integer NOT NULL,
	`state` text NOT NULL,
	`joined_at` integer,
	`introduced_at` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`platform`, `account`),
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_stays_platform" CHECK("group_stays"."platform" in ('telegram', 'discord')),
	CONSTRAINT "group_stays_state" CHECK("group_stays"."state" in ('in', 'leaving', 'left', 'no-right', 'above', 'unknown', 'away', 'unable'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `group_stays_member` ON `group_stays` (`member`);--> statement-breakpoint
CREATE TABLE `group_checks` (
	`partner` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`stale` integer NOT NULL,
	FOREIGN KEY (`partner`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
