import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { stage2IndependentPersonOf } from '#lib/domain/complaint/panelPeople.ts';
import { stage3RequestUntil } from '#lib/domain/complaint/stage2Dates.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { letterOf, type LetterId } from '#lib/letters/catalogue.ts';
import { checkLetter, type CheckedLetter } from '#lib/letters/checkLetter.ts';
import { soundTemplate } from '#lib/letters/checkTemplate.ts';
import type { LetterFacts } from '#lib/letters/fields.ts';
import { fillIn } from '#lib/letters/template.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import {
	gatherPapers,
	type AnsweredStrand
} from '#lib/server/complaints/fullAnswers/gatherPapers.ts';
import type {
	FullAnswerContent,
	FullAnswerOf,
	SentFullAnswer
} from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { readCaseForLetter, wordFacts } from '#lib/server/letters/caseFacts.ts';
import { readTemplate } from '#lib/server/letters/templates.ts';
import type { Work } from '#lib/server/work.ts';
import { findAddresses } from '#lib/words/addressGuard.ts';
import { findSwaps } from '#lib/words/findSwaps.ts';

/** The letter that an answer goes with. */
function letterIdOf({ stage, strand }: Pick<AnsweredStrand, 'stage' | 'strand'>): LetterId {
	if (stage === 3) return 'stage3Response';
	return strand.procedure === 'corporate' ? 'corporateStage2Response' : 'stage2Response';
}

/** A full answer as it would go today. */
export interface ComposedAnswer {
	goes: SentFullAnswer;
	/** Of the letter: the words that are ours. */
	check: CheckedLetter;
	/** What the second person has to look at before it goes, in words. */
	toLookAt: readonly string[];
}

/** The strand of a full answer, with its case as the log has it; null where there is none. */
export async function findAnsweredStrand(
	work: Work,
	{ complaintId, strandId, stage }: FullAnswerOf
): Promise<AnsweredStrand | null> {
	const events = (await findHistory(work.trx, complaintId)).map(({ event }) => event);
	const complaint = rebuild(events);
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	return strand ? { complaintId, stage, complaint, strand, events } : null;
}

/** Puts together what would go; null while a report lacks. */
export async function composeFullAnswer(
	work: Work,
	about: AnsweredStrand,
	content: FullAnswerContent | null
): Promise<ComposedAnswer | null> {
	const gathered = await gatherPapers(work, about, content);
	if (gathered === null) return null;
	const { complaintId, strand } = about;
	const letterId = letterIdOf(about);
	const letter = letterOf(letterId);
	const merged = await readCaseForLetter(
		work,
		{ complaintId, strandId: strand.strandId },
		'complainant'
	);
	const facts = {
		...merged.facts,
		...(await factsOf(work, about)),
		...(content?.inShort.trim() ? { decision: content.inShort.trim() } : {})
	};
	const worded = wordFacts(facts, work);
	const template = await readTemplate(work.trx, letterId);
	const source = template[merged.audience] ?? template.adult;
	const text = fillIn(soundTemplate(source, 'complainant'), worded);
	const check = checkLetter({
		text,
		audience: merged.audience,
		letter,
		facts: worded,
		others: merged.others,
		ourNumbers: merged.ourNumbers
	});
	return {
		goes: { letter: text, ...gathered },
		check,
		toLookAt: [
			...check.words.addresses.map(({ found }) => found),
			...check.others.map(({ words }) => words),
			...foundIn(wordsOf(gathered), { audience: merged.audience, ourNumbers: merged.ourNumbers })
		]
	};
}

/** What the case does not yet say by itself: the day it goes is today. */
async function factsOf(work: Work, { strand, stage }: AnsweredStrand): Promise<LetterFacts> {
	if (stage === 3) {
		const person = stage2IndependentPersonOf(strand);
		const staff = await work.trx
			.selectFrom('staff')
			.select('display_name')
			.where('staff_id', '=', person?.personId ?? null)
			.executeTakeFirst();
		return staff ? { independentPersonName: staff.display_name } : {};
	}
	const until = stage3RequestUntil(sentOn(strand, await readRules(work)), await readRules(work));
	return until.known && until.value !== null ? { stage3AskByOn: until.value } : {};
}

function sentOn(strand: Strand, { today }: Pick<RuleContext, 'today'>): Strand {
	return { ...strand, stage2: { ...strand.stage2, respondedOn: today, respondedOnPaper: false } };
}

/** The words of others: they are sent as they were written, so they are only looked at. */
function wordsOf({ points, recommendations, papers }: Omit<SentFullAnswer, 'letter'>): string[] {
	return [
		...points.flatMap(({ reason, promise }) => [reason, promise?.what ?? '']),
		...recommendations.flatMap(({ words, reason }) => [words, reason ?? '']),
		...papers.map(({ words }) => words ?? '')
	];
}

function foundIn(
	texts: readonly string[],
	reader: { audience: 'child' | 'adult'; ourNumbers: readonly string[] }
): string[] {
	const found = texts.flatMap((text) => [
		...findAddresses(text, reader.ourNumbers).map((one) => one.found),
		...findSwaps(text, reader.audience).map((one) => one.found)
	]);
	return [...new Set(found)];
}
