// `npm start` and `npm run demo`: builds the pages when the build is missing or stale, then becomes
// the server. Refuses nothing; a build that fails ends the start with the build's own words.

import { buildWhenStale } from './build-when-stale.ts';

buildWhenStale();
await import('../server/main.ts');
