/** What a person can do about a message by pressing a button. */
import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Notice } from "../../../judge/notice.ts";
import { catalogue } from "../../../message/languages.ts";
import type { Message } from "../../../message/wording.ts";
import type { Language } from "../../../watch/names.ts";
import type { Outgoing } from "../../channel.ts";
import { named } from "./plain.ts";

type Row = APIActionRowComponent<APIButtonComponent>;

/** Discord's documentation, "Button" and "Action Row". */
const MAX_BUTTON_URL = 512;
const MAX_LABEL = 80;
const MAX_IN_A_ROW = 5;

/** The links of a message, and before them, of a signal or a proposed statement that is still open, its two answers. */
export function buttons(
  { notice, sequel }: Outgoing,
  language: Language,
  links: Message["links"],
  isAsking: boolean,
): Row[] {
  const asked = isAsking && sequel.rulings.length === 0 ? askedIn(notice) : undefined;
  if (!asked) return linkRow(links);
  const words = catalogue(language).buttons;
  const { id, yes, no } = asked;
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
  const answers = [decide(yes, ButtonStyle.Success), decide(no, ButtonStyle.Danger)];
  return rowOf([...answers, ...(notice.kind === "signalled" ? [look] : []), ...linkButtons(links)]);
}

export function linkRow(links: Message["links"]): Row[] {
  return rowOf(linkButtons(links));
}

function linkButtons(links: Message["links"]): APIButtonComponent[] {
  return links
    .filter(({ url }) => /^https?:\/\//.test(url) && url.length <= MAX_BUTTON_URL)
    .map(({ label, url }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      label: named(label, MAX_LABEL),
      url,
    }));
}

function rowOf(all: readonly APIButtonComponent[]): Row[] {
  return all.length > 0 ? [{ type: ComponentType.ActionRow, components: all.slice(0, MAX_IN_A_ROW) }] : [];
}

/** What a notice asks a person to decide, and the two answers. */
function askedIn(notice: Notice) {
  if (notice.kind === "signalled") return { id: notice.signal.id, yes: "confirm", no: "dismiss" } as const;
  return notice.kind === "proposed" ? ({ id: notice.proposal.id, yes: "add", no: "none" } as const) : undefined;
}
