import { noSuchAddress } from '#lib/api/fallback.ts';

export const fallback = noSuchAddress;
