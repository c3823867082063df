// How a stored plan comes from one version of its shape to the next.

import type { Migration } from '#lib/core/schema/migration.ts';

/** Version 2 knows how much of their time people have. A plan that says nothing of it says that all have all of it. */
export const capacitiesCame: Migration = { to: 2, run: () => {} };
