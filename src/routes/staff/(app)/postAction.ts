import { deserialize } from '$app/forms';

/** What came of posting to a form action: done, or why not, with what the action said. */
export interface Posted<Data> {
	done: boolean;
	data: Data | undefined;
	/** 0 where no answer came. */
	status: number;
}

/** Posts values to a form action of this page, without leaving it. */
export async function postAction<Data>(
	action: string,
	values: Readonly<Record<string, string>>
): Promise<Posted<Data>> {
	const body = new FormData();
	for (const [name, value] of Object.entries(values)) body.set(name, value);
	try {
		const response = await fetch(action, {
			method: 'POST',
			body,
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
		if (response.redirected) return { done: false, data: undefined, status: 401 };
		const result = deserialize<Record<string, unknown>, Record<string, unknown>>(
			await response.text()
		);
		const data = 'data' in result ? (result.data as Data | undefined) : undefined;
		const status = 'status' in result ? (result.status ?? response.status) : response.status;
		return { done: result.type === 'success', data, status };
	} catch {
		// No answer, or one that is no answer of ours: nothing more is known than that.
		return { done: false, data: undefined, status: 0 };
	}
}
