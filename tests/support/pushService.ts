import {
	createDecipheriv,
	createECDH,
	createPublicKey,
	hkdfSync,
	randomBytes,
	verify
} from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserSubscription } from '#lib/wire/devicePush.ts';

/** A browser as a push service knows it, with the messages that came for it. */
export interface ToldBrowser {
	subscription: BrowserSubscription;
	/** What each message holds, opened as a browser opens it. */
	readonly notices: string[];
	readonly requests: { headers: IncomingHttpHeaders; claims: VapidClaims }[];
	/** What the service answers next, in order; 201 once there is none left. */
	answers: { status: number; headers?: Record<string, string> }[];
}

/** What our server says of itself, once the signature was found to be right. */
export interface VapidClaims {
	aud: string;
	exp: number;
	sub: string;
	/** The key that signed, in base64url. */
	key: string;
}

/** A push service on this machine, which opens what is sent through it as its browsers would. */
export interface TestPushService {
	addBrowser(): ToldBrowser;
	close(): Promise<void>;
}

/** Starts a push service on a port of its own. */
export async function startPushService(): Promise<TestPushService> {
	const browsers = new Map<string, { told: ToldBrowser; open: (body: Buffer) => string }>();
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const browser = browsers.get(request.url ?? '');
			if (!browser || request.method !== 'POST') return response.writeHead(404).end();
			const { told, open } = browser;
			const claims = readVapid(request.headers.authorization ?? '');
			told.requests.push({ headers: request.headers, claims });
			const { status, headers } = told.answers.shift() ?? { status: 201 };
			if (status === 201) told.notices.push(open(Buffer.concat(parts)));
			return response.writeHead(status, headers).end('What a push service says of itself.');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		addBrowser() {
			const path = `/send/${randomBytes(12).toString('hex')}`;
			const own = createECDH('prime256v1');
			own.generateKeys();
			const auth = randomBytes(16);
			const told: ToldBrowser = {
				subscription: {
					endpoint: `http://127.0.0.1:${port}${path}`,
					p256dh: own.getPublicKey('base64url'),
					auth: auth.toString('base64url')
				},
				notices: [],
				requests: [],
				answers: []
			};
			browsers.set(path, { told, open: (body) => openMessage(body, { own, auth }) });
			return told;
		},
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}

/** Opens a message as RFC 8291 and RFC 8188 say, with nothing of the package that sealed it. */
function openMessage(
	body: Buffer,
	{ own, auth }: { own: ReturnType<typeof createECDH>; auth: Buffer }
): string {
	const salt = body.subarray(0, 16);
	const idLength = body.readUInt8(20);
	const theirs = body.subarray(21, 21 + idLength);
	const sealed = body.subarray(21 + idLength);
	const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), theirs]);
	const secret = derive(own.computeSecret(theirs), { salt: auth, info, length: 32 });
	const key = derive(secret, { salt, info: 'Content-Encoding: aes128gcm\0', length: 16 });
	const nonce = derive(secret, { salt, info: 'Content-Encoding: nonce\0', length: 12 });
	const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
	const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
	// The last record ends in 2, and may have noughts behind it.
	return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

function derive(
	secret: Buffer,
	{ salt, info, length }: { salt: Buffer; info: string | Buffer; length: number }
): Buffer {
	return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}

/** Reads who sends (RFC 8292); throws where the signature is not that of the key. */
function readVapid(authorization: string): VapidClaims {
	const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
	const [head = '', claims = '', signature = ''] = token.split('.');
	const point = Buffer.from(key, 'base64url');
	const publicKey = createPublicKey({
		key: {
			...{ kty: 'EC', crv: 'P-256' },
			x: point.subarray(1, 33).toString('base64url'),
			y: point.subarray(33).toString('base64url')
		},
		format: 'jwk'
	});
	const isRight = verify(
		'sha256',
		Buffer.from(`${head}.${claims}`),
		{ key: publicKey, dsaEncoding: 'ieee-p1363' },
		Buffer.from(signature, 'base64url')
	);
	if (!isRight) throw new Error('The message is not signed by the key that it names');
	return { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as VapidClaims), key };
}
