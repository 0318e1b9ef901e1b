import {
	BufferSource,
	BufferTarget,
	EncodedAudioPacketSource,
	EncodedPacketSink,
	Input,
	MP3,
	MP4,
	Mp3OutputFormat,
	Mp4OutputFormat,
	OGG,
	OggOutputFormat,
	Output,
	WAVE,
	WavOutputFormat,
	WEBM,
	WebMOutputFormat,
	type AudioCodec,
	type InputAudioTrack,
	type InputFormat,
	type OutputFormat
} from 'mediabunny';
import type { SoundKind } from '#lib/server/files/fileKind.ts';

/** A cleaned recording with its length, or why there is none. */
export type SoundCleaned =
	| { cleaned: true; kind: SoundKind; bytes: Uint8Array; seconds: number }
	| { cleaned: false; because: 'broken' | 'video' };

const INPUTS: Readonly<Record<SoundKind, InputFormat>> = {
	webm: WEBM,
	mp4: MP4,
	mp3: MP3,
	wav: WAVE,
	ogg: OGG
};

const CODECS: readonly AudioCodec[] = ['opus', 'vorbis', 'aac', 'mp3'];

/** The set-up of a codec is a few bytes; more would be room for something else. Vorbis has books. */
const LARGEST_SETUP_BYTES = 256;
/** A file of 10 MB has far fewer; copying stops here. */
const MOST_PACKETS = 1_000_000;
const TIMEOUT_MS = 20_000;

/**
 * Copies the sound of a recording, packet by packet, into a new container. The names, places,
 * days, pictures and comments that were beside it are not copied.
 */
export async function cleanSound(bytes: Uint8Array, kind: SoundKind): Promise<SoundCleaned> {
	const input = new Input({ source: new BufferSource(bytes), formats: [INPUTS[kind]] });
	try {
		if (!(await input.canRead())) return { cleaned: false, because: 'broken' };
		if ((await input.getVideoTracks()).length > 0) return { cleaned: false, because: 'video' };
		const [track, ...others] = await input.getAudioTracks();
		if (!track || others.length > 0 || !(await isKnown(track))) {
			return { cleaned: false, because: 'broken' };
		}
		// In WebM the comments of Vorbis are part of its set-up; Ogg has them apart, and drops them.
		const written = kind === 'webm' && track.codec === 'vorbis' ? 'ogg' : kind;
		const copied = await copy(track, written);
		if (copied.seconds <= 0) return { cleaned: false, because: 'broken' };
		return { cleaned: true, kind: written, ...copied };
	} catch {
		// Whatever the parser trips over, the file is not one that we keep.
		return { cleaned: false, because: 'broken' };
	} finally {
		input.dispose();
	}
}

async function isKnown(track: InputAudioTrack): Promise<boolean> {
	const { codec } = track;
	const config = await track.getDecoderConfig();
	if (codec === null || config === null) return false;
	if (!CODECS.includes(codec) && !codec.startsWith('pcm-')) return false;
	const setUpBytes = config.description?.byteLength ?? 0;
	return codec === 'vorbis' || setUpBytes <= LARGEST_SETUP_BYTES;
}

async function copy(
	track: InputAudioTrack,
	kind: SoundKind
): Promise<{ bytes: Uint8Array; seconds: number }> {
	const target = new BufferTarget();
	const output = new Output({ format: formatOf(kind), target });
	const source = new EncodedAudioPacketSource(track.codec!);
	output.addAudioTrack(source);
	await output.start();
	const decoderConfig = (await track.getDecoderConfig())!;
	const ends = performance.now() + TIMEOUT_MS;
	let seconds = 0;
	let count = 0;
	for await (const packet of new EncodedPacketSink(track).packets()) {
		count += 1;
		if (count > MOST_PACKETS || performance.now() > ends) throw new TookTooLong(kind);
		await source.add(packet, { decoderConfig });
		seconds = Math.max(seconds, packet.timestamp + packet.duration);
	}
	source.close();
	await output.finalize();
	return { bytes: new Uint8Array(target.buffer!), seconds };
}

/** A recording that would keep the server busy for too long. */
class TookTooLong extends Error {
	override name = 'TookTooLong';
}

function formatOf(kind: SoundKind): OutputFormat {
	switch (kind) {
		case 'webm':
			return new WebMOutputFormat();
		case 'mp4':
			return new Mp4OutputFormat({ fastStart: 'in-memory' });
		case 'mp3':
			return new Mp3OutputFormat();
		case 'wav':
			return new WavOutputFormat();
		case 'ogg':
			return new OggOutputFormat();
	}
}
