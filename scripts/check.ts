// `npm run check`: messages, format, lint, architecture laws, types.

import { checkSteps } from './check-steps.ts';
import { runSteps } from './run-steps.ts';

runSteps(checkSteps);
