// The few globals that every JavaScript runtime has and that pure code may use. Everything else of
// the browser or of Node is a compile error in core and in the models of the kinds.

declare const crypto: { getRandomValues<T extends ArrayBufferView>(array: T): T };
declare class TextEncoder {
	encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean });
	decode(bytes: Uint8Array): string;
}
declare class URL {
	constructor(url: string, base?: string);
	readonly protocol: string;
	readonly href: string;
	static canParse(url: string, base?: string): boolean;
}
declare function structuredClone<T>(value: T): T;
