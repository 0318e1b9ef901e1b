import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { makeSecret } from '#lib/server/intake/visitCookie.ts';
import type { Service } from '#lib/server/service.ts';
import type { Answer, SiteInProcess } from './siteInProcess.ts';
import { Visitor } from './visitor.ts';

/** Somebody who told us, and two who never did, by what a person who wonders may know of them. */
const PEOPLE = {
	known: {
		name: 'Jay',
		telephone: '07700 900 982',
		email: 'jay@example.com',
		address: '1 Any Street, Anytown',
		trusted: 'Ms Reed'
	},
	unknown: {
		name: 'Kai',
		telephone: '07700 900 355',
		email: 'kai@example.com',
		address: '2 Any Street, Anytown',
		trusted: 'Ms Dean'
	},
	other: {
		name: 'Lee',
		telephone: '07700 900 481',
		email: 'lee@example.com',
		address: '3 Any Street, Anytown',
		trusted: 'Ms Boyd'
	}
} as const;
export type Wondered = keyof typeof PEOPLE;

type Facts = Readonly<Record<keyof (typeof PEOPLE)['known'], string>>;

/** Whose page it is: somebody's who is telling us, by their door, or who has told us. */
type Telling = 'child' | 'helper' | 'adult' | 'thanks' | 'idea' | 'own';

/** What a page is given, and whose page it is. */
interface Form {
	by: Telling;
	fields: (facts: Facts) => Record<string, string>;
}

const numberOf = ({ telephone }: Facts) => ({ to: telephone, whoCanSee: 'justMe' });
const emailOf = ({ email }: Facts) => ({ to: email, whoCanSee: 'justMe' });
const addressOf = ({ address }: Facts) => ({ to: address, whoCanSee: 'justMe' });
const trustedOf = ({ trusted, telephone }: Facts) => ({ name: trusted, to: telephone });

const FORMS: Readonly<Record<string, Form>> = {
	'/s/3h': { by: 'child', fields: ({ telephone }) => ({ number: telephone }) },
	'/s/6': { by: 'child', fields: ({ name }) => ({ happened: `${name} told you already.` }) },
	'/s/7': { by: 'child', fields: ({ name }) => ({ wishesMore: `Ask ${name}` }) },
	'/s/9': { by: 'child', fields: ({ name }) => ({ name }) },
	'/s/10a': { by: 'child', fields: numberOf },
	'/s/10b': { by: 'child', fields: numberOf },
	'/s/10c': { by: 'child', fields: emailOf },
	'/s/10d': { by: 'child', fields: addressOf },
	'/s/10e': { by: 'child', fields: trustedOf },
	'/s/25': { by: 'helper', fields: ({ name }) => ({ childsWords: `I am ${name}` }) },
	'/s/27': { by: 'helper', fields: ({ name }) => ({ helpersAccount: `It is ${name}.` }) },
	'/s/29': { by: 'helper', fields: ({ name }) => ({ helpedName: name }) },
	'/s/30a': { by: 'helper', fields: numberOf },
	'/s/30b': { by: 'helper', fields: numberOf },
	'/s/30c': { by: 'helper', fields: emailOf },
	'/s/30d': { by: 'helper', fields: addressOf },
	'/s/30e': { by: 'helper', fields: trustedOf },
	'/s/36': { by: 'adult', fields: ({ name }) => ({ account: `It is about ${name}.` }) },
	'/s/38': { by: 'adult', fields: ({ name }) => ({ childName: name }) },
	'/s/41': { by: 'thanks', fields: ({ name }) => ({ good: `${name} is kind.` }) },
	'/s/51': { by: 'idea', fields: ({ name }) => ({ idea: `Let ${name} choose.` }) },
	'/s/54': { by: 'idea', fields: ({ telephone }) => ({ textTo: telephone, textSeenBy: 'justMe' }) },
	'/my/add': { by: 'own', fields: ({ name }) => ({ more: `${name} was there too.` }) },
	'/my/messages?/send': { by: 'own', fields: ({ name }) => ({ words: `Has ${name} told you?` }) },
	'/my/reach/10a': { by: 'own', fields: numberOf },
	'/my/reach/10b': { by: 'own', fields: numberOf },
	'/my/reach/10c': { by: 'own', fields: emailOf },
	'/my/reach/10d': { by: 'own', fields: addressOf },
	'/my/reach/10e': { by: 'own', fields: trustedOf },
	'/more/talk': { by: 'own', fields: ({ trusted }) => ({ talk: 'someone', talkTo: trusted }) },
	'/more/who': { by: 'own', fields: ({ trusted }) => ({ called: trusted }) }
};

/** Every public address that takes something by which a person may be known, but the six words. */
export const ASKED_OF: readonly string[] = Object.keys(FORMS);

/** One press there with what is known of somebody. Without a cookie, that of a stranger. */
export function askAbout(
	site: SiteInProcess,
	path: string,
	{ cookie, who }: { cookie: string | undefined; who: Wondered }
): Promise<Answer> {
	const visit = `__Host-visit=${cookie ?? makeSecret()}`;
	return site.ask(path, { cookie: visit, form: FORMS[path]!.fields(PEOPLE[who]) });
}

const EVERY_WAY = ['code', 'textMessage', 'telephone', 'email', 'letter', 'trustedPerson'];

/** Somebody's cookie where that address is asked: as far as it leads, or behind the six words. */
export async function begunBy(service: Service, path: string): Promise<string> {
	const visitor = new Visitor(service);
	switch (FORMS[path]?.by ?? 'child') {
		case 'child':
			await visitor.press('1');
			await visitor.press('2', { who: 'child' });
			await visitor.press('3', { safe: 'no' });
			await visitor.press('4', { how: 'type' });
			await visitor.press('10', { reach: EVERY_WAY });
			break;
		case 'helper':
			await visitor.press('1');
			await visitor.press('2', { who: 'helper' });
			await visitor.press('21', { helperKind: 'family' });
			await visitor.press('26', { hearsChild: 'ownCode' });
			await visitor.press('26b', { helpersHow: 'type' });
			await visitor.press('30', { childReach: EVERY_WAY.slice(1) });
			break;
		case 'adult':
			await visitor.press('1');
			await visitor.press('2', { who: 'adult' });
			await visitor.press('34b', { theirHow: 'type' });
			break;
		case 'thanks':
			await visitor.press('41', { good: 'They listened' });
			break;
		case 'idea':
			await visitor.press('51', { idea: 'A bike shed' });
			await visitor.press('52', { forWhom: 'everyone' });
			await visitor.press('53', { wantsAnswer: 'yes' });
			break;
		case 'own': {
			await visitor.fillIn({ '9': { name: 'Sky' } });
			const sending = await sendDraft(service, visitor.cookie);
			if (sending.kind === 'sent') visitor.cookie = sending.newCookie ?? visitor.cookie;
			break;
		}
	}
	return visitor.cookie ?? '';
}

/** The known one has told us, with a name and every way to reach them; their six words. */
export async function tellUsOf(service: Service): Promise<readonly string[]> {
	const { name, telephone, email, address, trusted } = PEOPLE.known;
	const safe = { whoCanSee: 'justMe', goodTimes: ['evening'] };
	const child = new Visitor(service);
	await child.fillIn({
		'9': { name },
		'10': { reach: ['code', 'textMessage', 'email', 'letter', 'trustedPerson'] },
		'10a': { to: telephone, ...safe },
		'10c': { to: email, ...safe },
		'10d': { to: address, ...safe },
		'10e': { name: trusted, to: telephone }
	});
	const sending = await sendDraft(service, child.cookie);
	if (sending.kind === 'sent') child.cookie = sending.newCookie ?? child.cookie;
	const form = await openForm(service, child.cookie);
	return (form.kind === 'sent' && form.sent.words) || [];
}
