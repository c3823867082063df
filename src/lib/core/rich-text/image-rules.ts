/**
 * Owns what an image in a document may be: the browser asks before it sends, the server decides. SVG is left out on
 * purpose, since it can carry scripts.
 */

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** Bytes. */
export const IMAGE_SIZE_LIMIT = 10 * 1024 * 1024;

/** Why an image cannot be sent, or null. A type the browser does not know is left to the server. */
export function refuseImage({
	type,
	size
}: {
	type: string;
	size: number;
}): 'type' | 'size' | 'empty' | null {
	if (type !== '' && !(IMAGE_TYPES as readonly string[]).includes(type)) return 'type';
	if (size === 0) return 'empty';
	return size > IMAGE_SIZE_LIMIT ? 'size' : null;
}
