-- The full-text index over search_entries. It keeps no text (projected_texts does), only where each word occurs; what is
-- written into it is prepared by core/text/search-words.ts, because no tokenizer of SQLite finds words in Chinese.
CREATE VIRTUAL TABLE `search_index` USING fts5(
	title,
	body,
	scope,
	content = '',
	contentless_delete = 1,
	tokenize = 'unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE TRIGGER `search_entries_removed` AFTER DELETE ON `search_entries`
BEGIN
	DELETE FROM `search_index` WHERE rowid = old.row;
END;
