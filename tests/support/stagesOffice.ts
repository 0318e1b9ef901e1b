import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { TriageFacts } from '#lib/domain/triage/triageFacts.ts';
import type { Service } from '#lib/server/service.ts';
import { openOffice, type Office } from './caseworkOffice.ts';
import { openLayoutOffice } from './layoutOffice.ts';
import { answerOnPaper } from './scriptedAnswers.ts';
import { tellUs, type ScriptedCase, type ToldUs } from './scriptedCase.ts';
import {
	appointBoth,
	draftStatement,
	hireStagePeople,
	reportAndAdjudicate,
	sendAllThree,
	type StagePeople
} from './scriptedStage2.ts';

/** How a case comes in and is divided, where it matters. */
export interface Laid extends Partial<Omit<ToldUs, 'on' | 'name'>> {
	points?: readonly Partial<TriageFacts>[];
}

/** Cases at every stage behind a running server, dated back from today in working days. */
export interface StagesOffice {
	office: Office;
	people: StagePeople;
	sam: string;
	priya: string;
	daysAgo(workingDays: number): PlainDate;
	/** Received that long ago, its route decided the working day after. */
	opened(name: string, ago: number, laid?: Laid): Promise<ScriptedCase>;
	/** Stage 2 was asked for that long ago, after an answer. */
	atStage2(name: string, ago: number, laid?: Laid): Promise<ScriptedCase>;
	/** The same, with both appointed and version 1 of the statement sent two days later. */
	scoped(name: string, ago: number, laid?: Laid): Promise<ScriptedCase>;
	/** The same, and they agreed to it a day later. */
	agreed(name: string, ago: number, laid?: Laid): Promise<ScriptedCase>;
	/** All three documents of stage 2 went that long ago: partially upheld, one recommendation. */
	answeredStage2(name: string, ago: number): Promise<ScriptedCase>;
}

/** Hires everybody, and opens the office of `service`. */
export async function openStagesOffice(service: Service): Promise<StagesOffice> {
	const { daysAgo, people: everyone } = await openLayoutOffice(service);
	const office = openOffice(service.db, service.keys);
	office.setToday(daysAgo(0));
	const people = await hireStagePeople(office);
	const { sam, priya } = everyone;

	const opened: StagesOffice['opened'] = async (name, ago, { points = [{}], ...told } = {}) => {
		const scripted = await tellUs(office, sam, { on: daysAgo(ago), name, ...told });
		await scripted.decides(daysAgo(ago - 1), points);
		return scripted;
	};
	const atStage2: StagesOffice['atStage2'] = async (name, ago, laid) => {
		const scripted = await opened(name, ago + 12, laid);
		await scripted.does(daysAgo(ago + 4), await answerOnPaper(scripted, daysAgo(ago + 4)));
		await scripted.does(daysAgo(ago), {
			type: 'requestStage2',
			strandId: await scripted.strand(),
			requestedOn: daysAgo(ago),
			channel: 'telephone'
		});
		return scripted;
	};
	const scoped: StagesOffice['scoped'] = async (name, ago, laid) => {
		const scripted = await atStage2(name, ago, laid);
		await appointBoth(scripted, daysAgo(ago - 1), people);
		await draftStatement(scripted, daysAgo(ago - 2));
		return scripted;
	};
	const agreed: StagesOffice['agreed'] = async (name, ago, laid) => {
		const scripted = await scoped(name, ago, laid);
		await scripted.does(daysAgo(ago - 3), {
			type: 'agreeStatement',
			strandId: await scripted.strand(),
			version: 1,
			agreedOn: daysAgo(ago - 3)
		});
		return scripted;
	};
	return {
		office,
		people,
		sam,
		priya,
		daysAgo,
		opened,
		atStage2,
		scoped,
		agreed,
		answeredStage2: async (name, ago) => {
			const scripted = await agreed(name, ago + 20);
			await reportAndAdjudicate(
				scripted,
				{
					reportedOn: daysAgo(ago + 3),
					decidedOn: daysAgo(ago + 1),
					actionDueOn: daysAgo(-20)
				},
				{ people }
			);
			await sendAllThree(scripted, daysAgo(ago));
			return scripted;
		}
	};
}
