import { expect, it } from 'vitest';
import { killRounds } from './kill-rounds.ts';
import { syncSuite } from './sync-suite.ts';

const { folder } = syncSuite();

it('S1 S2 S5 kill -9 at any moment loses nothing that was acknowledged or that somebody else saw', async () => {
	const report = await killRounds(folder(), 5, 20_261_124);
	expect({ lost: report.lost, findings: report.findings }).toEqual({ lost: [], findings: [] });
	// It did look at something.
	expect(report.acknowledged).toBeGreaterThan(0);
	expect(report.seenByOthers).toBeGreaterThan(0);
});
