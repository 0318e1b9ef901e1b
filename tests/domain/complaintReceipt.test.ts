import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { HistoryImported } from '#lib/domain/complaint/events.ts';
import { given } from '../support/givenWhenThen.ts';
import { received, triaged } from '../support/complaintHistory.ts';

function receive(
	facts: Partial<CommandOf<'receiveComplaint'>> = {}
): CommandOf<'receiveComplaint'> {
	return {
		type: 'receiveComplaint',
		receivedOn: '2026-06-01',
		channel: 'website',
		madeOrally: false,
		madeBy: 'childOrYoungPerson',
		...facts
	};
}

describe('receiving a complaint (rules 0, trap 9: no form is needed)', () => {
	it('is for anybody who meets families, and for the child', () => {
		for (const by of ['complainant', 'dutyWorker', 'teamManager', 'complaintsOfficer'] as const) {
			given().when(receive(), { by, on: '2026-06-01' }).then(received());
		}
	});

	it('may be said aloud, and counts from the day anybody had it', () => {
		given()
			.when(receive({ channel: 'inPerson', madeOrally: true, receivedOn: '2026-05-30' }))
			.then(received({ channel: 'inPerson', madeOrally: true, receivedOn: '2026-05-30' }));
	});

	it('happens once', () => {
		given(received()).when(receive()).thenRefused('wrongPhase', { phase: 'received' });
	});

	it('is refused for tomorrow, and for a day before the bank holiday list', () => {
		given()
			.when(receive({ receivedOn: '2026-06-02' }), { on: '2026-06-01' })
			.thenRefused('dateInFuture');
		given()
			.when(receive({ receivedOn: '2011-12-31' }))
			.thenRefused('bankHolidaysRunOut', { from: '2012-01-01' });
	});

	it('turns nobody away today because the bank holiday list has ended', () => {
		given()
			.when(receive({ receivedOn: '2031-01-06' }), { by: 'complainant', on: '2031-01-06' })
			.then(received({ receivedOn: '2031-01-06' }));
		given()
			.when(receive({ receivedOn: '2031-01-06' }), { on: '2031-01-07' })
			.thenRefused('bankHolidaysRunOut', { to: '2030-12-31' });
	});
});

describe('acknowledging', () => {
	it('is written down once, before or after triage', () => {
		const acknowledged = {
			type: 'complaintAcknowledged',
			acknowledgedOn: '2026-06-02'
		} as const;
		for (const history of [[received()], [received(), ...triaged()]]) {
			given(history)
				.when({ type: 'acknowledgeComplaint', acknowledgedOn: '2026-06-02' })
				.then(acknowledged);
		}
		given(received(), acknowledged)
			.when({ type: 'acknowledgeComplaint', acknowledgedOn: '2026-06-03' })
			.thenRefused('alreadyAcknowledged', { acknowledgedOn: '2026-06-02' });
		given(received())
			.when({ type: 'acknowledgeComplaint', acknowledgedOn: '2026-05-29' })
			.thenRefused('dateBefore');
	});
});

describe('bringing over old records', () => {
	const old: Omit<HistoryImported, 'type'> = {
		strandId: 'old-1',
		procedure: 'statutory',
		receivedOn: '2009-03-02',
		elements: [
			{ elementId: 'old-point', category: 'Delay', outcome: 'Partly upheld', isPrincipal: true }
		],
		stages: []
	};
	const corporate = { ...old, strandId: 'old-2', receivedOn: '2009-02-27', elements: [] } as const;

	it('keeps one event a strand, whatever today’s rules would have said', () => {
		const complaint = given()
			.when({ type: 'importHistory', strands: [old, corporate] }, { by: 'system' })
			.thenComplaint();
		expect(complaint).toMatchObject({ phase: 'imported', receivedOn: '2009-02-27', version: 2 });
		expect(complaint.strands.map(({ stage }) => stage)).toEqual(['imported', 'imported']);
		expect(complaint.importedElements).toMatchObject([
			{ elementId: 'old-point', strandId: 'old-1', outcome: 'Partly upheld' }
		]);
	});

	it('is for the import alone, on an empty complaint, with no id twice', () => {
		given()
			.when({ type: 'importHistory', strands: [old] }, { by: 'complaintsManager' })
			.thenRefused('notPermitted');
		given(received())
			.when({ type: 'importHistory', strands: [old] }, { by: 'system' })
			.thenRefused('wrongPhase');
		given()
			.when({ type: 'importHistory', strands: [old, old] }, { by: 'system' })
			.thenRefused('sameIdTwice', { id: 'old-1' });
		given()
			.when({ type: 'importHistory', strands: [] }, { by: 'system' })
			.thenRefused('noElements');
	});
});
