/** What satisfies an officer that it is the person whose case it is, who has lost their code. */
export const SATISFIED_BY = ['conversation', 'vouched', 'safeNumber'] as const;
export type SatisfiedBy = (typeof SATISFIED_BY)[number];

/** What of the case they could tell, without being helped to it. */
export const CODE_CHECKS = [
	'whatItWasAbout',
	'whenTheyTold',
	'nameTheyGave',
	'howWeReachThem',
	'whatWasWritten'
] as const;
export type CodeCheck = (typeof CODE_CHECKS)[number];

/** In a conversation alone, at least so many of them must fit. */
export const CHECKS_NEEDED = 2;

/** How the new words are passed on. No other way is used. */
export const WORDS_GO = ['readOut', 'onPaper', 'text'] as const;
export type WordsGo = (typeof WORDS_GO)[number];

/** Somebody who may vouch, or is named as the one who does. */
export interface Voucher {
	name: string;
	/** Known to the case as advocate, helper or trusted person, or new to it. */
	isKnown: boolean;
}

/** A number that they gave as safe and did not take back, and who else can see that phone. */
export interface GivenNumber {
	channel: 'telephone' | 'textMessage';
	whoCanSee: 'justMe' | 'others' | 'notSure' | null;
}

/** What the officer says, with what the case knows of it. */
export interface NewWayInAsked {
	satisfiedBy: SatisfiedBy;
	checks: readonly CodeCheck[];
	/** Null where nobody vouches, or where they are not of this case. */
	voucher: Voucher | null;
	/** The names of those the complaint is about. */
	subjects: readonly string[];
	/** The number that was called; null where none was, or where it is not of this case. */
	called: GivenNumber | null;
	/** Whether anything says that somebody else has their phone, or asks in their place. */
	someoneElse: 'no' | 'yes' | 'notSure';
	wordsGo: WordsGo;
	/** A number they said may be texted and that only they can see; a provider that sends now. */
	canText: boolean;
}

/** Why no new way in is given. */
export type NewWayInRefusal =
	| 'someoneElseMayAsk'
	| 'tooFewChecks'
	| 'voucherUnknown'
	| 'voucherComplainedAbout'
	| 'noSafeNumber'
	| 'othersSeePhone'
	| 'noSafeText';

/**
 * Whether somebody who lost their six words may have new ones: null, or why not. A lost code is
 * never looked up, and whoever is complained about can neither ask nor vouch.
 *
 * Source: the way of six words; nobody but the person themselves may come in by it.
 */
export function refuseNewWayIn(asked: NewWayInAsked): NewWayInRefusal | null {
	if (asked.someoneElse !== 'no') return 'someoneElseMayAsk';
	return refuseGround(asked) ?? refuseWay(asked);
}

function refuseGround(asked: NewWayInAsked): NewWayInRefusal | null {
	switch (asked.satisfiedBy) {
		case 'conversation':
			return new Set(asked.checks).size < CHECKS_NEEDED ? 'tooFewChecks' : null;
		case 'vouched':
			return refuseVoucher(asked);
		case 'safeNumber':
			if (!asked.called) return 'noSafeNumber';
			return asked.called.whoCanSee === 'justMe' ? null : 'othersSeePhone';
	}
}

function refuseVoucher({ voucher, subjects }: NewWayInAsked): NewWayInRefusal | null {
	const name = voucher && plainName(voucher.name);
	if (!name) return 'voucherUnknown';
	return subjects.some((subject) => plainName(subject) === name) ? 'voucherComplainedAbout' : null;
}

function refuseWay({ wordsGo, canText }: NewWayInAsked): NewWayInRefusal | null {
	return wordsGo === 'text' && !canText ? 'noSafeText' : null;
}

function plainName(name: string): string {
	return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
