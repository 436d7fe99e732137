/** The thread that reads one file, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { extractFile } from "../read/file.ts";

parentPort?.postMessage(await extractFile(workerData as Uint8Array));
