// A score in one cell: `3×4`, with the dimensions that were judged in brackets: `3×4 (T4 C2)` for time, cost, quality and
// satisfaction.

import {
	DIMENSIONS,
	NOT_JUDGED,
	isLevel,
	overallImpact,
	type Dimension,
	type Level,
	type Score
} from '../score.ts';

const LETTERS: Readonly<Record<Dimension, string>> = {
	time: 'T',
	cost: 'C',
	quality: 'Q',
	satisfaction: 'S'
};

export function writeScore(score: Score | null): string {
	if (score === null) return '';
	const judged = DIMENSIONS.flatMap((dimension) => {
		const level = score.impacts[dimension];
		return level === null ? [] : [`${LETTERS[dimension]}${level}`];
	});
	const place = `${score.probability}×${score.impact}`;
	return judged.length > 0 ? `${place} (${judged.join(' ')})` : place;
}

/** null where it cannot be read. The scale is the reader's to add. */
export function readScore(text: string): Score | null {
	const match = /^([1-5])\s*[×xX*,/]\s*([1-5])(?:\s*\(([^)]*)\))?$/.exec(text.trim());
	const [probability, impact] = [Number(match?.[1]), Number(match?.[2])];
	if (!match || !isLevel(probability) || !isLevel(impact)) return null;
	const impacts: Record<Dimension, Level | null> = { ...NOT_JUDGED };
	for (const part of (match[3] ?? '').split(/[\s,;]+/).filter((word) => word !== '')) {
		const dimension = DIMENSIONS.find((one) => LETTERS[one] === part[0]?.toUpperCase());
		const level = Number(part.slice(1));
		if (!dimension || !isLevel(level)) return null;
		impacts[dimension] = level;
	}
	const overall = overallImpact(impacts);
	if (overall !== null && overall !== impact) return null;
	return { probability, impact, impacts, scale: null };
}
