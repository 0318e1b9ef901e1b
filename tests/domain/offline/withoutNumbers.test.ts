import { expect, it } from 'vitest';
import { withoutNumbers } from '#lib/domain/offline/withoutNumbers.ts';
import { ACT_EXAMPLES } from '../../wire/examples.ts';

const told = {
	...ACT_EXAMPLES.logContact,
	safeContacts: [
		{
			safeContactId: 'way-1',
			channel: 'trustedPerson',
			to: '07700 900 982',
			name: 'Aunt Bo',
			whoCanSee: 'others',
			voicemailAllowed: false,
			goodTimes: ['evening']
		}
	]
} as const;

it('a device shows which ways are safe, and no number and no name of whose it is', () => {
	const shown = withoutNumbers(told);
	expect(JSON.stringify(shown)).not.toMatch(/07700|Aunt Bo/);
	expect(shown).toEqual({
		...told,
		safeContacts: [{ ...told.safeContacts[0], to: '', name: '' }]
	});
});

it('what is sealed to the server still has them', () => {
	withoutNumbers(told);
	expect(told.safeContacts[0].to).toBe('07700 900 982');
});
