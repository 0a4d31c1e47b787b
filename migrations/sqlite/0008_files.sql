CREATE TABLE `received_files` (
	`id` text PRIMARY KEY NOT NULL,
	`member` integer NOT NULL,
	`platform` text NOT NULL,
	`native` text NOT NULL,
	`sameness` text,
	`sent_as` text NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer,
	`sha256` text,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "received_files_platform" CHECK("received_files"."platform" in ('telegram', 'discord')),
	CONSTRAINT "received_files_sent_as" CHECK("received_files"."sent_as" in ('photo', 'document')),
	CONSTRAINT "received_files_size" CHECK("received_files"."size" >= 0),
	CONSTRAINT "received_files_sha256" CHECK(length("received_files"."sha256") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `received_files_member` ON `received_files` (`member`,`received_at`);
