/** What Discord refuses in a message, with the errors it gives (Discord's documentation, "Embed Limits", "Component Reference"). */

export type Fault = { [field: string]: Fault | { code: string; message: string }[] };

const tooLong = (limit: number): Fault => ({
  _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${limit} or fewer in length.` }],
});

interface Checked {
  content?: string;
  nonce?: string;
  embeds?: {
    title?: string;
    description?: string;
    footer?: { text: string };
    fields?: { name: string; value: string }[];
  }[];
  components?: { components?: { custom_id?: string; label?: string; url?: string }[] }[];
  attachments?: { description?: string }[];
}

export function bodyFault(body: object): Fault | undefined {
  const { content = "", nonce = "", embeds = [], components = [], attachments = [] } = body as Checked;
  if (content === "" && embeds.length === 0 && attachments.length === 0)
    return { content: { _errors: [{ code: "MESSAGE_EMPTY", message: "Cannot send an empty message" }] } };
  if (content.length > 2000) return { content: tooLong(2000) };
  if (nonce.length > 25) return { nonce: tooLong(25) };
  if (embeds.length > 10) return { embeds: tooLong(10) };
  if (attachments.some(({ description = "" }) => description.length > 1024)) return { attachments: tooLong(1024) };
  let total = 0;
  for (const [index, { title = "", description = "", footer = { text: "" }, fields = [] }] of embeds.entries()) {
    const at = (fault: Fault): Fault => ({ embeds: { [index]: fault } });
    if (title.length > 256) return at({ title: tooLong(256) });
    if (description.length > 4096) return at({ description: tooLong(4096) });
    if (footer.text.length > 2048) return at({ footer: { text: tooLong(2048) } });
    if (fields.length > 25) return at({ fields: tooLong(25) });
    for (const { name, value } of fields) {
      if (name.length > 256 || value.length > 1024) return at({ fields: tooLong(1024) });
      if (name === "" || value === "")
        return at({ fields: { _errors: [{ code: "BASE_TYPE_REQUIRED", message: "This field is required" }] } });
      total += name.length + value.length;
    }
    total += title.length + description.length + footer.text.length;
  }
  if (total > 6000)
    return {
      embeds: { _errors: [{ code: "MAX_EMBED_SIZE_EXCEEDED", message: "Embed size exceeds maximum size of 6000" }] },
    };
  for (const { components: row = [] } of components) {
    if (row.length > 5) return { components: tooLong(5) };
    for (const { custom_id = "", label = "", url = "" } of row)
      if (custom_id.length > 100 || label.length > 80 || url.length > 512) return { components: tooLong(100) };
  }
  return undefined;
}
