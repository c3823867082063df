// What the rest of the server may ask of the projections: that rows follow the documents. Types only; the scheduling
// is create-projection-service.ts, the work is done in a thread of its own (projection-worker.ts).

export interface ProjectionService {
	/**
	 * Brings the rows of one document up to its content now, past all pauses. Resolves when they are written; at once for a
	 * document that does not exist. What cannot be projected is logged, not thrown.
	 */
	refresh(documentId: string): Promise<void>;
	/** Looks at every document and brings old rows up to date, behind whatever changes meanwhile. */
	catchUp(): void;
	/** Resolves when nothing is waiting. */
	settled(): Promise<void>;
	/** Finishes what is waiting, as far as it can soon, and ends the thread. */
	close(): Promise<void>;
}
