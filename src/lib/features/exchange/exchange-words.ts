// What a kind calls its own parts when it is imported. Without these words the dialog tells rows by their titles alone.

import type * as Y from 'yjs';

export interface ExchangeWords {
	/** "Tasks"; the name of a collection, or of a part without rows. */
	part(name: string): string;
	/** "Start"; undefined for what people need not read. */
	field(collection: string, name: string): string | undefined;
	/** Where the value is not for people as it stands: a choice, working minutes. */
	value(collection: string, name: string, value: unknown): string | undefined;
}

/** `doc`: what is imported into. */
export type MakeExchangeWords = (doc: Y.Doc) => ExchangeWords;
