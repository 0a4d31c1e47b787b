ALTER TABLE `forms` ADD `shown` text;--> statement-breakpoint
ALTER TABLE `forms` ADD `basis` text;--> statement-breakpoint
ALTER TABLE `forms` ADD `typed` text;--> statement-breakpoint
ALTER TABLE `forms` ADD `asked` integer;
--> statement-breakpoint
UPDATE `forms` SET
	`shown` = json_extract(`origin`, '$.shown'),
	`basis` = json_extract(`origin`, '$.basis'),
	`typed` = json_extract(`origin`, '$.typed'),
	`origin` = json_remove(`origin`, '$.shown', '$.basis', '$.typed');
