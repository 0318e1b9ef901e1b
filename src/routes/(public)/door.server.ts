import { redirect } from '@sveltejs/kit';
import { enterDoor, type EnteredDoor } from '#lib/server/intake/enterDoor.ts';
import { getService } from '#lib/server/running.ts';
import { readPosted } from './posted.server.ts';
import { readVisit, setVisit, type CookieEvent } from './visit.server.ts';

/** One press on the page of an adults' door: the form begins, or goes on where it was left. */
export async function enterAt(
	event: CookieEvent & { request: Request },
	door: EnteredDoor['door']
): Promise<never> {
	const pressed = (await readPosted(event)).get('who');
	const who = pressed === 'adult' && door !== 'advocate' ? 'adult' : 'helper';
	const entered = await enterDoor(getService(), readVisit(event), { door, who });
	setVisit(event, entered.newCookie);
	redirect(303, `/s/${entered.step}`);
}
