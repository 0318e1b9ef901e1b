import { readCouncil } from '#lib/server/settings/council.ts';
import type { Council } from '#lib/server/settings/councilSchema.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { hoursWords } from '#lib/words/hours.ts';
import { readingHours } from '#lib/words/public/home.ts';

/** What the public pages say of the council, from its settings. */
export interface PublicSite {
	site: { name: string; phone: string; phoneHours: string; colour: string | null };
	/** "We read these 9am to 5pm, Monday to Friday." */
	readingHours: string;
	/** The council's own team for the hours when it is shut; null where it has none. */
	nightAndDay: { name: string; phone: string } | null;
	advocacy: { name: string; phone: string; hours: string };
	councilName: string;
	email: string;
	post: string;
	leaveFor: string;
}

/** Reads it. */
export function readSite(service: Service): Promise<PublicSite> {
	return inTransaction(service, { kind: 'public' }, async ({ trx }) =>
		siteOf(await readCouncil(trx))
	);
}

function siteOf({ council, contact, hours, duty, advocacy }: Council): PublicSite {
	return {
		site: {
			name: council.siteName,
			phone: contact.telephone,
			phoneHours: hoursWords(hours),
			colour: council.colour
		},
		readingHours: readingHours(hours),
		nightAndDay: duty.emergencyTelephone
			? { name: duty.emergencyName, phone: duty.emergencyTelephone }
			: null,
		advocacy: { name: advocacy.name, phone: advocacy.telephone, hours: advocacy.hours },
		councilName: council.councilName,
		email: contact.email,
		post: contact.post,
		leaveFor: council.leaveFor
	};
}
