import { appAddress } from '#lib/server/auth/timeCode.ts';
import { qrPath } from '#lib/server/posters/qrSquare.ts';

/** What a page shows of a secret that is put into an app. */
export interface AppSetUp {
	/** The picture an app's camera reads: its squares as a path, and how many a side has. */
	picture: { side: number; path: string };
	/** The secret to type by hand, in groups of four. */
	groups: readonly string[];
}

/** The same secret as a picture, and to be typed. Made here, so that no other place sees it. */
export function showAppSecret(
	secret: string,
	label: { username: string; siteName: string }
): AppSetUp {
	return {
		picture: qrPath(appAddress(secret, label)),
		groups: secret.match(/.{1,4}/g) ?? []
	};
}
