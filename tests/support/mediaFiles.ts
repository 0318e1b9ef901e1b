import {
	BufferTarget,
	EncodedAudioPacketSource,
	EncodedPacket,
	EncodedVideoPacketSource,
	Mp3OutputFormat,
	Mp4OutputFormat,
	OggOutputFormat,
	Output,
	WavOutputFormat,
	WebMOutputFormat,
	type AudioCodec,
	type MetadataTags,
	type OutputFormat
} from 'mediabunny';
import sharp from 'sharp';
import type { PictureKind, SoundKind } from '#lib/server/files/fileKind.ts';

/** The place that must never be found in what is kept, as phones and programs write it. */
export const PLACE = '+51.3811-002.3590';
/** The same in the four bytes that Exif has for 5199/100 seconds of an arc. */
export const EXIF_PLACE = Buffer.from([0x4f, 0x14, 0, 0, 0x64, 0, 0, 0]);

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="${PLACE}"/></rdf:RDF></x:xmpmeta>`;

/** A photo with the place where it was taken: in Exif, in XMP, or nowhere. */
export async function aPicture(
	kind: PictureKind,
	place: 'exif' | 'xmp' | 'none' = 'none',
	{ width = 60, height = 40, orientation = 1 } = {}
): Promise<Buffer> {
	const plain = sharp({ create: { width, height, channels: 3, background: '#287d3c' } })
		.composite([
			{
				input: Buffer.alloc(10 * 10 * 3, 255),
				raw: { width: 10, height: 10, channels: 3 },
				left: 0,
				top: 0
			}
		])
		.toFormat(kind);
	const turned = orientation === 1 ? plain : plain.withMetadata({ orientation });
	switch (place) {
		case 'exif':
			return turned
				.withExifMerge({
					IFD3: {
						GPSLatitudeRef: 'N',
						GPSLatitude: '51/1 22/1 5199/100',
						GPSLongitudeRef: 'W',
						GPSLongitude: '2/1 21/1 5199/100'
					}
				})
				.toBuffer();
		case 'xmp':
			return turned.withXmp(XMP).toBuffer();
		case 'none':
			return turned.toBuffer();
	}
}

/** A recording of one second, with these names and places beside the sound. */
export async function aSound(kind: SoundKind, tags: MetadataTags = {}): Promise<Buffer> {
	const { format, codec, data, config } = SOUNDS[kind];
	const target = new BufferTarget();
	const output = new Output({ format: format(), target });
	const source = new EncodedAudioPacketSource(codec);
	output.addAudioTrack(source, { name: tags.title ? PLACE : '' });
	output.setMetadataTags(tags);
	await output.start();
	for (let count = 0; count < 50; count += 1) {
		const packet = new EncodedPacket(data, 'key', count * 0.02, 0.02);
		await source.add(packet, {
			decoderConfig: {
				codec: config.codec,
				numberOfChannels: 1,
				sampleRate: 48_000,
				...config.more
			}
		});
	}
	await output.finalize();
	return Buffer.from(target.buffer!);
}

/** A moving picture without a sound. */
export async function aVideo(): Promise<Buffer> {
	const target = new BufferTarget();
	const output = new Output({ format: new WebMOutputFormat(), target });
	const source = new EncodedVideoPacketSource('vp8');
	output.addVideoTrack(source);
	await output.start();
	await source.add(
		new EncodedPacket(Uint8Array.of(0x10, 0, 0, 0x9d, 1, 0x2a, 2, 0, 2, 0), 'key', 0, 0.1),
		{
			decoderConfig: { codec: 'vp8', codedWidth: 2, codedHeight: 2 }
		}
	);
	await output.finalize();
	return Buffer.from(target.buffer!);
}

/** Everything a recording can say beside the sound, with the place in each. */
export const TELLING_TAGS: MetadataTags = {
	title: `At home ${PLACE}`,
	artist: `Jay ${PLACE}`,
	album: PLACE,
	comment: PLACE,
	description: PLACE,
	lyrics: PLACE
};

interface Sound {
	format: () => OutputFormat;
	codec: AudioCodec;
	/** One packet of silence. */
	data: Uint8Array;
	config: { codec: string; more: Partial<AudioDecoderConfig> };
}

const OPUS_HEAD = Buffer.from('4f707573486561640101380180bb0000000000', 'hex');
const OPUS_SILENCE = Uint8Array.of(0xf8, 0xff, 0xfe);
const MP3_FRAME = new Uint8Array(384);
MP3_FRAME.set([0xff, 0xfb, 0x94, 0xc4]);

const SOUNDS: Readonly<Record<SoundKind, Sound>> = {
	webm: {
		format: () => new WebMOutputFormat(),
		codec: 'opus',
		data: OPUS_SILENCE,
		config: { codec: 'opus', more: {} }
	},
	ogg: {
		format: () => new OggOutputFormat(),
		codec: 'opus',
		data: OPUS_SILENCE,
		config: { codec: 'opus', more: { description: OPUS_HEAD } }
	},
	mp4: {
		format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
		codec: 'aac',
		data: Uint8Array.of(0x01, 0x40, 0x22, 0x80, 0xa3, 0x7f),
		config: { codec: 'mp4a.40.2', more: { description: Uint8Array.of(0x11, 0x88) } }
	},
	mp3: {
		format: () => new Mp3OutputFormat(),
		codec: 'mp3',
		data: MP3_FRAME,
		config: { codec: 'mp3', more: {} }
	},
	wav: {
		format: () => new WavOutputFormat(),
		codec: 'pcm-s16',
		data: new Uint8Array(1_920),
		config: { codec: 'pcm-s16', more: {} }
	}
};
