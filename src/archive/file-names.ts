/** What the archive's files are called: by who writes them, the day, and a number that goes on. */

/** In the data folder. */
export const ARCHIVE_FOLDER = "archive";

/** The only bot on its data has no name; of several, each writes files of its own: 40 characters that people gave, and six to tell folders apart. */
const NAME = /^coming-weeks-(?:(?<worker>[a-z0-9-]{1,47})-)?(?<day>\d{8})-(?<number>\d{4,9})\.warc\.gz$/;

interface FileName {
  worker: string | undefined;
  /** Eight digits. */
  day: string;
  number: number;
}

export function fileName({ worker, day, number }: FileName): string {
  return ["coming-weeks", ...(worker ? [worker] : []), day, `${String(number).padStart(4, "0")}.warc.gz`].join("-");
}

/** Undefined where it is no file of an archive's. */
export function readFileName(name: string): FileName | undefined {
  const { worker, day = "", number } = NAME.exec(name)?.groups ?? {};
  return number === undefined ? undefined : { worker, day, number: Number(number) };
}

/** Worker by worker, and of each in the order in which they were written; other names stay where they are, behind them. */
export function byFileName(a: string, b: string): number {
  const [one, other] = [readFileName(a), readFileName(b)];
  if (!one || !other) return Number(!one) - Number(!other);
  return (
    byText(one.worker ?? "", other.worker ?? "") || byText(one.day, other.day) || Math.sign(one.number - other.number)
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
