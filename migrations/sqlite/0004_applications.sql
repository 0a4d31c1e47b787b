CREATE TABLE `applications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`member` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`source` text,
	`answers` text NOT NULL,
	`summary` text DEFAULT '[]' NOT NULL,
	`rules` text DEFAULT '[]' NOT NULL,
	`region` text,
	`guidelines` text,
	`disclosure` text,
	`revision` integer DEFAULT 0 NOT NULL,
	`started_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`submitted_at` integer,
	`queued_at` integer,
	`promised_at` integer,
	`promise_left` integer,
	`reviewer` integer,
	`due_at` integer,
	`reminded` integer DEFAULT 0 NOT NULL,
	`reapply_at` integer,
	`appeal` text,
	`appealed_at` integer,
	`appeal_decided_at` integer,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "applications_state" CHECK("applications"."state" in ('draft', 'submitted', 'screening', 'queued', 'in_review', 'interview', 'needs_info', 'approved', 'rejected', 'withdrawn', 'expired')),
	CONSTRAINT "applications_held" CHECK("applications"."state" <> 'in_review' or "applications"."reviewer" is not null),
	CONSTRAINT "applications_sent" CHECK("applications"."state" in ('draft', 'withdrawn', 'expired') or "applications"."submitted_at" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_open` ON `applications` (`member`) WHERE "applications"."state" not in ('approved', 'rejected', 'withdrawn', 'expired');--> statement-breakpoint
CREATE INDEX `applications_member` ON `applications` (`member`,`id`);--> statement-breakpoint
CREATE INDEX `applications_queue` ON `applications` (`queued_at`,`id`) WHERE "applications"."state" = 'queued';--> statement-breakpoint
CREATE INDEX `applications_due` ON `applications` (`due_at`) WHERE "applications"."due_at" is not null;--> statement-breakpoint
CREATE TABLE `application_decisions` (
	`application` integer NOT NULL,
	`number` integer NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`reason_words` text,
	`note` text,
	`by` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`application`, `number`),
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_decisions_verdict" CHECK("application_decisions"."verdict" in ('approved', 'rejected', 'appeal-upheld', 'appeal-refused'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `application_rounds` (
	`application` integer NOT NULL,
	`number` integer NOT NULL,
	`questions` text NOT NULL,
	`asked_by` integer,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	PRIMARY KEY(`application`, `number`),
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `partners` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`member` integer NOT NULL,
	`application` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`region` text,
	`since` integer NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partners_state" CHECK("partners"."state" in ('onboarding', 'active', 'paused', 'suspended', 'terminating', 'terminated', 'resigned'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `partners_member` ON `partners` (`member`);--> statement-breakpoint
CREATE TABLE `desks` (
	`queue` text PRIMARY KEY NOT NULL,
	`chat` integer NOT NULL,
	`thread` text,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "desks_queue" CHECK("desks"."queue" in ('applications'))
) STRICT;
