import { describe, expect, it, test } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { given } from '../support/givenWhenThen.ts';
import { panelAsked, stage2Answered } from '../support/stage3History.ts';
import {
	OTHER_ELEMENT,
	OTHER_STRAND,
	STRAND,
	TEXT,
	adjudicatorAppointed,
	appointed,
	askedForStage2,
	element,
	investigating,
	outcome,
	received,
	responded,
	stage2Requested,
	statementAgreed,
	statementSent,
	strand,
	triaged,
	triagedCorporate
} from '../support/complaintHistory.ts';

function appoint(facts: Partial<CommandOf<'appointPerson'>> = {}): CommandOf<'appointPerson'> {
	return { ...appointed(), type: 'appointPerson', ...facts };
}

const INDEPENDENT = {
	appointmentId: 'appointment-independent',
	role: 'independentPerson',
	personId: 'person-noor'
} as const;

describe('appointing the investigators (SI 2006/1738 reg 17(2); guidance 3.6.5, 3.6.6)', () => {
	it('takes an officer to investigate and somebody from outside beside them', () => {
		given(askedForStage2()).when(appoint()).then(appointed());
		given(askedForStage2(), appointed()).when(appoint(INDEPENDENT)).then(appointed(INDEPENDENT));
	});

	it('moves stage 2 on to the statement once both are there', () => {
		const complaint = given(askedForStage2(), appointed())
			.when(appoint(INDEPENDENT))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({ stage: 'stage2Scoping' });
	});

	it('moves it to the investigation where the statement was agreed before', () => {
		const complaint = given(askedForStage2(), statementSent(), statementAgreed(), appointed())
			.when(appoint(INDEPENDENT))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({ stage: 'stage2Investigating' });
	});

	test.each([
		['independentPerson', 'person-iris', ['officerOrMember']],
		['independentPerson', 'person-sol', ['spouseOfOfficerOrMember']],
		['independentPerson', 'person-rae', ['stage1Responder', 'officerOrMember']],
		['investigatingOfficer', 'person-kit', ['subjectOfComplaint']],
		['investigatingOfficer', 'person-lou', ['subjectsLineManager']],
		['investigatingOfficer', 'person-bea', ['advocate']],
		['adjudicatingOfficer', 'person-lou', ['subjectsLineManager']]
	] as const)('refuses as %s %s: %j', (role, personId, conflicts) => {
		given(askedForStage2())
			.when(appoint({ role, personId }))
			.thenRefused('conflictRefused', { role, conflicts });
	});

	it('refuses as independent person whoever investigates, on any part of the complaint', () => {
		given(askedForStage2(), appointed({ personId: 'person-wren' }))
			.when(appoint({ ...INDEPENDENT, personId: 'person-wren' }))
			.thenRefused('conflictRefused', { conflicts: ['investigatingOfficer'] });
		const twoStrands = [
			received(),
			...triaged({
				elements: [element(), element({ elementId: OTHER_ELEMENT, strandId: OTHER_STRAND })],
				strands: [strand(), strand({ strandId: OTHER_STRAND })]
			}),
			responded(),
			stage2Requested(),
			responded({ strandId: OTHER_STRAND, outcomes: [outcome('upheld', OTHER_ELEMENT)] }),
			stage2Requested('2026-07-01', OTHER_STRAND)
		];
		given(twoStrands, appointed({ strandId: OTHER_STRAND, personId: 'person-wren' }))
			.when(appoint({ ...INDEPENDENT, personId: 'person-wren' }))
			.thenRefused('conflictRefused', { conflicts: ['investigatingOfficer'] });
	});

	it('warns of whoever answered at stage 1, and takes it with a reason', () => {
		const rae = { personId: 'person-rae' };
		given(askedForStage2())
			.when(appoint(rae))
			.thenRefused('conflictWarned', { conflicts: ['stage1Responder'] });
		given(askedForStage2())
			.when(appoint({ ...rae, acceptedWarnings: ['stage1Responder'] }))
			.thenRefused('conflictWarned');
		given(askedForStage2())
			.when(appoint({ ...rae, acceptedWarnings: ['complaintsManager'], reasonTextId: TEXT }))
			.thenRefused('conflictWarned');
		const accepted = { ...rae, acceptedWarnings: ['stage1Responder'], reasonTextId: TEXT } as const;
		given(askedForStage2()).when(appoint(accepted)).then(appointed(accepted));
	});

	it('never takes what is refused, whatever is accepted', () => {
		given(askedForStage2())
			.when(
				appoint({
					personId: 'person-kit',
					acceptedWarnings: ['subjectOfComplaint'],
					reasonTextId: TEXT
				})
			)
			.thenRefused('conflictRefused');
	});

	it('takes nobody who would not get to the papers: without the role, or signed out for good', () => {
		given(askedForStage2())
			.when(appoint({ personId: 'person-una' }))
			.thenRefused('personLacksRole', { role: 'investigatingOfficer' });
		given(askedForStage2())
			.when(appoint({ personId: 'person-gus' }))
			.thenRefused('signInOver', { lastDayOn: '2026-07-01' });
		// A chair needs the role of a panel member; there is none of a chair.
		given(stage2Answered(), panelAsked())
			.when(appoint({ role: 'panelChair', personId: 'person-una', appointedOn: '2026-09-30' }))
			.thenRefused('personLacksRole', { role: 'panelChair' });
	});

	it('says what is known of the past, and warns, or on a panel refuses', () => {
		const eve = { personId: 'person-eve' };
		given(askedForStage2())
			.when(appoint(eve))
			.thenRefused('conflictWarned', {
				conflicts: ['pastInvolvement'],
				past: ['investigatedOther', 'panelOnOther']
			});
		const accepted = { ...eve, acceptedWarnings: ['pastInvolvement'], reasonTextId: TEXT } as const;
		given(askedForStage2()).when(appoint(accepted)).then(appointed(accepted));
		given(stage2Answered(), panelAsked())
			.when(appoint({ ...eve, role: 'panelMember', appointedOn: '2026-09-30' }))
			.thenRefused('conflictRefused', {
				conflicts: ['pastInvolvement'],
				past: ['investigatedOther']
			});
	});

	it('refuses whoever manages the team it is about, and only warns of a name that is the same', () => {
		given(askedForStage2())
			.when(appoint({ personId: 'person-tom' }))
			.thenRefused('conflictRefused', { conflicts: ['managesTheTeam'] });
		given(stage2Answered(), panelAsked())
			.when(appoint({ personId: 'person-ivo', role: 'panelMember', appointedOn: '2026-09-30' }))
			.thenRefused('conflictWarned', {
				conflicts: ['sameNameInvolvement'],
				past: ['answeredOther']
			});
	});

	it('wants the declaration for this case signed before, but not of who adjudicates', () => {
		given(askedForStage2())
			.when(appoint({ declarationSignedOn: null }))
			.thenRefused('declarationMissing', { role: 'investigatingOfficer' });
		given(askedForStage2())
			.when(appoint({ declarationSignedOn: '2026-07-06' }))
			.thenRefused('declarationTooLate', { appointedOn: '2026-07-03' });
		given(investigating())
			.when({ ...adjudicatorAppointed(), type: 'appointPerson' })
			.then(adjudicatorAppointed());
	});

	it('takes nobody who is not known, and one for each part', () => {
		given(askedForStage2())
			.when(appoint({ personId: 'person-nobody' }))
			.thenRefused('personUnknown', { personId: 'person-nobody' });
		given(askedForStage2(), appointed())
			.when(appoint({ appointmentId: 'appointment-second', personId: 'person-wren' }))
			.thenRefused('partTaken', { role: 'investigatingOfficer' });
		given(askedForStage2(), appointed())
			.when(appoint({ ...INDEPENDENT, appointmentId: 'appointment-officer' }))
			.thenRefused('sameIdTwice');
	});

	it('is not before the request, nor in the future', () => {
		given(askedForStage2())
			.when(appoint({ appointedOn: '2026-06-30', declarationSignedOn: '2026-06-30' }))
			.thenRefused('dateBefore', { because: 'requested' });
		given(askedForStage2()).when(appoint(), { on: '2026-07-02' }).thenRefused('dateInFuture');
	});

	it('leaves the panel to stage 3, and the corporate procedure without an independent person', () => {
		given(askedForStage2())
			.when(appoint({ role: 'panelChair', personId: 'person-wren' }))
			.thenRefused('wrongStage');
		given(received(), triagedCorporate(), responded(), stage2Requested())
			.when(appoint(INDEPENDENT))
			.thenRefused('corporateCannotDoThis');
	});
});

describe('ending an appointment', () => {
	const end = {
		type: 'endAppointment',
		strandId: STRAND,
		appointmentId: 'appointment-independent',
		endedOn: '2026-07-20',
		reasonTextId: TEXT
	} as const;

	it('leaves stage 2 where it stands, and the part free for another', () => {
		const complaint = given(investigating()).when(end).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({ stage: 'stage2Investigating' });
		given(investigating(), { ...end, type: 'appointmentEnded' })
			.when(
				appoint({
					...INDEPENDENT,
					appointmentId: 'appointment-wren',
					personId: 'person-wren',
					appointedOn: '2026-07-21'
				})
			)
			.then(
				appointed({
					...INDEPENDENT,
					appointmentId: 'appointment-wren',
					personId: 'person-wren',
					appointedOn: '2026-07-21'
				})
			);
	});

	it('does not make somebody who had a part free for another one', () => {
		given(investigating(), { ...end, type: 'appointmentEnded' })
			.when(
				appoint({
					appointmentId: 'appointment-again',
					role: 'adjudicatingOfficer',
					personId: 'person-noor'
				})
			)
			.thenRefused('conflictRefused', { conflicts: ['independentPerson'] });
	});

	it('on the day it began is a slip of the pen: the part was never held', () => {
		given(askedForStage2(), appointed({ personId: 'person-wren' }), {
			...end,
			type: 'appointmentEnded',
			appointmentId: 'appointment-officer',
			endedOn: '2026-07-03'
		})
			.when(appoint({ ...INDEPENDENT, personId: 'person-wren' }))
			.then(appointed({ ...INDEPENDENT, personId: 'person-wren' }));
	});

	it('is once, not before it began, and only of one that there is', () => {
		given(investigating())
			.when({ ...end, endedOn: '2026-07-02' })
			.thenRefused('dateBefore', { because: 'appointed' });
		given(investigating(), { ...end, type: 'appointmentEnded' })
			.when(end)
			.thenRefused('appointmentOver', { endedOn: '2026-07-20' });
		given(investigating())
			.when({ ...end, appointmentId: 'appointment-none' })
			.thenRefused('unknownAppointment');
	});
});
