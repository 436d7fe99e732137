/** Sentences of a text. */
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/** One after the other, without the white space around them; none is empty. Only as much is looked at as is taken. */
export function* sentences(text: string): Generator<string> {
  for (const { segment } of SENTENCES.segment(text)) {
    const sentence = segment.trim();
    if (sentence !== "") yield sentence;
  }
}
