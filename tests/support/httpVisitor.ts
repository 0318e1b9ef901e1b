import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { findCode, findForm, findLink, type HttpForm } from './httpPage.ts';

/** One answer of the server, whole. */
export interface HttpAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** One request and how long its whole answer took. */
export interface HttpTiming {
	method: 'GET' | 'POST';
	path: string;
	ms: number;
	answer: HttpAnswer;
}

/** What a visitor says, and what is told about each request. */
export interface VisitorOptions {
	/** Where the site is just now; it may move between two requests. */
	baseUrl: () => string;
	/** Goes into the story, so that this journey is found again. */
	story: string;
	/** What it chooses or types instead, by the field's name, or by page and name: `/s/10c to`. */
	instead?: Readonly<Record<string, readonly string[]>>;
	/** Tries again after a broken connection or a fault of the server until it says no more. */
	mayTryAgain?: (path: string) => Promise<boolean>;
	onAnswer?: (timing: HttpTiming) => void;
}

/** The server answered, but not as a page of the form would. */
export class UnexpectedPage extends Error {
	override name = 'UnexpectedPage';
}

const TELEPHONE = '07700 900 982';
const ON = ['I have read this', 'Continue', 'Send it', 'Please call me'];
const ANSWER_WITHIN_MS = 30_000;
const MOST_PAGES = 40;

/**
 * A child with a browser that knows nothing but cookies, links and forms: it takes the first
 * option of each question, fills in each field, and presses the page's own button.
 */
export class HttpVisitor {
	/** The cookies it holds, by name. */
	readonly cookies = new Map<string, string>();
	readonly #options: VisitorOptions;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

	constructor(options: VisitorOptions) {
		this.#options = options;
	}

	/** From the home page to the six words, which it returns. */
	async tellUs(): Promise<string> {
		const home = await this.get('/');
		let path = findLink(home.body, 'Something is wrong');
		for (let pages = 0; path !== null && pages < MOST_PAGES; pages += 1) {
			const { body } = await this.get(path);
			const code = findCode(body);
			if (code !== null) return code;
			path = await this.#pressOn(path, body);
		}
		throw new UnexpectedPage('The form has no end.');
	}

	/** Opens a page, following where it sends; the answer is the last page's. */
	async get(path: string): Promise<HttpAnswer> {
		const answer = await this.#ask('GET', path);
		return isElsewhere(answer) ? this.get(answer.headers.location!) : answer;
	}

	/** Posts a form and gives the server's own answer, without following it. */
	post(path: string, fields: readonly (readonly [string, string])[]): Promise<HttpAnswer> {
		return this.#ask('POST', path, fields);
	}

	/** Lets go of the connection. */
	close(): void {
		this.#agent.destroy();
	}

	async #pressOn(path: string, body: string): Promise<string> {
		const link = findLink(body, 'Carry on telling us');
		if (link !== null && !findForm(body)) return link;
		const form = findForm(body);
		const button = form?.buttons.find(({ words }) => ON.includes(words));
		if (!form || !button) throw new UnexpectedPage(`${path} has no button to go on with.`);
		const filled = fillIn(form, path, this.#options);
		if (button.name) filled.push([button.name, button.value]);
		const answer = await this.post(path, filled);
		if (isElsewhere(answer)) return answer.headers.location!;
		throw new UnexpectedPage(`${path} was answered with ${answer.status}.`);
	}

	async #ask(
		method: 'GET' | 'POST',
		path: string,
		fields?: readonly (readonly [string, string])[]
	): Promise<HttpAnswer> {
		for (;;) {
			const started = performance.now();
			try {
				const answer = await this.#askOnce(method, path, fields);
				if (answer.status < 500) {
					this.#options.onAnswer?.({ method, path, ms: performance.now() - started, answer });
					return answer;
				}
				if (!(await this.#options.mayTryAgain?.(path))) {
					throw new UnexpectedPage(`${path} was answered with ${answer.status}.`);
				}
			} catch (error) {
				if (error instanceof UnexpectedPage || !(await this.#options.mayTryAgain?.(path)))
					throw error;
			}
		}
	}

	#askOnce(
		method: 'GET' | 'POST',
		path: string,
		fields?: readonly (readonly [string, string])[]
	): Promise<HttpAnswer> {
		const url = new URL(path, this.#options.baseUrl());
		const body =
			fields && new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
		return new Promise((resolve, reject) => {
			const sent = request(url, {
				method,
				agent: this.#agent,
				timeout: ANSWER_WITHIN_MS,
				headers: {
					Accept: 'text/html',
					'Accept-Encoding': 'identity',
					Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
					...(body === undefined
						? {}
						: {
								Origin: url.origin,
								'Content-Type': 'application/x-www-form-urlencoded',
								'Content-Length': Buffer.byteLength(body)
							})
				}
			});
			sent.on('timeout', () => sent.destroy(new Error(`${path} was not answered in time.`)));
			sent.on('error', reject);
			sent.on('response', (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('error', reject);
				response.on('end', () => {
					this.#keepCookies(response.headers['set-cookie'] ?? []);
					const text = Buffer.concat(parts).toString();
					resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
				});
			});
			sent.end(body);
		});
	}

	#keepCookies(lines: readonly string[]): void {
		for (const line of lines) {
			const [pair = '', ...rules] = line.split(';').map((part) => part.trim());
			const name = pair.slice(0, pair.indexOf('='));
			if (rules.some((rule) => /^max-age=0$/i.test(rule))) this.cookies.delete(name);
			else this.cookies.set(name, pair.slice(name.length + 1));
		}
	}
}

/** The first option of each question, and something in each field. */
function fillIn({ fields }: HttpForm, path: string, { story, instead = {} }: VisitorOptions) {
	const filled: [string, string][] = [];
	const answered = new Set(fields.filter(({ isChosen }) => isChosen).map(({ name }) => name));
	for (const { kind, name, value, isChosen, input } of fields) {
		const said = instead[`${path} ${name}`] ?? instead[name];
		if (said) {
			if (!answered.has(name)) filled.push(...said.map((one): [string, string] => [name, one]));
		} else if (kind === 'radio' || kind === 'checkbox') {
			if (isChosen || !answered.has(name)) filled.push([name, value]);
		} else if (kind === 'area') filled.push([name, story]);
		else filled.push([name, value || (input === 'tel' ? TELEPHONE : 'Jay')]);
		if (kind !== 'hidden') answered.add(name);
	}
	return filled;
}

function isElsewhere({ status, headers }: HttpAnswer): boolean {
	return status >= 300 && status < 400 && headers.location !== undefined;
}
