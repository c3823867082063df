import { describe, expect, it } from 'vitest';
import { linkAddress } from './link-address.ts';

describe('an address as typed', () => {
	it.each([
		['https://x.y/z', 'https://x.y/z'],
		[' example.com ', 'https://example.com'],
		['例子.中国/路径?q=1#a', 'https://例子.中国/路径?q=1#a'],
		['sub.example.co.uk:8080/a', 'https://sub.example.co.uk:8080/a'],
		['localhost:3000/x', 'http://localhost:3000/x'],
		['10.0.0.7', 'http://10.0.0.7'],
		['lin@example.com', 'mailto:lin@example.com'],
		['mailto:lin@example.com', 'mailto:lin@example.com'],
		['/documents/1', '/documents/1'],
		['#part', '#part'],
		['//cdn.example.com', 'https://cdn.example.com']
	])('%j becomes %j', (typed, address) => expect(linkAddress(typed)).toBe(address));

	it.each([
		'',
		'words',
		'two words.com',
		'javascript:alert(1)',
		'JaVaScript:alert(1)',
		'data:text/html,x',
		'file:///etc/passwd',
		'https://',
		'ftp://x.y'
	])('%j is refused', (typed) => expect(linkAddress(typed)).toBeNull());
});
