CREATE TABLE `communities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application` integer NOT NULL,
	`home` text NOT NULL,
	`chat` integer NOT NULL,
	`size` integer NOT NULL,
	`is_admin` integer NOT NULL,
	`hears` integer NOT NULL,
	`measured_at` integer NOT NULL,
	`size_before` integer,
	`measured_before` integer,
	`is_changed` integer NOT NULL,
	`lost_at` integer,
	`counted_from` integer NOT NULL,
	`counted_until` integer NOT NULL,
	`counted_all` integer NOT NULL,
	`is_held` integer NOT NULL,
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "communities_size" CHECK("communities"."size" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `communities_application` ON `communities` (`application`,`home`);--> statement-breakpoint
CREATE UNIQUE INDEX `communities_held` ON `communities` (`home`) WHERE "communities"."is_held";--> statement-breakpoint
CREATE INDEX `communities_home` ON `communities` (`home`);--> statement-breakpoint
CREATE INDEX `communities_counted` ON `communities` (`counted_until`) WHERE not "communities"."counted_all";--> statement-breakpoint
CREATE TABLE `community_days` (
	`community` integer NOT NULL,
	`day` integer NOT NULL,
	`messages` integer NOT NULL,
	`writers` integer NOT NULL,
	PRIMARY KEY(`community`, `day`),
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "community_days_messages" CHECK("community_days"."messages" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `community_writers` (
	`community` integer NOT NULL,
	`day` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`community`, `day`, `hash`),
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `proofs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application` integer NOT NULL,
	`place` text NOT NULL,
	`code` text NOT NULL,
	`picture` text,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`size` integer,
	`looked_by` integer,
	`looked_at` integer,
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`looked_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proofs_state" CHECK("proofs"."state" in ('open', 'confirmed', 'refused', 'replaced')),
	CONSTRAINT "proofs_looked" CHECK("proofs"."state" not in ('confirmed', 'refused') or "proofs"."looked_by" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `proofs_code` ON `proofs` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `proofs_open` ON `proofs` (`application`,`place`) WHERE "proofs"."state" = 'open';
