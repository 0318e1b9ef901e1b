import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { letterOf, type LetterId } from '#lib/letters/catalogue.ts';
import { soundTemplate } from '#lib/letters/checkTemplate.ts';
import { plainWords } from '#lib/letters/document.ts';
import type { LetterFacts } from '#lib/letters/fields.ts';
import { compileTemplate, fieldsIn, fillIn } from '#lib/letters/template.ts';
import { keepMessage } from '#lib/server/complaints/messages.ts';
import { readCaseForLetter, wordFacts } from '#lib/server/letters/caseFacts.ts';
import { readTemplate } from '#lib/server/letters/templates.ts';
import { notifyComplainant } from '#lib/server/people/notifyComplainant.ts';
import type { Work } from '#lib/server/work.ts';

/** A letter that the clock sends by itself, about one strand. */
export interface Notice {
	strandId: string;
	/** What is known better than the case knows it by itself. */
	facts: LetterFacts;
}

/**
 * Puts a letter that nobody wrote by hand where the complainant reads it, once for each strand
 * it says something else about, with one "New message" by every safe way. The text is that of
 * the letter itself: the council's own where it has changed it.
 */
export async function sendNotice(
	work: Work,
	complaintId: string,
	{ letterKind, notices }: { letterKind: LetterId; notices: readonly Notice[] }
): Promise<void> {
	const texts = new Set<string>();
	for (const notice of notices) {
		texts.add(await noticeWords(work, { complaintId, letterKind }, notice));
	}
	for (const words of texts) {
		await keepMessage(work, complaintId, {
			messageId: crypto.randomUUID(),
			words,
			direction: 'toComplainant',
			state: 'sent',
			replyByOn: null
		});
	}
	await notifyComplainant(work, complaintId, 'newMessage');
}

/**
 * The letter in words. Nobody looks at it before it goes, and nothing in braces may reach a
 * reader: where the council's own text asks for what is not known, the built-in one goes, and
 * from that is left out what cannot be said.
 */
async function noticeWords(
	work: Work,
	{ complaintId, letterKind }: { complaintId: string; letterKind: LetterId },
	{ strandId, facts }: Notice
): Promise<string> {
	const builtIn = letterOf(letterKind);
	const about = await readCaseForLetter(work, { complaintId, strandId }, builtIn.reader);
	const worded = wordFacts({ ...about.facts, ...facts }, work);
	const inUse = await readTemplate(work.trx, letterKind);
	const own = inUse[about.audience];
	const text = own === null ? null : fillWhole(own, builtIn, worded);
	return plainWords(
		text ??
			withoutOpenFields(
				fillIn(soundTemplate(builtIn[about.audience] ?? builtIn.adult, builtIn.reader), worded)
			)
	);
}

/** A text with all of it filled in; null where something of it is not known, or not sound. */
function fillWhole(source: string, { reader }: BuiltInLetter, facts: LetterFacts): string | null {
	const compiled = compileTemplate(source, reader);
	if ('problems' in compiled) return null;
	const text = fillIn(compiled.template, facts);
	return fieldsIn(text).length === 0 ? text : null;
}

/** A text without its sentences that hold a field which is not known. */
function withoutOpenFields(text: string): string {
	return text
		.split('\n')
		.map((line) =>
			line
				.split(/(?<=[.!?]) /)
				.filter((sentence) => fieldsIn(sentence).length === 0)
				.join(' ')
		)
		.join('\n');
}
