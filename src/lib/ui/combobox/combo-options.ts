// What can be chosen, and which of it a few typed letters mean. Pure.

import type { IconComponent } from '../icon/icon.ts';

export type ComboOption = {
	value: string;
	label: string;
	/** Muted, behind the label: a role, an address. */
	detail?: string;
	/** A person: 1…8, drawn as an avatar. */
	color?: number;
	/** A state: drawn as a chip. */
	tone?: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';
	icon?: IconComponent;
	/** Found by these too: pinyin, an abbreviation. */
	keywords?: readonly string[];
};

/** Labels that begin with the letters first, then those with a word that does, then those that contain them. */
export function filterOptions(options: readonly ComboOption[], query: string): readonly ComboOption[] {
	const wanted = fold(query);
	if (wanted === '') return options;
	const ranked = options.map((option) => ({ option, rank: rankOf(option, wanted) }));
	return ranked
		.filter(({ rank }) => rank < 3)
		.toSorted((a, b) => a.rank - b.rank)
		.map(({ option }) => option);
}

export function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function rankOf(option: ComboOption, wanted: string): number {
	const ranks = [option.label, ...(option.keywords ?? []), option.detail ?? ''].map((text) => {
		const folded = fold(text);
		if (folded.startsWith(wanted)) return 0;
		if (folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 1;
		return folded.includes(wanted) ? 2 : 3;
	});
	return Math.min(...ranks);
}
