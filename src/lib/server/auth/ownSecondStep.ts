import { keepRecoveryCodes, prepareRecoveryCodes } from '#lib/server/auth/recoveryCodes.ts';
import {
	beginSettingUp,
	findPendingSecret,
	findSecondStep,
	finishSettingUp,
	takeAwaySecondStep,
	tellOfSignIn,
	type SecondStep
} from '#lib/server/auth/secondStep.ts';
import { checkPassword, type PasswordRefused } from '#lib/server/auth/signIn.ts';
import { stepOfCode } from '#lib/server/auth/timeCode.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** A person's second step as their own page shows it. */
export interface OwnSecondStep extends SecondStep {
	username: string;
	/** A secret to put into an app, where setting it up was begun within 10 minutes; else null. */
	secret: string | null;
}

/** How it stands with somebody who is signed in. */
export async function readOwnSecondStep(service: Service, staffId: string): Promise<OwnSecondStep> {
	const username = await findUsername(service, staffId);
	return asTheServer(service, async (work) => ({
		...(await findSecondStep(work, staffId)),
		username,
		secret: await findPendingSecret(work, staffId)
	}));
}

/** Begins to set it up, or to move it to another app; why not, or null once begun. */
export async function beginOwnSecondStep(
	service: Service,
	staffId: string,
	password: string
): Promise<PasswordRefused | null> {
	const refused = await refusePassword(service, staffId, password);
	if (refused) return refused;
	await asTheServer(service, (work) => beginSettingUp(work, staffId));
	return null;
}

/** Sets it up by the app's first code, and says the new recovery codes, once; null for a wrong one. */
export async function confirmOwnSecondStep(
	service: Service,
	staffId: string,
	typed: string
): Promise<readonly string[] | null> {
	const secret = await asTheServer(service, (work) => findPendingSecret(work, staffId));
	if (secret === null || stepOfCode(secret, typed, service.now()) === null) return null;
	const codes = await prepareRecoveryCodes(service.keys);
	const isSetUp = await asTheServer(service, async (work) => {
		const finished = await finishSettingUp(work, { staffId, typed, codes });
		if (finished) await tellOfSignIn(work, staffId);
		return finished;
	});
	return isSetUp ? codes.codes : null;
}

/** Ten new recovery codes in place of the old ones, to be shown once; or why not. */
export async function renewRecoveryCodes(
	service: Service,
	staffId: string,
	password: string
): Promise<{ codes: readonly string[] } | PasswordRefused> {
	const refused = await refusePassword(service, staffId, password);
	if (refused) return refused;
	const codes = await prepareRecoveryCodes(service.keys);
	await asTheServer(service, async (work) => {
		await keepRecoveryCodes(work.trx, staffId, codes);
		await tellOfSignIn(work, staffId);
	});
	return { codes: codes.codes };
}

/** Turns it off; why not, or null once it is. */
export async function turnOffSecondStep(
	service: Service,
	staffId: string,
	password: string
): Promise<PasswordRefused | { because: 'needed' } | null> {
	const { isNeeded } = await asTheServer(service, (work) => findSecondStep(work, staffId));
	if (isNeeded) return { because: 'needed' };
	const refused = await refusePassword(service, staffId, password);
	if (refused) return refused;
	await asTheServer(service, (work) => takeAwaySecondStep(work, staffId, staffId));
	return null;
}

/** Why the password of somebody signed in is not taken; null where it is. */
async function refusePassword(
	service: Service,
	staffId: string,
	password: string
): Promise<PasswordRefused | null> {
	const username = await findUsername(service, staffId);
	const checked = await checkPassword(service, { username, password });
	return checked.isRight ? null : checked.refused;
}

async function findUsername(service: Service, staffId: string): Promise<string> {
	const row = await asActor(service.db, 'system', (trx) =>
		trx
			.selectFrom('staff')
			.select('username')
			.where('staff_id', '=', staffId)
			.executeTakeFirstOrThrow()
	);
	return row.username;
}

function asTheServer<Result>(service: Service, act: (work: Work) => Promise<Result>) {
	return inTransaction(service, { kind: 'system' }, act);
}
