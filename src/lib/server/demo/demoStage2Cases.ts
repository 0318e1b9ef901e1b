import type { DemoStory, DemoStrand } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice, DemoStagePeople } from '#lib/server/demo/demoOffice.ts';
import {
	adjudicateAll,
	appointAll,
	askForStage2,
	receiveReports,
	sendDocuments,
	takeMoreTime,
	writeStatement
} from '#lib/server/demo/demoStage2.ts';
import { said } from '#lib/server/demo/demoWords.ts';

/** Stage 2: agreeing the statement, investigating, reported, answered, and ended without a scope. */
export async function makeStage2Cases(office: DemoOffice, people: DemoStagePeople): Promise<void> {
	await makeZara(office, people);
	await makeMarcus(office, people);
	await makeIvy(office, people);
	await makeOmar(office, people);
	await makePoppy(office, people);
}

/** Both investigators, appointed on the same day. */
export const investigators = ({ idris, ines }: DemoStagePeople, at: number) => [
	{ role: 'investigatingOfficer' as const, personId: idris, at },
	{ role: 'independentPerson' as const, personId: ines, at }
];

async function makeZara(office: DemoOffice, people: DemoStagePeople): Promise<void> {
	const strand = await askForStage2(
		office,
		{
			name: 'Zara',
			words: 'They moved my little brother and said it was because of me. It is not true.',
			wish: 'Say it was not my fault',
			picked: ['family', 'records'],
			titles: ['Why her brother was moved', 'What is written about her']
		},
		{ told: 34, asked: 12 }
	);
	await appointAll(office, strand, investigators(people, 9));
	await writeStatement(office, strand, {
		version: 1,
		words: '1. My brother was moved because of me, they said.',
		sent: 7
	});
	await writeStatement(office, strand, {
		version: 2,
		words:
			'1. They said my brother was moved because of me.\n2. It is written in my file like that.',
		sent: 2
	});
}

async function makeMarcus(office: DemoOffice, people: DemoStagePeople): Promise<void> {
	const strand = await askForStage2(
		office,
		{
			name: 'Marcus',
			words: 'My key worker shouted at me in front of everyone and the answer said it was banter.',
			wish: 'Someone who was not there should look',
			picked: ['home', 'treatment'],
			titles: ['How his key worker spoke to him']
		},
		{ told: 48, asked: 22 }
	);
	await appointAll(office, strand, [
		{
			role: 'investigatingOfficer',
			personId: people.idris,
			at: 20,
			despite: {
				warnings: ['pastInvolvement'],
				why: 'Idris met the family once, six years ago. Marcus knows and does not mind.'
			}
		},
		{ role: 'independentPerson', personId: people.ines, at: 19 }
	]);
	await writeStatement(office, strand, {
		version: 1,
		words: '1. He shouted at me at tea in front of everyone.\n2. The answer called it banter.',
		sent: 17,
		agreed: 14
	});
	await takeMoreTime(office, strand, { told: 3, until: 18 });
}

async function makeIvy(office: DemoOffice, people: DemoStagePeople): Promise<void> {
	const strand = await askForStage2(
		office,
		{
			name: 'Ivy',
			words: 'I was out of school for five months and nobody did anything.',
			wish: 'A real plan for school',
			picked: ['school', 'plan'],
			titles: ['Five months without school']
		},
		{ told: 60, asked: 32 }
	);
	await appointAll(office, strand, investigators(people, 29));
	await writeStatement(office, strand, {
		version: 1,
		words: '1. I had no school from March to July.\n2. Nobody made a plan.',
		sent: 27,
		agreed: 24
	});
	await takeMoreTime(office, strand, { told: 8, until: 12 });
	await receiveReports(office, strand, 3);
	await appointAll(office, strand, [{ role: 'adjudicatingOfficer', personId: people.ada, at: 3 }]);
}

/** Carries a case through stage 2 until all three documents went, so many working days ago. */
export async function answerStage2(
	office: DemoOffice,
	people: DemoStagePeople,
	{ story, sent }: { story: DemoStory & { titles: readonly string[] }; sent: number }
): Promise<{ strand: DemoStrand; recommendationIds: readonly string[] }> {
	const asked = sent + 23;
	const strand = await askForStage2(office, story, { told: asked + 20, asked });
	await appointAll(office, strand, investigators(people, asked - 3));
	await writeStatement(office, strand, {
		version: 1,
		words: story.titles.map((title, place) => `${place + 1}. ${title}`).join('\n'),
		sent: asked - 4,
		agreed: asked - 7
	});
	await receiveReports(office, strand, sent + 6);
	await appointAll(office, strand, [
		{ role: 'adjudicatingOfficer', personId: people.ada, at: sent + 6 }
	]);
	const recommendationIds = await adjudicateAll(office, strand, {
		at: sent + 2,
		outcomes: ['upheld', 'notUpheld', 'partiallyUpheld'],
		recommendations: [
			{ words: 'Say sorry to them in person', dueIn: 1 - sent },
			{ words: 'Write down in the house rules who tells a child of a move', dueIn: 15 },
			{
				words: 'Pay for a new phone',
				whyNot: 'The phone was found, and works. It was given back to them.'
			}
		]
	});
	await sendDocuments(office, strand, sent);
	return { strand, recommendationIds };
}

async function makeOmar(office: DemoOffice, people: DemoStagePeople): Promise<void> {
	const { strand, recommendationIds } = await answerStage2(office, people, {
		story: {
			name: 'Omar',
			words: 'I was moved at night. My phone was taken. They said I agreed and I did not.',
			wish: 'Say sorry and stop doing it',
			picked: ['moving', 'treatment'],
			titles: ['Moved at night', 'Whether he agreed', 'His phone']
		},
		sent: 6
	});
	const evidence = said('evidence', 'Ada met Omar at school and said sorry. Omar was content.');
	const [sorry] = recommendationIds;
	await office.give({
		on: office.daysAgo(5),
		by: office.people.sam,
		complaintId: strand.complaintId,
		texts: evidence.texts,
		order: {
			type: 'completeRecommendation',
			strandId: strand.strandId,
			recommendationId: sorry ?? '',
			doneOn: office.daysAgo(5),
			evidenceTextId: evidence.textId
		}
	});
}

async function makePoppy(office: DemoOffice, people: DemoStagePeople): Promise<void> {
	const strand = await askForStage2(
		office,
		{
			name: 'Poppy',
			words: 'Everything since I came here has been wrong and I want all of it looked at again.',
			wish: 'All of it',
			picked: ['home', 'worker', 'plan'],
			titles: ['Everything since she came']
		},
		{ told: 50, asked: 24 }
	);
	await appointAll(office, strand, investigators(people, 21));
	await writeStatement(office, strand, {
		version: 1,
		words: '1. The move in March.\n2. The rules of the house.',
		sent: 19
	});
	const reason = said(
		'reason',
		'Three talks and two versions. Poppy wants every day since 2021 looked at and no list of points.'
	);
	await office.give({
		on: office.daysAgo(4),
		by: office.people.priya,
		complaintId: strand.complaintId,
		texts: reason.texts,
		order: {
			type: 'discontinueStage2',
			strandId: strand.strandId,
			discontinuedOn: office.daysAgo(4),
			attempts: [
				{ triedOn: office.daysAgo(16), channel: 'telephone' },
				{ triedOn: office.daysAgo(12), channel: 'inPerson' },
				{ triedOn: office.daysAgo(8), channel: 'letter' }
			],
			reasonTextId: reason.textId,
			ombudsmanToldOn: office.daysAgo(4)
		}
	});
}
