import { expect, it } from 'vitest';
import { leaveTitle, liveTitle, reportTitle } from './live-titles.svelte.ts';

it('an open document is called what is written in it', () => {
	expect(liveTitle('a', 'Kickoff')).toBe('Kickoff');
	reportTitle('a', 'Kickoff with');
	reportTitle('a', 'Kickoff with Northwind');
	expect(liveTitle('a', 'Kickoff')).toBe('Kickoff with Northwind');
	expect(liveTitle('a', 'Somebody else’s older title')).toBe('Kickoff with Northwind');
	expect(liveTitle('b', 'Weekly')).toBe('Weekly');
});

it('after it was closed, the server is believed as soon as it says something new', () => {
	reportTitle('c', 'Draft two');
	leaveTitle('c', 'Draft');
	expect(liveTitle('c', 'Draft')).toBe('Draft two');
	expect(liveTitle('c', 'Renamed by Bo')).toBe('Renamed by Bo');
	leaveTitle('never opened', 'Draft');
	expect(liveTitle('never opened', 'Draft')).toBe('Draft');
});
