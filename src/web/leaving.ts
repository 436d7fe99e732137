/**
 * Where a reader by mail ends it. Looking at the page changes nothing: programs look at every link of a mail. A mail program's one click
 * (RFC 8058) and the button on the page are the same request.
 */
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { Desk } from "./desk.ts";
import { layout } from "./layout.ts";
import { readerOf } from "./reader.ts";

const BACK = "back";

export function leavingRoutes(pages: Hono, { store, clock, settings }: Desk): void {
  const says = async (context: Context, after?: "left" | "isBack") => {
    const reader = readerOf(context, settings.delivery.language);
    const { mail } = reader.says;
    const addressee = await store.readers.byToken(context.req.param("token") ?? "");
    const title = addressee ? mail.leave : mail.unknown;
    const hasLeft = addressee?.left_at != null;
    const button = (action: string, label: string) =>
      html`<form method="post" action="${action}"><p><button>${label}</button></p></form>`;
    const body = html`<h1>${title}</h1>
${after ? html`<p role="status">${mail[after]}</p>` : ""}
${addressee === undefined ? "" : hasLeft ? html`${after ? "" : html`<p>${mail.left}</p>`}${button(`?${BACK}=yes`, mail.back)}` : html`${after ? "" : html`<p>${mail.asks}</p>`}${button("?", mail.leave)}`}`;
    return context.html(layout({ title, reader, body }), addressee ? 200 : 404);
  };

  pages.get("/leave/:token", (context) => says(context));
  // What is sent with it is not read: the address says all there is to say.
  pages.post("/leave/:token", async (context) => {
    const addressee = await store.readers.byToken(context.req.param("token"));
    if (!addressee) return says(context);
    const wantsBack = context.req.query(BACK) !== undefined;
    await (wantsBack ? store.readers.comeBack(addressee) : store.readers.leave(addressee, clock.now()));
    return says(context, wantsBack ? "isBack" : "left");
  });
}
