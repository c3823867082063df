// Typed events inside the process: who publishes does not know who listens.
// Nothing that must not be lost travels here; the database and the journal hold that.

export interface BusEvents {
	/** Somebody's rights may have changed: open sockets that match every given field are checked again. */
	'access.changed': { userId?: string; projectId?: string; documentId?: string; sessionId?: string };
	/** A document has new durable content, told at once, in the way of the edit: who listens takes note and does no more. */
	'document.edited': { documentId: string };
	/** A document has new durable content (debounced by the sync server, never per keystroke); who wrote, where known. */
	'document.changed': { documentId: string; writers?: readonly string[] };
	/**
	 * Something about a document changed outside of its content: its open sockets hear the topic and nothing else
	 * (core/protocol, P8). `onlyUserIds` where not every reader may know.
	 */
	'document.notice': { documentId: string; topic: string; onlyUserIds?: readonly string[] };
	/** A document is gone: sockets close with 4404. */
	'document.removed': { documentId: string };
}

export type BusListener<Name extends keyof BusEvents> = (event: BusEvents[Name]) => void | Promise<void>;

export interface Bus {
	publish<Name extends keyof BusEvents>(name: Name, event: BusEvents[Name]): void;
	/** Returns the function that ends the subscription. */
	subscribe<Name extends keyof BusEvents>(name: Name, listener: BusListener<Name>): () => void;
}

/** A listener that throws harms neither the publisher nor the other listeners; `onError` hears of it. */
export function createBus(onError: (error: unknown, name: keyof BusEvents) => void): Bus {
	const listeners = new Map<keyof BusEvents, Set<BusListener<never>>>();
	return {
		publish(name, event) {
			for (const listener of listeners.get(name) ?? []) {
				try {
					const outcome = (listener as BusListener<typeof name>)(event);
					if (outcome) outcome.catch((error: unknown) => onError(error, name));
				} catch (error) {
					onError(error, name);
				}
			}
		},
		subscribe(name, listener) {
			const known = listeners.get(name) ?? new Set<BusListener<never>>();
			known.add(listener as BusListener<never>);
			listeners.set(name, known);
			return () => known.delete(listener as BusListener<never>);
		}
	};
}
