import { expect, test, vi } from 'vitest';
import { createBus } from './bus.ts';

test('a listener hears until it ends its subscription', () => {
	const bus = createBus(() => {});
	const heard = vi.fn();
	const end = bus.subscribe('document.changed', heard);
	bus.publish('document.changed', { documentId: 'a' });
	end();
	bus.publish('document.changed', { documentId: 'b' });
	expect(heard.mock.calls).toEqual([[{ documentId: 'a' }]]);
});

test('a failing listener harms nobody and is reported', async () => {
	const onError = vi.fn();
	const bus = createBus(onError);
	const heard = vi.fn();
	bus.subscribe('document.removed', () => {
		throw new Error('sync');
	});
	bus.subscribe('document.removed', () => Promise.reject(new Error('async')));
	bus.subscribe('document.removed', heard);
	bus.publish('document.removed', { documentId: 'a' });
	await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
	expect(heard).toHaveBeenCalledOnce();
});
