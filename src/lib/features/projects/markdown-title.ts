// The title of a Markdown file for people: its first heading, else its file name without the ending.

const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/;

export function titleOfMarkdown(markdown: string, fileName: string): string {
	let fence: string | null = null;
	for (const line of markdown.split(/\r?\n/)) {
		const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? null;
		if (mark) fence = fence === null ? mark : fence === mark ? null : fence;
		const heading = fence === null ? HEADING.exec(line)?.[1] : undefined;
		if (heading) return plain(heading);
	}
	return fileName.replace(/\.[^.]*$/, '').trim();
}

/** Without emphasis, code marks and link targets. */
function plain(text: string): string {
	return text
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/(\*\*|__|`|~~)/g, '')
		.replace(/(^|\s)[*_](\S.*?\S|\S)[*_](?=\s|$)/g, '$1$2')
		.trim();
}
