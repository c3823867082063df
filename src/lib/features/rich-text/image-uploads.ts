// Images on their way into the text: picked, dropped or pasted. Until one has arrived, a sign that only this person sees
// stands in its place and moves with the text; one that failed says why, and can be tried again.
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { refuseImage } from '#lib/core/rich-text/image-rules.ts';
import { imageRefusal, uploadFailure } from './image-text.ts';
import { uploadSign } from './upload-sign.ts';

export type SendImage = (
	file: File,
	options: { progress: (share: number) => void; signal: AbortSignal }
) => Promise<{ url: string }>;

type Change = { add: { id: object; at: number; sign: HTMLElement } } | { remove: object };
type Spec = { id: object };

const key = new PluginKey<DecorationSet>('image-uploads');

export function imageUploads(send: SendImage): Extension {
	return Extension.create({
		name: 'imageUploads',
		addProseMirrorPlugins() {
			const { editor } = this;
			return [
				new Plugin<DecorationSet>({
					key,
					state: {
						init: () => DecorationSet.empty,
						apply: (transaction, signs) => {
							const moved = signs.map(transaction.mapping, transaction.doc);
							const change = transaction.getMeta(key) as Change | undefined;
							if (!change) return moved;
							if ('remove' in change)
								return moved.remove(moved.find(undefined, undefined, (spec) => spec.id === change.remove));
							const { id, at, sign } = change.add;
							const spec = { id, side: -1, ignoreSelection: true, stopEvent: () => true };
							return moved.add(transaction.doc, [Decoration.widget(at, sign, spec)]);
						}
					},
					props: {
						decorations: (state) => key.getState(state),
						handlePaste: (view, event) => {
							const files = imagesOf(event.clipboardData);
							if (files.length === 0 || !view.editable) return false;
							// Office programs add a picture of the words they copy: then the words count.
							const html = event.clipboardData?.getData('text/html') ?? '';
							if (html !== '' && !isOnlyImage(html)) return false;
							addImages(editor, files, send, view.state.selection.from);
							return true;
						},
						handleDrop: (view, event, _slice, isMoved) => {
							const files = isMoved ? [] : [...(event.dataTransfer?.files ?? [])];
							if (files.length === 0 || !view.editable) return false;
							event.preventDefault();
							const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
							addImages(editor, files, send, at ?? view.state.selection.from);
							return true;
						}
					}
				})
			];
		}
	});
}

/** Sends files and puts each where it was asked for; what is refused says so in its place. */
export function addImages(editor: Editor, files: readonly File[], send: SendImage, at: number): void {
	for (const file of files) addImage(editor, file, send, at);
}

function addImage(editor: Editor, file: File, send: SendImage, at: number): void {
	const id = {};
	const change = (meta: Change) => {
		if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, meta));
	};
	const remove = () => change({ remove: id });
	const sign = uploadSign(file.name);
	change({ add: { id, at: Math.min(at, editor.state.doc.content.size), sign: sign.element } });

	const refusal = refuseImage(file);
	if (refusal) {
		sign.fail(imageRefusal(refusal, file), { remove });
		return;
	}
	const start = (): void => {
		const stopping = new AbortController();
		const stop = () => {
			stopping.abort();
			remove();
		};
		sign.run({ stop });
		send(file, { progress: sign.progress, signal: stopping.signal }).then(
			({ url }) => {
				insertAt(editor, id, url);
				remove();
			},
			(error: unknown) => {
				if (!stopping.signal.aborted) sign.fail(uploadFailure(error, file), { remove, retry: start });
			}
		);
	};
	start();
}

function insertAt(editor: Editor, id: object, src: string): void {
	if (editor.isDestroyed) return;
	const place = key.getState(editor.state)?.find(undefined, undefined, (spec: Spec) => spec.id === id)[0];
	const image = editor.schema.nodes['image']?.create({ src });
	if (!place || !image) return;
	const { parent } = editor.state.doc.resolve(place.from);
	const paragraph = editor.schema.nodes['paragraph'];
	// In code there are no images: it goes in front of the block.
	const before = parent.type.spec.code ? editor.state.doc.resolve(place.from).before() : place.from;
	const node = parent.inlineContent && !parent.type.spec.code ? image : paragraph?.create(null, image);
	if (node) editor.view.dispatch(editor.state.tr.insert(before, node));
}

function imagesOf(data: DataTransfer | null): File[] {
	return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

function isOnlyImage(html: string): boolean {
	const { body } = new DOMParser().parseFromString(html, 'text/html');
	return body.textContent.trim() === '' && body.querySelectorAll('img').length === 1;
}
