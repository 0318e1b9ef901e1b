/** The longest recording, in milliseconds: 5 minutes. Source: journeys 3.3. */
export const LONGEST_MS = 300_000;

/** How often what there is so far is handed over, in pieces of a second. */
const PIECES_BETWEEN = 5;

/** A recording that is under way. */
export interface Recording {
	/** Ends it; what was said is handed to whoever began it. */
	stop(): void;
}

/** Whether this browser can record. */
export function canRecord(): boolean {
	return typeof MediaRecorder === 'function' && 'mediaDevices' in navigator;
}

/**
 * Records a voice until it is stopped, or 5 minutes are over. Null where the microphone is not to be
 * had. `onEnd` is given what was recorded; `onSoFar` each five seconds all that there is until then, which
 * can be heard by itself; `onTime` is told each second how long it is, in milliseconds.
 * Once `gone` says that its page was left, nobody is recorded any more, also where the person was still
 * being asked whether the microphone may be used; what was said until then is handed over.
 */
export async function record(on: {
	onEnd: (sound: Blob) => void;
	onSoFar: (sound: Blob) => void;
	onTime: (ms: number) => void;
	gone: AbortSignal;
}): Promise<Recording | null> {
	const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
	if (!stream) return null;
	const letGo = () => {
		for (const track of stream.getTracks()) track.stop();
	};
	if (on.gone.aborted) {
		letGo();
		return null;
	}
	const webm = 'audio/webm;codecs=opus';
	const mimeType = MediaRecorder.isTypeSupported(webm) ? webm : 'audio/mp4';
	const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 24_000 });
	const pieces: Blob[] = [];
	const beganAt = performance.now();
	const timer = setInterval(() => {
		const ms = performance.now() - beganAt;
		on.onTime(Math.min(ms, LONGEST_MS));
		if (ms >= LONGEST_MS) stop();
	}, 1_000);
	const joined = () => new Blob(pieces, { type: recorder.mimeType.split(';')[0] ?? '' });
	recorder.ondataavailable = ({ data }) => {
		pieces.push(data);
		// The last piece comes as it ends.
		const isUnderWay = recorder.state !== 'inactive';
		if (isUnderWay && pieces.length % PIECES_BETWEEN === 0) on.onSoFar(joined());
	};
	recorder.onstop = () => {
		clearInterval(timer);
		letGo();
		on.onEnd(joined());
	};
	on.gone.addEventListener('abort', stop, { once: true });
	recorder.start(1_000);
	return { stop };

	function stop(): void {
		if (recorder.state !== 'inactive') recorder.stop();
	}
}
