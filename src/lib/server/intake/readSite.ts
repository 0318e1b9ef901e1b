import {
	providerToAsk,
	type AdvocacyProvider,
	type ShownLogo
} from '#lib/domain/advocacy/providers.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { inOrderOn } from '#lib/server/advocacy/providerAway.ts';
import { findLogos } from '#lib/server/advocacy/providerLogos.ts';
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
	advocacy: { name: string; phone: string; hours: string; logo: ShownLogo | null };
	/** Free help for adults to complain, by name; what the council left blank is not there. */
	freeHelp: readonly Helper[];
	/** Whom adults can ring where somebody frightens them. */
	saferHelp: readonly Helper[];
	councilName: string;
	email: string;
	post: string;
	leaveFor: string;
	/** What is said of what the council keeps. */
	records: { email: string; keptYears: number; commissionerPhone: string };
	/** How to reach the Ombudsman. */
	ombudsmanAt: { telephone: string; website: string };
}

/** A helpline or a service, with its telephone number. */
export interface Helper {
	name: string;
	phone: string;
}

/** Reads it. */
export function readSite(service: Service): Promise<PublicSite> {
	return inTransaction(service, { kind: 'public' }, async ({ trx, now }) => {
		const settings = await readCouncil(trx);
		const today = dateInEngland(now());
		const providers = await inOrderOn(trx, settings.advocacy.providers, today);
		const provider = providerToAsk(providers, today);
		const logo = (await findLogos(trx)).get(provider.providerId) ?? null;
		return siteOf(settings, { provider, logo });
	});
}

function siteOf(
	settings: Council,
	{ provider, logo }: { provider: AdvocacyProvider; logo: ShownLogo | null }
): PublicSite {
	const { council, contact, hours, duty, adultHelp, outside, records } = settings;
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
		advocacy: {
			name: provider.name,
			phone: provider.telephone,
			hours: provider.hours,
			logo
		},
		freeHelp: [
			{ name: 'Citizens Advice', phone: adultHelp.adviceTelephone },
			{ name: adultHelp.localName, phone: adultHelp.localTelephone },
			{ name: 'Family Rights Group', phone: adultHelp.familyRightsTelephone }
		].filter(isGiven),
		saferHelp: [
			{ name: 'National Domestic Abuse Helpline', phone: adultHelp.abuseTelephone },
			{ name: 'Men’s Advice Line', phone: adultHelp.mensTelephone },
			{ name: 'Respect Phoneline', phone: adultHelp.respectTelephone }
		].filter(isGiven),
		councilName: council.councilName,
		email: contact.email,
		post: contact.post,
		leaveFor: council.leaveFor,
		records: {
			email: records.officerEmail,
			keptYears: records.keptYears,
			commissionerPhone: outside.commissionerTelephone
		},
		ombudsmanAt: { telephone: outside.ombudsmanTelephone, website: outside.ombudsmanWebsite }
	};
}

function isGiven({ name, phone }: Helper): boolean {
	return name !== '' && phone !== '';
}
