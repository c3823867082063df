// The tables that documents are projected into, and what can be found by words. Rows of them are never the truth: they can
// be made anew from the documents at any time. core/schema/projection.ts says what the rows mean.

import { audiences } from '#lib/core/policy/roles.ts';
import { itemStates } from '#lib/core/schema/projection.ts';
import type { Referenced, Words } from './sqlite-words.ts';

export function describeProjections(
	{ table, index, uniqueIndex, primaryKey, id, text, choice, count, moment, figure, rowNumber }: Words,
	{ documents }: Pick<Referenced, 'documents'>
) {
	/** Which rows below belong to which content: what they were made of, and by which program. */
	const projections = table('projections', {
		documentId: id('document_id')
			.primaryKey()
			.references(() => documents.id, { onDelete: 'cascade' }),
		/** Of the stored content; a document with another one is projected anew. */
		stamp: text('stamp').notNull(),
		/** Fingerprint of the program that made the rows. */
		program: text('program').notNull(),
		projectedAt: moment('projected_at').notNull()
	});

	/** The four kinds of rows that documents are projected into (core/schema/projection.ts says what they mean). */
	const projectedItems = table(
		'projected_items',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			itemId: id('item_id').notNull(),
			type: text('type').notNull(),
			title: text('title').notNull(),
			parentId: id('parent_id'),
			position: count('position').notNull(),
			state: choice('state', itemStates),
			status: text('status'),
			startsOn: text('starts_on'),
			dueOn: text('due_on'),
			weight: figure('weight'),
			progress: count('progress'),
			/** Its own; null = as its document. What counts is the stricter one of both. */
			audience: choice('audience', audiences)
		},
		(column) => [primaryKey({ columns: [column.documentId, column.itemId] })]
	);

	/** `itemId` '' is the document itself, here and in the next two. Exactly one kind of target is set. */
	const projectedLinks = table(
		'projected_links',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			itemId: id('item_id').notNull(),
			/** Counts the links of one item. */
			ordinal: count('ordinal').notNull(),
			relation: text('relation').notNull(),
			label: text('label').notNull(),
			userId: id('user_id'),
			personName: text('person_name'),
			toDocumentId: id('to_document_id'),
			toItemId: id('to_item_id'),
			url: text('url')
		},
		(column) => [
			primaryKey({ columns: [column.documentId, column.itemId, column.ordinal] }),
			index('projected_links_user').on(column.userId),
			index('projected_links_target').on(column.toDocumentId, column.toItemId)
		]
	);

	const projectedTexts = table(
		'projected_texts',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			itemId: id('item_id').notNull(),
			field: text('field').notNull(),
			text: text('text').notNull()
		},
		(column) => [primaryKey({ columns: [column.documentId, column.itemId, column.field] })]
	);

	const projectedMeasures = table(
		'projected_measures',
		{
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			itemId: id('item_id').notNull(),
			name: text('name').notNull(),
			value: figure('value').notNull(),
			unit: text('unit').notNull()
		},
		(column) => [primaryKey({ columns: [column.documentId, column.itemId, column.name] })]
	);

	/** What can be found by words; `row` is the number under which the full-text index (search_index) knows it. */
	const searchEntries = table(
		'search_entries',
		{
			row: rowNumber('row'),
			documentId: id('document_id')
				.notNull()
				.references(() => documents.id, { onDelete: 'cascade' }),
			itemId: id('item_id').notNull()
		},
		(column) => [uniqueIndex('search_entries_item').on(column.documentId, column.itemId)]
	);

	return { projections, projectedItems, projectedLinks, projectedTexts, projectedMeasures, searchEntries };
}
