import { fieldLabel, type TemplateFault } from '#lib/letters/checkTemplate.ts';
import type { Party, Reader } from '#lib/letters/parties.ts';

/** To whom a letter is, for staff. */
export const READER_WORDS = {
	complainant: 'the person who complained',
	child: 'the child',
	reviewingOfficer: 'the reviewing officer',
	advocate: 'the advocate'
} as const satisfies Record<Reader, string>;

/** Whose a field is, for staff. */
export const PARTY_WORDS = {
	reader: 'the reader',
	complainant: 'the person who complained',
	child: 'the child',
	helper: 'the person who told us for the child',
	otherParent: 'another person in the case',
	staffMember: 'the person complained about',
	council: 'the council'
} as const satisfies Record<Party, string>;

/** What is wrong with a template and what to do, with the line where it is. */
export function templateFaultWords(fault: TemplateFault): string {
	const at = fault.line === null ? '' : `Line ${fault.line}: `;
	switch (fault.code) {
		case 'unknownField':
			return `${at}there is no field {${fault.field}}. Choose one from the list.`;
		case 'anothersField':
			return `${at}{${fault.field}} belongs to ${PARTY_WORDS[fault.owner]}, and this letter goes to ${READER_WORDS[fault.reader]}. Take it out.`;
		case 'brokenField':
			return `${at}a brace or a bracket is not right. A field looks like {reference}; a part that may be left out goes from [if reason] to [end].`;
		case 'ifInsideIf':
			return `${at}one [if] stands inside another. End the first with [end] before it.`;
		case 'ifNotEnded':
			return `${at}this [if] has no [end]. Put [end] on a line of its own after it.`;
		case 'endWithoutIf':
			return `${at}this [end] has no [if] before it. Take it out.`;
		case 'noTitle':
			return `${at}the letter has no title. Start it with a line such as "# Our answer".`;
		case 'missingFact':
			return `The letter must say {${fault.field}}: ${lowerFirst(fieldLabel(fault.field))}. Put it where it is never left out.`;
		case 'tooHard':
			return `The reading grade is ${fault.grade.toFixed(1)}, and the limit is ${fault.gradeLimit}. Use shorter words and shorter sentences.`;
		case 'longSentence':
			return `${at}a sentence has ${fault.words} words, and the limit is ${fault.wordLimit}. Make two of it: "${fault.sentence}"`;
		case 'bannedWord':
			return fault.say
				? `${at}do not write "${fault.found}". Say ${fault.say.startsWith('(') ? fault.say : `"${fault.say}"`} instead.`
				: `${at}leave out "${fault.found}".`;
		case 'address':
			return `${at}"${fault.found}" looks like an address or a number. Only our own numbers stand in a template, as fields.`;
	}
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
