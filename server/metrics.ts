// The registry of Prometheus metrics. Rooms register their own metrics on it; /metrics prints it.

import { collectDefaultMetrics, Registry } from 'prom-client';

export type Metrics = Registry;

export function createMetrics(): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry, prefix: 'throughline_' });
	return registry;
}
