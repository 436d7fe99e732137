/** What Discord's refusals mean. */
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import { beginningOf } from "../../../config/redaction.ts";
import type { Sent } from "../../channel.ts";
import { StrangeAnswer } from "./requests.ts";

const NO_TAG =
  "the forum asks for a tag that cannot be given (40067); let everybody use one of its tags, or give a webhook's address ?thread_id= with a post's id";

/** Of somebody who closed their direct messages, or blocked the bot. */
export const TAKES_NO_MESSAGES = "the person takes no messages from the bot (50007)";

/** Discord's JSON error codes that no retry mends (Discord's documentation, "Opcodes and Status Codes"). */
const FINAL_CODES = new Map<number, string>([
  [RESTJSONErrorCodes.UnknownChannel, "the channel does not exist (10003); check DISCORD_CHANNEL_ID"],
  [
    RESTJSONErrorCodes.UnknownWebhook,
    "the webhook does not exist any more (10015); make a new one and set DISCORD_WEBHOOK_URL",
  ],
  [RESTJSONErrorCodes.MissingAccess, "the bot cannot see the channel (50001); give it View Channel there"],
  [
    RESTJSONErrorCodes.MissingPermissions,
    "the bot may not write there (50013); give it Send Messages, Embed Links and Attach Files in the channel",
  ],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, TAKES_NO_MESSAGES],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, "the channel takes no messages (50008); name a text channel"],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, "the thread is archived (50083); open it, or name another"],
  [RESTJSONErrorCodes.ThreadLocked, "the thread is locked (160005); unlock it, or name another"],
  [
    RESTJSONErrorCodes.MaximumActiveThreads,
    "the server has as many open threads as Discord takes (160006); archive some of them",
  ],
  [RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel, NO_TAG],
  [RESTJSONErrorCodes.ThereAreNoTagsAvailableThatCanBeSetByNonModerators, NO_TAG],
  [
    RESTJSONErrorCodes.WebhooksPostedToForumChannelsMustHaveAThreadNameOrThreadId,
    "the webhook writes to a forum (220001); add ?thread_id= with a post's id to its address",
  ],
]);

const FINAL_STATUS = new Map<number, string>([
  [401, "Discord does not accept the token (401); check DISCORD_TOKEN or DISCORD_WEBHOOK_URL"],
  [403, "Discord refuses (403); check what the bot or webhook may do in the channel"],
  [404, "Discord knows no such place (404); check the channel's id or the webhook's address"],
]);
/** What is wrong with what was sent, not with where: it is not taken at any time. */
const UNFIT_STATUS = new Set([400, 413]);
const UNFIT_CODES = new Set<number>([
  RESTJSONErrorCodes.RequestEntityTooLarge,
  RESTJSONErrorCodes.FileUploadedExceedsMaximumSize,
  RESTJSONErrorCodes.InvalidFileUploaded,
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
  RESTJSONErrorCodes.AccessToFileUploadsHasBeenLimitedForThisGuild,
]);
const MAX_REASON = 300;

export function hasCode(error: unknown, ...codes: number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

export function isUnknownMessage(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownMessage);
}

/** What an error means for what was to be sent. */
export function refusal(error: unknown): Exclude<Sent, { kind: "sent" }> {
  if (error instanceof RateLimitError)
    return { kind: "later", error: "Discord asks to wait (429)", wait: error.retryAfter };
  if (error instanceof DiscordAPIError) {
    const { code, status, message } = error;
    const said = `Discord answered ${status} (${code}: ${beginningOf(message.replace(/\s+/g, " "), MAX_REASON)})`;
    const final = FINAL_CODES.get(Number(code));
    if (final) return { kind: "stopped", error: final };
    if (UNFIT_CODES.has(Number(code)) || UNFIT_STATUS.has(status)) return { kind: "refused", error: said };
    const place = FINAL_STATUS.get(status);
    return place ? { kind: "stopped", error: place } : { kind: "later", error: said };
  }
  if (error instanceof HTTPError) {
    const final = FINAL_STATUS.get(error.status);
    if (UNFIT_STATUS.has(error.status)) return { kind: "refused", error: `Discord answered ${error.status}` };
    return final ? { kind: "stopped", error: final } : { kind: "later", error: `Discord answered ${error.status}` };
  }
  if (error instanceof StrangeAnswer) return { kind: "later", error: error.message };
  // Of what goes wrong on the way, fetch says only that it failed; the reason is its cause.
  const { code, name } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  const why = name === "AbortError" ? "no answer in time" : (code ?? name ?? "no answer");
  return { kind: "later", error: `Discord could not be reached (${why})` };
}
