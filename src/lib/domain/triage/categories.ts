/**
 * The standard subjects of complaint, in the order of the guidance. A council may add its own.
 *
 * Source: Getting the Best from Complaints 2.2.
 */
export const STANDARD_CATEGORIES = [
	'disputed-decision',
	'quality',
	'delay',
	'delivery',
	'quantity-or-cost',
	'staff',
	'eligibility',
	'policy',
	'assessment-and-review'
] as const;
export type StandardCategory = (typeof STANDARD_CATEGORIES)[number];

/** Whether a category is one of the guidance's own. */
export function isStandardCategory(category: string): category is StandardCategory {
	return (STANDARD_CATEGORIES as readonly string[]).includes(category);
}
