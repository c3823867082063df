// What stands in the text while an image is on its way: its name and how far it is, or why it did not arrive.
import { m } from '#lib/i18n/compiled/messages.js';

export interface UploadSign {
	element: HTMLElement;
	run: (actions: { stop: () => void }) => void;
	progress: (share: number) => void;
	fail: (why: string, actions: { remove: () => void; retry?: () => void }) => void;
}

export function uploadSign(name: string): UploadSign {
	const element = document.createElement('span');
	element.contentEditable = 'false';
	element.className = 'upload';
	const words = document.createElement('span');
	const bar = document.createElement('progress');
	bar.max = 1;
	bar.setAttribute('aria-label', m.editor_image_sending({ name }));
	return {
		element,
		run: ({ stop }) => {
			element.classList.remove('failed');
			words.removeAttribute('role');
			words.textContent = name;
			bar.removeAttribute('value');
			element.replaceChildren(bar, words, button(m.editor_image_stop(), stop));
		},
		progress: (share) => {
			bar.value = share;
		},
		fail: (why, { remove, retry }) => {
			element.classList.add('failed');
			words.setAttribute('role', 'alert');
			words.textContent = why;
			const actions = [...(retry ? [button(m.editor_image_retry(), retry)] : [])];
			element.replaceChildren(words, ...actions, button(m.editor_image_discard(), remove));
		}
	};
}

function button(label: string, act: () => void): HTMLButtonElement {
	const made = document.createElement('button');
	made.type = 'button';
	made.textContent = label;
	made.addEventListener('click', act);
	return made;
}
