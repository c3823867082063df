// What the demo is made of: pieces, each made once and never again, so that what people changed stays changed. A piece
// may have been cut off half way; run again, it makes what is still missing.

import type { CurrentUser } from '#server/service-types.ts';
import type { Services } from '#server/services.ts';
import type { PersonKey } from './cast.ts';
import type { DemoDates } from './demo-dates.ts';

export interface DemoPiece {
	/** Stable: the record of what is done names pieces by it. */
	readonly name: string;
	make(stage: DemoStage): Promise<void>;
}

/** What a piece works with: the same services as everybody, asked in the name of the demo's people. */
export interface DemoStage {
	readonly services: Pick<Services, 'accounts' | 'projects' | 'documents' | 'files' | 'retrospectives'>;
	readonly dates: DemoDates;
	actor(person: PersonKey): Promise<CurrentUser>;
}
