import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
	acceptForm,
	declineForm,
	handOverForm,
	helpForm,
	interpreterForm,
	undertakingForm
} from '#lib/server/advocacy/portalForms.ts';
import { newPersonForm, personForm } from '#lib/server/auth/accountForms.ts';
import { alertCallForm, alertCloseForm } from '#lib/server/alerts/alertForms.ts';
import { askForm, draftForm, sendForm } from '#lib/server/letters/letterForms.ts';
import { newWayInForm } from '#lib/server/newWayIn/newWayInForm.ts';
import { newMatterForm } from '#lib/server/ombudsman/matterForms.ts';
import { agreeForm, giveForm, signForm } from '#lib/server/papers/paperForms.ts';
import { newOutsidePersonForm, outsidePersonForm } from '#lib/server/people/outsideForms.ts';

/** What each form says of a field where the form came without it. */
const UNCHOSEN: readonly (readonly [string, z.ZodObject, string, string])[] = [
	['a paper', giveForm, 'kind', 'Choose what it is'],
	['a paper', giveForm, 'strandId', 'Choose which part of the complaint it belongs to'],
	['a paper', giveForm, 'meantFor', 'Choose whom it is meant for'],
	['an agreement to share', agreeForm, 'how', 'Choose how the child agreed'],
	['an agreement to share', agreeForm, 'staffId', 'Choose who the child agreed to'],
	['the promise', signForm, 'promise', 'Tick that you have read it and keep to it'],
	['a person', newPersonForm, 'roles', 'Choose at least one role'],
	['a person', personForm, 'roles', 'Choose at least one role'],
	[
		'somebody from outside',
		newOutsidePersonForm,
		'office',
		'Choose whether they are a member or an officer of this council'
	],
	[
		'somebody from outside',
		outsidePersonForm,
		'office',
		'Choose whether they are a member or an officer of this council'
	],
	['somebody from outside', newOutsidePersonForm, 'roles', 'Choose what they may be appointed to'],
	['a call after an alert', alertCallForm, 'outcome', 'Choose what came of the call'],
	['a call after an alert', alertCallForm, 'words', 'Write what was said, or how you tried'],
	['the end of an alert', alertCloseForm, 'reason', 'Choose why it can be closed'],
	['the end of an alert', alertCloseForm, 'words', 'Write what you know that makes it so'],
	['a letter', draftForm, 'audience', 'Choose which version goes'],
	['a letter', askForm, 'secondPersonId', 'Choose who looks at it'],
	['a letter', sendForm, 'how', 'Choose how it goes'],
	['a letter', sendForm, 'wentOn', 'Enter the day it went'],
	['an Ombudsman matter', newMatterForm, 'kind', 'Choose how it came to the Ombudsman'],
	['a new way in', newWayInForm, 'satisfiedBy', 'Choose how you know that it is them'],
	['a new way in', newWayInForm, 'someoneElse', 'Say whether somebody else may be asking'],
	['a new way in', newWayInForm, 'wordsGo', 'Choose how the words go to them'],
	['an advocate', acceptForm, 'advocateId', 'Choose who the advocate is'],
	['an advocate', handOverForm, 'advocateId', 'Choose who takes over'],
	['an advocate', declineForm, 'because', 'Choose why you cannot take this'],
	['an advocate', interpreterForm, 'language', 'Choose the language'],
	['an advocate', undertakingForm, 'promise', 'Tick that you have read it and keep to it'],
	['help outside a complaint', helpForm, 'kind', 'Choose what it was about'],
	['help outside a complaint', helpForm, 'outcome', 'Choose what came of it']
];

describe('nothing is decided by a choice that nobody made', () => {
	test.each(UNCHOSEN)('%s: %#', async (_about, schema, field, sentence) => {
		const form = await superValidate(new FormData(), zod4(schema));
		expect(form.valid).toBe(false);
		expect(JSON.stringify((form.errors as Record<string, unknown>)[field])).toContain(sentence);
		expect(schema.safeParse({}).success).toBe(false);
	});

	test('every form that chooses one of a list by an enum says what stands for none', () => {
		const bare = filesWith('superValidate', 'checkForm', 'question({', 'Form = z').flatMap((file) =>
			readFileSync(file, 'utf8')
				.split('\n')
				.filter(
					(line) => /^\s*\w+: z\s*\.?enum\(/.test(line) && !/\.(default|nullable)\(/.test(line)
				)
				.map((line) => `${file}: ${line.trim()}`)
		);
		expect(bare).toEqual([]);
	});
});

function filesWith(...signs: readonly string[]): string[] {
	return ['src/lib/server', 'src/lib/intake', 'src/routes'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => join(folder, name))
			.filter((file) => {
				const code = readFileSync(file, 'utf8');
				return signs.some((sign) => code.includes(sign));
			})
	);
}
