// A risk board as runes: what a view reads here inside an effect or a template follows the document. A changed risk wakes
// those who show that risk. It never writes: see risk-actions.ts.

import type * as Y from 'yjs';
import { Signals } from '#lib/client/signals.svelte.ts';
import { readRow } from '#lib/core/schema/collection.ts';
import type { Fields } from '#lib/core/schema/fields.ts';
import { LiveRows } from '#lib/core/schema/live-rows.ts';
import { readRecord } from '#lib/core/schema/record.ts';
import type { RowPart } from '#lib/core/schema/shape.ts';
import { treeIndexOf, type TreeIndex } from '#lib/core/schema/tree-index.ts';
import { byTime } from '../model/content.ts';
import { actionsOf } from '../model/response-mutations.ts';
import { meaningFor, type ScaleMeaning } from '../model/scale.ts';
import * as schema from '../model/schema.ts';
import type { Score } from '../model/score.ts';

/** What a view can follow beside single risks. */
type Part = 'order' | 'all-risks' | 'settings' | 'scales' | 'actions' | 'history';

const NOWHERE = { parent: null, order: null };

export class RiskStore {
	readonly #doc: Y.Doc;
	readonly #order: TreeIndex;
	readonly #risks: LiveRows<schema.Risk>;
	readonly #scales: LiveRows<schema.Scale>;
	readonly #actions: LiveRows<schema.RiskAction>;
	readonly #history: LiveRows<schema.HistoryEntry>;
	readonly #settings: Y.Map<unknown>;
	readonly #parts = new Signals<Part>();
	readonly #riskSignals = new Signals<string>();
	readonly #onSettings = () => this.#parts.wake(['settings']);
	#orderTold: number;

	/** End with `destroy`. */
	constructor(doc: Y.Doc) {
		this.#doc = doc;
		// The order listens first: whoever hears of changed risks finds it up to date.
		this.#order = treeIndexOf(doc.getMap(schema.RISKS));
		this.#orderTold = this.#order.version;
		this.#risks = live(doc, schema.RISKS, schema.risks);
		this.#scales = live(doc, schema.SCALES, schema.scales);
		this.#actions = live(doc, schema.ACTIONS, schema.actions);
		this.#history = live(doc, schema.HISTORY, schema.history);
		this.#settings = doc.getMap(schema.SETTINGS);
		this.#settings.observe(this.#onSettings);
		this.#risks.subscribe(({ changed, removed }) => {
			this.#riskSignals.wake([...changed, ...removed]);
			const hasMoved = this.#order.version !== this.#orderTold;
			this.#orderTold = this.#order.version;
			this.#parts.wake(hasMoved ? ['order', 'all-risks'] : ['all-risks']);
		});
		this.#scales.subscribe(() => this.#parts.wake(['scales']));
		this.#actions.subscribe(() => this.#parts.wake(['actions']));
		this.#history.subscribe(() => this.#parts.wake(['history']));
	}

	risk(id: string): schema.Risk | undefined {
		this.#riskSignals.follow(id);
		return this.#risks.get(id);
	}
	/** The same, unfollowed. */
	riskNow(id: string): schema.Risk | undefined {
		return this.#risks.get(id);
	}
	/** In the order of the register. */
	get riskIds(): readonly string[] {
		this.#parts.follow('order');
		return (this.#order.arrangement.children.get(null) ?? []).map(({ id }) => id);
	}
	/** The same with their values: wakes when any risk changes. */
	get risks(): readonly schema.Risk[] {
		this.#parts.follow('all-risks');
		return this.riskIds.flatMap((id) => this.#risks.get(id) ?? []);
	}

	get settings(): schema.BoardSettings {
		this.#parts.follow('settings');
		return readRecord(this.#doc, schema.SETTINGS, schema.settingsFields);
	}
	get scales(): readonly schema.Scale[] {
		this.#parts.follow('scales');
		return [...this.#scales.rows.values()];
	}
	/** What the levels of new scores mean. */
	get meaning(): ScaleMeaning {
		return meaningFor(this.settings, this.scales);
	}
	/** What the levels of this score meant when it was given. */
	meaningOf(score: Score): ScaleMeaning {
		return meaningFor(score, this.scales);
	}
	/** The scale of a score; undefined = the standard one. */
	scaleOf({ scale }: Pick<Score, 'scale'>): schema.Scale | undefined {
		return scale === null ? undefined : this.scales.find(({ id }) => id === scale);
	}

	get actions(): readonly schema.RiskAction[] {
		this.#parts.follow('actions');
		return [...this.#actions.rows.values()];
	}
	/** Oldest first. */
	actionsOf(riskId: string): readonly schema.RiskAction[] {
		return actionsOf(riskId, this.actions);
	}

	get history(): readonly schema.HistoryEntry[] {
		this.#parts.follow('history');
		return [...this.#history.rows.values()];
	}
	/** Newest first. */
	historyOf(riskId: string): readonly schema.HistoryEntry[] {
		return this.history.filter(({ risk }) => risk === riskId).sort((left, right) => byTime(right, left));
	}

	destroy(): void {
		this.#settings.unobserve(this.#onSettings);
		for (const rows of [this.#risks, this.#scales, this.#actions, this.#history]) rows.destroy();
	}
}

function live<Own extends Fields, Texts extends string, Members extends string>(
	doc: Y.Doc,
	root: string,
	part: RowPart<Own, Texts, Members>
) {
	return new LiveRows(doc.getMap(root), (id, map) => readRow(part, { id, map, place: NOWHERE }));
}
