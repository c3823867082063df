// Medians as a table, with each contestant's figure over the best peer's: below 1 is better than every peer.

import type { Figures } from './scenario.ts';

export function medians(runs: readonly Figures[]): Figures {
	const names = Object.keys(runs[0] ?? {});
	return Object.fromEntries(
		names.map((name) => {
			const values = runs.map((run) => run[name] ?? Number.NaN).toSorted((a, b) => a - b);
			return [name, values[Math.floor(values.length / 2)] ?? Number.NaN];
		})
	);
}

/** Ours over the smallest of the others that keep what they hear, and over the relay. */
export function ratios(
	results: ReadonlyMap<string, Figures>,
	peers: readonly string[]
): Record<string, Figures> {
	const ours = results.get('throughline') ?? {};
	const over = (names: readonly string[]) =>
		Object.fromEntries(
			Object.entries(ours).flatMap(([name, value]) => {
				const best = Math.min(...names.map((peer) => results.get(peer)?.[name] ?? Infinity));
				return Number.isFinite(best) && best > 0 ? [[name, value / best]] : [];
			})
		);
	return { 'over the best peer': over(peers), 'over the relay': over(['relay']) };
}

export function printTable(title: string, rows: Record<string, Figures>): void {
	const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
	const cells = [
		['', ...columns],
		...Object.entries(rows)
			.filter(([, row]) => Object.keys(row).length > 0)
			.map(([name, row]) => [name, ...columns.map((column) => shown(row[column]))])
	];
	const widths =
		cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
	const line = (row: readonly string[]) =>
		row.map((cell, column) =>
			column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
		);
	process.stdout.write(`\n${title}\n${cells.map((row) => `  ${line(row).join('  ')}`).join('\n')}\n`);
}

function shown(value: number | undefined): string {
	if (value === undefined) return '';
	if (Number.isNaN(value)) return '–';
	return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}
