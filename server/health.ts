// Tells starting, ready and draining apart, for load balancers and for people.

export type HealthState = 'starting' | 'ready' | 'draining';

export interface Health {
	readonly state: HealthState;
	becomeReady(): void;
	startDraining(): void;
}

export function createHealth(): Health {
	let state: HealthState = 'starting';
	return {
		get state() {
			return state;
		},
		becomeReady() {
			if (state === 'starting') state = 'ready';
		},
		startDraining() {
			state = 'draining';
		}
	};
}
