import { describe, expect, it } from 'vitest';
import { CLOSE, isFinalClose } from './close-codes.ts';
import { parseSyncEvent } from './messages.ts';

describe('the events of message type 100', () => {
	it('P3 reads a role', () => {
		const event = { type: 'role', role: 'editor', canEdit: true, generation: 2 };
		expect(parseSyncEvent(JSON.stringify(event))).toEqual(event);
	});

	it('P6 ignores what it does not know and drops fields of an unknown name', () => {
		expect(parseSyncEvent('{"type":"thread","id":"x"}')).toBeNull();
		expect(parseSyncEvent('{"type":"reload","generation":3,"more":1}')).toEqual({
			type: 'reload',
			generation: 3
		});
		for (const broken of [
			'',
			'{',
			'null',
			'[]',
			'"role"',
			'{"type":"role","role":"king","canEdit":true,"generation":1}'
		]) {
			expect(parseSyncEvent(broken)).toBeNull();
		}
	});
});

describe('a notice', () => {
	it('P8 is a topic and nothing else', () => {
		expect(parseSyncEvent('{"type":"notice","topic":"threads","body":"secret"}')).toEqual({
			type: 'notice',
			topic: 'threads'
		});
		for (const topic of ['', 'Two words', 'x'.repeat(33), 7]) {
			expect(parseSyncEvent(JSON.stringify({ type: 'notice', topic }))).toBeNull();
		}
	});
});

describe('close codes', () => {
	it('P5 names the codes after which a client stays away', () => {
		expect([CLOSE.notFound, CLOSE.forbidden, CLOSE.tooLarge].every(isFinalClose)).toBe(true);
		expect([CLOSE.restarting, CLOSE.tooSlow, CLOSE.tooMany, 1006].some(isFinalClose)).toBe(false);
	});
});
