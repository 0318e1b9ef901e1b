import type { Procedure } from '#lib/domain/complaint/codes.ts';
import type { OpenedStrand } from '#lib/domain/complaint/events.ts';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';

/** What a route means for the strands of a complaint. */
export interface RouteStrand {
	/** Where an element on this route begins; null where the route opens no strand. */
	readonly opensAt: OpenedStrand['opensAt'] | null;
	/** The procedures such a strand may be in. */
	readonly procedures: readonly Procedure[];
	/** The decision has to give its reasons, in words of its own. */
	readonly needsReason: boolean;
	/** Routes that cannot stand beside it on the same element. */
	readonly neverWith: readonly ReasonCode[];
}

/** The routes that take an element through a procedure of ours. */
const STRAND_ROUTES: readonly ReasonCode[] = [
	'STAT_S1',
	'STAT_S2_DIRECT',
	'CORPORATE',
	'QUICK_RESOLVED',
	'SUSPEND_COURT',
	'SUSPEND_POLICE',
	'SUSPEND_DISC'
];
const STATUTORY_ROUTES: readonly ReasonCode[] = ['STAT_S1', 'STAT_S2_DIRECT'];

const BESIDE: RouteStrand = { opensAt: null, procedures: [], needsReason: false, neverWith: [] };
/** Nothing more is done about this element here, so it can have no strand. */
const ENDS: RouteStrand = { ...BESIDE, neverWith: STRAND_ROUTES };
const REFUSES: RouteStrand = { ...ENDS, needsReason: true };
const SUSPENDS: RouteStrand = {
	opensAt: 'suspended',
	procedures: ['statutory', 'corporate'],
	needsReason: true,
	neverWith: ['STAT_S1', 'STAT_S2_DIRECT', 'CORPORATE', 'QUICK_RESOLVED']
};

/**
 * Every route, with the strand it opens. Those that open none may stand alone or beside another:
 * safeguarding and the designated officer never take the place of the complaint (rules 2.1).
 * A refusal, and a late complaint taken on, need written reasons (SI 2006/1738 regs 8, 9, 12).
 *
 * Source: rules 2.5 and 2.6.
 */
export const ROUTE_STRANDS = {
	STAT_S1: {
		opensAt: 'stage1',
		procedures: ['statutory'],
		needsReason: false,
		neverWith: ['STAT_S2_DIRECT', 'CORPORATE']
	},
	STAT_S2_DIRECT: {
		opensAt: 'stage2',
		procedures: ['statutory'],
		needsReason: false,
		neverWith: ['CORPORATE', 'QUICK_RESOLVED']
	},
	CORPORATE: {
		opensAt: 'stage1',
		procedures: ['corporate'],
		needsReason: false,
		neverWith: STATUTORY_ROUTES
	},
	QUICK_RESOLVED: {
		opensAt: 'stage1',
		procedures: ['statutory', 'corporate'],
		needsReason: false,
		neverWith: ['STAT_S2_DIRECT']
	},
	SUSPEND_COURT: SUSPENDS,
	SUSPEND_POLICE: SUSPENDS,
	SUSPEND_DISC: SUSPENDS,
	LATE_ACCEPT: { ...BESIDE, needsReason: true },
	LATE_REFUSE: REFUSES,
	NO_STANDING: { ...REFUSES, neverWith: STATUTORY_ROUTES },
	NO_CONSENT: REFUSES,
	EXHAUSTED: REFUSES,
	COURT_DECIDED: REFUSES,
	NOT_PURSUED: REFUSES,
	PERSISTENT: { ...BESIDE, needsReason: true },
	WITHDRAWN: ENDS,
	ANON: { ...BESIDE, neverWith: STATUTORY_ROUTES },
	COMPLIMENT: ENDS,
	REPRESENTATION: ENDS,
	INFO_ONLY: ENDS,
	SAFEGUARD: BESIDE,
	LADO: BESIDE,
	PROVIDER: BESIDE,
	TRIBUNAL: BESIDE,
	APPEAL: BESIDE,
	IRM: BESIDE,
	INSURANCE: BESIDE,
	DATA: BESIDE,
	DP_COMPLAINT: BESIDE,
	WHISTLE: BESIDE,
	HR: BESIDE,
	OTHER_BODY: BESIDE,
	JOINT: BESIDE,
	SCHOOL: BESIDE,
	ADULT: BESIDE
} as const satisfies Record<ReasonCode, RouteStrand>;

/** The row of a route, in the general shape. */
export function routeStrandOf(route: ReasonCode): RouteStrand {
	return ROUTE_STRANDS[route];
}
