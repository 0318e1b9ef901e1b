import type { Migration } from 'kysely/migration';
import * as staff from './2026-11-25-1-staff.ts';
import * as complaints from './2026-11-25-2-complaints.ts';
import * as peopleAndWords from './2026-11-25-3-people-and-words.ts';
import * as intake from './2026-11-25-4-intake.ts';
import * as workAndRecords from './2026-11-25-5-work-and-records.ts';
import * as stage2 from './2026-11-25-6-stage2.ts';
import * as stage3 from './2026-11-25-7-stage3.ts';
import * as beside from './2026-11-25-8-beside.ts';
import * as peopleOutside from './2026-11-25-9-people-outside.ts';
import * as letters from './2026-11-25-91-letters.ts';
import * as lists from './2026-11-25-92-lists.ts';
import * as reminders from './2026-11-25-93-reminders.ts';
import * as papers from './2026-11-25-94-papers.ts';
import * as release from './2026-11-25-94-release.ts';
import * as letterSentOn from './2026-11-26-1-letter-sent-on.ts';
import * as files from './2026-11-26-2-files.ts';
import * as adults from './2026-11-26-3-adults.ts';
import * as equality from './2026-11-26-4-equality.ts';
import * as helpers from './2026-11-26-4-helpers.ts';
import * as links from './2026-11-26-5-links.ts';
import * as panelPoints from './2026-11-26-6-panel-points.ts';
import * as whoToldUs from './2026-11-26-7-who-told-us.ts';
import * as howWeDid from './2026-11-26-8-how-we-did.ts';
import * as helpersFiles from './2026-11-26-9-helpers-files.ts';
import * as posters from './2026-11-26-91-posters.ts';
import * as helpersFilesStay from './2026-11-26-92-helpers-files-stay.ts';
import * as whatIsShown from './2026-11-26-96-what-is-shown.ts';
import * as oneQuestionForSixWords from './2026-11-26-99-one-question-for-six-words.ts';
import * as advocates from './2026-11-26-991-advocates.ts';
import * as whatChanged from './2026-11-26-992-what-changed.ts';
import * as clips from './2026-11-26-993-clips.ts';
import * as eachChangeOnce from './2026-11-26-994-each-change-once.ts';
import * as oneRequestOneThread from './2026-11-26-995-one-request-one-thread.ts';
import * as secondStep from './2026-11-26-997-second-step.ts';
import * as shownLogos from './2026-11-26-997-shown-logos.ts';
import * as signInAsKey from './2026-11-26-997-sign-in-as-key.ts';
import * as lentDevices from './2026-11-26-998-lent-devices.ts';
import * as wordsTexted from './2026-11-26-998-words-texted.ts';
import * as viewEnds from './2026-11-26-999-view-ends.ts';
import * as whenAway from './2026-11-26-999-when-away.ts';
import * as unsentWords from './2026-11-26-999-words-unsent.ts';
import * as passedOnEnds from './2026-11-26-9991-passed-on-ends.ts';
import * as ordersWithNoSignal from './2026-11-26-9992-orders-with-no-signal.ts';
import * as changeFeed from './2026-11-26-9993-change-feed.ts';
import * as backups from './2026-11-26-9994-backups.ts';
import * as devices from './2026-11-26-9995-devices.ts';
import * as needsYou from './2026-11-26-9996-needs-you.ts';
import * as reviewingOfficers from './2026-11-26-9998-reviewing-officers.ts';
import * as reviews from './2026-11-26-99991-reviews.ts';
import * as push from './2026-11-26-99992-push.ts';
import * as filesWithNoSignal from './2026-11-26-99993-files-with-no-signal.ts';
import * as filesRefusedLate from './2026-11-26-99994-files-refused-late.ts';
import * as teamSight from './2026-11-27-1-team-sight.ts';
import * as alertSight from './2026-11-27-2-alert-sight.ts';

/** Every change to the database, oldest first. A name here is never changed once it has run. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
	'2026-11-25-1-staff': staff,
	'2026-11-25-2-complaints': complaints,
	'2026-11-25-3-people-and-words': peopleAndWords,
	'2026-11-25-4-intake': intake,
	'2026-11-25-5-work-and-records': workAndRecords,
	'2026-11-25-6-stage2': stage2,
	'2026-11-25-7-stage3': stage3,
	'2026-11-25-8-beside': beside,
	'2026-11-25-9-people-outside': peopleOutside,
	'2026-11-25-91-letters': letters,
	'2026-11-25-92-lists': lists,
	'2026-11-25-93-reminders': reminders,
	'2026-11-25-94-papers': papers,
	'2026-11-25-94-release': release,
	'2026-11-26-1-letter-sent-on': letterSentOn,
	'2026-11-26-2-files': files,
	'2026-11-26-3-adults': adults,
	'2026-11-26-4-equality': equality,
	'2026-11-26-4-helpers': helpers,
	'2026-11-26-5-links': links,
	'2026-11-26-6-panel-points': panelPoints,
	'2026-11-26-7-who-told-us': whoToldUs,
	'2026-11-26-8-how-we-did': howWeDid,
	'2026-11-26-9-helpers-files': helpersFiles,
	'2026-11-26-91-posters': posters,
	'2026-11-26-92-helpers-files-stay': helpersFilesStay,
	'2026-11-26-96-what-is-shown': whatIsShown,
	'2026-11-26-99-one-question-for-six-words': oneQuestionForSixWords,
	'2026-11-26-991-advocates': advocates,
	'2026-11-26-992-what-changed': whatChanged,
	'2026-11-26-993-clips': clips,
	'2026-11-26-994-each-change-once': eachChangeOnce,
	'2026-11-26-995-one-request-one-thread': oneRequestOneThread,
	'2026-11-26-997-second-step': secondStep,
	'2026-11-26-997-shown-logos': shownLogos,
	'2026-11-26-997-sign-in-as-key': signInAsKey,
	'2026-11-26-998-lent-devices': lentDevices,
	'2026-11-26-998-words-texted': wordsTexted,
	'2026-11-26-999-view-ends': viewEnds,
	'2026-11-26-999-when-away': whenAway,
	'2026-11-26-999-words-unsent': unsentWords,
	'2026-11-26-9991-passed-on-ends': passedOnEnds,
	'2026-11-26-9992-orders-with-no-signal': ordersWithNoSignal,
	'2026-11-26-9993-change-feed': changeFeed,
	'2026-11-26-9994-backups': backups,
	'2026-11-26-9995-devices': devices,
	'2026-11-26-9996-needs-you': needsYou,
	'2026-11-26-9998-reviewing-officers': reviewingOfficers,
	'2026-11-26-99991-reviews': reviews,
	'2026-11-26-99992-push': push,
	'2026-11-26-99993-files-with-no-signal': filesWithNoSignal,
	'2026-11-26-99994-files-refused-late': filesRefusedLate,
	'2026-11-27-1-team-sight': teamSight,
	'2026-11-27-2-alert-sight': alertSight
};
