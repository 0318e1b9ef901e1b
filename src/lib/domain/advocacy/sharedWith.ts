import type { MayKnow } from '#lib/domain/advocacy/request.ts';

/** Somebody who looks at a request, as far as it decides what they see. */
export interface Looking {
	/** They may sign in today and are an advocate of the provider that was asked. */
	isOfProvider: boolean;
	/** They signed that they keep what they see to themselves. */
	hasSigned: boolean;
	/** The complaint is about them, or they manage somebody it is about. */
	isShutOut: boolean;
	/** How they stand to whoever the request was given to. `nobody`: given to nobody who can sign in. */
	given: 'nobody' | 'them' | 'coveredByThem' | 'colleague';
}

/** What the child lets be known, and whether the request still stands. */
export interface Shared {
	mayKnow: MayKnow;
	isEnded: boolean;
}

/**
 * How much of a young person an advocate sees: what the child lets be known today, and nothing to
 * anybody else. The database says the same, and last.
 *
 * Source: rules 6.3 DP-14; security 25.
 */
export function sharedWith({ mayKnow, isEnded }: Shared, looking: Looking): MayKnow {
	const { isOfProvider, hasSigned, isShutOut, given } = looking;
	if (isEnded || !isOfProvider || !hasSigned || isShutOut) return 'nothing';
	return given === 'colleague' ? 'nothing' : mayKnow;
}
