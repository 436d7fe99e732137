/** The README of what is exported: what is there, and how somebody who trusts nobody checks it with openssl and sha256sum. */
import { noticeId } from "../../judge/notice.ts";
import { plainText, say } from "../../message/wording.ts";
import type { ArchivedRecord } from "../record.ts";
import type { Dossier } from "./dossier.ts";
import type { Gathered } from "./gather.ts";
import { OURS, WARC, wayFiles } from "./layout.ts";
import type { Way } from "./walk.ts";

/** A record, where it stands in the WARC of the export. */
export type Placed = Omit<ArchivedRecord, "payload">;

export function howToCheck(
  dossier: Dossier,
  { captures, missing, ways, unlinked }: Gathered,
  placed: readonly Placed[],
): string {
  const places = new Map(placed.map((record) => [record.id, record]));
  const list = captures.map(({ record, url, at, digest, kind, isCited }) => {
    const { offset = 0, length = 0 } = places.get(record) ?? {};
    const what = kind === "revisit" ? ", the same bytes as an earlier capture, referred to" : "";
    return `${isCited ? "*" : " "} ${at}  ${url}\n    SHA-256 ${digest}${what}\n    in archive/${WARC}: ${length} bytes from byte ${offset} on`;
  });
  const [first] = placed;
  return `${head(dossier)}
What is here
============

  archive/${WARC}      the captures, request and answer, in the format that web archives use (WARC/1.1, ISO 28500),
                           and the journal: the bot's own account of its looks; each record byte for byte as the bot wrote it
  ${OURS}/notice-*.json   the notice as it was recorded; each of its grounds names a capture by its SHA-256
  ${OURS}/links-*.txt     the journal's hash chain, a link a line: each holds digests alone
  ${OURS}/checkpoint-*    what the bot signed once a day: where its chains stood (.txt), the signature (.sig), the public key
                           (.pem) and, where there is one, the stamp of an outside time authority (.tst)
  datapackage.json         the list of all files with their digests; datapackage-digest.json has its signature

The captures (those marked * are the ones that the verdict cites; the others belong to the same looks, or stood there before):

${list.length > 0 ? list.join("\n") : "  none: this follows from the calendar or from the record of looks, not from a page"}
${missing.length > 0 ? `\nWhat is lacking:\n\n${missing.map((one) => `- ${one}`).join("\n")}\n` : ""}
To look at it: open the file as it is at https://replayweb.page, or with any tool that reads WACZ or WARC.

How to check
============

With coming-weeks, all of it at once:  coming-weeks archive verify FILE.wacz --key SHA256:…  (the fingerprint of Checkpoints that the keeper publishes)
Without it: unpack the file with any unzip, and run these commands in the folder that it makes.

1. The files are those of the list. Each line must end on OK:

    sed -n 's/.*"path": "\\(.*\\)",/\\1/p; s/.*"hash": "sha256:\\(.*\\)",/\\1/p' datapackage.json | paste - - | while read -r path digest; do echo "$digest  $path"; done | sha256sum --check

2. The list was signed by whoever has the key that stands beside it (WACZ Auth 0.1.0, ECDSA). It must say Verified OK:

    field() { sed -n "s/.*\\"$1\\": \\"\\([^\\"]*\\)\\".*/\\1/p" datapackage-digest.json; }
    field publicKey | base64 -d | openssl pkey -pubin -inform DER -out signer.pem
    numbers=$(field signature | base64 -d | od -An -v -tx1 | tr -d ' \\n')
    printf 'asn1=SEQUENCE:s\\n[s]\\nr=INTEGER:0x%s\\ns=INTEGER:0x%s\\n' "$(printf %s "$numbers" | cut -c1-96)" "$(printf %s "$numbers" | cut -c97-)" > signature.txt
    openssl asn1parse -genconf signature.txt -noout -out signature.der
    printf 'sha256:%s' "$(sha256sum < datapackage.json | cut -d' ' -f1)" | openssl dgst -sha256 -verify signer.pem -signature signature.der

   Whose key it is, the checkpoint says (below): it must print a line of one, which names this key:

    grep -F "exports SHA256:$(openssl pkey -pubin -in signer.pem -outform DER | openssl dgst -sha256 -binary | base64 | tr -d =)" ${OURS}/checkpoint-*.txt

3. A record is in the chain. With the two numbers that stand beside a capture above, and for every record in indexes/index.cdx (here of
   the first), this names the file with the link that tells of these very bytes; with gunzip in the place of sha256sum and what
   follows, it shows what they say:

    tail -c +${(first?.offset ?? 0) + 1} archive/${WARC} | head -c ${first?.length ?? 0} | sha256sum | cut -d' ' -f1 | xargs -I{} grep -l {} ${OURS}/links-*.txt

   The same of each line of the journal:

    zcat archive/${WARC} | grep -a '^{"kind":"' | grep -av '^{"kind":"link"' | while IFS= read -r line; do printf %s "$line" | sha256sum | cut -d' ' -f1 | xargs -I{} grep -l {} ${OURS}/links-*.txt; done
${ways.map(sayWay).join("")}${unlinked > 0 ? "\nNo link covers some of what is here: it was written before the journal was a chain, or the journal is damaged behind it.\n" : ""}
What this shows, and what not
=============================

That these bytes have not changed since the bot wrote them down (this README is words about them: whoever has the key that signed the list
can write others); and, with a time stamp, that they were there by then. That the publisher
sent them rests on the word of whoever ran the bot, and on what other archives hold: compare with those of the same address and day, and
with the publisher's page as it is now.
`;
}

function head({ id, notices, evidence }: Dossier): string {
  const said = notices.map((notice) => {
    const message = say(notice);
    return `${message.title}\n${plainText(message)}\n(notice ${noticeId(notice)} of ${notice.at})\n`;
  });
  const about = evidence
    ? [`What evidence ${id} rests on: ${evidence.title}, ${evidence.url}\n`]
    : [`What notice ${id} rests on\n`];
  return [...about, ...said].join("\n");
}

function sayWay({ checkpoint, isWhole }: Way, index: number): string {
  const { links, text, signature, key, stamp } = wayFiles(index + 1);
  const number = index + 4;
  if (!checkpoint)
    return `\n${number}. ${links}: no checkpoint covers these links yet; the bot signs one a day. Export again tomorrow.\n`;
  if (!isWhole)
    return `\n${number}. ${links}: the way to the checkpoint of ${checkpoint.at} is not whole, since a file of the archive that lies between is gone.\n`;
  const stamped = checkpoint.token
    ? `
   An outside authority saw that text by the time that it names (RFC 3161); authority.pem is the authority's root certificate, which it publishes:

    openssl ts -reply -token_in -in ${stamp} -text
    openssl ts -verify -token_in -in ${stamp} -data ${text} -CAfile authority.pem
`
    : "\n   No outside authority has stamped it: that it was signed that day rests on the word of whoever has the key.\n";
  return `
${number}. ${links} leads up to the checkpoint of ${checkpoint.at}. Each link must carry the digest of the one before, and the checkpoint that
   of the last; it prints the line of the checkpoint that does:

    before=; while IFS= read -r link; do case "$before,$link" in ,*|*"\\"before\\":\\"$before\\""*) ;; *) echo "BROKEN at $link";; esac; before=$(printf %s "$link" | sha256sum | cut -d' ' -f1); done < ${links}; grep "$before" ${text}

   The checkpoint was signed by whoever has the key beside it (Ed25519). It must say Signature Verified Successfully:

    openssl pkeyutl -verify -pubin -inkey ${key} -rawin -in ${text} -sigfile ${signature}

   Whose key that is, only they can say. Compare this with what the bot's keeper publishes (the page /keys, its command \`keys\`):

    echo "SHA256:$(openssl pkey -pubin -in ${key} -outform DER | openssl dgst -sha256 -binary | base64 | tr -d =)"
${stamped}`;
}
