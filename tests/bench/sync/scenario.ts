// What a part of the benchmark is: figures by name, for one contestant, once.

import type { Contestant } from './server-process.ts';

export type Figures = Record<string, number>;

export interface Scenario {
	name: string;
	title: string;
	/** Whom it makes sense for; everybody who is run so every day unless given. */
	suits?(contestant: Contestant): boolean;
	measure(contestant: Contestant): Promise<Figures>;
}
