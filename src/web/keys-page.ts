/** Who signs: the public keys, and the newest checkpoint, for whoever holds an export against them. */
import { html } from "hono/html";
import { fingerprint, publicPem } from "../archive/chain/keys.ts";
import { readCheckpoint } from "../archive/chain/signed.ts";
import type { Desk } from "./desk.ts";
import { type Html, layout } from "./layout.ts";
import type { Reader } from "./reader.ts";

export async function keysPage({ store }: Pick<Desk, "store">, reader: Reader): Promise<Html> {
  const { words, says } = reader;
  const { keys: asks } = words.forms;
  const [keys, latest] = [await store.checkpoints.keys(), await store.checkpoints.latest()];
  const exports = latest && readCheckpoint(latest.text)?.exports;
  return layout({
    title: words.frame.keys,
    reader,
    body: html`<h1>${words.frame.keys}</h1>
<p>${asks.says}</p>
${keys.length === 0 ? html`<p>${asks.none}</p>` : ""}
${keys.map(
  ({ key, worker, at }) => html`<section><h2>${asks.since(worker === "" ? asks.bot : worker, says.moment(at))}</h2>
<p><code>${fingerprint(key)}</code> (Ed25519)</p>
<pre>${publicPem(key)}</pre></section>`,
)}
${
  latest
    ? html`<section><h2>${asks.newest}</h2>
<pre>${latest.text}</pre>
${exports ? html`<p>${asks.exports} <code>${exports}</code></p>` : ""}
<p>${asks.signature} <code>${latest.signature}</code></p>
<p>${asks.how}</p>
<pre>openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in checkpoint.txt -sigfile checkpoint.sig</pre></section>`
    : ""
}`,
  });
}
