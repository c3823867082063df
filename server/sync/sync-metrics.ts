// What the sync server counts. Labels are few and fixed: never an id. What happens per message is a plain number
// here and becomes a metric only when somebody reads it.

import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Verdict } from './room.ts';

export type UpdateOutcome = Verdict | 'malformed' | 'denied';
export type Refusal = 'malformed' | 'rate' | 'size' | 'awareness' | 'held' | 'slow' | 'outdated' | 'outrun';

export type SyncMetrics = ReturnType<typeof createSyncMetrics>;

const UPDATE_OUTCOMES: readonly UpdateOutcome[] = [
	'stored',
	'known',
	'held',
	'denied',
	'malformed',
	'outdated',
	'too-large',
	'outrun',
	'too-many-held'
];

export function createSyncMetrics(registry: Registry) {
	const registers = [registry];
	const updates = Object.fromEntries(UPDATE_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
		UpdateOutcome,
		number
	>;
	const traffic = { messagesReceived: 0, bytesReceived: 0, messagesSent: 0, bytesSent: 0 };
	/** Asked when somebody reads the metrics. */
	const read = { outgoingBytes: () => 0 };
	// Kept by the registry: each reads the plain numbers above when somebody asks.
	void new Counter({
		name: 'throughline_sync_updates_total',
		help: 'Updates received, by what became of them',
		labelNames: ['outcome'],
		registers,
		collect() {
			this.reset();
			for (const outcome of UPDATE_OUTCOMES) this.inc({ outcome }, updates[outcome]);
		}
	});
	void new Counter({
		name: 'throughline_sync_messages_total',
		help: 'Messages on all connections',
		labelNames: ['direction'],
		registers,
		collect() {
			this.reset();
			this.inc({ direction: 'in' }, traffic.messagesReceived);
			this.inc({ direction: 'out' }, traffic.messagesSent);
		}
	});
	void new Counter({
		name: 'throughline_sync_bytes_total',
		help: 'Bytes of messages on all connections',
		labelNames: ['direction'],
		registers,
		collect() {
			this.reset();
			this.inc({ direction: 'in' }, traffic.bytesReceived);
			this.inc({ direction: 'out' }, traffic.bytesSent);
		}
	});
	void new Gauge({
		name: 'throughline_sync_outgoing_bytes',
		help: 'Memory held for readers that have not taken it yet',
		registers,
		collect() {
			this.set(read.outgoingBytes());
		}
	});
	return {
		updates,
		traffic,
		read,
		connections: new Gauge({
			name: 'throughline_sync_connections',
			help: 'Open sync connections',
			registers
		}),
		rooms: new Gauge({ name: 'throughline_sync_rooms', help: 'Documents open now', registers }),
		closed: new Counter({
			name: 'throughline_sync_closed_total',
			help: 'Connections that the server closed, by code',
			labelNames: ['code'],
			registers
		}),
		refused: new Counter({
			name: 'throughline_sync_refused_total',
			help: 'Messages that closed their connection, by what was wrong with them',
			labelNames: ['reason'],
			registers
		}),
		slowed: new Counter({
			name: 'throughline_sync_slowed_total',
			help: 'Times that a writer was not read from for a while, by what could not keep up',
			labelNames: ['reason'],
			registers
		}),
		catchUps: new Counter({
			name: 'throughline_sync_catch_ups_total',
			help: 'Times that a slow reader was sent in one piece what it had missed',
			registers
		}),
		commits: new Histogram({
			name: 'throughline_sync_commit_seconds',
			help: 'Time to store the updates of one turn',
			buckets: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 1],
			registers
		}),
		flushes: new Histogram({
			name: 'throughline_sync_acknowledgement_seconds',
			help: 'Time from storing an update to telling its sender that it survives the loss of power',
			buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
			registers
		}),
		compactions: new Histogram({
			name: 'throughline_sync_compaction_seconds',
			help: 'Time to make a new snapshot of one document, in the background',
			buckets: [0.001, 0.01, 0.1, 1, 10],
			registers
		}),
		pendingBytes: new Gauge({
			name: 'throughline_sync_pending_bytes',
			help: 'Memory held by updates that the background work has not taken over',
			registers
		}),
		storeFailures: new Counter({
			name: 'throughline_sync_store_failures_total',
			help: 'Appends or background work that failed',
			registers
		})
	};
}
