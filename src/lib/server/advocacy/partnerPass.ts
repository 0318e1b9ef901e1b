import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { providerById } from '#lib/domain/advocacy/providers.ts';
import type { Partner } from '#lib/intake/partner.ts';
import { hasSigned } from '#lib/server/advocacy/seenRequests.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { asOurselves, instantOf, inTransaction, type Work } from '#lib/server/work.ts';

/** How long an advocate has from the portal to the first page of the form. */
const PASS_MS = 60_000;

/**
 * Lets an advocate who is signed in cross to a form of their own, once and within a minute; null
 * where they have not signed that they keep what they see. It gives an empty form and no more, so
 * whoever found it in an address would learn nothing.
 */
export function makePartnerPass(service: Service, staffId: string): Promise<string | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		if (!(await hasSigned(work))) return null;
		const pass = randomBytes(24).toString('base64url');
		await asOurselves(work, async (ours) => {
			await ours.trx.deleteFrom('partner_pass').where('made_at', '<=', overAt(ours)).execute();
			await ours.trx
				.insertInto('partner_pass')
				.values({ pass_hash: hashOf(pass), staff_id: staffId, made_at: instantOf(ours) })
				.execute();
		});
		return pass;
	});
}

/** Who crosses by this pass, which is used up; null for any other. */
export async function takePartnerPass(work: Work, pass: string): Promise<Partner | null> {
	return asOurselves(work, async (ours) => {
		const taken = await ours.trx
			.deleteFrom('partner_pass')
			.where('pass_hash', '=', hashOf(pass))
			.where('made_at', '>', overAt(ours))
			.returning('staff_id')
			.executeTakeFirst();
		return taken ? findPartner(ours, taken.staff_id) : null;
	});
}

/** An advocate who may sign in today, as a form knows them. To be asked as the server itself. */
export async function findPartner(
	{ trx }: Work,
	staffId: string
): Promise<(Partner & { providerId: string }) | null> {
	const row = await trx
		.selectFrom('outside_person')
		.innerJoin('staff', 'staff.staff_id', 'outside_person.staff_id')
		.select(['display_name', 'email', 'provider_id'])
		.where('staff.staff_id', '=', staffId)
		.where(sql<boolean>`staff.staff_id = any (advocates_of(provider_id))`)
		.executeTakeFirst();
	if (!row?.provider_id) return null;
	const { advocacy } = await readCouncil(trx);
	const provider = providerById(advocacy.providers, row.provider_id);
	return {
		staffId,
		providerId: row.provider_id,
		name: row.display_name,
		email: row.email ?? provider.email
	};
}

function overAt({ now }: Work): string {
	return new Date(now() - PASS_MS).toISOString();
}

function hashOf(pass: string): string {
	return createHash('sha256').update(pass).digest('hex');
}
