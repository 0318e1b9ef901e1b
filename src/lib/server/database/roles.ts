/** The role that owns the tables. Only migrations and backups use it. */
export const OWNER_ROLE = 'say_so_owner';

/**
 * The role every grant in a migration names: it may not change the tables themselves, and it
 * sees only what row-level security lets it see. On a council's own server the role of
 * `DATABASE_URL` is this one or a member of it.
 */
export const APP_ROLE = 'say_so_app';

/** The superuser of the embedded database; it makes the two roles above and is used for nothing else. */
export const EMBEDDED_SUPERUSER = 'postgres';

/** The name of the database inside the embedded PostgreSQL. */
export const EMBEDDED_DATABASE = 'say_so';
