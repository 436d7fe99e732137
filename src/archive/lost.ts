/** What is gone with files of the archive that are not there any more. */
import type { Citation } from "./citation.ts";

/** What the store says of the archive. */
export interface Cited {
  citations: readonly Citation[];
  /** Payloads that notices and evidence rest on. */
  cited: ReadonlySet<string>;
  /** Whether a file is in another worker's folder, and nowhere else yet. */
  isElsewhere?: (file: string) => boolean;
}

export interface LostFile {
  file: string;
  /** How many citations lead into it, and to how many payloads that notices or evidence rest on. */
  citations: number;
  restedOn: number;
}

/** @param there the names of the files that are there */
export function lostFiles(
  { citations, cited, isElsewhere = () => false }: Cited,
  there: ReadonlySet<string>,
): LostFile[] {
  const lost = new Map<string, LostFile>();
  for (const { file, digest, kind } of citations) {
    if (there.has(file) || isElsewhere(file)) continue;
    const { citations, restedOn } = lost.get(file) ?? { citations: 0, restedOn: 0 };
    const isRestedOn = kind === "response" && cited.has(digest);
    lost.set(file, { file, citations: citations + 1, restedOn: restedOn + (isRestedOn ? 1 : 0) });
  }
  return [...lost.values()];
}

/** One sentence about files that are lost, or the folder that they were in. */
export function sayLost(where: string, lost: readonly LostFile[]): string {
  const sum = (of: "citations" | "restedOn") => lost.reduce((total, one) => total + one[of], 0);
  const count = sum("citations");
  const lead = count === 1 ? "1 citation leads" : `${count.toLocaleString("en")} citations lead`;
  return `${where} is not there, and ${lead} to what is lost with it (${sum("restedOn").toLocaleString("en")} of what notices or evidence rest on); put back a copy`;
}
