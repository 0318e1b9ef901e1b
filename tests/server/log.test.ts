import { expect, it } from 'vitest';
import { factsOf } from '#lib/server/log.ts';

it('a line of the log holds the class and code of an error, and none of its words', () => {
	const cause = Object.assign(new Error('Key (username)=(kai) already exists.'), { code: '23505' });
	const error = new Error('Kai wrote: nobody listens', { cause });
	error.name = 'SavingFailed';

	const facts = factsOf(error);
	expect(facts).toMatchObject({ errorName: 'SavingFailed', errorCode: '23505' });
	expect(facts.stack![0]).toMatch(/^at .*log\.test\.ts/);
	expect(JSON.stringify(facts)).not.toMatch(/kai|nobody/i);
});
