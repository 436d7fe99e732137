/** Why a PostgreSQL cannot be used, in words that say what to mend. */

/** By what Node.js calls it, or https://www.postgresql.org/docs/current/errcodes-appendix.html; `why` names user and host, never the password. */
const MENDED: Readonly<Record<string, (address: URL, why: string) => string>> = {
  ENOTFOUND: ({ hostname }) => `there is no host ${hostname}; check its name, and this machine’s network`,
  EAI_AGAIN: ({ hostname }) => `the name ${hostname} cannot be looked up; check this machine’s network`,
  ECONNREFUSED: ({ host }) =>
    `nobody answers at ${host}; check the port, and that PostgreSQL runs and listens for this machine`,
  "28P01": (_, why) => `${why}; check the user and the password`,
  "28000": (_, why) =>
    `${why}; let the user in from this machine, or add ?sslmode=require where encryption is asked for`,
  "3D000": (_, why) => `${why}; create it, empty, and owned by the bot’s user`,
  "3F000": notTheOwner,
  "42501": notTheOwner,
  "25006": (_, why) => `${why}; name the server that takes writes, not its copy`,
  "57P03": (_, why) => `${why}; try again in a moment`,
  "53300": (_, why) => `${why}; each process takes six at the most; raise max_connections, or run fewer`,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
};

function notTheOwner({ username }: URL, why: string): string {
  return `${why}; make ${decodeURIComponent(username)} the owner of the database, who may make tables in it`;
}

function untrusted({ hostname }: URL, why: string): string {
  return `the certificate of ${hostname} is not trusted (${why}); name its authority’s with ?sslmode=verify-full&sslrootcert=<file>`;
}

/** @param url a PostgreSQL's address */
export function whyUnusable(error: unknown, url: string): string {
  const { code = "", message } = error as Error & { code?: string };
  const said = MENDED[code]?.(new URL(url), message) ?? (message || code);
  return `DATABASE_URL: the database cannot be used: ${said}`;
}
