// A file's name in a header (RFC 6266): an ASCII stand-in for old readers, the real name for all others.

export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
	// eslint-disable-next-line no-control-regex -- control characters are what is taken out
	const name = fileName.toWellFormed().replaceAll(/[\u0000-\u001f\u007f/\\]/g, '_');
	const plain = name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["%]/g, '_');
	const encoded = encodeURIComponent(name).replaceAll(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
