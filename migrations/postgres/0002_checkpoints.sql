CREATE TABLE "ledger_checkpoints" (
	"keeper" text NOT NULL,
	"account" bigint NOT NULL,
	"transfer" bigint NOT NULL,
	"dp" bigint NOT NULL,
	"dx" bigint NOT NULL,
	"cp" bigint NOT NULL,
	"cx" bigint NOT NULL,
	"seal" "bytea" NOT NULL,
	CONSTRAINT "ledger_checkpoints_once" PRIMARY KEY("keeper","account"),
	CONSTRAINT "ledger_checkpoints_seal" CHECK (length("ledger_checkpoints"."seal") = 32)
);
--> statement-breakpoint
CREATE TABLE "ledger_anchors" (
	"keeper" text PRIMARY KEY NOT NULL,
	"transfer" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"seal" "bytea" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ledger_anchors_hashes" CHECK (length("ledger_anchors"."hash") = 32 and length("ledger_anchors"."seal") = 32)
);
