/** What of an answer is read besides its status. */
import type { Answer } from "../fetch/capture.ts";

export type Body = Pick<Answer, "url" | "finalUrl" | "at" | "headers" | "wire"> & Partial<Pick<Answer, "status">>;
