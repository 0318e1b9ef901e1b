import { answerConsent } from '#lib/server/complaints/childsConsent.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import type { OwnAct } from '#lib/server/complaints/ownAct.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { AGREE } from '#lib/words/public/agree.ts';

/** What a child may say to somebody having told us for them (H29). */
export type Agreement = keyof typeof AGREE.options;

/** What became of it: refused, said and done, or to be gone on with on another page. */
export type AfterAgreeing =
	| { kind: 'refused'; carried: Carried }
	| { kind: 'said'; said: 'all' | 'some' | 'someNamed' | 'no' }
	| { kind: 'goOn'; href: '/my/add' | '/my/advocate' };

const CONSENTS = { all: 'given', some: 'partly', no: 'refused' } as const;

/**
 * Keeps their answer, with what they typed beside it. To ask for an advocate, or to say it
 * themselves, leads on without an answer; what they typed is then a message, so that none is lost.
 */
export async function answerAsked(
	service: Service,
	{ agree, parts, ...act }: OwnAct & { agree: Agreement; parts: string }
): Promise<AfterAgreeing> {
	const typed = parts.trim();
	const words = [AGREE.said[agree], typed].filter(Boolean).join('\n\n');
	switch (agree) {
		case 'advocate':
			// The next page asks for one; without words of their own there is nothing to keep yet.
			return typed === ''
				? { kind: 'goOn', href: '/my/advocate' }
				: goOn(await writeMessage(service, { ...act, words }), '/my/advocate');
		case 'myself':
			return goOn(await writeMessage(service, { ...act, words }), '/my/add');
		case 'all':
		case 'some':
		case 'no': {
			const carried = await answerConsent(service, { ...act, consent: CONSENTS[agree], words });
			if (!carried.done) return { kind: 'refused', carried };
			return { kind: 'said', said: agree === 'some' && typed !== '' ? 'someNamed' : agree };
		}
	}
}

function goOn(carried: Carried, href: '/my/add' | '/my/advocate'): AfterAgreeing {
	return carried.done ? { kind: 'goOn', href } : { kind: 'refused', carried };
}
