import { expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';

const middle = (times: number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

it('makes argon2id hashes that differ for the same password, and knows them again', async () => {
	const passwords = createPasswords({ memoryCost: 64, timeCost: 1, parallelism: 1 });
	const [one, two] = [await passwords.hash('a long password'), await passwords.hash('a long password')];
	expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
	expect(one).not.toBe(two);
	expect(await passwords.matches(one, 'a long password')).toBe(true);
	expect(await passwords.matches(one, 'a long passwore')).toBe(false);
	expect(await passwords.matches(null, 'nobody has this password')).toBe(false);
	expect(await passwords.matches(one, 'x'.repeat(10_000))).toBe(false);
});

it('takes as long for nobody as for a wrong password, from the first time on', async () => {
	const passwords = createPasswords();
	const stored = await passwords.hash('a long password');
	const took = async (hash: string | null) => {
		const start = performance.now();
		await passwords.matches(hash, 'not the password');
		return performance.now() - start;
	};
	const [nobody, wrong]: [number[], number[]] = [[], []];
	for (let round = 0; round < 9; round++) {
		nobody.push(await took(null));
		wrong.push(await took(stored));
	}
	expect(middle(nobody)).toBeGreaterThan(middle(wrong) / 3);
	expect(middle(nobody)).toBeLessThan(middle(wrong) * 3);
});
