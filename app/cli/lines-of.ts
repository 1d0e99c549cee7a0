import type { Readable } from "node:stream";

/** One line of a stream, the first being number 1; what is wrong with it where it cannot be taken for a text. */
export type StreamLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly text?: undefined; readonly wrong: string };

/** Far more than a purchase of ten thousand lines takes; what is longer is skipped, not held. */
const BYTES_MOST = 8 * 1024 * 1024;
const NEWLINE = 10;

/** The lines of a stream one after the other, holding no more than one at a time. */
export async function* linesOf(stream: Readable): AsyncGenerator<StreamLine> {
  let pieces: Buffer[] = [];
  let held = 0;
  let number = 0;
  const whole = (): StreamLine => {
    number++;
    const line =
      held > BYTES_MOST ? { number, wrong: "it is longer than 8 MB" } : decoded(number, Buffer.concat(pieces));
    pieces = [];
    held = 0;
    return line;
  };
  const hold = (piece: Buffer) => {
    held += piece.length;
    if (held <= BYTES_MOST) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, end));
      yield whole();
      from = end + 1;
    }
    hold(chunk.subarray(from));
  }
  if (held > 0) yield whole();
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Drops the byte-order mark as it decodes. */
function decoded(number: number, bytes: Buffer): StreamLine {
  try {
    return { number, text: decoder.decode(bytes) };
  } catch {
    return { number, wrong: "it is not UTF-8" };
  }
}
