// Before any test that starts the program as a process: it serves the built pages, so they must be fresh.

import { buildWhenStale } from '../../scripts/build-when-stale.ts';

export default buildWhenStale;
