// For `drizzle-kit generate`: writes the next migration from the one schema source.

import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: './server/database/schema/tables.ts',
	out: './server/database/migrations'
});
