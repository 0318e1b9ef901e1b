/** One question of the equality monitoring: its column, its words and its answers by code. */
export interface EqualityQuestion {
	column: EqualityColumn;
	words: string;
	/** Nobody younger is asked; null: everybody is. */
	fromAge: number | null;
	answers: Readonly<Record<string, string>>;
}

export type EqualityColumn =
	'sex' | 'gender_identity' | 'ethnic_group' | 'long_condition' | 'limits_days' | 'religion';

const NOT_SAID = { notSaid: 'I do not want to say' } as const;
const YES_NO = { yes: 'Yes', no: 'No' } as const;

/**
 * The five, in the harmonised wording of the Government Statistical Service, which is not ours to
 * make plainer: figures are compared by it. Disability is asked in two halves, as the standard
 * has it. Each may be left blank or answered by not wanting to say.
 */
export const EQUALITY_QUESTIONS: readonly EqualityQuestion[] = [
	{
		column: 'sex',
		words: 'What is your sex?',
		fromAge: null,
		answers: { female: 'Female', male: 'Male', ...NOT_SAID }
	},
	{
		column: 'gender_identity',
		words: 'Is the gender you identify with the same as your sex registered at birth?',
		fromAge: 16,
		answers: { ...YES_NO, ...NOT_SAID }
	},
	{
		column: 'ethnic_group',
		words: 'What is your ethnic group?',
		fromAge: null,
		answers: {
			white: 'White',
			mixed: 'Mixed or multiple ethnic groups',
			asian: 'Asian or Asian British',
			black: 'Black, Black British, Caribbean or African',
			other: 'Other ethnic group',
			...NOT_SAID
		}
	},
	{
		column: 'long_condition',
		words:
			'Do you have any physical or mental health conditions or illnesses lasting or expected to last 12 months or more?',
		fromAge: null,
		answers: { ...YES_NO, ...NOT_SAID }
	},
	{
		column: 'limits_days',
		words:
			'Do any of your conditions or illnesses reduce your ability to carry out day-to-day activities?',
		fromAge: null,
		answers: {
			aLot: 'Yes, a lot',
			aLittle: 'Yes, a little',
			notAtAll: 'Not at all',
			...NOT_SAID
		}
	},
	{
		column: 'religion',
		words: 'What is your religion?',
		fromAge: null,
		answers: {
			none: 'No religion',
			christian: 'Christian',
			buddhist: 'Buddhist',
			hindu: 'Hindu',
			jewish: 'Jewish',
			muslim: 'Muslim',
			sikh: 'Sikh',
			other: 'Any other religion',
			...NOT_SAID
		}
	}
];

/** The questions for somebody of that age; one whose age is not known is not asked all. */
export function equalityQuestionsFor(age: number | null): readonly EqualityQuestion[] {
	return EQUALITY_QUESTIONS.filter(({ fromAge }) => fromAge === null || (age ?? 0) >= fromAge);
}
