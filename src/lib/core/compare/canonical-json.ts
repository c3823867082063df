// One spelling for each JSON value: the JSON Canonicalization Scheme (RFC 8785). Keys are sorted by UTF-16 code units,
// numbers and strings are written as ECMAScript writes them, nothing stands between the tokens. Hashes are taken of it,
// so it does not depend on the order in which a reader names the fields, nor on anything Yjs knows.

/** Any value that `JSON.stringify` takes; what has no JSON (undefined, functions) is left out, as there. */
export function canonicalJson(value: unknown): string {
	return spell(value) ?? 'null';
}

function spell(value: unknown): string | undefined {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map((one) => spell(one) ?? 'null').join(',')}]`;
	if ('toJSON' in value && typeof value.toJSON === 'function') return spell(value.toJSON() as unknown);
	const members: string[] = [];
	for (const key of Object.keys(value).sort()) {
		const spelled = spell((value as Record<string, unknown>)[key]);
		if (spelled !== undefined) members.push(`${JSON.stringify(key)}:${spelled}`);
	}
	return `{${members.join(',')}}`;
}
