import type {
	AdvocateStep,
	DeclinedBecause,
	Interpreted,
	MayKnow
} from '#lib/domain/advocacy/request.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PulledFile } from '#lib/wire/sync.ts';
import { SCAN_WORDS } from '#lib/words/files.ts';
import type { SentFile } from './sentFiles.ts';

/** Words of a young person, or about them. */
interface SaidWords {
	id: string;
	words: string | null;
	at: string;
}

/** One young person as the page of their advocate shows them. */
export interface YoungPerson {
	requestId: string;
	reference: string;
	name: string | null;
	place: 'mine' | 'covered' | 'inbox';
	mayKnow: Exclude<MayKnow, 'nothing'>;
	sharedSinceOn: PlainDate;
	answer: string | null;
	needsLanguage: string | null;
	assignedTo: string | null;
	advocate: string | null;
	askedOn: PlainDate;
	acknowledgedOn: PlainDate | null;
	assignedOn: PlainDate | null;
	firstContactOn: PlainDate | null;
	spokeOn: PlainDate | null;
	step: AdvocateStep | null;
	dueOn: PlainDate | null;
	daysLate: number;
	story: readonly (SaidWords & { kind: string })[];
	files: readonly Pick<PulledFile, 'fileId' | 'part' | 'sort' | 'seconds' | 'scan' | 'addedAt'>[];
	wrote: readonly SaidWords[];
	thread: readonly (SaidWords & { isOurs: boolean; from: string })[];
	colleagues: readonly { staffId: string; name: string }[];
	today: PlainDate;
}

/** What is given back to a form of theirs that was not right. */
export interface PortalGiven {
	advocateId?: string;
	because?: DeclinedBecause;
	language?: Interpreted;
	on?: string;
	words?: string;
}

/** What each text of theirs was said to. */
export const STORY_WORDS: Readonly<Record<string, string>> = {
	whatHappened: 'What happened',
	whatWouldHelp: 'What would make it better',
	whenItChanges: 'What is about to change',
	added: 'Added later'
};

const SORT_WORDS = { sound: 'Recording', picture: 'Picture', paper: 'PDF' } as const;

/** The files of these parts, each by what it is and its number. */
export function sharedFiles(
	{ requestId, files }: Pick<YoungPerson, 'requestId' | 'files'>,
	parts: readonly PulledFile['part'][]
): SentFile[] {
	return files
		.filter(({ part }) => parts.includes(part))
		.map(({ fileId, sort, scan }, index) => ({
			id: fileId,
			sort,
			words: `${SORT_WORDS[sort]} ${index + 1}`,
			href:
				scan === 'waiting' || scan === 'found'
					? null
					: `/staff/young-people/${requestId}/file/${fileId}`,
			because: scan === 'waiting' || scan === 'found' ? SCAN_WORDS[scan] : ''
		}));
}
