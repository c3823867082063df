CREATE TABLE `retrospective_cards` (
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`column_id` text,
	`text` text NOT NULL,
	`score` integer,
	`revealed_as` text,
	`place` integer,
	PRIMARY KEY(`document_id`, `person_id`, `id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `retrospective_participants` (
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`color` integer NOT NULL,
	`is_guest` integer NOT NULL,
	`is_done` integer NOT NULL,
	`check_in_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`document_id`, `person_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `retrospective_votes` (
	`document_id` text NOT NULL,
	`person_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`document_id`, `person_id`, `topic_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `retrospectives` (
	`document_id` text PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`phase_since` integer NOT NULL,
	`unsettled_from` text,
	`facilitator_id` text,
	`is_anonymous` integer NOT NULL,
	`vote_budget` integer NOT NULL,
	`votes_per_topic` integer NOT NULL,
	`timer_ends_at` integer,
	`timer_left` integer,
	`topic_id` text,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`facilitator_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
