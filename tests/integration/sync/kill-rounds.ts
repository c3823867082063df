// Kills a sync server at random moments while four people type, and looks into its files each time: is everything there
// that was acknowledged, or that somebody else had seen? Used by a test (few rounds) and by the bench (many).

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as random from 'lib0/prng';
import { verifySyncFiles } from '#server/sync/sync-files.ts';
import { connect, type TestClient } from './sync-harness.ts';

const WRITERS = ['mei', 'tom', 'ada', 'li'];
/** Between the first keystroke and the kill. */
const LONGEST_ROUND_MILLISECONDS = 400;
/** How often a writer stops in the middle of a line for the others' updates to arrive. */
const KEYS_PER_TURN = 5;

export interface KillReport {
	rounds: number;
	typed: number;
	acknowledged: number;
	seenByOthers: number;
	/** Which of the two kinds, and what: empty is the only good answer. */
	lost: string[];
	/** What `verify` finds. */
	findings: string[];
	/** Milliseconds from starting the process to the first synced client, per round. */
	restarts: number[];
}

/** Same seed, same words and moments; what the system does in between is its own. */
export async function killRounds(folder: string, rounds: number, seed: number): Promise<KillReport> {
	const chance = random.create(seed);
	const report: KillReport = {
		rounds,
		typed: 0,
		acknowledged: 0,
		seenByOthers: 0,
		lost: [],
		findings: [],
		restarts: []
	};
	for (let round = 0; round < rounds; round++) {
		const started = performance.now();
		const { child, url } = await startProcess(folder);
		const clients = WRITERS.map((userId) => connect(url, 'notes', userId));
		try {
			await Promise.all(clients.map(({ provider }) => synced(provider)));
			report.restarts.push(performance.now() - started);
			const typed = await typeUntilKilled(child, clients, round, chance);
			const expected = survivors(clients, typed, report);
			for (const client of clients) client.stop();
			await checkFiles(folder, expected, report);
		} finally {
			child.kill('SIGKILL');
			for (const client of clients) client.stop();
		}
	}
	return report;
}

export async function startProcess(folder: string): Promise<{ child: ChildProcess; url: string }> {
	const program = join(import.meta.dirname, 'sync-process.ts');
	const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
	const url = await new Promise<string>((resolve, reject) => {
		child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
		child.once('exit', () => reject(new Error('the server ended before it was ready')));
	});
	return { child, url };
}

async function synced(provider: TestClient['provider']): Promise<void> {
	if (provider.synced) return;
	await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
}

/** Words typed, per writer, in order; each is one update. */
async function typeUntilKilled(
	child: ChildProcess,
	clients: readonly TestClient[],
	round: number,
	chance: random.PRNG
): Promise<string[][]> {
	const typed: string[][] = clients.map(() => []);
	const until = performance.now() + random.int31(chance, 5, LONGEST_ROUND_MILLISECONDS);
	const exited = once(child, 'exit');
	while (performance.now() < until) {
		for (const [writer, client] of clients.entries()) {
			for (let key = random.int31(chance, 0, KEYS_PER_TURN); key > 0; key--) {
				const word = `${round}:${writer}:${typed[writer]?.length} `;
				client.doc.getText('t').insert(0, word);
				typed[writer]?.push(word);
			}
		}
		await new Promise((resolve) => setImmediate(resolve));
	}
	child.kill('SIGKILL');
	await exited;
	// What the dead process had sent may still be on its way to the clients.
	await Promise.all(clients.map(({ closeCode }) => whenClosed(closeCode)));
	return typed;
}

async function whenClosed(closeCode: () => number | null): Promise<void> {
	while (closeCode() === null) await new Promise((resolve) => setImmediate(resolve));
}

function survivors(clients: readonly TestClient[], typed: readonly string[][], report: KillReport) {
	const texts = clients.map((client) => client.text());
	const expected = new Map<string, string>();
	for (const [writer, words] of typed.entries()) {
		const acknowledged = clients[writer]?.durable() ?? 0;
		report.typed += words.length;
		report.acknowledged += acknowledged;
		for (const word of words.slice(0, acknowledged)) expected.set(word, 'acknowledged');
		for (const [reader, text] of texts.entries()) {
			if (reader === writer) continue;
			const seen = new Set(text.split(' '));
			for (const word of words) {
				if (!seen.has(word.trim())) continue;
				report.seenByOthers++;
				expected.set(word, 'seen by another');
			}
		}
	}
	return expected;
}

async function checkFiles(folder: string, expected: Map<string, string>, report: KillReport): Promise<void> {
	let stored = new Set<string>();
	const { findings } = await verifySyncFiles(folder, (id, doc) => {
		if (id === 'notes') stored = new Set(doc.getText('t').toJSON().split(' '));
	});
	report.findings.push(...findings);
	for (const [word, why] of expected) if (!stored.has(word.trim())) report.lost.push(`${why}: ${word}`);
}
