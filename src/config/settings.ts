/** The schema of coming-weeks.yaml: how the bot behaves, whatever it watches. Every field has a default. */

import { z } from "zod";
import { SOURCE_SECRET, SOURCE_SECRET_FORM } from "./asking.ts";
import { deliverySchema } from "./delivery.ts";
import { discordSchema } from "./discord.ts";
import { duration } from "./duration.ts";
import { DATA_ACCESS } from "./file-modes.ts";
import { addressOnInternet, hostName, httpAddress, proxyAddress } from "./formats.ts";
import { webSchema } from "./web.ts";

/** What stands there until somebody writes their own. */
export const CONTACT_OF_NOBODY = "https://github.com/coming-weeks";

const megabytes = (fallback: number) => z.number().positive().max(512).default(fallback);

export const settingsSchema = z
  .strictObject({
    watches: z.string().default("watches").describe("The folder with one YAML file per watch, beside this file"),
    data: z
      .string()
      .default("../data")
      .describe("The folder for the bot's data, seen from this file; --data and COMING_WEEKS_DATA go before it"),
    data_access: z
      .enum(DATA_ACCESS)
      .default("owner")
      .describe("Who on this machine may read what is made there: its user alone, its group, or everyone"),
    heartbeat_url: httpAddress
      .optional()
      .describe(
        "Called after each pass that went well, at most once a minute; HEARTBEAT_URL goes before it, where the address is a secret",
      ),
    schedule: z
      .strictObject({
        every: duration("10m").describe("How often a source is looked at, unless it says otherwise"),
        jitter: z.number().min(0).max(0.5).default(0.1).describe("How much each wait may vary, as a share of it"),
        patience: duration("6h").describe("How long a source may stay unread before people are told"),
        near_the_end: z
          .strictObject({
            within: duration("3d").describe("From this long before the last day of a horizon"),
            every: duration("5m").describe("look this often"),
          })
          .prefault({})
          .describe("Look more often near the end of a horizon"),
        reminder: duration("7d").describe("How often a reminder says where things stand"),
        reminders: z.boolean().default(true),
        disappearance: z
          .strictObject({ readings: z.int().min(1).default(3), span: duration("6h") })
          .prefault({})
          .describe("A document counts as gone after this many readings without it, over at least this span"),
      })
      .prefault({}),
    fetch: z
      .strictObject({
        contact: z
          .string()
          .min(3)
          .default(CONTACT_OF_NOBODY)
          .describe("Who to write to about the bot's requests: an address or a page, sent in the User-Agent"),
        floor: duration("5s").describe("The least time between two requests to one host"),
        time_to_headers: duration("20s"),
        total_time: duration("60s"),
        max_wire_megabytes: megabytes(20),
        max_body_megabytes: z
          .number()
          .optional()
          .describe("Before there was `reading`; nothing follows from it any more"),
        max_redirects: z.int().min(0).max(10).default(5),
        retries: z.int().min(0).max(5).default(2),
        full_read: duration("24h").describe("After this long without a full answer, ask without validators"),
        allow_private_addresses: z.boolean().default(false),
        sign: z
          .boolean()
          .default(false)
          .describe("Sign each request (Web Bot Auth, RFC 9421); web.public_url says where the key is served"),
        outgoing_address: z
          .union([addressOnInternet.transform((one) => [one]), z.array(addressOnInternet)])
          .default([])
          .describe("The address that sites see this machine at, or several: for the letter that `doctor` writes"),
        proxy: proxyAddress
          .refine((text) => !URL.parse(text)?.username, "must hold no password; set FETCH_PROXY to the whole address")
          .optional()
          .describe(
            "By which all that is fetched goes: http, https, socks5, or socks5h such as Tor's; FETCH_PROXY goes before it",
          ),
        origins: z
          .record(httpAddress, httpAddress)
          .default({})
          .describe("Serve a site's name from another address, for rehearsals"),
        secrets: z
          .record(z.string().regex(SOURCE_SECRET, SOURCE_SECRET_FORM), z.array(hostName).min(1), {
            error: ({ code, input }) =>
              code === "invalid_type"
                ? `is ${Array.isArray(input) ? "a list" : "no group"}; write a group such as { SOURCE_KEY: [api.example.org] }`
                : undefined,
          })
          .default({})
          .describe("To which hosts a watch may have a secret sent: the variable that holds it, and their names"),
      })
      .prefault({}),
    reading: z
      .strictObject({
        threads: z.int().min(1).max(16).default(1).describe("How many bodies are read at the same time"),
        time: duration("4s").describe("How long reading one body may take, in time of the processor"),
        heap_megabytes: z
          .int()
          .min(32)
          .max(4096)
          .optional()
          .describe("The heap of a thread that reads; by default what the container leaves for it, 256 at most"),
        page_megabytes: megabytes(10).describe("The largest page, once it is unpacked"),
        list_megabytes: megabytes(50).describe("The largest feed or sitemap, which is read as it is unpacked"),
        list_items: z
          .int()
          .min(1)
          .max(50_000)
          .optional()
          .describe(
            "The most items of a feed or a sitemap; by default as many as fit beside each other into the main heap: 15,000 in a container of 256 MB, 50,000 at most",
          ),
        file_megabytes: megabytes(20).describe("The largest file: PDF, DOCX, ODT, EPUB"),
      })
      .prefault({}),
    delivery: deliverySchema.prefault({}),
    discord: discordSchema.prefault({}),
    store: z
      .strictObject({
        keep_checks: duration("400d").describe("How long the record of unremarkable checks is kept"),
      })
      .prefault({}),
    record: z
      .strictObject({
        files: z
          .array(z.string().min(1))
          .max(20)
          .default([])
          .describe(
            "CSV files of your own, seen from this file, with further promises and how they went; the columns are in config/track-record/README.md",
          ),
      })
      .prefault({}),
    archive: z
      .strictObject({
        file_megabytes: z
          .number()
          .positive()
          .max(4096)
          .default(256)
          .describe("A file this large is followed by another; it is uploaded in one piece, of which S3 takes 5 GB"),
        reserve_megabytes: z
          .number()
          .min(0)
          .default(64)
          .describe("With less than this left on the disk nothing more is archived, and people are told"),
        keep: duration("730d").describe("A file older than this is removed, unless a notice cites what is in it"),
        max_megabytes: z
          .number()
          .positive()
          .default(20_000)
          .describe("Above this in all, the oldest files go first, unless a notice cites what is in them"),
        keep_uploaded: duration("7d").describe(
          "With ARCHIVE_URL: a file that was uploaded and read back leaves the folder after this long",
        ),
        time_stamps: z
          .strictObject({
            url: httpAddress
              .refine(
                (text) => !URL.parse(text)?.username && !URL.parse(text)?.password,
                "must hold no password: it stands in the journal",
              )
              .describe("The authority's address; it is sent a digest, and nothing else"),
            ca: z
              .string()
              .optional()
              .describe(
                "A file with the certificate (PEM) that must stand behind the authority's; beside the settings",
              ),
          })
          .optional()
          .describe("Have each day's checkpoint stamped by an outside authority (RFC 3161); off where it is left out"),
        save_page_now: z
          .boolean()
          .default(false)
          .describe(
            "Ask the Wayback Machine to keep a copy of what counts as evidence; needs WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY",
          ),
      })
      .prefault({}),
    log: z
      .strictObject({
        level: z.enum(["trace", "debug", "info", "warn", "error"]).default("info"),
        files: z.boolean().default(true).describe("Keep the log in files under the data folder as well"),
        file_megabytes: z
          .int()
          .positive()
          .default(5)
          .describe("A file this large, or of another day, is followed by another"),
        keep_files: z.int().positive().default(6).describe("How many files are kept besides the newest"),
      })
      .prefault({}),
    web: webSchema.prefault({}),
  })
  .describe("coming-weeks: how the bot behaves");

export type Settings = z.output<typeof settingsSchema>;
