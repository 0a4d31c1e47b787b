CREATE TABLE `ledger_checkpoints` (
	`keeper` text NOT NULL,
	`account` integer NOT NULL,
	`transfer` integer NOT NULL,
	`dp` integer NOT NULL,
	`dx` integer NOT NULL,
	`cp` integer NOT NULL,
	`cx` integer NOT NULL,
	`seal` blob NOT NULL,
	PRIMARY KEY(`keeper`, `account`),
	CONSTRAINT "ledger_checkpoints_seal" CHECK(length("ledger_checkpoints"."seal") = 32)
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_anchors` (
	`keeper` text PRIMARY KEY NOT NULL,
	`transfer` integer NOT NULL,
	`hash` blob NOT NULL,
	`seal` blob NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "ledger_anchors_hashes" CHECK(length("ledger_anchors"."hash") = 32 and length("ledger_anchors"."seal") = 32)
) STRICT;
