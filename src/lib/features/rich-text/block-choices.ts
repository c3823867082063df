// What the slash menu offers. Each is found by its name in both languages and by the short names writers know.
import type { ChainedCommands, Editor } from '@tiptap/core';
import Code from '@lucide/svelte/icons/square-code';
import Heading1 from '@lucide/svelte/icons/heading-1';
import Heading2 from '@lucide/svelte/icons/heading-2';
import Heading3 from '@lucide/svelte/icons/heading-3';
import ImageIcon from '@lucide/svelte/icons/image';
import List from '@lucide/svelte/icons/list';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import ListTodo from '@lucide/svelte/icons/list-todo';
import Minus from '@lucide/svelte/icons/minus';
import Person from '@lucide/svelte/icons/at-sign';
import Pilcrow from '@lucide/svelte/icons/pilcrow';
import Quote from '@lucide/svelte/icons/text-quote';
import TableIcon from '@lucide/svelte/icons/table';
import { m } from '#lib/i18n/compiled/messages.js';
import type { IconComponent } from '#lib/ui/icon/icon.ts';
import type { Choice } from './caret-menu.svelte.ts';

type Name = (inputs: object, options?: { locale: 'en' | 'zh-CN' }) => string;

interface Extras {
	/** Opens the file picker; absent where pictures cannot be sent. */
	pickImage: (() => void) | undefined;
	hasPeople: boolean;
}

export function blockChoices({ pickImage, hasPeople }: Extras): Choice[] {
	const level = (heading: 1 | 2 | 3) => (chain: ChainedCommands) => chain.setHeading({ level: heading });
	const list = [
		block('text', m.editor_block_text, Pilcrow, ['p', 'paragraph'], '', (chain) => chain.clearNodes()),
		block('heading-1', m.editor_block_heading_1, Heading1, ['h1', 'title'], '#', level(1)),
		block('heading-2', m.editor_block_heading_2, Heading2, ['h2'], '##', level(2)),
		block('heading-3', m.editor_block_heading_3, Heading3, ['h3'], '###', level(3)),
		block('bullets', m.editor_block_bullets, List, ['ul', 'bullet'], '-', (chain) =>
			chain.toggleBulletList()
		),
		block('numbers', m.editor_block_numbers, ListOrdered, ['ol'], '1.', (chain) => chain.toggleOrderedList()),
		block('tasks', m.editor_block_tasks, ListTodo, ['todo', 'check', '待办'], '[ ]', (chain) =>
			chain.toggleTaskList()
		),
		block('table', m.editor_block_table, TableIcon, ['grid'], '', (chain) =>
			chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })
		),
		block('quote', m.editor_block_quote, Quote, ['blockquote'], '>', (chain) => chain.toggleBlockquote()),
		block('code', m.editor_block_code, Code, ['pre'], '```', (chain) => chain.toggleCodeBlock()),
		block('line', m.editor_block_line, Minus, ['hr', 'divider', 'rule'], '---', (chain) =>
			chain.setHorizontalRule()
		)
	];
	if (pickImage) {
		list.push({
			...named(m.editor_block_image, ['img', 'photo', 'picture']),
			id: 'image',
			icon: ImageIcon,
			run: pickImage
		});
	}
	if (hasPeople) {
		const run = (editor: Editor) => editor.commands.insertContent('@');
		list.push({ ...named(m.editor_block_person, ['mention']), id: 'person', icon: Person, sign: '@', run });
	}
	return list;
}

function named(name: Name, aliases: readonly string[]): { label: string; aliases: string[] } {
	return {
		label: name({}),
		aliases: [name({}, { locale: 'en' }), name({}, { locale: 'zh-CN' }), ...aliases]
	};
}

function block(
	id: string,
	name: Name,
	icon: IconComponent,
	aliases: readonly string[],
	sign: string,
	change: (chain: ChainedCommands) => ChainedCommands
): Choice {
	const run = (editor: Editor) => void change(editor.chain().focus()).scrollIntoView().run();
	return { ...named(name, aliases), id, icon, run, ...(sign !== '' && { sign }) };
}
