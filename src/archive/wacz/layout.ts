/** Where things stand in a WACZ (https://specs.webrecorder.net/wacz/1.1.1/). What is ours stands in a folder of its own. */

export const WACZ_VERSION = "1.1.1";
/** The list of its files, and the digest of that. */
export const LIST = "datapackage.json";
export const LIST_DIGEST = "datapackage-digest.json";
export const WARC = "data.warc.gz";
export const OURS = "evidence";
export const README = `${OURS}/README.txt`;
export const EVIDENCE = `${OURS}/evidence.json`;
export const PAGES = "pages/pages.jsonl";
export const INDEX = "indexes/index.cdx";

const NOTICE = `${OURS}/notice-`;

export function noticeFile(id: string): string {
  return `${NOTICE}${id}.json`;
}

/** Whether a file tells a notice, or evidence. */
export function isTelling(path: string): boolean {
  return path === EVIDENCE || path.startsWith(NOTICE);
}

/** What is written of a way to a checkpoint. @param number from 1 */
export function wayFiles(number: number) {
  const of = (name: string) => `${OURS}/${name}`;
  return {
    links: of(`links-${number}.txt`),
    text: of(`checkpoint-${number}.txt`),
    signature: of(`checkpoint-${number}.sig`),
    key: of(`checkpoint-${number}.pem`),
    stamp: of(`checkpoint-${number}.tst`),
  };
}
