/** What a person can do about a message by pressing a button. */
import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Notice } from "../../../judge/notice.ts";
import { catalogue } from "../../../message/languages.ts";
import type { Language } from "../../../watch/names.ts";
import type { Outgoing } from "../../channel.ts";

/** Discord's documentation, "Button". */
const MAX_BUTTON_URL = 512;

/** Of a signal or a proposed statement. Once it is decided, only the page is left to open. */
export function buttons({ notice, sequel }: Outgoing, language: Language): APIActionRowComponent<APIButtonComponent>[] {
  const asked = askedIn(notice);
  if (!asked) return [];
  const words = catalogue(language).buttons;
  const { id, url, yes, no } = asked;
  const decide = (decision: typeof yes | typeof no, style: ButtonStyle.Success | ButtonStyle.Danger) => ({
    type: ComponentType.Button as const,
    style,
    label: words[decision],
    custom_id: `${decision}:${id}`,
  });
  const look = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: words.look,
    custom_id: `look:${id}`,
  };
  const open = { type: ComponentType.Button as const, style: ButtonStyle.Link as const, label: words.open, url };
  const row: APIButtonComponent[] = [
    ...(sequel.rulings.length === 0 ? [decide(yes, ButtonStyle.Success), decide(no, ButtonStyle.Danger)] : []),
    ...(sequel.rulings.length === 0 && notice.kind === "signalled" ? [look] : []),
    ...(/^https?:\/\//.test(url) && url.length <= MAX_BUTTON_URL ? [open] : []),
  ];
  return row.length > 0 ? [{ type: ComponentType.ActionRow, components: row }] : [];
}

/** What a notice asks a person to decide, and the two answers. */
function askedIn(notice: Notice) {
  if (notice.kind === "signalled") return { ...notice.signal, yes: "confirm", no: "dismiss" } as const;
  if (notice.kind !== "proposed") return undefined;
  const { id, statement } = notice.proposal;
  return { id, url: statement.link ?? "", yes: "add", no: "none" } as const;
}
