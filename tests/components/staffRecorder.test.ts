import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { record } from '#lib/components/staff/logging/recorder.ts';

// The browser's own microphone and recorder are stood in for; each is told to stop or not.

let isOn: boolean;
let allow: () => void;
beforeEach(() => {
	isOn = false;
	const stream = { getTracks: () => [{ stop: () => (isOn = false) }] };
	const getUserMedia = () =>
		new Promise((resolve) => {
			allow = () => {
				isOn = true;
				resolve(stream);
			};
		});
	vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
	vi.stubGlobal('MediaRecorder', RecorderOfBrowser);
});
afterEach(() => vi.unstubAllGlobals());

/** What is said in one second. */
let say: (said: string) => void;

class RecorderOfBrowser {
	static isTypeSupported = () => true;
	state = 'inactive';
	mimeType = 'audio/webm;codecs=opus';
	ondataavailable = (_: { data: Blob }) => {};
	onstop = () => {};
	start() {
		this.state = 'recording';
		say = (said) => this.ondataavailable({ data: new Blob([said]) });
	}
	stop() {
		this.state = 'inactive';
		this.ondataavailable({ data: new Blob(['My visits stopped']) });
		this.onstop();
	}
}

function begin() {
	const left = new AbortController();
	const heard: Blob[] = [];
	const soFar: Blob[] = [];
	const asked = record({
		...{ onEnd: (sound) => heard.push(sound), onTime: () => {} },
		onSoFar: (sound) => soFar.push(sound),
		gone: left.signal
	});
	allow();
	return { left, heard, soFar, asked };
}

it('gives what was said once it is stopped, and lets the microphone go', async () => {
	const { asked, heard } = begin();
	const recording = await asked;
	expect(isOn).toBe(true);
	recording?.stop();
	expect(isOn).toBe(false);
	expect(heard.map(({ type }) => type)).toEqual(['audio/webm']);
});

it('records nobody any more once its page was left, and gives what was said until then', async () => {
	const { asked, heard, left } = begin();
	await asked;
	left.abort();
	expect(isOn).toBe(false);
	expect(heard).toHaveLength(1);
});

it('does not begin where its page was left while the person was asked', async () => {
	const { asked, heard, left } = begin();
	left.abort();
	expect(await asked).toBeNull();
	expect(isOn).toBe(false);
	expect(heard).toEqual([]);
});

it('gives all that was said so far each five seconds, and the whole once it ends', async () => {
	const { asked, heard, soFar } = begin();
	const recording = await asked;
	for (const second of 'abcdefghijklmn') say(second);
	recording?.stop();
	expect(soFar.map(({ type }) => type)).toEqual(['audio/webm', 'audio/webm']);
	const texts = await Promise.all([...soFar, ...heard].map((blob) => blob.text()));
	expect(texts).toEqual(['abcde', 'abcdefghij', 'abcdefghijklmnMy visits stopped']);
});
