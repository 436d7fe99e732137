/** Who signs: the public keys, and the newest checkpoint, for whoever holds an export against them. */
import { html } from "hono/html";
import { fingerprint, publicPem } from "../archive/chain/keys.ts";
import { readCheckpoint } from "../archive/chain/signed.ts";
import type { Desk } from "./desk.ts";
import { type Html, layout, moment } from "./layout.ts";
import { ENGLISH } from "./reader.ts";

export async function keysPage({ store }: Pick<Desk, "store">): Promise<Html> {
  const [keys, latest] = [await store.checkpoints.keys(), await store.checkpoints.latest()];
  const exports = latest && readCheckpoint(latest.text)?.exports;
  return layout({
    title: "Keys",
    body: html`<h1>Keys</h1>
<p>Once a day this bot signs how far its journals go. Whoever holds what it exported can check that nothing of it was written, changed or
taken away since: with the key below, and better with one that they noted earlier, or had from somebody else.</p>
${keys.length === 0 ? html`<p>Nothing has been signed yet.</p>` : ""}
${keys.map(
  ({ key, worker, at }) => html`<section><h2>${worker === "" ? "The bot" : worker}, since ${moment(ENGLISH, at)}</h2>
<p><code>${fingerprint(key)}</code> (Ed25519)</p>
<pre>${publicPem(key)}</pre></section>`,
)}
${
  latest
    ? html`<section><h2>The newest checkpoint</h2>
<pre>${latest.text}</pre>
${exports ? html`<p>What is exported is signed by <code>${exports}</code> (ECDSA), as the checkpoint says.</p>` : ""}
<p>Signature, in Base64: <code>${latest.signature}</code></p>
<p>With the text in <code>checkpoint.txt</code>, byte for byte, the signature decoded into <code>checkpoint.sig</code>, and the key in
<code>key.pem</code>:</p>
<pre>openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in checkpoint.txt -sigfile checkpoint.sig</pre></section>`
    : ""
}`,
  });
}
