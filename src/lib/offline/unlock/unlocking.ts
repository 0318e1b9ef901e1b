import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import type { Unlocked } from './keeperState.ts';
import type { Passkeys } from './passkey.ts';
import type { PersonHere } from './peopleHere.ts';
import type { Stretch } from './stretch.ts';
import { openByPasskey, openByPassphrase, type Wrap } from './wraps.ts';

/** Why a key did not come. */
export type NoKey = Exclude<Unlocked, { unlocked: true }>['because'];

/** The person's own key by their passphrase, or why not. Rejects with `CannotStretch`. */
export async function keyByPassphrase(
	person: PersonHere,
	passphrase: string,
	stretch: Stretch
): Promise<OwnKey | NoKey> {
	const wrap = wrapBy(person, 'passphrase');
	if (!wrap) return 'notThere';
	return (await openByPassphrase(person, wrap, passphrase, stretch)) ?? 'wrong';
}

/** The person's own key by their passkey, which the browser asks for, or why not. */
export async function keyByPasskey(
	person: PersonHere,
	passkeys: Passkeys
): Promise<OwnKey | NoKey> {
	const wrap = wrapBy(person, 'passkey');
	if (!wrap) return 'notThere';
	const asked = await passkeys.ask(wrap);
	if (!asked.given) return asked.because;
	return (await openByPasskey(person, wrap, asked.by.secret)) ?? 'wrong';
}

function wrapBy<By extends Wrap['by']>(
	{ wraps }: PersonHere,
	by: By
): Extract<Wrap, { by: By }> | undefined {
	return wraps.find((one): one is Extract<Wrap, { by: By }> => one.by === by);
}
