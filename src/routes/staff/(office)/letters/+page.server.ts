import { isLetterId, LETTER_GROUPS, letterOf } from '#lib/letters/catalogue.ts';
import { READER_WORDS } from '#lib/letters/faultWords.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { listChanges } from '#lib/server/letters/templates.ts';
import { getService } from '#lib/server/running.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const changed = await asActor(getService().db, 'system', listChanges);
	return {
		groups: LETTER_GROUPS.map(({ heading, letters }) => ({
			heading,
			letters: Object.keys(letters)
				.filter(isLetterId)
				.map((kind) => {
					const { name, about, reader } = letterOf(kind);
					const to = READER_WORDS[reader];
					return { kind, name, about, reader: to, changed: changed.get(kind) ?? null };
				})
		}))
	};
};
