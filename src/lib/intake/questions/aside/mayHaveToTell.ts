/** The limit of keeping it private, said before anybody writes; these ways have no page for it. */
export const MAY_HAVE_TO_TELL =
	'If someone may be getting hurt, we have to tell a person who can help.';
