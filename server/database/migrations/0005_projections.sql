CREATE TABLE `projected_items` (
	`document_id` text NOT NULL,
	`item_id` text NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`state` text,
	`status` text,
	`starts_on` text,
	`due_on` text,
	`weight` real,
	`progress` integer,
	`audience` text,
	PRIMARY KEY(`document_id`, `item_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `projected_links` (
	`document_id` text NOT NULL,
	`item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`relation` text NOT NULL,
	`label` text NOT NULL,
	`user_id` text,
	`person_name` text,
	`to_document_id` text,
	`to_item_id` text,
	`url` text,
	PRIMARY KEY(`document_id`, `item_id`, `ordinal`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `projected_links_user` ON `projected_links` (`user_id`);--> statement-breakpoint
CREATE INDEX `projected_links_target` ON `projected_links` (`to_document_id`,`to_item_id`);--> statement-breakpoint
CREATE TABLE `projected_measures` (
	`document_id` text NOT NULL,
	`item_id` text NOT NULL,
	`name` text NOT NULL,
	`value` real NOT NULL,
	`unit` text NOT NULL,
	PRIMARY KEY(`document_id`, `item_id`, `name`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `projected_texts` (
	`document_id` text NOT NULL,
	`item_id` text NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`document_id`, `item_id`, `field`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `projections` (
	`document_id` text PRIMARY KEY NOT NULL,
	`stamp` text NOT NULL,
	`program` text NOT NULL,
	`projected_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` text NOT NULL,
	`item_id` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_item` ON `search_entries` (`document_id`,`item_id`);