// HTTP as another program speaks it: one call, one plain answer. Holds no expectations.

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Credentials {
	/** The session cookie's value, sent with the page's own origin, as a browser does. */
	session?: string;
	token?: string;
}

export interface ApiRequest {
	json?: unknown;
	/** Instead of `json`; goes out as it is. */
	body?: string | Uint8Array<ArrayBuffer> | FormData | ReadableStream<Uint8Array>;
	type?: string;
	headers?: Record<string, string>;
}

export interface ApiAnswer {
	status: number;
	headers: Headers;
	text: string;
	/** Parsed where the answer says that it is JSON, else undefined. */
	// oxlint-disable-next-line no-explicit-any -- answers are looked at by expectations, not by types
	json: any;
}

export class ApiClient {
	readonly #url: string;

	constructor(url: string) {
		this.#url = url;
	}

	/** `path` from the root: "/api/v1/me". */
	async call(
		who: Credentials | null,
		method: Method | string,
		path: string,
		request: ApiRequest = {}
	): Promise<ApiAnswer> {
		const headers = new Headers();
		if (who?.session !== undefined) {
			headers.set('cookie', `throughline_session=${who.session}`);
			headers.set('origin', this.#url);
		}
		if (who?.token !== undefined) headers.set('authorization', `Bearer ${who.token}`);
		if (request.json !== undefined) headers.set('content-type', 'application/json');
		if (request.type !== undefined) headers.set('content-type', request.type);
		for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
		const body = request.json === undefined ? request.body : JSON.stringify(request.json);
		const response = await fetch(this.#url + path, {
			method,
			headers,
			redirect: 'manual',
			...(body === undefined ? {} : { body, duplex: 'half' })
		} as RequestInit);
		const text = await response.text();
		const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
		return {
			status: response.status,
			headers: response.headers,
			text,
			json: isJson && text !== '' ? JSON.parse(text) : undefined
		};
	}
}
