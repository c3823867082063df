// Owns the seed of every property test: fixed, so that a run says the same each time, on every machine.
// `FUZZ_SEED=random` or a number of one's own looks further; what it finds becomes a test of its own.
import fc from 'fast-check';

const wanted = process.env['FUZZ_SEED'];
const seed = wanted === 'random' ? Date.now() % 2_147_483_647 : Number(wanted ?? 20_261_125);

fc.configureGlobal({ seed });
