// Where to go next, asked for in an address that anybody may have written: after signing in, after a change of language,
// when the line is back.

/** A path of this site and nothing else; `/` for anything that is not one. */
export function safeNext(value: string | null | undefined): string {
	if (!value || !isPath(value)) return '/';
	const target = new URL(value, 'http://here.invalid');
	// Read again after resolving: `/.//host` is a path that becomes a host.
	return target.host === 'here.invalid' && isPath(target.pathname)
		? target.pathname + target.search + target.hash
		: '/';
}

/** Two slashes would name another host. */
function isPath(value: string): boolean {
	return /^\/(?![/\\])/.test(value);
}
