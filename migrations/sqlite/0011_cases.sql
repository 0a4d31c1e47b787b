CREATE TABLE `cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`partner` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`reason` text NOT NULL,
	`reason_words` text NOT NULL,
	`words` text NOT NULL,
	`link` text,
	`file` text,
	`opened_by` integer,
	`opened_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`due_at` integer,
	`reply` text,
	`replied_at` integer,
	`proposal` text,
	`proposed_by` integer,
	`verdict` text,
	`days` integer,
	`note` text,
	`decided_at` integer,
	`warned_at` integer,
	`appeal` text,
	`appealed_at` integer,
	`appeal_verdict` text,
	`appeal_note` text,
	FOREIGN KEY (`partner`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cases_state" CHECK("cases"."state" in ('open', 'awaiting_partner', 'deciding', 'dismissed', 'warned', 'suspended', 'terminated', 'appealed', 'upheld', 'reduced', 'overturned', 'closed')),
	CONSTRAINT "cases_verdict" CHECK(("cases"."verdict" is null) = ("cases"."state" in ('open', 'awaiting_partner', 'deciding'))),
	CONSTRAINT "cases_proposal" CHECK(("cases"."proposal" is null) = ("cases"."proposed_by" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `cases_partner` ON `cases` (`partner`,`id`);--> statement-breakpoint
CREATE INDEX `cases_due` ON `cases` (`due_at`) WHERE "cases"."due_at" is not null;--> statement-breakpoint
CREATE INDEX `cases_live` ON `cases` (`opened_at`) WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE TABLE `case_deeds` (
	`case` integer NOT NULL,
	`number` integer NOT NULL,
	`deed` text NOT NULL,
	`note` text,
	`by` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`case`, `number`),
	FOREIGN KEY (`case`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_deeds_deed" CHECK("case_deeds"."deed" in ('opened', 'noticed', 'proposed', 'declined', 'dismissed', 'warned', 'suspended', 'terminated', 'upheld', 'reduced', 'overturned'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `partner_sanctions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`partner` integer NOT NULL,
	`kind` text NOT NULL,
	`case` integer,
	`reason` text NOT NULL,
	`until` integer,
	`changed` text NOT NULL,
	`snapshot` text NOT NULL,
	`by` integer,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`partner`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_sanctions_kind" CHECK("partner_sanctions"."kind" in ('suspension', 'termination'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_sanctions_held` ON `partner_sanctions` (`partner`,`kind`) WHERE "partner_sanctions"."undone_at" is null;--> statement-breakpoint
CREATE INDEX `partner_sanctions_due` ON `partner_sanctions` (`until`) WHERE "partner_sanctions"."undone_at" is null;--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reporter` integer NOT NULL,
	`about` text NOT NULL,
	`partner` integer,
	`reason` text NOT NULL,
	`reason_words` text NOT NULL,
	`words` text NOT NULL,
	`link` text,
	`file` text,
	`state` text NOT NULL,
	`joins` integer,
	`case` integer,
	`note` text,
	`at` integer NOT NULL,
	`decided_by` integer,
	`decided_at` integer,
	`told_at` integer,
	FOREIGN KEY (`reporter`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reports_state" CHECK("reports"."state" in ('open', 'joined', 'cased', 'dismissed')),
	CONSTRAINT "reports_joined" CHECK(("reports"."state" = 'joined') = ("reports"."joins" is not null)),
	CONSTRAINT "reports_cased" CHECK(("reports"."state" = 'cased') = ("reports"."case" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reports_reporter` ON `reports` (`reporter`,`at`);--> statement-breakpoint
CREATE INDEX `reports_same` ON `reports` (`partner`,`reason`,`id`);--> statement-breakpoint
CREATE INDEX `reports_joins` ON `reports` (`joins`) WHERE "reports"."joins" is not null;--> statement-breakpoint
CREATE INDEX `reports_case` ON `reports` (`case`) WHERE "reports"."case" is not null;--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`at`) WHERE "reports"."state" = 'open';--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_desks` (
	`queue` text PRIMARY KEY NOT NULL,
	`chat` integer NOT NULL,
	`thread` text,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "desks_queue" CHECK("__new_desks"."queue" in ('applications', 'cases', 'audit'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_desks`("queue", "chat", "thread", "by", "at") SELECT "queue", "chat", "thread", "by", "at" FROM `desks`;--> statement-breakpoint
DROP TABLE `desks`;--> statement-breakpoint
ALTER TABLE `__new_desks` RENAME TO `desks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `partners` ADD `tier` text;--> statement-breakpoint
ALTER TABLE `partners` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `partners` ADD `spell` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `partners` ADD `uid_confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `partners` ADD `return_asked_at` integer;--> statement-breakpoint
ALTER TABLE `partners` ADD `return_backed_by` integer REFERENCES members(id);--> statement-breakpoint
CREATE INDEX `partners_by_state` ON `partners` (`state`,`id`);
