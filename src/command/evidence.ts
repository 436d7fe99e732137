/** `evidence export`: all that a verdict rests on, in one file for people who have nothing else of the bot's. */
import { basename } from "node:path";
import { fingerprint, keysOf, publicPart } from "../archive/chain/keys.ts";
import { readCheckpoint } from "../archive/chain/signed.ts";
import { lostFiles, sayLost } from "../archive/lost.ts";
import { ArchiveError, nameOf } from "../archive/source.ts";
import { type Dossier, tellsOf } from "../archive/wacz/dossier.ts";
import { exportWacz } from "../archive/wacz/export.ts";
import type { Way } from "../archive/wacz/walk.ts";
import { shelvesOf } from "../bot/parts.ts";
import { UsageError } from "../language/plain-error.ts";
import { counted } from "../message/figures.ts";
import { Store } from "../store/store.ts";
import { citedBy } from "./archive.ts";
import { ASKS_NOTHING, type CommonOptions, context } from "./context.ts";

export async function exportEvidence(options: CommonOptions & { out?: string }): Promise<number> {
  const { config, clock } = context(options, "warn", ASKS_NOTHING);
  const [id = ""] = options.arguments;
  const found = await Store.beside(config, async (store) => {
    const dossier = store && (await dossierOf(store, id));
    return dossier && { dossier, checkpoints: await store.checkpoints.all() };
  });
  if (!found)
    throw new UsageError(
      `There is no notice and no evidence "${id}"; \`notices --json\` lists the notices with their ids, \`status --json\` the evidence.`,
    );
  const cited = await citedBy(config);
  const shelves = shelvesOf(config);
  const files = new Map((await shelves.all()).map((kept) => [basename(nameOf(kept)), kept]));
  const { citations = [], isElsewhere = () => false } = cited ?? {};
  if (files.size === 0) throw new ArchiveError(sayLost(shelves.directory, cited ? lostFiles(cited, new Set()) : []));
  const file = options.out ?? `evidence-${id}.wacz`;
  const key = keysOf(config.dataDirectory).exports;
  const exported = await exportWacz(
    found.dossier,
    { files, citations, checkpoints: found.checkpoints, isElsewhere },
    { file, at: clock.now(), key },
  );
  const { captures, ways, missing, bytes } = exported;
  const sealed = ways.filter(({ isWhole }) => isWhole).length;
  const open = sealed > 0 ? notShownBy(ways, fingerprint(publicPart(key))) : [];
  if (options.json)
    process.stdout.write(
      `${JSON.stringify({ type: "exported", file, bytes, captures: captures.length, checkpoints: sealed, missing, open })}\n`,
    );
  else {
    for (const one of missing) process.stderr.write(`${one}\n`);
    const isAll = sealed > 0 && sealed === ways.length;
    const yet = sealed === 0 ? "no checkpoint yet" : "part of it covered by none yet";
    const checkpoints = [
      ...(sealed > 0 ? [`the way to ${counted(sealed, "checkpoint")}`] : []),
      ...(isAll ? [] : [`${yet} (one is signed a day: export again tomorrow)`]),
    ].join(", ");
    process.stdout.write(
      `${file}: ${counted(captures.length, "capture")} (${(bytes / 1e3).toFixed(1)} kB), ${checkpoints}, signed; its evidence/README.txt tells how to check it\n`,
    );
    for (const one of open) process.stdout.write(`${one}\n`);
  }
  return missing.length > 0 ? 1 : 0;
}

/** What whoever checks it will hear is not proved. @param exporter the fingerprint of the key that signs it */
function notShownBy(ways: readonly Way[], exporter: string): string[] {
  const isOpen = ways.some(({ checkpoint }) => !checkpoint);
  const isNamed = ways.some(
    ({ checkpoint, isWhole }) => checkpoint && isWhole && readCheckpoint(checkpoint.text)?.exports === exporter,
  );
  return [
    ...(isOpen ? ["Part of it is covered by no checkpoint yet: export again tomorrow."] : []),
    ...(isNamed
      ? []
      : [
          "No checkpoint that it encloses names the key that signed it, which is newer: whoever checks it hears that anybody may have put it together.",
        ]),
  ];
}

/** @param id of a notice, or of a piece of evidence */
async function dossierOf(store: Store, id: string): Promise<Dossier | undefined> {
  const notice = await store.notices.one(id);
  if (notice) return { id, notices: [notice] };
  const held = await store.evidence.one(id);
  if (!held) return undefined;
  const told = await store.notices.list({ watch: held.watch, limit: MOST });
  return { id, notices: told.filter((one) => tellsOf(one, id)), evidence: held.evidence };
}

/** More than are ever told of a watch. */
const MOST = 100_000;
