import { compareRowsWithLog, type RowDifference } from '#lib/server/complaints/rebuildRows.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { admit } from '#lib/server/intake/comeBack.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { HttpVisitor } from '../support/httpVisitor.ts';
import type { TestServer } from '../support/testServer.ts';

/** A journey whose six words were shown. */
export interface Journey {
	/** Stands in the story and nowhere else. */
	mark: string;
	/** The six words that were shown. */
	code: string;
}

/** What became of what was acknowledged. The lists should be empty; the first three hold marks. */
export interface Compared {
	/** Acknowledged, but there is no such complaint. */
	lost: readonly string[];
	/** There is more than one complaint with the same story. */
	doubled: readonly string[];
	/** The six words that were shown do not open that complaint. */
	unopened: readonly string[];
	/** Where a row worked out from the log says something else than the log. */
	differing: readonly RowDifference[];
}

/** Holds what was acknowledged against the complaints that are there. */
export async function compare(
	{ service, baseUrl }: Pick<TestServer, 'service' | 'baseUrl'>,
	journeys: readonly Journey[]
): Promise<Compared> {
	const stories = await readStories(service);
	const holding = ({ mark }: Journey) =>
		[...stories].filter(([, story]) => story.includes(mark)).map(([complaintId]) => complaintId);
	const unopened: string[] = [];
	for (const journey of journeys) {
		const opened = await openByCode({ service, baseUrl }, journey.code);
		if (opened === null || !holding(journey).includes(opened)) unopened.push(journey.mark);
	}
	return {
		lost: journeys.filter((journey) => holding(journey).length === 0).map(({ mark }) => mark),
		doubled: findTwice([...stories.values()]),
		unopened,
		differing: await inTransaction(service, { kind: 'system' }, (work) => compareRowsWithLog(work))
	};
}

/** The story of every complaint there is. */
function readStories(service: Service): Promise<ReadonlyMap<string, string>> {
	return inTransaction(service, { kind: 'system' }, async ({ trx, keys }) => {
		const complaints = await trx.selectFrom('complaint').select('complaint_id').execute();
		const texts = await findTexts(
			trx,
			keys,
			complaints.map(({ complaint_id }) => complaint_id)
		);
		return new Map(
			[...texts].map(([complaintId, of]) => [
				complaintId,
				of.find(({ kind }) => kind === 'whatHappened')?.words ?? ''
			])
		);
	});
}

/** The complaint that the six words open at /back, in a browser of its own. */
async function openByCode(
	{ service, baseUrl }: Pick<TestServer, 'service' | 'baseUrl'>,
	code: string
): Promise<string | null> {
	const visitor = new HttpVisitor({ baseUrl: () => baseUrl, story: '' });
	await visitor.get('/back');
	const answer = await visitor.post('/back', [['words', code]]);
	visitor.close();
	if (answer.headers.location !== '/my') return null;
	const admitted = await admit(service, visitor.cookies.get('visit'), { mayRenew: false });
	return admitted.kind === 'complainant' ? admitted.complaintId : null;
}

function findTwice(stories: readonly string[]): string[] {
	return stories.filter((story, index) => stories.indexOf(story) !== index);
}
