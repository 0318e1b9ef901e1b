import { TEST_PASSWORD } from './testService.ts';

/** A member of staff who is signed in, as their browser asks the server without a page. */
export interface SignedInVisitor {
	/** Posts JSON and reads the answer; throws for any but 200. */
	post(path: string, body: unknown): Promise<unknown>;
}

/** Signs somebody in over http. */
export async function signInByHttp(baseUrl: string, username: string): Promise<SignedInVisitor> {
	const signedIn = await fetch(`${baseUrl}/staff/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ name: username, password: TEST_PASSWORD }).toString()
	});
	const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
	if (!cookie) throw new Error(`${username} could not sign in: ${signedIn.status}`);
	return {
		async post(path, body) {
			const answer = await fetch(`${baseUrl}${path}`, {
				method: 'POST',
				headers: { origin: baseUrl, cookie, 'content-type': 'application/json' },
				body: JSON.stringify(body)
			});
			if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
			return answer.json();
		}
	};
}
