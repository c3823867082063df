// Puts the sync server together: store, commit queue, rooms, sockets, and what it hears from and tells
// the rest of the server. The only file that other rooms import values from.

import { CLOSE } from '#lib/core/protocol/close-codes.ts';
import { DEFAULT_SYNC_LIMITS, type SyncLimits } from '#lib/core/protocol/limits.ts';
import { systemClock, type Clock } from '#lib/core/clock.ts';
import type { Bus } from '#server/bus.ts';
import type { Log } from '#server/log.ts';
import type { Metrics } from '#server/metrics.ts';
import { Backlog } from './backlog.ts';
import { ChangeNotices } from './change-notices.ts';
import { CommitQueue } from './commit-queue.ts';
import { createLiveDocuments } from './live-documents.ts';
import { Rooms } from './rooms.ts';
import { Sockets } from './sockets.ts';
import { createSqliteStore } from './sqlite-store.ts';
import { createSyncMetrics } from './sync-metrics.ts';
import type { SyncHost, SyncService } from './sync-service.ts';
import { TurnEnd } from './turn-end.ts';

export interface SyncSettings {
	dataDir: string;
	/** The public origin when it is fixed; null = a page's origin must be the host that it asked. */
	origin: string | null;
	host: SyncHost;
	bus: Bus;
	log: Log;
	metrics: Metrics;
	/** Changes whenever `host.migrate` may have something new to do. */
	migrationKey: string;
	limits?: Partial<SyncLimits>;
	/** Two SQLite files in `dataDir` unless something else keeps the updates. */
	openStore?: typeof createSqliteStore;
	clock?: Clock;
}

const GOODBYE_PATIENCE_MILLISECONDS = 3000;

export async function createSyncService(settings: SyncSettings): Promise<SyncService> {
	const { dataDir, origin, host, bus, log, migrationKey } = settings;
	const clock = settings.clock ?? systemClock;
	const limits: SyncLimits = { ...DEFAULT_SYNC_LIMITS, ...settings.limits };
	const metrics = createSyncMetrics(settings.metrics);
	const backlog = new Backlog(limits.backlogBytes, 'backlog');

	const openStore = settings.openStore ?? createSqliteStore;
	const store = await openStore(dataDir, {
		onCompaction: (milliseconds) => metrics.compactions.observe(milliseconds / 1000),
		onWorkerFailure(error, documentId) {
			metrics.storeFailures.inc();
			log.error({ error, documentId }, 'background work on documents failed');
		}
	});

	const notices = new ChangeNotices((documentId, writers) =>
		bus.publish('document.changed', { documentId, writers })
	);
	function onChange(documentId: string, writers: readonly string[] = []): void {
		bus.publish('document.edited', { documentId });
		notices.changed(documentId, writers);
	}

	function measureBacklog(): void {
		const bytes = store.pendingBytes();
		metrics.pendingBytes.set(bytes);
		backlog.measure(bytes);
	}

	/** Whoever reads goes on reading, as long as there is something that can be read. */
	function rereadRoom(documentId: string): void {
		try {
			rooms.get(documentId)?.reread();
		} catch (error) {
			log.error({ error: String(error), documentId }, 'a document cannot be read');
			sockets.closeAll(documentId, CLOSE.storageUnavailable, 'could not store');
			rooms.drop(documentId);
		}
	}

	const turnEnd = new TurnEnd();
	const queue = new CommitQueue(store, turnEnd, {
		onCommit(seconds) {
			metrics.commits.observe(seconds);
			measureBacklog();
		},
		onFlush: (seconds) => metrics.flushes.observe(seconds),
		onCommitted: onChange,
		onFailure(error, failed) {
			metrics.storeFailures.inc();
			log.error({ error: error.message, rooms: failed.size }, 'updates could not be stored');
			for (const { id } of failed) rereadRoom(id);
		}
	});
	const rooms = new Rooms({
		store,
		queue,
		turnEnd,
		host,
		migrationKey,
		limits,
		onCountChange: (count) => metrics.rooms.set(count)
	});
	const sockets = new Sockets({ origin, host, rooms, turnEnd, limits, metrics, backlog, log, clock });
	store.onProgress((compacted) => {
		measureBacklog();
		for (const id of compacted) rooms.get(id)?.compacted();
	});

	const subscriptions = [
		bus.subscribe('access.changed', (event) => sockets.accessChanged(event)),
		bus.subscribe('document.notice', (event) => sockets.notify(event)),
		bus.subscribe('document.removed', ({ documentId }) =>
			sockets.closeAll(documentId, CLOSE.notFound, 'removed')
		)
	];

	let closing: Promise<void> | undefined;
	async function close(): Promise<void> {
		for (const unsubscribe of subscriptions) unsubscribe();
		queue.flush();
		await queue.settled();
		await sockets.close(GOODBYE_PATIENCE_MILLISECONDS);
		queue.flush();
		notices.flush();
		await store.close();
	}

	return {
		documents: createLiveDocuments({
			store,
			queue,
			rooms,
			migrationKey,
			onChange,
			closeAll: (documentId, code) => sockets.closeAll(documentId, code, 'removed'),
			reloadAll: (documentId, generation) => sockets.reloadAll(documentId, generation)
		}),
		handleUpgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
		close: () => (closing ??= close())
	};
}
