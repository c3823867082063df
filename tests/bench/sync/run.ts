// The sync server beside a bare relay and the peers from the registry, in the same run: `npm run bench -- sync`, or one
// part of it: `npm run bench -- sync/cold-open`. RUNS=n changes how often each is measured; the median counts.

import { writeResult } from '../write-result.ts';
import type { Figures, Scenario } from './scenario.ts';
import { cursors } from './scenarios/cursors.ts';
import { deafReader } from './scenarios/deaf-reader.ts';
import { fanOut10, fanOut2, fanOut200, fanOut50, fanOutLoaded } from './scenarios/fan-out.ts';
import { hostile } from './scenarios/hostile.ts';
import { idleDocuments } from './scenarios/idle-documents.ts';
import { kill } from './scenarios/kill.ts';
import { coldOpen, coldOpenLarge, manyDocuments, newcomers, returning } from './scenarios/open.ts';
import { pipeline } from './scenarios/pipeline.ts';
import { throughput } from './scenarios/throughput.ts';
import { CONTESTANTS, pinLoad } from './server-process.ts';
import { medians, printTable, ratios } from './table.ts';

const SCENARIOS: readonly Scenario[] = [
	throughput,
	fanOut2,
	fanOut10,
	fanOut50,
	fanOut200,
	fanOutLoaded,
	coldOpen,
	coldOpenLarge,
	newcomers,
	returning,
	manyDocuments,
	idleDocuments,
	cursors,
	pipeline,
	deafReader,
	kill,
	hostile
];

const runs = Number(process.env.RUNS ?? 3);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
if (unknown.length > 0) {
	const names = SCENARIOS.map(({ name }) => name).join(', ');
	process.stderr.write(`There is no part "${unknown.join('", "')}". There are: ${names}.\n`);
	process.exit(1);
}

pinLoad();
for (const scenario of SCENARIOS) {
	if (asked.length === 0 || asked.includes(scenario.name)) await compare(scenario);
}

async function compare({ name, title, suits, measure }: Scenario): Promise<void> {
	const results = new Map<string, Figures>();
	const contestants = CONTESTANTS.filter((one) => suits?.(one) ?? one.isEveryday);
	const measured = new Map<string, Figures[]>();
	// In turns, so that what else the machine does meets everybody.
	for (let run = 0; run < (contestants.length > 1 ? runs : 1); run++) {
		for (const contestant of contestants) {
			if (run > 0 && !contestant.isEveryday) continue;
			const figures = await measure(contestant).catch((error: Error) => {
				process.stderr.write(`${name}: ${contestant.name}: ${error.message}\n`);
				return null;
			});
			if (figures) measured.set(contestant.name, [...(measured.get(contestant.name) ?? []), figures]);
		}
	}
	for (const [contestant, figures] of measured) results.set(contestant, medians(figures));
	const peers = CONTESTANTS.flatMap((one) => (one.isDurable && one.name !== 'throughline' ? [one.name] : []));
	const compared = ratios(results, peers);
	printTable(title, { ...Object.fromEntries(results), ...compared });
	const figures = { title, runs, medians: Object.fromEntries(results), ratios: compared };
	writeResult(`sync-${name}`, { ...figures, each: Object.fromEntries(measured) }, false);
}
