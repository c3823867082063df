CREATE TABLE `meeting_items` (
	`document_id` text NOT NULL,
	`item_id` text NOT NULL,
	`used_ms` integer NOT NULL,
	`extra_minutes` integer NOT NULL,
	PRIMARY KEY(`document_id`, `item_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `meetings` (
	`document_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`started_at` integer,
	`closed_at` integer,
	`led_by` text,
	`item_id` text,
	`running_since` integer,
	`previous_id` text,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`led_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE set null
);
