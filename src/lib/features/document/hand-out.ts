// Text that leaves the page by the person's own hand: into the clipboard or into a file. Browser only.

/** False where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

export function saveFile(name: string, type: string, content: string): void {
	const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers read the blob only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name that every file system takes; letters of all scripts stay. */
export function fileName(title: string, extension: string): string {
	const safe = title
		.normalize('NFC')
		.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
		.replace(/\s+/gu, ' ')
		.replace(/^[. ]+|[. ]+$/gu, '')
		.slice(0, 120);
	return `${safe || 'document'}.${extension}`;
}
