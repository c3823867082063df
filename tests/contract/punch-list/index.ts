// A second kind, for the contract: it proves that a kind is one folder and one line of a registry.

import * as v from 'valibot';
import type * as Y from 'yjs';
import { fragmentToJson, jsonToFragment } from '#lib/core/rich-text/fragment.ts';
import { addRow, moveRow, readRows, removeRow, setRow } from '#lib/core/schema/collection.ts';
import { defineKind } from '#lib/core/schema/define-kind.ts';
import { defineMutation } from '#lib/core/schema/mutation.ts';
import { readRecord, writeFields } from '#lib/core/schema/record.ts';
import { rootFragment, rootMap, rootText } from '#lib/core/schema/roots.ts';
import { readText, replaceText } from '#lib/core/schema/text.ts';
import { addNode, moveNode, readTree, removeNode } from '#lib/core/schema/tree.ts';
import { places, points, settings, shape } from './schema.ts';

const { state, owner, due } = points.fields;
const { name } = places.fields;
const pointValues = v.partial(
	v.object({ state: state.schema, owner: owner.schema, due: due.schema, words: v.string() })
);
const after = v.optional(v.nullable(v.string()));

function read(doc: Y.Doc) {
	const remark = rootFragment(doc, 'remark');
	return {
		title: readText(doc, 'title'),
		remark: remark ? fragmentToJson(remark) : null,
		settings: readRecord(doc, 'settings', settings),
		points: readRows(doc, 'points', points),
		places: readTree(doc, 'places', places)
	};
}

const setTitle = defineMutation({
	name: 'setTitle',
	args: v.string(),
	run(doc, title) {
		const target = rootText(doc, 'title');
		if (target) replaceText(target, title);
	}
});
const setRemark = defineMutation({
	name: 'setRemark',
	args: v.unknown(),
	run(doc, json) {
		const target = rootFragment(doc, 'remark');
		if (target) jsonToFragment(json, target);
	}
});
const setSettings = defineMutation({
	name: 'setSettings',
	args: v.partial(v.object({ open: settings.open.schema, weight: settings.weight.schema })),
	run(doc, changes) {
		const target = rootMap(doc, 'settings');
		if (target) writeFields(settings, target, changes);
	}
});
const addPoint = defineMutation({
	name: 'addPoint',
	args: v.object({ values: pointValues, after }),
	run: (doc, row, { newId }) => addRow(doc, 'points', points, { ...row, id: newId() })
});
const setPoint = defineMutation({
	name: 'setPoint',
	args: v.object({ id: v.string(), values: pointValues }),
	run: (doc, { id, values }) => setRow(doc, 'points', points, id, values)
});
const movePoint = defineMutation({
	name: 'movePoint',
	args: v.object({ id: v.string(), after }),
	run: (doc, args) => moveRow(doc, 'points', args.id, args.after)
});
const removePoint = defineMutation({
	name: 'removePoint',
	args: v.object({ id: v.string() }),
	run: (doc, { id }) => removeRow(doc, 'points', id)
});
const addPlace = defineMutation({
	name: 'addPlace',
	args: v.object({ values: v.object({ name: name.schema }), parent: v.nullable(v.string()), after }),
	run: (doc, node, { newId }) => addNode(doc, 'places', places, { ...node, id: newId() })
});
const setPlace = defineMutation({
	name: 'setPlace',
	args: v.object({ id: v.string(), values: v.object({ name: name.schema }) }),
	run: (doc, { id, values }) => setRow(doc, 'places', places, id, values)
});
const movePlace = defineMutation({
	name: 'movePlace',
	args: v.object({ id: v.string(), parent: v.nullable(v.string()), after }),
	run: (doc, { id, ...target }) => moveNode(doc, 'places', id, target)
});
const removePlace = defineMutation({
	name: 'removePlace',
	args: v.object({ id: v.string() }),
	run: (doc, { id }) => removeNode(doc, 'places', id)
});

export const punchList = defineKind({
	name: 'punch-list',
	version: 2,
	shape,
	initialise: (doc, { title }) => rootText(doc, 'title')?.insert(0, title),
	title: (doc) => readText(doc, 'title'),
	read,
	mutations: { setTitle, setPoint, addPoint, movePoint, removePoint, addPlace, movePlace, removePlace },
	operations: {
		title: { set: { mutation: setTitle, args: ({ value }) => value } },
		remark: { set: { mutation: setRemark, args: ({ value }) => value } },
		settings: { set: { mutation: setSettings, args: ({ value }) => value } },
		points: {
			add: { mutation: addPoint, args: ({ value, after: row }) => ({ values: value, after: row }) },
			set: { mutation: setPoint, args: ({ id, value }) => ({ id, values: value }) },
			move: { mutation: movePoint, args: (operation) => operation },
			remove: { mutation: removePoint, args: (operation) => operation }
		},
		places: {
			add: { mutation: addPlace, args: ({ value, ...where }) => ({ parent: null, ...where, values: value }) },
			set: { mutation: setPlace, args: ({ id, value }) => ({ id, values: value }) },
			move: { mutation: movePlace, args: (operation) => ({ parent: null, ...operation }) },
			remove: { mutation: removePlace, args: (operation) => operation }
		}
	},
	migrations: [
		{
			to: 2,
			// Version 1 called the weight “priority”.
			run(doc) {
				const stored = rootMap(doc, 'settings');
				if (!stored?.has('priority')) return;
				if (!stored.has('weight')) stored.set('weight', settings.weight.read(stored.get('priority')));
				stored.delete('priority');
			}
		}
	],
	exchange: {
		json: { mediaType: 'application/json', extension: 'json', export: (doc) => JSON.stringify(read(doc)) }
	},
	projection(doc) {
		const rows = readRows(doc, 'points', points);
		return {
			items: rows.map(({ id, words }, position) => ({
				id,
				type: 'point',
				title: words,
				parentId: null,
				position
			})),
			links: [],
			texts: rows.map(({ id, words }) => ({ itemId: id, field: 'words', text: words })),
			measures: []
		};
	},
	templates: []
});
