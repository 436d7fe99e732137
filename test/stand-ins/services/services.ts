/** Each service that messages are posted to, as its documentation says that it answers. */
import { type Asked, type Service, startService } from "./service.ts";

const isPost = ({ method }: Asked) => method === "POST";

/** A receiver of webhooks that knows an event which comes twice by its id, as Standard Webhooks asks of it. */
export function startReceiver(): Promise<Service> {
  const seen = new Set<string>();
  return startService(
    {
      isMessage: isPost,
      take: ({ method, headers, body }, { shown }) => {
        if (method !== "POST") return { status: 405 };
        const id = String(headers["webhook-id"]);
        if (!seen.has(id)) shown.push((JSON.parse(body) as { data: { title: string } }).data.title);
        seen.add(id);
        return { status: 204 };
      },
    },
    (address) => ({
      channel: { kind: "webhook", id: "program", address: "RECEIVER_URL", secret: "RECEIVER_SECRET" },
      secrets: { RECEIVER_URL: `${address}/in`, RECEIVER_SECRET: `whsec_${Buffer.alloc(32, 7).toString("base64")}` },
    }),
  );
}

/** ntfy 2.16: what is published twice under one sequence id is one notification. */
export function startNtfy(): Promise<Service> {
  const bySequence = new Map<string, string>();
  return startService(
    {
      isMessage: isPost,
      take: ({ method, path, headers, body }, { shown }) => {
        if (headers.authorization !== "Bearer tk_123456789")
          return { status: 403, body: { code: 40301, error: "forbidden" } };
        if (method === "GET") return { status: 200, body: { success: path === "/a-long-topic-name/auth" } };
        const { topic, title, message, sequence_id: sequence } = JSON.parse(body);
        if (topic !== "a-long-topic-name" || Buffer.byteLength(message) > 4096)
          return { status: 400, body: { code: 40000 } };
        if (!bySequence.has(sequence)) shown.push(title);
        bySequence.set(sequence, title);
        return { status: 200, body: { id: "xE73Iyuabi", event: "message", topic, title, message } };
      },
    },
    (address) => ({
      channel: { kind: "ntfy", id: "phones", address: "NTFY_URL", token: "NTFY_TOKEN" },
      secrets: { NTFY_URL: `${address}/a-long-topic-name`, NTFY_TOKEN: "tk_123456789" },
    }),
  );
}

export function startSlack(): Promise<Service> {
  return startService(
    {
      isMessage: isPost,
      take: ({ method, body }, { shown }) => {
        if (method !== "POST") return { status: 302, headers: { location: "https://slack.com/" } };
        const { text, blocks = [] } = JSON.parse(body) as { text?: string; blocks?: { text?: { text: string } }[] };
        if (!text) return { status: 400, body: "no_text" };
        if (blocks.some((block) => (block.text?.text.length ?? 0) > 150))
          return { status: 400, body: "invalid_blocks" };
        shown.push(blocks[0]?.text?.text ?? text);
        return { status: 200, body: "ok" };
      },
    },
    (address) => ({
      channel: { kind: "slack", id: "newsroom", address: "SLACK_URL" },
      secrets: { SLACK_URL: `${address}/services/T000/B000/abcdefghijklmnop` },
    }),
  );
}

/** A homeserver: a transaction that comes twice is one event. */
export function startMatrix(): Promise<Service> {
  const transactions = new Map<string, string>();
  const room = "!room:example.org";
  return startService(
    {
      isMessage: ({ method }) => method === "PUT",
      take: ({ path, headers, body }, { shown }) => {
        if (headers.authorization !== "Bearer syt_abcdefgh")
          return { status: 401, body: { errcode: "M_UNKNOWN_TOKEN", error: "Unrecognised access token" } };
        if (path.endsWith("/account/whoami")) return { status: 200, body: { user_id: "@bot:example.org" } };
        if (path.endsWith(`/${encodeURIComponent(room)}/state/m.room.member/${encodeURIComponent("@bot:example.org")}`))
          return { status: 200, body: { membership: "join" } };
        const [, target, transaction = ""] =
          /^\/_matrix\/client\/v3\/rooms\/([^/]+)\/send\/m\.room\.message\/(.+)$/.exec(path) ?? [];
        if (decodeURIComponent(target ?? "") !== room)
          return { status: 403, body: { errcode: "M_FORBIDDEN", error: "not in the room" } };
        const known = transactions.get(transaction);
        const content = JSON.parse(body) as { body: string };
        if (!known) shown.push(content.body.split("\n")[0] ?? "");
        const event = known ?? `$event${transactions.size}`;
        transactions.set(transaction, event);
        return { status: 200, body: { event_id: event } };
      },
    },
    (address) => ({
      channel: { kind: "matrix", id: "room", server: address, room, token: "MATRIX_TOKEN" },
      secrets: { MATRIX_TOKEN: "syt_abcdefgh" },
    }),
  );
}

/** The Bot API: it knows no message that comes twice. */
export function startTelegram(): Promise<Service> {
  const messages = new Map<number, string>();
  return startService(
    {
      isMessage: ({ path }) => /\/(?:sendMessage|editMessageText)$/.test(path),
      take: ({ path, body }, { shown }) => {
        const no = (status: number, description: string) => ({
          status,
          body: { ok: false, error_code: status, description },
        });
        const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)/.exec(path) ?? [];
        if (token !== "123456:telegram-token") return no(401, "Unauthorized");
        if (method === "getMe") return { status: 200, body: { ok: true, result: { id: 7, username: "watch_bot" } } };
        if (method === "getChat")
          return { status: 200, body: { ok: true, result: { id: -1001, type: "supergroup", title: "Desk" } } };
        if (method === "getChatMember") return { status: 200, body: { ok: true, result: { status: "member" } } };
        const sent = JSON.parse(body) as { chat_id: string; text: string; message_id?: number };
        if (sent.chat_id !== "-1001234567890" && sent.chat_id !== "-1009876543210")
          return no(400, "Bad Request: chat not found");
        if (sent.text.length > 4096) return no(400, "Bad Request: message is too long");
        if (method === "editMessageText" && !messages.has(sent.message_id ?? 0))
          return no(400, "Bad Request: message to edit not found");
        const id = sent.message_id ?? messages.size + 1;
        messages.set(id, sent.text);
        if (method === "sendMessage") shown.push(sent.text.split("\n")[0]?.replaceAll("\u2060", "") ?? "");
        return { status: 200, body: { ok: true, result: { message_id: id } } };
      },
    },
    (address) => ({
      channel: { kind: "telegram", id: "desk", server: address, chat: "-1001234567890", token: "TELEGRAM_TOKEN" },
      secrets: { TELEGRAM_TOKEN: "123456:telegram-token" },
    }),
  );
}

/** An Apprise API server that keeps what is under one key. */
function startApprise(): Promise<Service> {
  return startService(
    {
      isMessage: isPost,
      take: ({ method, path, body }, { shown }) => {
        if (path === "/status") return { status: 200, body: { config_lock: false } };
        if (method !== "POST" || path !== "/notify/desk") return { status: 204 };
        shown.push((JSON.parse(body) as { title: string }).title);
        return { status: 200, body: { error: null } };
      },
    },
    (address) => ({
      channel: { kind: "apprise", id: "others", address: "APPRISE_URL" },
      secrets: { APPRISE_URL: `${address}/notify/desk` },
    }),
  );
}

/** By the kind of channel that writes to them. */
export const SERVICES = {
  webhook: startReceiver,
  ntfy: startNtfy,
  slack: startSlack,
  matrix: startMatrix,
  telegram: startTelegram,
  apprise: startApprise,
};
