// What an image is, told from its first bytes: what its name or its sender says is never believed. SVG is left out
// on purpose, since it can carry scripts.

import type { ImageType } from '#lib/core/rich-text/image-rules.ts';

export type { ImageType };

/** How many first bytes a verdict needs. */
export const SNIFF_LENGTH = 12;

export function sniffImage(head: Uint8Array): ImageType | null {
	const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
	if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
	if (ascii(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
	if (['GIF87a', 'GIF89a'].includes(ascii(0, 6))) return 'image/gif';
	if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
	return null;
}
