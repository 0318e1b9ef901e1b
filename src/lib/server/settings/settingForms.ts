import type { SettingName } from '#lib/server/settings/councilSchema.ts';

/**
 * Reads one subject of the settings from its posted form, as the schema wants it.
 *
 * A list comes as `name.0.column`, `name.1.column` …; lines with every column blank are left
 * out. The schema, not this, says whether the values are right.
 */
export function readSettingForm(name: SettingName, form: FormData): unknown {
	switch (name) {
		case 'teams':
			return {
				teams: readLines(form, 'teams').map((line) => ({ teamId: idOf(line), name: line.name }))
			};
		case 'categories':
			return {
				categories: readLines(form, 'categories').map((line) => ({
					categoryId: idOf(line),
					name: line.name
				}))
			};
		case 'ombudsman':
			return {
				decisions: readLines(form, 'decisions').map((line) => ({
					decisionId: idOf(line),
					name: line.name
				}))
			};
		case 'hours':
			return {
				...textsOf(form, ['opensAt', 'closesAt']),
				weekdays: form.getAll('weekdays').map(Number)
			};
		case 'duty':
			return {
				...textsOf(form, ['outsideHours', 'emergencyName', 'emergencyTelephone']),
				staffIds: [1, 2, 3, 4, 5, 6].map((place) => textOf(form, `duty${place}`)).filter(Boolean),
				nextAfterMinutes: Number(textOf(form, 'nextAfterMinutes')),
				callWithinMinutes: Number(textOf(form, 'callWithinMinutes'))
			};
		case 'timeLimits':
			return {
				acknowledgeWorkingDays: Number(textOf(form, 'acknowledgeWorkingDays')),
				eligibilityWorkingDays: Number(textOf(form, 'eligibilityWorkingDays')),
				answerIdeaWorkingDays: Number(textOf(form, 'answerIdeaWorkingDays')),
				passOnThanksWorkingDays: Number(textOf(form, 'passOnThanksWorkingDays')),
				corporateStage1WorkingDays: Number(textOf(form, 'corporateStage1WorkingDays')),
				corporateStage2AcknowledgeWorkingDays: Number(
					textOf(form, 'corporateStage2AcknowledgeWorkingDays')
				),
				corporateStage2WorkingDays: Number(textOf(form, 'corporateStage2WorkingDays')),
				corporateStage2ExtensionWorkingDays: Number(
					textOf(form, 'corporateStage2ExtensionWorkingDays')
				)
			};
		case 'reviews':
			return Object.fromEntries(
				['settle', 'teamManager', 'serviceManager', 'headOfService', 'director', 'chiefExecutive']
					.map((step) => `${step}WorkingDays`)
					.map((field) => [field, Number(textOf(form, field))])
			);
		case 'records':
			return {
				...textsOf(form, ['officerEmail']),
				keptYears: Number(textOf(form, 'keptYears')),
				advocateSightDays: Number(textOf(form, 'advocateSightDays'))
			};
		case 'reminders':
			return {
				...textsOf(form, ['sentAt']),
				nearlyDueWorkingDays: Number(textOf(form, 'nearlyDueWorkingDays'))
			};
		case 'signIn':
			return { secondStepRoles: form.getAll('secondStepRoles') };
		case 'council':
			return textsOf(form, ['councilName', 'siteName', 'colour', 'leaveFor']);
		case 'contact':
			return textsOf(form, ['telephone', 'email', 'post']);
		case 'advocacy':
			return {
				providers: readRows(form, 'providers').map(({ id, areas, languages, ...texts }) => ({
					...texts,
					providerId: idOf({ id, name: texts.name }),
					areas: listOf(areas),
					languages: listOf(languages)
				}))
			};
		case 'adultHelp':
			return textsOf(form, [
				...['adviceTelephone', 'localName', 'localTelephone', 'familyRightsTelephone'],
				...['abuseTelephone', 'mensTelephone', 'respectTelephone']
			]);
		case 'outside':
			return textsOf(form, [
				...['ombudsmanTelephone', 'ombudsmanWebsite', 'ofstedTelephone'],
				...['commissionerTelephone', 'specialNeedsAdvice']
			]);
	}
}

function textOf(form: FormData, field: string): string {
	const value = form.get(field);
	return typeof value === 'string' ? value.trim() : '';
}

function textsOf(form: FormData, fields: readonly string[]): Record<string, string> {
	return Object.fromEntries(fields.map((field) => [field, textOf(form, field)]));
}

function readLines(form: FormData, name: string): { id: string; name: string }[] {
	return placesOf(form, name)
		.map((place) => ({
			id: textOf(form, `${name}.${place}.id`),
			name: textOf(form, `${name}.${place}.name`)
		}))
		.filter((line) => line.name !== '');
}

const PROVIDER_COLUMNS = [
	...(['name', 'telephone', 'email', 'hours', 'areas'] as const),
	...(['languages', 'contractFromOn', 'contractToOn'] as const)
] as const;
type ProviderRow = Record<'id' | (typeof PROVIDER_COLUMNS)[number], string>;

/** The lines of the providers; one with every column blank is left out. */
function readRows(form: FormData, name: 'providers'): ProviderRow[] {
	return placesOf(form, name)
		.map((place) => {
			const of = (column: string) => textOf(form, `${name}.${place}.${column}`);
			const columns = PROVIDER_COLUMNS.map((column) => [column, of(column)]);
			return { id: of('id'), ...Object.fromEntries(columns) } as ProviderRow;
		})
		.filter((row) => PROVIDER_COLUMNS.some((column) => row[column] !== ''));
}

/** "Bath, Keynsham" as two. */
function listOf(text: string): string[] {
	return text.split(',').flatMap((part) => part.trim() || []);
}

function placesOf(form: FormData, name: string): number[] {
	const places = [...form.keys()].flatMap((key) => {
		const match = /^([a-zA-Z]+)\.(\d+)\.name$/.exec(key);
		return match?.[1] === name ? [Number(match[2])] : [];
	});
	return places.sort((one, other) => one - other);
}

/** The line's own id; a new line gets one from its name. Ids stay when names change. */
function idOf({ id, name }: { id: string; name: string }): string {
	if (/^[a-z0-9-]{1,40}$/.test(id) && !id.startsWith('new-')) return id;
	return name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 40);
}
