// Why a version was taken. Everything that needs an exact state of a document (minutes, baselines, sign-offs, reports,
// change requests) takes a version with its purpose; there is no second mechanism of history.

export const versionPurposes = [
	'automatic',
	'named',
	'minutes',
	'baseline',
	'sign-off',
	'report',
	'change-request',
	/** The state before everything was replaced at once, so that it can be had back. */
	'before-import',
	'before-restore',
	'restore'
] as const;
export type VersionPurpose = (typeof versionPurposes)[number];

/** What a person may ask for; the rest is taken by what needs it. */
export const requestablePurposes = ['named', 'minutes', 'baseline', 'report', 'before-import'] as const;
export type RequestablePurpose = (typeof requestablePurposes)[number];

/** Taken without anybody asking, and thinned out with age as long as nobody named or used them. */
export const automaticPurposes: ReadonlySet<VersionPurpose> = new Set<VersionPurpose>([
	'automatic',
	'before-import',
	'before-restore',
	'restore'
]);

export const VERSION_NAME_MAX_LENGTH = 120;
