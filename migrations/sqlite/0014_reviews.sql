CREATE TABLE `application_marks` (
	`application` integer NOT NULL,
	`kind` text NOT NULL,
	`mark` text NOT NULL,
	PRIMARY KEY(`application`, `kind`, `mark`),
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_marks_kind" CHECK("application_marks"."kind" in ('uid', 'email', 'channel', 'community'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `application_marks_same` ON `application_marks` (`kind`,`mark`);--> statement-breakpoint
CREATE TABLE `application_proposals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application` integer NOT NULL,
	`tier` text,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	`end` text,
	`ended_by` integer,
	`ended_at` integer,
	`note` text,
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_proposals_end" CHECK("application_proposals"."end" is null or "application_proposals"."end" in ('confirmed', 'declined', 'gone')),
	CONSTRAINT "application_proposals_ended" CHECK(("application_proposals"."end" is null) = ("application_proposals"."ended_at" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `application_proposals_open` ON `application_proposals` (`application`) WHERE "application_proposals"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `application_escalations` (
	`application` integer NOT NULL,
	`step` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`application`, `step`),
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
