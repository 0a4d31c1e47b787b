CREATE TABLE `case_reminders` (
	`case` integer NOT NULL,
	`of` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case`, `of`),
	FOREIGN KEY (`case`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_reminders_kind" CHECK("case_reminders"."of" in ('reply', 'hold'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `partner_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`partner` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`was` text,
	`becomes` text NOT NULL,
	`note` text,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer,
	`ended_by` integer,
	`ended_at` integer,
	`acknowledged_at` integer,
	FOREIGN KEY (`partner`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_changes_kind" CHECK("partner_changes"."kind" in ('tier', 'region')),
	CONSTRAINT "partner_changes_state" CHECK("partner_changes"."state" in ('proposed', 'pending', 'done', 'declined', 'withdrawn', 'dropped')),
	CONSTRAINT "partner_changes_ended" CHECK(("partner_changes"."ended_at" is null) = ("partner_changes"."state" in ('proposed', 'pending')))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_changes_open` ON `partner_changes` (`partner`,`kind`) WHERE "partner_changes"."state" in ('proposed', 'pending');--> statement-breakpoint
CREATE INDEX `partner_changes_of` ON `partner_changes` (`partner`,`id`);
