import { once } from "node:events";
import type { Writable } from "node:stream";

/** Nobody reads on (`| head`): no failure, just the end. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

const PIECE = 64 * 1024;

/** A stream written in pieces of some size, never faster than it is read. */
export class Output {
  readonly #stream: Writable;
  #waiting = "";
  #failure: Error | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      this.#failure ??= error.code === "EPIPE" ? new ReaderGone() : error;
    });
  }

  /** Throws `ReaderGone` once nobody reads, any other failure of the stream as it is. */
  async line(text: string): Promise<void> {
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= PIECE) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = "";
    if (text !== "" && !this.#failure && !this.#stream.write(text)) {
      // An error is kept by the listener above and thrown below.
      await once(this.#stream, "drain").catch(() => undefined);
    }
    await new Promise(setImmediate);
    if (this.#failure) throw this.#failure;
  }
}
