import type { IconName } from '#lib/components/icons/Icon.svelte';
import { HELPERS_HELP } from '#lib/words/public/safety.ts';

/** One number on "Let us get you help now", the most urgent first. */
export interface HelpNumber {
	title: string;
	/** Whether the title is a name, which is the same in every language. */
	isName?: boolean;
	/** As printed: "01632 960 123". */
	number: string;
	/** What stands before it in the link: "Call". */
	prefix?: string;
	hint: string;
	icon?: IconName;
	isUrgent?: boolean;
	/** True for a number to text, not to ring. */
	isText?: boolean;
}

/** The same for adults: whom to ring where somebody at home frightens them, and no lines for children. */
export function adultNumbers(
	nightAndDay: { name: string; phone: string } | null,
	saferHelp: readonly { name: string; phone: string }[]
): HelpNumber[] {
	const forAll = helpNumbers(nightAndDay).filter(({ title }) => !FOR_CHILDREN.has(title));
	return [
		...forAll,
		...saferHelp.map(({ name, phone }) => ({
			title: name,
			isName: true,
			number: phone,
			hint: 'Free. They do not work for us.'
		}))
	];
}

/** The same for whoever speaks for a child that is not safe: of the child, and no line to text. */
export function helperNumbers(nightAndDay: { name: string; phone: string } | null): HelpNumber[] {
	return helpNumbers(nightAndDay).flatMap((number) => {
		if (number.isUrgent) return { ...number, title: HELPERS_HELP.danger };
		if (number.isText) return [];
		return number.title === 'Childline' ? { ...number, hint: HELPERS_HELP.childline } : number;
	});
}

/** The lines that are for children and young people. */
const FOR_CHILDREN: ReadonlySet<string> = new Set(['Childline', 'Text Shout']);

/** The numbers that help now, with the council's own night and day team where it has one. */
export function helpNumbers(nightAndDay: { name: string; phone: string } | null): HelpNumber[] {
	const ownTeam: HelpNumber[] =
		nightAndDay && nightAndDay.phone !== ''
			? [
					{
						title: nightAndDay.name,
						isName: true,
						number: nightAndDay.phone,
						hint: 'They are there when the council is shut.',
						icon: 'moon'
					}
				]
			: [];
	return [
		{
			title: 'If you are in danger',
			prefix: 'Call',
			number: '999',
			hint: 'Cannot talk? Call 999 on a mobile, then press 55 when asked.',
			isUrgent: true
		},
		...ownTeam,
		{
			title: 'Childline',
			isName: true,
			number: '0800 1111',
			hint: 'Free, any time. Does not show on the bill.'
		},
		{
			title: 'Text Shout',
			number: '85258',
			hint: 'Crisis text, not your advocate.',
			icon: 'smartphone',
			isText: true
		}
	];
}
