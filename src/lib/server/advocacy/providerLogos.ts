import sharp from 'sharp';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { ShownLogo } from '#lib/domain/advocacy/providers.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction } from '#lib/server/work.ts';
import type { LogoProblem } from '#lib/words/logos.ts';

/** The most bytes a page of the form has left for a picture (15 KB with everything: A13). */
const MOST_BYTES = 8_192;
/** As large as it is ever shown, twice over for sharp screens. */
const WIDEST = 480;
const TALLEST = 160;
/** What may be sent; a logo larger than this is a photograph. */
const LARGEST_SENT_BYTES = 1024 * 1024;
const LONGEST_SENT_SIDE = 3_000;
const QUALITIES = [90, 75, 60] as const;

/** A picture ready to be kept, or why it is not taken. */
export type LogoMade =
	| { made: true; bytes: Buffer; width: number; height: number }
	| { made: false; because: LogoProblem };

/**
 * Makes a logo of a picture that was checked and encoded again: small, and light enough for the
 * slowest phone. One that stays too heavy is refused.
 */
export async function makeLogo({ bytes, scan }: CheckedFile): Promise<LogoMade> {
	if (scan === 'waiting') return { made: false, because: 'notScanned' };
	if (bytes.byteLength > LARGEST_SENT_BYTES) return { made: false, because: 'tooLarge' };
	const { width, height } = await sharp(bytes).metadata();
	if (Math.max(width, height) > LONGEST_SENT_SIDE) return { made: false, because: 'tooLarge' };
	for (const quality of QUALITIES) {
		const { data, info } = await sharp(bytes)
			.resize({ width: WIDEST, height: TALLEST, fit: 'inside', withoutEnlargement: true })
			.webp({ quality, alphaQuality: quality })
			.toBuffer({ resolveWithObject: true });
		if (data.byteLength <= MOST_BYTES) {
			return { made: true, bytes: data, width: info.width, height: info.height };
		}
	}
	return { made: false, because: 'tooHeavy' };
}

/** Keeps a provider's logo in place of the one there was. */
export async function keepLogo(
	service: Service,
	staffId: string,
	kept: { providerId: string; logo: Extract<LogoMade, { made: true }> }
): Promise<void> {
	const { bytes, width, height } = kept.logo;
	await inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const row = {
			...{ bytes, width, height },
			logo_id: crypto.randomUUID(),
			kept_at: instantOf(work),
			kept_by: staffId
		};
		await work.trx
			.insertInto('provider_logo')
			.values({ provider_id: kept.providerId, ...row })
			.onConflict((conflict) => conflict.column('provider_id').doUpdateSet(row))
			.execute();
	});
}

/** Takes a provider's logo away; pages then show the name alone. */
export async function removeLogo(
	service: Service,
	staffId: string,
	providerId: string
): Promise<void> {
	await inTransaction(service, { kind: 'staff', staffId }, ({ trx }) =>
		trx.deleteFrom('provider_logo').where('provider_id', '=', providerId).execute()
	);
}

/** The logos there are, by provider. `under` is where the side that shows them has them. */
export async function findLogos(
	trx: Transaction<Database>,
	under: '/logo/' | '/staff/settings/logos/' = '/logo/'
): Promise<ReadonlyMap<string, ShownLogo>> {
	const rows = await trx
		.selectFrom('provider_logo')
		.select(['provider_id', 'logo_id', 'width', 'height'])
		.execute();
	return new Map(
		rows.map(({ provider_id, logo_id, width, height }) => [
			provider_id,
			{ href: under + logo_id, width: Math.ceil(width / 2), height: Math.ceil(height / 2) }
		])
	);
}

/** The logo of one provider, for a public page; null where it has none. */
export async function findLogo(service: Service, providerId: string): Promise<ShownLogo | null> {
	const logos = await inTransaction(service, { kind: 'public' }, ({ trx }) => findLogos(trx));
	return logos.get(providerId) ?? null;
}

/** The picture itself, for anybody; null where there is none of that id any more. */
export async function openLogo(service: Service, logoId: string): Promise<KeptFile | null> {
	if (!z.uuid().safeParse(logoId).success) return null;
	const row = await inTransaction(service, { kind: 'public' }, ({ trx }) =>
		trx.selectFrom('provider_logo').select('bytes').where('logo_id', '=', logoId).executeTakeFirst()
	);
	return row ? { stem: 'file', fileId: logoId, kind: 'webp', bytes: row.bytes } : null;
}
