/**
 * What makes a form send without leaving the page, such as the router's `enhance`. Without it the
 * form posts as any form does.
 */
export type EnhanceForm = (form: HTMLFormElement) => { destroy?: () => void } | void;

/** Leaves the form as it is. */
export const asItIs: EnhanceForm = () => {};

/** The same for a form that asks first whether it may go; where not, nothing is sent. */
export type EnhanceChecked = (
	form: HTMLFormElement,
	mayGo: () => boolean
) => { destroy?: () => void } | void;
