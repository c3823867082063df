// Who can be named in the text. The name stands beside the id, so that the text reads without a lookup.
import type { Choice } from './caret-menu.svelte.ts';

export interface Mentionable {
	id: string;
	name: string;
}

export function peopleChoices(people: readonly Mentionable[]): Choice[] {
	return people.map(({ id, name }) => ({
		id,
		label: name,
		run: (editor) => {
			const mention = { type: 'mention', attrs: { id, label: name } };
			editor
				.chain()
				.focus()
				.insertContent([mention, { type: 'text', text: ' ' }])
				.run();
		}
	}));
}
