import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mutate, type Mutation } from '#lib/core/schema/mutation.ts';
import { availabilityOf } from './capacity-mutations.ts';
import { readContent } from './content.ts';
import { mutations } from './mutations.ts';

const run = (doc: Y.Doc, name: keyof typeof mutations, args: unknown) =>
	mutate(doc, mutations[name] as unknown as Mutation<unknown, string>, args, { origin: 'test' });
const join = (left: Y.Doc, right: Y.Doc) => {
	Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
	Y.applyUpdate(right, Y.encodeStateAsUpdate(left));
};

describe('capacities', () => {
	it('one row per person; two made at once count as one and become one', () => {
		const [first, second] = [new Y.Doc(), new Y.Doc()];
		run(first, 'setCapacity', { person: 'u1', percent: 50 });
		run(second, 'setCapacity', { person: 'u1', percent: 80 });
		join(first, second);
		const [a, b] = [first, second].map((doc) => availabilityOf(readContent(doc).capacities).get('u1'));
		expect(a).toBe(b);
		run(first, 'setCapacity', { person: 'u1', percent: 20 });
		join(first, second);
		expect(readContent(second).capacities).toHaveLength(1);
		expect(availabilityOf(readContent(second).capacities)).toEqual(new Map([['u1', 0.2]]));
		expect(() => run(first, 'setCapacity', { person: 'u1', percent: 0 })).toThrow('invalid');
	});
});

describe('restoreTasks', () => {
	const task = (id: string, parent: string | null, title: string) => ({ id, parent, values: { title } });

	it('brings a branch back where it stood, with its links, under its own ids', () => {
		const doc = new Y.Doc();
		const a = run(doc, 'addTask', { values: { title: 'a' } });
		const b = run(doc, 'addTask', { values: { title: 'b' } });
		const inside = run(doc, 'addTask', { values: { title: 'inside' }, parent: b });
		const c = run(doc, 'addTask', { values: { title: 'c' } });
		const link = run(doc, 'linkTasks', { from: a, to: inside, lagMinutes: 480 });
		const before = readContent(doc);
		run(doc, 'removeTasks', { ids: [b] });
		const links = before.dependencies.map(({ id, ...values }) => ({ id, values }));
		const args = { tasks: [task(b, null, 'b'), task(inside, b, 'inside')], after: a, links };
		run(doc, 'restoreTasks', args);
		const after = readContent(doc);
		expect(after.tasks.map(({ id, parent, title }) => [id, parent, title])).toEqual([
			[a, null, 'a'],
			[b, null, 'b'],
			[inside, b, 'inside'],
			[c, null, 'c']
		]);
		expect(after.dependencies).toEqual([{ id: link, from: a, to: inside, type: 'FS', lagMinutes: 480 }]);
		// Somebody else brought it back first: nothing is doubled or overwritten.
		run(doc, 'updateTask', { id: b, values: { title: 'b again' } });
		run(doc, 'restoreTasks', args);
		expect(readContent(doc).tasks.map(({ title }) => title)).toEqual(['a', 'b again', 'inside', 'c']);
	});

	it('stands at the top when its parent is gone too, and leaves out a link that would now close a circle', () => {
		const doc = new Y.Doc();
		const a = run(doc, 'addTask', { values: { title: 'a' } });
		const c = run(doc, 'addTask', { values: { title: 'c' } });
		run(doc, 'linkTasks', { from: c, to: a });
		const links = [
			{ id: 'l1', values: { from: a, to: 'b' } },
			{ id: 'l2', values: { from: 'b', to: c } },
			{ id: 'l3', values: { from: 'b', to: 'gone' } }
		];
		run(doc, 'restoreTasks', { tasks: [task('b', 'gone', 'b')], after: 'gone', links });
		const { tasks, dependencies } = readContent(doc);
		expect(tasks.map(({ id, parent }) => [id, parent])).toEqual([
			[a, null],
			[c, null],
			['b', null]
		]);
		expect(dependencies.map(({ id }) => id).filter((id) => id.startsWith('l'))).toEqual(['l1']);
	});
});
