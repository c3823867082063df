// The board as it is open on one person's page: the store, what can be done, and what the views share, so that selection,
// filter and the open risk survive a change of view. The views draw it; nothing here is stored in the document.

import { SvelteMap } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { KeptForMe } from '#lib/client/kept-for-me.svelte.ts';
import { KnownPeople, type Person } from '#lib/features/people/known-people.ts';
import { RowPresence } from '#lib/features/presence/row-presence.svelte.ts';
import type { ComboOption } from '#lib/ui/combobox/combo-options.ts';
import type { ColumnLayout } from '#lib/ui/tree-grid/grid-types.ts';
import { readColumnLayout } from '#lib/ui/tree-grid/read-layout.ts';
import { RowSelection } from '#lib/ui/tree-grid/row-selection.svelte.ts';
import { expectedValueOf } from '../model/expected-value.ts';
import type { Risk, RiskKind, RiskValues, ScoreField } from '../model/schema.ts';
import { NOT_JUDGED, overallImpact, type Dimension, type Level, type Score } from '../model/score.ts';
import { EVERYTHING, isFiltered, registerOf, type RegisterQuery } from './register-rows.ts';
import { RiskActions, type RiskActionsOptions } from './risk-actions.ts';
import type { RiskViewName } from './risk-query.ts';
import { RiskStore } from './risk-store.svelte.ts';

export interface RiskPageOptions extends RiskActionsOptions {
	documentId: string;
	awareness: Awareness;
	user: Person;
	people: readonly Person[];
	locale: 'en' | 'zh-CN';
}

/** What needs a dialog, because it wants to be told more. */
export interface RiskDialog {
	kind: 'accept' | 'occurred';
	id: string;
}

/** What is known of a score. */
type Sides = Partial<Pick<Score, 'probability' | 'impact' | 'impacts'>>;

export class RiskPage {
	readonly store: RiskStore;
	readonly actions: RiskActions;
	readonly presence: RowPresence;
	readonly selection = new RowSelection();
	readonly user: Person;
	readonly people: KnownPeople;
	readonly locale: 'en' | 'zh-CN';
	readonly today: string;
	/** For texts that people write together, which their fields bind to directly. */
	readonly shared: { documentId: string; doc: Y.Doc; undo: Y.UndoManager; awareness: Awareness };
	readonly #canEdit: () => boolean;
	readonly #layout: KeptForMe<ColumnLayout>;
	/** A score needs both sides: the one that was given first waits here. */
	readonly #halves = new SvelteMap<string, Sides>();
	view = $state<RiskViewName>('register');
	query = $state.raw<RegisterQuery>(EVERYTHING);
	/** The risk shown beside the view. */
	openRisk = $state<string | null>(null);
	dialog = $state.raw<RiskDialog | null>(null);
	/** Which of the scores the matrix shows and moves. */
	matrixField = $state<ScoreField>('score');
	/** Threats and opportunities have a matrix each; a filter by kind decides before this. */
	matrixKind = $state<RiskKind>('risk');
	/** The risks that fit the filter, in the order asked for. */
	readonly shown: readonly Risk[] = $derived.by(() => this.#shown());

	constructor(options: RiskPageOptions) {
		const { documentId, doc, undo, awareness, user, people, locale, today } = options;
		this.store = new RiskStore(doc);
		this.actions = new RiskActions(options);
		this.presence = new RowPresence(awareness, user.id, 'risk-board');
		this.user = user;
		this.people = new KnownPeople(people);
		this.locale = locale;
		this.today = today;
		this.shared = { documentId, doc, undo, awareness };
		this.#canEdit = options.canEdit;
		this.#layout = new KeptForMe(`columns:${documentId}`, (stored) =>
			readColumnLayout(stored, HIDDEN_AT_FIRST)
		);
	}

	get canEdit(): boolean {
		return this.#canEdit();
	}
	get layout(): ColumnLayout {
		return this.#layout.current;
	}
	set layout(layout: ColumnLayout) {
		this.#layout.current = layout;
	}
	get isFiltered(): boolean {
		return isFiltered(this.query);
	}
	/** As it stands in the register: rows can be moved, and a new one appears where it is added. */
	get isInOrder(): boolean {
		return !this.isFiltered && this.query.sort === null;
	}

	/** What the risk costs, or brings, on average; null where nobody said. */
	valueOf(risk: Risk): number | null {
		return expectedValueOf(risk, this.store.scales);
	}
	/** Every category or tag in use, for suggestions. */
	optionsOf(field: 'category' | 'tags'): ComboOption[] {
		const words = this.store.risks.flatMap((risk) => risk[field]).filter((word) => word !== '');
		return [...new Set(words)]
			.toSorted((a, b) => a.localeCompare(b))
			.map((value) => ({ value, label: value }));
	}

	/** Adds a risk after `after` (null = first, undefined = last); null when refused. */
	add(values: RiskValues = {}, after?: string | null): string | null {
		const kind: RiskKind = values.kind ?? this.query.kind ?? 'risk';
		return this.actions.do('addRisk', { values: { ...values, kind }, after, ...this.actions.acting });
	}

	/** Makes `next` one of the scores. */
	setScore(id: string, field: ScoreField, next: Score | null): string | undefined {
		this.#halves.delete(`${field} ${id}`);
		return this.actions.set(id, { [field]: next });
	}
	/** Sets one side of a score; the first of a new one waits for the other. */
	setLevel(id: string, field: ScoreField, side: 'probability' | 'impact', level: Level): string | undefined {
		const sides = { ...this.levelsOf(id, field), [side]: level };
		return this.#setSides(id, field, side === 'impact' ? { ...sides, impacts: NOT_JUDGED } : sides);
	}
	/** Judges the impact in one dimension; null takes the judgement back. */
	setDimension(id: string, field: ScoreField, dimension: Dimension, level: Level | null): string | undefined {
		const sides = this.levelsOf(id, field);
		const impacts = { ...(sides.impacts ?? NOT_JUDGED), [dimension]: level };
		const impact = overallImpact(impacts) ?? sides.impact;
		return this.#setSides(id, field, { ...sides, impacts, ...(impact && { impact }) });
	}
	/** Puts a risk into another cell of the matrix. */
	moveInMatrix(
		id: string,
		field: ScoreField,
		cell: Pick<Score, 'probability' | 'impact'>
	): string | undefined {
		this.#halves.delete(`${field} ${id}`);
		const { probability, impact } = cell;
		return this.actions.try('moveInMatrix', { id, probability, impact, field, ...this.actions.acting });
	}
	showKind(kind: RiskKind): void {
		this.matrixKind = kind;
		if (this.query.kind !== null) this.query = { ...this.query, kind };
	}
	/** What is known of a score, also where one of its sides is still missing. */
	levelsOf(id: string, field: ScoreField): Sides {
		return this.store.risk(id)?.[field] ?? this.#halves.get(`${field} ${id}`) ?? {};
	}

	/** A board never holds half a score. */
	#setSides(id: string, field: ScoreField, sides: Sides): string | undefined {
		const { probability, impact, impacts = NOT_JUDGED } = sides;
		if (probability !== undefined && impact !== undefined) {
			return this.setScore(id, field, { probability, impact, impacts, scale: null });
		}
		this.#halves.set(`${field} ${id}`, sides);
		return undefined;
	}

	/** Takes back what this person did last. */
	undo(): void {
		this.shared.undo.undo();
	}

	destroy(): void {
		this.presence.destroy();
		this.store.destroy();
	}

	#shown(): readonly Risk[] {
		const { store, people, user, today } = this;
		const responses = new Set(store.actions.map(({ risk }) => risk));
		return registerOf(
			{
				risks: store.risks,
				nameOf: (member) => people.nameOf(member),
				hasAction: (id) => responses.has(id),
				valueOf: (risk) => this.valueOf(risk),
				userId: user.id,
				today
			},
			this.query
		);
	}
}

const HIDDEN_AT_FIRST = [
	'kind',
	'percent',
	'cost',
	'value',
	'residual',
	'proximity',
	'tags',
	'cause',
	'effect'
];
