// What kind of keyboard is here. On the server nobody knows; a page then prints Ctrl until it is alive.

export function isMac(): boolean {
	return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);
}
