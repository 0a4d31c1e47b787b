CREATE TABLE `assets` (
	`code` text PRIMARY KEY NOT NULL,
	`scale` integer NOT NULL,
	CONSTRAINT "assets_code" CHECK(length("assets"."code") between 1 and 16),
	CONSTRAINT "assets_scale" CHECK("assets"."scale" between 0 and 8)
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner` text NOT NULL,
	`asset` text NOT NULL,
	`may_overdraw` integer DEFAULT false NOT NULL,
	`frozen` integer DEFAULT false NOT NULL,
	`dp` integer DEFAULT 0 NOT NULL,
	`dx` integer DEFAULT 0 NOT NULL,
	`cp` integer DEFAULT 0 NOT NULL,
	`cx` integer DEFAULT 0 NOT NULL,
	`last_transfer` integer DEFAULT 0 NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`asset`) REFERENCES `assets`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_accounts_owner_text" CHECK(length("ledger_accounts"."owner") between 1 and 100),
	CONSTRAINT "ledger_accounts_sums" CHECK("ledger_accounts"."dp" >= 0 and "ledger_accounts"."dx" >= 0 and "ledger_accounts"."cp" >= 0 and "ledger_accounts"."cx" >= 0),
	CONSTRAINT "ledger_accounts_not_negative" CHECK("ledger_accounts"."may_overdraw" or "ledger_accounts"."dx" + "ledger_accounts"."dp" <= "ledger_accounts"."cx")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_accounts_owner` ON `ledger_accounts` (`owner`,`asset`);--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_accounts_asset` ON `ledger_accounts` (`id`,`asset`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`request_hash` blob NOT NULL,
	`phase` text NOT NULL,
	`pending` integer,
	`debit` integer NOT NULL,
	`credit` integer NOT NULL,
	`asset` text NOT NULL,
	`amount` integer NOT NULL,
	`code` text NOT NULL,
	`ref` text,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`previous_hash` blob NOT NULL,
	`hash` blob NOT NULL,
	FOREIGN KEY (`debit`,`asset`) REFERENCES `ledger_accounts`(`id`,`asset`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit`,`asset`) REFERENCES `ledger_accounts`(`id`,`asset`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pending`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_phase" CHECK("transfers"."phase" in ('single', 'pending', 'post', 'void')),
	CONSTRAINT "transfers_two_accounts" CHECK("transfers"."debit" <> "transfers"."credit"),
	CONSTRAINT "transfers_amount" CHECK("transfers"."amount" > 0),
	CONSTRAINT "transfers_resolution" CHECK(("transfers"."phase" in ('post', 'void')) = ("transfers"."pending" is not null)),
	CONSTRAINT "transfers_key_text" CHECK(length("transfers"."key") between 3 and 200),
	CONSTRAINT "transfers_hashes" CHECK(length("transfers"."request_hash") = 32 and length("transfers"."previous_hash") = 32 and length("transfers"."hash") = 32)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_resolved_once` ON `transfers` (`pending`) WHERE "transfers"."pending" is not null;--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit`,`id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key` ON `transfers` (`key`);--> statement-breakpoint
CREATE TABLE `ledger_head` (
	`one` integer PRIMARY KEY NOT NULL,
	`last_transfer` integer NOT NULL,
	`hash` blob NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "ledger_head_one_row" CHECK("ledger_head"."one" = 1),
	CONSTRAINT "ledger_head_hash" CHECK(length("ledger_head"."hash") = 32)
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_refusals` (
	`key` text PRIMARY KEY NOT NULL,
	`request_hash` blob NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "ledger_refusals_hash" CHECK(length("ledger_refusals"."request_hash") = 32)
) STRICT;
