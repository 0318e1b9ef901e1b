import type { SetUpDraft } from '#lib/components/staff/device/DeviceSetUp.svelte';
import type { FieldError } from '#lib/components/staff/controls/ErrorSummary.svelte';
import { judgePassphrase } from '#lib/domain/offline/passphrase.ts';
import { enrolDevice, listDevices, removeDevice } from '#lib/offline/device/ownDevices.ts';
import { keeperHere } from '#lib/offline/unlock/browserKeeper.ts';
import { enrolHere, type Enrolled } from '#lib/offline/unlock/enrol.ts';
import { countUnsent } from '#lib/offline/unlock/readable.ts';
import { stretchInWorker } from '#lib/offline/unlock/stretchInWorker.ts';
import type { PasskeySecret } from '#lib/offline/unlock/wraps.ts';
import { noPasskeyWords, notSetUpWords } from '#lib/words/device.ts';
import type { ListedDevice } from '#lib/wire/deviceRecord.ts';
import type { SignedInNow } from '#lib/wire/signedInNow.ts';

const askServer = (input: string, init?: RequestInit) => fetch(input, init);

/** What the page of this device knows beside how it stands, and what it does. */
export class ThisDevice {
	readonly #here = keeperHere();
	draft = $state<SetUpDraft>({ name: 'My tablet', opensBy: '', passphrase: '' });
	errors = $state.raw<readonly FieldError[]>([]);
	isMaking = $state(false);
	/** What was done last, in a sentence; '' before anything. */
	said = $state('');
	failed = $state('');
	devices = $state.raw<readonly ListedDevice[] | null>(null);
	unsent = $state.raw<Readonly<Record<string, number>>>({});
	isPersisted = $state(false);
	spaceBytes = $state(0);

	/** Looks at what the browser and the server know of this device and of the person's others. */
	async look(people: readonly { personId: string }[], hasSignal: boolean): Promise<void> {
		const ids = people.map(({ personId }) => personId);
		const counts = await Promise.all(ids.map(async (id) => [id, await countUnsent(id)] as const));
		this.unsent = Object.fromEntries(counts);
		this.isPersisted = (await navigator.storage?.persisted?.()) ?? false;
		this.spaceBytes = (await navigator.storage?.estimate?.())?.usage ?? 0;
		if (!hasSignal) return;
		const answer = await listDevices(askServer);
		this.devices = answer.ok ? answer.value.devices : null;
	}

	/** Makes this device theirs, by what they chose. */
	async setUp(me: SignedInNow): Promise<void> {
		this.errors = findErrors(this.draft);
		if (this.errors.length > 0) return;
		this.isMaking = true;
		const passkey = this.draft.opensBy === 'both' ? await this.#makePasskey(me) : null;
		if (passkey !== 'none') await this.#enrol(me, passkey);
		this.isMaking = false;
	}

	/** Takes one of the person's other devices from them. */
	async remove(deviceId: string): Promise<void> {
		const answer = await removeDevice(askServer, { deviceId });
		this.failed = answer.ok ? '' : 'Not removed: that needs a signal. Try again when you have one.';
		const listed = await listDevices(askServer);
		if (listed.ok) this.devices = listed.value.devices;
	}

	/** Deletes all that is here of one person, and tells the server where it can be told. */
	async forget(personId: string, deviceId: string): Promise<void> {
		this.said = '';
		try {
			const keepSealed = !this.#isOpenFor(personId);
			const { kept } = await this.#here.keeper.forgetEverything(personId, { keepSealed });
			await removeDevice(askServer, { deviceId });
			this.said =
				kept === 0
					? 'Everything is removed from this device.'
					: 'Nothing can be read on this device any more. What was not sent stays, sealed, until it is.';
			this.failed = '';
		} catch {
			this.failed =
				'Not all of it could be removed. Close every other tab of this site and try again.';
		}
	}

	/** What was not sent is thrown away only by whoever wrote it: anybody may hold the tablet. */
	#isOpenFor(personId: string): boolean {
		const state = this.#here.keeper.current();
		return state.at === 'unlocked' && state.device.person.personId === personId;
	}

	/** 'none' where there is to be one and none was made: the page says why. */
	async #makePasskey(me: SignedInNow): Promise<PasskeySecret | 'none'> {
		const made = await this.#here.passkeys.make(me);
		if (made.given) return made.by;
		this.errors = [{ fieldId: 'device-opens', sentence: noPasskeyWords(made.because) }];
		return 'none';
	}

	async #enrol(me: SignedInNow, passkey: PasskeySecret | null): Promise<void> {
		const { keeper, people, now } = this.#here;
		const { name, opensBy, passphrase } = this.draft;
		const enrolled = await enrolHere(
			{
				...{ keeper, people, now, stretch: stretchInWorker },
				persist: async () => (await navigator.storage?.persist?.()) ?? false,
				ask: (device) => enrolDevice(askServer, device),
				newId: () => crypto.randomUUID()
			},
			{
				me,
				deviceName: name.trim(),
				openers: { passkey, passphrase: opensBy === 'nothing' ? null : passphrase }
			}
		);
		this.#tell(enrolled);
	}

	#tell(enrolled: Enrolled): void {
		if (enrolled.enrolled) {
			this.draft = { name: this.draft.name, opensBy: '', passphrase: '' };
			this.said = enrolled.isPersisted
				? 'This device is set up. The browser promised to keep what is on it.'
				: 'This device is set up. The browser made no promise to keep what is on it: send what you wrote soon.';
			return;
		}
		if (enrolled.because === 'tooManyDevices') this.devices = enrolled.devices;
		this.errors = [{ fieldId: 'device-name', sentence: notSetUpWords(reasonOf(enrolled.because)) }];
	}
}

function findErrors({ name, opensBy, passphrase }: SetUpDraft): FieldError[] {
	const errors: FieldError[] = [];
	if (!name.trim())
		errors.push({ fieldId: 'device-name', sentence: 'Enter a name for this device' });
	if (!opensBy) errors.push({ fieldId: 'device-opens', sentence: 'Choose what unlocks it' });
	const needsWords = opensBy === 'passphrase' || opensBy === 'both';
	if (needsWords && !judgePassphrase(passphrase).isLongEnough) {
		errors.push({
			fieldId: 'device-passphrase',
			sentence: 'Enter a passphrase of five different words, or of 20 letters'
		});
	}
	return errors;
}

function reasonOf(because: Extract<Enrolled, { enrolled: false }>['because']) {
	return because === 'asking' || because === 'upToDate' || because === 'serverBroken'
		? 'other'
		: because;
}
