/** What was started, stopped in reverse order: once, whoever asks and how often. */
export class Running {
  readonly #stops: (() => Promise<void>)[] = [];
  readonly #asked = new AbortController();
  #stopping: Promise<void> | undefined;

  /** Aborts when stopping begins: what is still starting gives up then. */
  get signal(): AbortSignal {
    return this.#asked.signal;
  }

  add(stop: () => Promise<void>): void {
    this.#stops.push(stop);
  }

  ask(): void {
    this.#asked.abort();
  }

  stopAll(): Promise<void> {
    this.ask();
    this.#stopping ??= (async () => {
      for (const stop of this.#stops.reverse()) await stop();
    })();
    return this.#stopping;
  }
}
