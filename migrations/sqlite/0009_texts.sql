CREATE TABLE `programmes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`follows` integer NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	`origin` text NOT NULL,
	`by` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programmes_origin" CHECK("programmes"."origin" in ('start', 'reload'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `programmes_follows` ON `programmes` (`follows`);--> statement-breakpoint
CREATE TABLE `text_versions` (
	`kind` text NOT NULL,
	`version` text NOT NULL,
	`body` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `version`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `text_acceptances` (
	`member` integer NOT NULL,
	`kind` text NOT NULL,
	`version` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`kind`, `member`, `version`),
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `text_acceptances_version` ON `text_acceptances` (`kind`,`version`);--> statement-breakpoint
CREATE TABLE `text_notices` (
	`member` integer NOT NULL,
	`kind` text NOT NULL,
	`version` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`kind`, `member`, `version`),
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `text_notices_version` ON `text_notices` (`kind`,`version`);
