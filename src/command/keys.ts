/** The keys that the bot signs with: shown, made, and put in the place of others. */
import { join } from "node:path";
import {
  fingerprint,
  KEYS_FOLDER,
  type Keys,
  keysIn,
  keysOf,
  makeKeys,
  publicPart,
  publicPem,
} from "../archive/chain/keys.ts";
import { directoryAt, thumbprint } from "../fetch/signing.ts";
import { makeFolder } from "../store/folder.ts";
import { ASKS_NOTHING, type CommonOptions, context } from "./context.ts";
import { wrapped } from "./lines.ts";
import { table } from "./print.ts";

export async function showKeys(options: CommonOptions & { new?: boolean }): Promise<number> {
  const { config, clock } = context(options, "warn", { ...ASKS_NOTHING, mayBeEmpty: true });
  const { dataDirectory, settings } = config;
  makeFolder(dataDirectory);
  const isKept = keysIn(dataDirectory) !== undefined;
  const keys = options.new ? makeKeys(dataDirectory, clock.now()) : keysOf(dataDirectory);
  const page = settings.web.public_url;
  // What sites know the key of the requests by, and where they find it.
  const requests = {
    keyid: thumbprint(keys.requests),
    ...(page ? { directory: directoryAt(page), isServed: settings.fetch.sign } : {}),
  };
  const shown = (["checkpoints", "exports", "requests"] as const).map((use) => describe(use, keys));
  if (options.json)
    for (const key of shown)
      process.stdout.write(`${JSON.stringify({ type: "key", ...key, ...(key.use === "requests" ? requests : {}) })}\n`);
  else {
    const [signs, exports] = shown;
    process.stdout.write(
      table([
        ["Checkpoints", `${signs?.fingerprint} (Ed25519)`],
        ["Exports", `${exports?.fingerprint} (ECDSA, P-384)`],
        ["Requests", `${requests.keyid} (Ed25519, Web Bot Auth; sent where the settings say fetch.sign)`],
        ...(requests.isServed ? [["Found at", requests.directory ?? ""] as const] : []),
      ]),
    );
    process.stdout.write(
      `\nWhoever is to check an export gives \`archive verify --key\` the fingerprint of Checkpoints.\nFor other tools: the checkpoints\n\n${signs?.pem}\nand what is exported\n\n${exports?.pem}`,
    );
    if (!isKept)
      process.stdout.write(
        wrapped(
          `\nMade just now, in ${join(dataDirectory, KEYS_FOLDER)}: there were none. A bot whose data is in another folder (--data) signs with others.`,
        ),
      );
    if (options.new && isKept)
      process.stdout.write(
        "\nThe ones before stay beside them; a running bot signs with these after its next start.\n",
      );
  }
  return 0;
}

function describe(use: keyof Keys, keys: Keys) {
  const key = publicPart(keys[use]);
  return { use, fingerprint: fingerprint(key), pem: publicPem(key) };
}
