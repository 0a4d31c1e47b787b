ALTER TABLE "forms" ADD COLUMN "shown" text;--> statement-breakpoint
ALTER TABLE "forms" ADD COLUMN "basis" text;--> statement-breakpoint
ALTER TABLE "forms" ADD COLUMN "typed" text;--> statement-breakpoint
ALTER TABLE "forms" ADD COLUMN "asked" bigint;
--> statement-breakpoint
UPDATE "forms" SET
	"shown" = "origin"::jsonb ->> 'shown',
	"basis" = "origin"::jsonb ->> 'basis',
	"typed" = "origin"::jsonb ->> 'typed',
	"origin" = ("origin"::jsonb - 'shown' - 'basis' - 'typed')::text;
