// What a document kind is to everybody else, and the one function that makes one. The generic machinery
// (storage, sync, API, search, export, tests) knows kinds only through this interface.
// It refuses two kinds of knowledge: what any kind means, and where documents are kept.

import * as Y from 'yjs';
import type { Clock, Random } from '../clock.ts';
import type { Compare } from '../compare/comparison.ts';
import { AppError } from '../errors.ts';
import { runMigrations, stampKind, type Migration } from './migration.ts';
import type { Mutations } from './mutation.ts';
import type { OperationTable } from './operations.ts';
import type { Projection } from './projection.ts';
import type { Shape } from './shape.ts';

export type Locale = 'en' | 'zh-CN';

export interface CreateInput {
	title: string;
	/** Id of one of the kind's templates; without it the document starts empty. */
	template?: string;
	locale: Locale;
	clock: Clock;
	random: Random;
}

export interface KindTemplate {
	readonly id: string;
	title(locale: Locale): string;
	description(locale: Locale): string;
}

/** What an import could not take over, named for people: { what: 'footnote', count: 2 }. */
export interface ImportLoss {
	what: string;
	count: number;
	/** Where it stood, in a format of rows. */
	at?: LossPlace;
}

export interface LossPlace {
	/** As an editor or a spreadsheet counts them, from 1. */
	line: number;
	/** As the file names it. */
	column: string;
	value: string;
	why: LossReason;
}

export type LossReason =
	'unreadable' | 'no-such-day' | 'negative' | 'unknown-word' | 'unknown-task' | 'too-deep' | 'too-long';

/** Who may be meant by a name or an address in a file. */
export interface KnownPerson {
	id: string;
	name: string;
	email?: string;
}

export interface ImportOptions {
	origin: unknown;
	/**
	 * 'new': the text is the whole document (its first heading is the title); 'append': it is added at the end;
	 * 'replace': the content becomes the text, touching only what differs, so that others' concurrent work survives.
	 */
	mode: 'new' | 'append' | 'replace';
	/** Names and addresses that mean exactly one of these become that person. */
	people?: readonly KnownPerson[];
}

export interface Exchange {
	readonly mediaType: string;
	readonly extension: string;
	export(doc: Y.Doc, options: { locale: Locale }): string;
	/** Throws AppError('invalid') when the text cannot be read at all; changes nothing then. */
	import?(doc: Y.Doc, text: string, options: ImportOptions): ImportLoss[];
}

export interface Exchanges {
	readonly json: Exchange;
	readonly markdown?: Exchange;
	readonly csv?: Exchange;
	/** The field's common exchange format in XML: Microsoft Project's for plans. */
	readonly xml?: Exchange;
	/** Days to subscribe to, as iCalendar. */
	readonly ics?: Exchange;
}

/** How the next document of a series is to begin. */
export interface FollowUp {
	/** YYYY-MM-DD */
	date: string | null;
	/** HH:MM */
	startTime: string | null;
	/** The items that were done stand on the agenda again. */
	repeatAgenda: boolean;
	locale: Locale;
}

export interface KindDefinition<Content, Own extends Mutations> {
	readonly name: string;
	/** Raised by one with every change of the shape; each raise comes with a migration (maybe an empty one). */
	readonly version: number;
	readonly shape: Shape;
	/** Writes the first content; runs inside a transaction on an empty document. */
	initialise(doc: Y.Doc, input: CreateInput): void;
	title(doc: Y.Doc): string;
	/** The document in the kind's own shape. Never throws, whatever the document holds. */
	read(doc: Y.Doc): Content;
	readonly mutations: Own;
	readonly operations: OperationTable;
	readonly migrations: readonly Migration[];
	readonly exchange: Exchanges;
	/** What two states differ in, in the kind's own terms; without it they are compared by what their JSON looks like. */
	readonly compare?: Compare;
	/** Never throws, whatever the document holds. */
	projection(doc: Y.Doc): Projection;
	readonly templates: readonly KindTemplate[];
	/**
	 * Only where a document is a meeting, whose agenda the projection tells as items: the next one of its series, as
	 * Markdown that new documents may begin with.
	 */
	followUp?(doc: Y.Doc, next: FollowUp): string;
}

export interface DocumentKind<Content = unknown, Own extends Mutations = Mutations> extends KindDefinition<
	Content,
	Own
> {
	/** The first update of a new document. Throws AppError('invalid') for an unknown template. */
	create(input: CreateInput): Uint8Array<ArrayBuffer>;
	/**
	 * Server only, before the first sync step: brings an old document up to this version; true = changed.
	 * Throws AppError('conflict') when the document is newer than this program.
	 */
	migrate(doc: Y.Doc): boolean;
}

export function defineKind<Content, Own extends Mutations>(
	definition: KindDefinition<Content, Own>
): DocumentKind<Content, Own> {
	return {
		...definition,
		create(input) {
			requireTemplate(definition, input.template);
			const doc = new Y.Doc({ gc: true });
			// The client id comes from the passed-in chance, so that a seeded creation gives the same bytes.
			doc.clientID = Math.floor(input.random() * 0xffff_ffff) + 1;
			doc.transact(() => {
				stampKind(doc, definition.name, definition.version);
				definition.initialise(doc, input);
			}, 'create');
			const update = Y.encodeStateAsUpdate(doc);
			doc.destroy();
			return new Uint8Array(update);
		},
		migrate(doc) {
			return runMigrations(doc, definition);
		}
	};
}

function requireTemplate(definition: KindDefinition<unknown, Mutations>, template: string | undefined): void {
	if (template === undefined || definition.templates.some(({ id }) => id === template)) return;
	const known = definition.templates.map(({ id }) => id).join(', ');
	throw new AppError('invalid', { template, known }, [
		{
			path: 'template',
			code: 'unknown-template',
			message: `No template “${template}”; known: ${known}`,
			params: { template, known }
		}
	]);
}
