// The letters on an avatar: "Ada Lovelace" → AL, "王小明" → 小明 (given names tell Chinese people apart), "ada" → A. Where there
// is room for one Chinese character only, its last one.

export function initials(name: string, isSmall = false): string {
	const words = name
		.trim()
		.split(/[\s·.]+/u)
		.filter(Boolean);
	const first = words[0] ?? '';
	if (/^\p{Script=Han}/u.test(first)) return [...words.join('')].slice(isSmall ? -1 : -2).join('');
	const last = words.length > 1 ? words[words.length - 1] : undefined;
	return [first, last]
		.map((word) => [...(word ?? '')][0] ?? '')
		.join('')
		.toLocaleUpperCase();
}
