import { killRounds } from '../../../integration/sync/kill-rounds.ts';
import type { Scenario } from '../scenario.ts';
import { withFolder } from '../server-process.ts';
import { percentile } from '../typing.ts';

const ROUNDS = 200;

export const kill: Scenario = {
	name: 'kill',
	title: `kill -9 at a random moment while four people type, ${ROUNDS} times`,
	suits: ({ name }) => name === 'throughline',
	measure: () =>
		withFolder(async (folder) => {
			const seed = Date.now() % 2 ** 31;
			const report = await killRounds(folder, ROUNDS, seed);
			for (const line of [...report.lost, ...report.findings]) process.stderr.write(`${line}\n`);
			return {
				seed,
				rounds: report.rounds,
				'edits typed': report.typed,
				acknowledged: report.acknowledged,
				'seen by others': report.seenByOthers,
				lost: report.lost.length,
				'findings of verify': report.findings.length,
				'p50 ms from start to first sync': percentile(report.restarts, 0.5)
			};
		})
};
