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
CREATE INDEX `transfers_holds` ON `transfers` (`id`) WHERE "transfers"."phase" = 'pending';--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `members` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`language` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `chats` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`platform` text NOT NULL,
	`native` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`language` text,
	`app_language` text,
	`guild` text,
	`state` text DEFAULT 'active' NOT NULL,
	`merged_into` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`merged_into`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "chats_merged_elsewhere" CHECK("chats"."merged_into" <> "chats"."id"),
	CONSTRAINT "chats_platform" CHECK("chats"."platform" in ('telegram', 'discord')),
	CONSTRAINT "chats_kind" CHECK("chats"."kind" in ('private', 'group')),
	CONSTRAINT "chats_state" CHECK("chats"."state" in ('active', 'left'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `chats_native` ON `chats` (`platform`,`native`) WHERE "chats"."merged_into" is null;--> statement-breakpoint
CREATE INDEX `chats_merged` ON `chats` (`merged_into`) WHERE "chats"."merged_into" is not null;--> statement-breakpoint
CREATE TABLE `chat_aliases` (
	`platform` text NOT NULL,
	`native` text NOT NULL,
	`chat` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `native`),
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "chat_aliases_platform" CHECK("chat_aliases"."platform" in ('telegram', 'discord'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `chat_aliases_chat` ON `chat_aliases` (`chat`);--> statement-breakpoint
CREATE TABLE `identities` (
	`platform` text NOT NULL,
	`account` text NOT NULL,
	`member` integer NOT NULL,
	`name` text NOT NULL,
	`language` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `account`),
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "identities_platform" CHECK("identities"."platform" in ('telegram', 'discord'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `identities_member` ON `identities` (`member`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`member` integer NOT NULL,
	`role` text NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at` integer NOT NULL,
	`revoked_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_grants_revoked" CHECK(("role_grants"."revoked_at" is null) = ("role_grants"."revoked_by" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_live` ON `role_grants` (`member`,`role`) WHERE "role_grants"."revoked_at" is null;--> statement-breakpoint
CREATE TABLE `sightings` (
	`chat` integer NOT NULL,
	`member` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`chat`, `member`),
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sightings_member` ON `sightings` (`member`,`at`);--> statement-breakpoint
CREATE TABLE `calls` (
	`platform` text NOT NULL,
	`call` text NOT NULL,
	`at` integer NOT NULL,
	`answer` text,
	PRIMARY KEY(`platform`, `call`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `calls_at` ON `calls` (`at`);--> statement-breakpoint
CREATE TABLE `forms` (
	`id` text PRIMARY KEY NOT NULL,
	`member` integer NOT NULL,
	`command` text NOT NULL,
	`answers` text NOT NULL,
	`origin` text NOT NULL,
	`awaits` text,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `forms_member` ON `forms` (`member`,`updated_at`);--> statement-breakpoint
CREATE INDEX `forms_updated` ON `forms` (`updated_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`lane` text NOT NULL,
	`class` text NOT NULL,
	`chat` integer,
	`platform` text NOT NULL,
	`account` text,
	`content` text NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`lease_until` integer,
	`fence` integer DEFAULT 0 NOT NULL,
	`doubt_since` integer,
	`message` text,
	`last_error` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_class" CHECK("outbox"."class" in ('edit', 'receipt', 'post')),
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('queued', 'leased', 'sent', 'unknown', 'dead'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_messages` ON `outbox` (`lane`,`id`) WHERE "outbox"."state" in ('queued', 'leased') and "outbox"."class" <> 'edit';--> statement-breakpoint
CREATE INDEX `outbox_edits` ON `outbox` (`lane`,`not_before`,`id`) WHERE "outbox"."state" = 'queued' and "outbox"."class" = 'edit';--> statement-breakpoint
CREATE INDEX `outbox_open` ON `outbox` (`state`,`lease_until`) WHERE "outbox"."state" <> 'sent';--> statement-breakpoint
CREATE INDEX `outbox_settled` ON `outbox` (`settled_at`) WHERE "outbox"."settled_at" is not null;--> statement-breakpoint
CREATE TABLE `cards` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`chat` integer NOT NULL,
	`thread` text,
	`message` text,
	`gone` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cards_place` ON `cards` (`kind`,`subject`,`chat`);--> statement-breakpoint
CREATE TABLE `packets` (
	`id` text PRIMARY KEY NOT NULL,
	`sender` integer NOT NULL,
	`origin` integer NOT NULL,
	`asset` text NOT NULL,
	`total` integer NOT NULL,
	`shares` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`paid` integer DEFAULT 0 NOT NULL,
	`split` text NOT NULL,
	`spread` text NOT NULL,
	`floor` integer NOT NULL,
	`cap` integer,
	`draw` text NOT NULL,
	`draw_at` integer,
	`source` text NOT NULL,
	`conditions` text NOT NULL,
	`passphrase` text,
	`greeting` text,
	`seed` blob NOT NULL,
	`state` text NOT NULL,
	`paused_by` text,
	`paused_as` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`sender`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`origin`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asset`) REFERENCES `assets`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packets_state" CHECK("packets"."state" in ('live', 'paused', 'closed', 'expired', 'cancelled')),
	CONSTRAINT "packets_split" CHECK("packets"."split" in ('lucky', 'equal', 'fixed')),
	CONSTRAINT "packets_spread" CHECK("packets"."spread" in ('calm', 'normal', 'wild')),
	CONSTRAINT "packets_draw" CHECK("packets"."draw" in ('first', 'window')),
	CONSTRAINT "packets_window" CHECK(("packets"."draw" = 'window') = ("packets"."draw_at" is not null)),
	CONSTRAINT "packets_taken" CHECK("packets"."taken" between 0 and "packets"."shares"),
	CONSTRAINT "packets_paid" CHECK("packets"."paid" between 0 and "packets"."total"),
	CONSTRAINT "packets_total" CHECK("packets"."total" > 0 and "packets"."floor" > 0),
	CONSTRAINT "packets_ended" CHECK(("packets"."state" in ('live', 'paused')) = ("packets"."ended_at" is null)),
	CONSTRAINT "packets_paused" CHECK("packets"."state" <> 'paused' or "packets"."paused_as" is not null),
	CONSTRAINT "packets_pauser" CHECK("packets"."paused_as" in ('sender', 'moderator', 'staff')),
	CONSTRAINT "packets_seed" CHECK(length("packets"."seed") = 32)
) STRICT;
--> statement-breakpoint
CREATE INDEX `packets_sender` ON `packets` (`sender`,`created_at`);--> statement-breakpoint
CREATE INDEX `packets_origin` ON `packets` (`origin`,`created_at`);--> statement-breakpoint
CREATE INDEX `packets_due` ON `packets` (`expires_at`) WHERE "packets"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `packet_shares` (
	`packet` text NOT NULL,
	`slot` integer NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`packet`, `slot`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packet_shares_positive" CHECK("packet_shares"."amount" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `packet_shares_amount` ON `packet_shares` (`packet`,`slot`,`amount`);--> statement-breakpoint
CREATE TABLE `packet_tranches` (
	`packet` text NOT NULL,
	`number` integer NOT NULL,
	`total` integer NOT NULL,
	`shares` integer NOT NULL,
	`commitment` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`packet`, `number`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `packet_claims` (
	`packet` text NOT NULL,
	`member` integer NOT NULL,
	`slot` integer NOT NULL,
	`amount` integer NOT NULL,
	`chat` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`packet`, `member`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`packet`,`slot`,`amount`) REFERENCES `packet_shares`(`packet`,`slot`,`amount`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `packet_claims_member` ON `packet_claims` (`member`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `packet_claims_slot` ON `packet_claims` (`packet`,`slot`);--> statement-breakpoint
CREATE TABLE `packet_entries` (
	`packet` text NOT NULL,
	`member` integer NOT NULL,
	`chat` integer NOT NULL,
	`at` integer NOT NULL,
	`excluded` text,
	PRIMARY KEY(`packet`, `member`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packet_entries_excluded" CHECK("packet_entries"."excluded" in ('frozen'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `packet_chats` (
	`packet` text NOT NULL,
	`chat` integer NOT NULL,
	`thread` text,
	PRIMARY KEY(`packet`, `chat`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `packet_tries` (
	`packet` text NOT NULL,
	`member` integer NOT NULL,
	`tries` integer NOT NULL,
	PRIMARY KEY(`packet`, `member`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `treasury_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`owner` text NOT NULL,
	`asset` text NOT NULL,
	`amount` integer NOT NULL,
	`reason` text NOT NULL,
	`maker` integer NOT NULL,
	`checker` integer,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`asset`) REFERENCES `assets`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checker`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "treasury_requests_kind" CHECK("treasury_requests"."kind" in ('deposit', 'withdraw')),
	CONSTRAINT "treasury_requests_state" CHECK("treasury_requests"."state" in ('asked', 'approved', 'rejected')),
	CONSTRAINT "treasury_requests_amount" CHECK("treasury_requests"."amount" > 0),
	CONSTRAINT "treasury_requests_decided" CHECK(("treasury_requests"."state" = 'asked') = ("treasury_requests"."decided_at" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `treasury_requests_open` ON `treasury_requests` (`created_at`) WHERE "treasury_requests"."state" = 'asked';--> statement-breakpoint
CREATE TABLE `packet_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`maker` integer NOT NULL,
	`chat` integer NOT NULL,
	`terms` text NOT NULL,
	`checker` integer,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`maker`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chat`) REFERENCES `chats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checker`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packet_requests_state" CHECK("packet_requests"."state" in ('asked', 'approved', 'rejected', 'expired')),
	CONSTRAINT "packet_requests_decided" CHECK(("packet_requests"."state" = 'asked') = ("packet_requests"."decided_at" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `packet_requests_open` ON `packet_requests` (`created_at`) WHERE "packet_requests"."state" = 'asked';--> statement-breakpoint
CREATE INDEX `packet_requests_maker` ON `packet_requests` (`maker`) WHERE "packet_requests"."state" = 'asked';--> statement-breakpoint
CREATE TABLE `freezes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`scope` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`by_staff` integer NOT NULL,
	`at` integer NOT NULL,
	`lifted_by` text,
	`lifted_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `freezes_live` ON `freezes` (`scope`) WHERE "freezes"."lifted_at" is null;--> statement-breakpoint
CREATE TABLE `facts` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`subject` text NOT NULL,
	`details` text NOT NULL,
	`at` integer NOT NULL,
	`previous_hash` blob NOT NULL,
	`hash` blob NOT NULL,
	CONSTRAINT "facts_hashes" CHECK(length("facts"."previous_hash") = 32 and length("facts"."hash") = 32)
) STRICT;
--> statement-breakpoint
CREATE INDEX `facts_subject` ON `facts` (`subject`,`id`);--> statement-breakpoint
CREATE INDEX `facts_actor` ON `facts` (`actor`,`id`);--> statement-breakpoint
CREATE TABLE `fact_head` (
	`one` integer PRIMARY KEY NOT NULL,
	`last_fact` integer NOT NULL,
	`hash` blob NOT NULL,
	CONSTRAINT "fact_head_one_row" CHECK("fact_head"."one" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`planned_to` integer NOT NULL,
	`seen_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `job_runs` (
	`job` text NOT NULL,
	`period` text NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`lease_until` integer,
	`fence` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`note` text,
	PRIMARY KEY(`job`, `period`),
	CONSTRAINT "job_runs_state" CHECK("job_runs"."state" in ('due', 'leased', 'done', 'skipped', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `job_runs_state` ON `job_runs` (`state`,`due_at`);
