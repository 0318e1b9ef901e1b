import { ombudsmanNext } from '#lib/domain/complaint/ombudsmanNext.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { isAdults, pathOfOwn } from '#lib/server/intake/my/reader.ts';
import { readSite } from '#lib/server/intake/readSite.ts';
import type { Service } from '#lib/server/service.ts';
import { ombudsmanForAdults } from '#lib/words/public/adults.ts';
import { ombudsmanWords, type OmbudsmanWords } from '#lib/words/public/ombudsman.ts';

/** Who looks next, in words for the reader, with the number to call. */
export interface OmbudsmanPart {
	words: OmbudsmanWords;
	telephone: string;
}

/** The same for their pages; null while a step of ours comes first. */
export async function ombudsmanPart(service: Service, own: OwnCase): Promise<OmbudsmanPart | null> {
	const reason = ombudsmanNext(own.complaint, pathOfOwn(own).situation);
	if (reason === null) return null;
	const { ombudsmanAt } = await readSite(service);
	const say = isAdults(own) ? ombudsmanForAdults : ombudsmanWords;
	const { reference } = own;
	return { words: say(reason, { ...ombudsmanAt, reference }), telephone: ombudsmanAt.telephone };
}
