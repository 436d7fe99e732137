/** The thread that reads one PDF, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { extractPdf } from "../read/pdf.ts";

parentPort?.postMessage(await extractPdf(workerData as Uint8Array));
