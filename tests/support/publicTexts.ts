import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5';
import { textsOf } from '#lib/server/languages/translatePage.ts';
import { OWN_STATES } from '../pages/public/ownStates.ts';
import { PUBLIC_STATES } from '../pages/public/publicStates.ts';
import { SITUATIONS, type Holder, type Situation } from './childSituations.ts';
import { BEHIND_THE_WORDS } from '../pages/public/postings.ts';
import type { Filled } from './childAtPage.ts';
import { findForm } from './httpPage.ts';
import { pressInProcess } from './pressInProcess.ts';
import type { Answer, SiteInProcess } from './siteInProcess.ts';
import { choose } from '#lib/server/intake/preference.ts';
import type { Service } from '#lib/server/service.ts';

/** One page as it was answered. */
export interface SeenPage {
	path: string;
	html: string;
}

/**
 * Every public page in every state that the page lists know, as the server answers it: those that
 * need something done on them first are sent once with nothing filled in.
 */
export async function seePublicPages(service: Service, site: SiteInProcess): Promise<SeenPage[]> {
	const holders = new Map<Situation, Holder>();
	const seen: SeenPage[] = [];
	for (const { path, situation, status } of [...PUBLIC_STATES, ...OWN_STATES]) {
		if (situation && !holders.has(situation)) {
			holders.set(situation, await SITUATIONS[situation](service));
		}
		const cookie = situation ? `__Host-visit=${holders.get(situation)!.cookie}` : undefined;
		const answer = await site.ask(path, { cookie });
		keep(seen, path, answer);
		if (status === 400) keep(seen, path, await sendBlank(site, path, { cookie, answer }));
	}
	return [
		...seen,
		...(await seeWhatFollows(service, site)),
		...(await seeEasierPages(service, site, holders))
	];
}

/** What each button behind the six words leads to, and what it says was done. */
async function seeWhatFollows(service: Service, site: SiteInProcess): Promise<SeenPage[]> {
	const seen: SeenPage[] = [];
	for (const { path, situation, button, filled, leadsTo } of BEHIND_THE_WORDS) {
		const { cookie: value, words } = await SITUATIONS[situation](service);
		const cookie = `__Host-visit=${value}`;
		const said: Filled = filled === 'words' ? [['Type your six words', words]] : filled;
		const answer = await pressInProcess(site, { path, cookie, filled: said, button });
		keep(seen, path, answer);
		if (answer.status === 303) keep(seen, leadsTo, await site.ask(leadsTo, { cookie }));
	}
	return seen;
}

/** The same pages as they look in the easier view, each path in one of its states. */
async function seeEasierPages(
	service: Service,
	site: SiteInProcess,
	holders: ReadonlyMap<Situation, Holder>
): Promise<SeenPage[]> {
	const nobody = await choose(service, undefined, { view: 'easier' });
	for (const { cookie } of holders.values()) await choose(service, cookie, { view: 'easier' });
	const seen: SeenPage[] = [];
	for (const { path, situation } of [...PUBLIC_STATES, ...OWN_STATES]) {
		if (seen.some((one) => one.path === path.replace(/\?.*/, ''))) continue;
		const value = situation ? holders.get(situation)!.cookie : nobody;
		keep(seen, path, await site.ask(path, { cookie: `__Host-visit=${value}` }));
	}
	return seen;
}

function keep(seen: SeenPage[], path: string, { status, text }: Answer): void {
	if (status !== 303) seen.push({ path: path.replace(/\?.*/, ''), html: text });
}

async function sendBlank(
	site: SiteInProcess,
	path: string,
	{ cookie, answer }: { cookie: string | undefined; answer: Answer }
): Promise<Answer> {
	const form = findForm(answer.text);
	const [, action = path] =
		/<main\b[^]*?<form\b[^>]*\baction="([^"]*)"/.exec(answer.text.replaceAll('&amp;', '&')) ?? [];
	const hidden = form?.fields.filter(({ kind }) => kind === 'hidden') ?? [];
	return site.ask(action.startsWith('?') ? path + action : action, {
		cookie,
		form: Object.fromEntries(hidden.map(({ name, value }) => [name, value]))
	});
}

/** The texts of a page that a translator is asked for, each once. */
export function textsOn({ html }: SeenPage): readonly string[] {
	return [...new Set(textsOf(html))];
}

const UNREAD = new Set(['script', 'style', 'textarea']);

/** Everything a reader meets on a page, but what says of itself that it is in English or somebody's own. */
export function readableTexts(html: string): string[] {
	const texts: string[] = [];
	const visit = (node: DefaultTreeAdapterMap['node']): void => {
		if (tree.isTextNode(node)) texts.push(node.value);
		if (tree.isElementNode(node)) {
			const held = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
			const isApart = node.tagName !== 'html' && (held['lang'] ?? held['translate']) !== undefined;
			if (isApart || UNREAD.has(node.tagName)) return;
			texts.push(
				...['aria-label', 'alt', 'title', 'placeholder'].flatMap((name) => held[name] ?? [])
			);
		}
		if ('childNodes' in node) node.childNodes.forEach(visit);
	};
	visit(parse(html));
	return texts;
}
