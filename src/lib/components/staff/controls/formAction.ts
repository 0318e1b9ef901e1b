/**
 * What makes a form send without leaving the page, such as the router's `enhance`. Without it the
 * form posts as any form does.
 */
export type EnhanceForm = (form: HTMLFormElement) => { destroy?: () => void } | void;

/** Leaves the form as it is. */
export const asItIs: EnhanceForm = () => {};
