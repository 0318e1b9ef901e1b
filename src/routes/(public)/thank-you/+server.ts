import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A short address for posters and links: the first page is a page of the form. */
export const GET: RequestHandler = () => redirect(303, '/s/41');
