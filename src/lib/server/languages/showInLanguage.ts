import { factsOf, log } from '#lib/server/log.ts';
import type { Service } from '#lib/server/service.ts';
import { IN_ENGLISH, personWords } from '#lib/words/public/languages.ts';
import { findChosen, type ChosenLanguage } from './offered.ts';
import { translatePage } from './translatePage.ts';

/**
 * A public page in the language that was chosen; whole in English, and saying so in a box on top,
 * where it has not been translated by a person or says anything that was not.
 */
export function showInLanguage(
	service: Service,
	html: string,
	{ language, pathname, route }: { language: string | null; pathname: string; route: string | null }
): string {
	const chosen = findChosen(service, language, pathname);
	if (!chosen) return html;
	if (chosen.find) {
		const of = route === null ? {} : { route };
		try {
			const { html: translated } = translatePage(html, { ...chosen, find: chosen.find });
			if (translated !== null) return translated;
			log('warn', 'page shown in English', of);
		} catch (error) {
			// A page in English is better than none, whatever went wrong in the other language.
			log('error', 'page not translated', { ...factsOf(error), ...of });
		}
	}
	return pathname === LANGUAGES_PAGE ? html : withBox(html, chosen);
}

/** It says the same by itself. */
const LANGUAGES_PAGE = '/languages';
const MAIN = /<main\b[^>]*>/;

function withBox(html: string, { code, direction, ownName, name }: ChosenLanguage): string {
	const box = `<div class="column"><div class="callout tongue"><div><p lang="${code}" dir="${direction}"><b>${ownName}</b></p><p>${IN_ENGLISH.lead}</p><p>${personWords(name)} <a class="act" href="${LANGUAGES_PAGE}">${IN_ENGLISH.how}</a></p></div></div></div>`;
	return html.replace(MAIN, (main) => main + box);
}
