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
const FORMS: Readonly<Record<string, (facts: Facts) => Record<string, string>>> = {
	'/s/9': ({ name }) => ({ name }),
	'/s/6': ({ name }) => ({ happened: `${name} told you already.` }),
	'/s/3h': ({ telephone }) => ({ number: telephone }),
	'/s/10a': ({ telephone }) => ({ to: telephone, whoCanSee: 'justMe' }),
	'/s/10c': ({ email }) => ({ to: email, whoCanSee: 'justMe' }),
	'/s/10d': ({ address }) => ({ to: address, whoCanSee: 'justMe' }),
	'/s/10e': ({ trusted, telephone }) => ({ name: trusted, to: telephone })
};

/** Every public address that takes something by which a person may be known. */
export const ASKED_OF: readonly string[] = Object.keys(FORMS);

/** One press there with what is known of somebody. Without a cookie, that of a stranger. */
export function askAbout(
	site: SiteInProcess,
	path: string,
	{ cookie, who }: { cookie: string | undefined; who: Wondered }
): Promise<Answer> {
	const visit = `__Host-visit=${cookie ?? makeSecret()}`;
	return site.ask(path, { cookie: visit, form: FORMS[path]!(PEOPLE[who]) });
}

/** Somebody's cookie on a form that has gone as far as the safety question. */
export async function begunBy(service: Service): Promise<string> {
	const visitor = new Visitor(service);
	await visitor.press('1');
	await visitor.press('2', { who: 'child' });
	await visitor.press('3', { safe: 'no' });
	await visitor.press('4', { how: 'type' });
	await visitor.press('10', { reach: ['code', 'textMessage', 'email', 'letter', 'trustedPerson'] });
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
