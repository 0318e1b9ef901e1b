import { createContext } from 'svelte';
import type { CaseFacts } from '#lib/components/staff/views/caseFacts.ts';

/** The opened case, for the pages below; it changes as the store hears more. */
export const [getOpenedCase, setOpenedCase] = createContext<{ readonly facts: CaseFacts }>();
