import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Counting } from '#lib/domain/clocks/clockFacts.ts';
import type { Standing } from '#lib/domain/roles/appointments.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';

/** The council's own choices that the rules count with. Lengths are in working days. */
export interface RuleSettings {
	acknowledgeWorkingDays: number;
	corporateStage1WorkingDays: number;
	/** 5, as the Complaint Handling Code has it, where absent. */
	corporateStage2AcknowledgeWorkingDays?: number;
	/** 20, as the Complaint Handling Code has it, where absent. */
	corporateStage2WorkingDays?: number;
	/** How much longer more time can make it at most: 20, one council's policy, where absent. */
	corporateStage2ExtensionWorkingDays?: number;
	/** For deciding on sufficient interest: 3 where absent. */
	eligibilityWorkingDays?: number;
	/** True for a council that counts the day of receipt as day 1; day 0 where absent. */
	receiptIsDayOne?: boolean;
}

/** What counting dates needs: the holidays and the council's choices. */
export interface CountingContext {
	holidays: BankHolidayList;
	settings: RuleSettings;
}

/** Everything the rules are told besides the complaint: they read no clock and no database. */
export interface RuleContext extends CountingContext {
	/** The role in which the order is given. */
	role: ActorRole;
	/** Today in England. */
	today: PlainDate;
	/**
	 * What is known of a person on this case; null for nobody who may be appointed. Absent where
	 * the people are not known, as on a device: then nobody can be appointed.
	 */
	standingOf?: (personId: string) => Standing | null;
}

/** The same, as the clocks want it. */
export function countingOf({ holidays, settings }: CountingContext): Counting {
	return {
		holidays,
		localLengths: {
			acknowledgement: settings.acknowledgeWorkingDays,
			corporateStage1Response: settings.corporateStage1WorkingDays,
			...(settings.corporateStage2AcknowledgeWorkingDays === undefined
				? {}
				: {
						corporateStage2Acknowledgement: settings.corporateStage2AcknowledgeWorkingDays
					}),
			...(settings.corporateStage2WorkingDays === undefined
				? {}
				: { corporateStage2Response: settings.corporateStage2WorkingDays }),
			...(settings.eligibilityWorkingDays === undefined
				? {}
				: { sufficientInterest: settings.eligibilityWorkingDays })
		},
		...(settings.corporateStage2ExtensionWorkingDays === undefined
			? {}
			: {
					localExtensions: {
						corporateStage2Response: settings.corporateStage2ExtensionWorkingDays
					}
				}),
		receiptIsDayOne: settings.receiptIsDayOne ?? false
	};
}
