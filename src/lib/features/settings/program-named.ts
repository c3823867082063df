// Browser and system out of a User-Agent header, roughly: enough to recognise one's own devices by. Most
// browsers also claim to be others, so the order of the tests decides.

const browsers: readonly (readonly [RegExp, string])[] = [
	[/MicroMessenger\//, 'WeChat'],
	[/DingTalk/i, 'DingTalk'],
	[/Lark\/|Feishu/i, 'Feishu'],
	[/Edg(?:e|A|iOS)?\//, 'Edge'],
	[/OPR\//, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
	[/Safari\//, 'Safari']
];

const systems: readonly (readonly [RegExp, string])[] = [
	[/iPhone|iPad|iPod/, 'iOS'],
	[/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Mac OS X|Macintosh/, 'macOS'],
	[/CrOS/, 'ChromeOS'],
	[/Linux|X11/, 'Linux']
];

/** Null where it is no browser that we know of. */
export function programNamed(userAgent: string): { browser: string; system: string } | null {
	const named = (names: typeof browsers) => names.find(([mark]) => mark.test(userAgent))?.[1];
	const [browser, system] = [named(browsers), named(systems)];
	return browser === undefined || system === undefined ? null : { browser, system };
}
