import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mutate } from '#lib/core/schema/mutation.ts';
import { availabilityOf } from './capacity-mutations.ts';
import { readContent } from './content.ts';
import { mutations } from './mutations.ts';

const options = { origin: 'test' };
const join = (left: Y.Doc, right: Y.Doc) => {
	Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
	Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
};

describe('capacities', () => {
	it('one row per person; two made at once count as one and become one', () => {
		const [first, second] = [new Y.Doc(), new Y.Doc()];
		mutate(first, mutations.setCapacity, { person: 'u1', percent: 50 }, options);
		mutate(second, mutations.setCapacity, { person: 'u1', percent: 80 }, options);
		join(first, second);
		const [a, b] = [first, second].map((doc) => availabilityOf(readContent(doc).capacities).get('u1'));
		expect(a).toBe(b);
		mutate(first, mutations.setCapacity, { person: 'u1', percent: 20 }, options);
		join(first, second);
		expect(readContent(second).capacities).toHaveLength(1);
		expect(availabilityOf(readContent(second).capacities)).toEqual(new Map([['u1', 0.2]]));
		expect(() => mutate(first, mutations.setCapacity, { person: 'u1', percent: 0 }, options)).toThrow();
	});
});

describe('restoreTasks', () => {
	const task = (id: string, parent: string | null, title: string) => ({ id, parent, values: { title } });

	it('brings a branch back where it stood, with its links, under its own ids', () => {
		const doc = new Y.Doc();
		const a = mutate(doc, mutations.addTask, { values: { title: 'a' } }, options);
		const b = mutate(doc, mutations.addTask, { values: { title: 'b' } }, options);
		const inside = mutate(doc, mutations.addTask, { values: { title: 'inside' }, parent: b }, options);
		const c = mutate(doc, mutations.addTask, { values: { title: 'c' } }, options);
		const link = mutate(doc, mutations.linkTasks, { from: a, to: inside, lagMinutes: 480 }, options);
		const before = readContent(doc);
		mutate(doc, mutations.removeTasks, { ids: [b] }, options);
		const links = before.dependencies.map(({ id, ...values }) => ({ id, values }));
		const args = { tasks: [task(b, null, 'b'), task(inside, b, 'inside')], after: a, links };
		mutate(doc, mutations.restoreTasks, args, options);
		const after = readContent(doc);
		expect(after.tasks.map(({ id, parent, title }) => [id, parent, title])).toEqual([
			[a, null, 'a'],
			[b, null, 'b'],
			[inside, b, 'inside'],
			[c, null, 'c']
		]);
		expect(after.dependencies).toEqual([{ id: link, from: a, to: inside, type: 'FS', lagMinutes: 480 }]);
		// Somebody else brought it back first: nothing is doubled or overwritten.
		mutate(doc, mutations.updateTask, { id: b, values: { title: 'b again' } }, options);
		mutate(doc, mutations.restoreTasks, args, options);
		expect(readContent(doc).tasks.map(({ title }) => title)).toEqual(['a', 'b again', 'inside', 'c']);
	});

	it('stands at the top when its parent is gone too, and leaves out a link that would now close a circle', () => {
		const doc = new Y.Doc();
		const a = mutate(doc, mutations.addTask, { values: { title: 'a' } }, options);
		const c = mutate(doc, mutations.addTask, { values: { title: 'c' } }, options);
		mutate(doc, mutations.linkTasks, { from: c, to: a }, options);
		const links = [
			{ id: 'l1', values: { from: a, to: 'b' } },
			{ id: 'l2', values: { from: 'b', to: c } },
			{ id: 'l3', values: { from: 'b', to: 'gone' } }
		];
		mutate(doc, mutations.restoreTasks, { tasks: [task('b', 'gone', 'b')], after: 'gone', links }, options);
		const { tasks, dependencies } = readContent(doc);
		expect(tasks.map(({ id, parent }) => [id, parent])).toEqual([
			[a, null],
			[c, null],
			['b', null]
		]);
		expect(dependencies.map(({ id }) => id).filter((id) => id.startsWith('l'))).toEqual(['l1']);
	});
});
