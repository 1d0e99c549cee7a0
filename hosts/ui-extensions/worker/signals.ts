/** What a signal of the platform is to an extension: Preact's, with two names of older days. */
export interface Signal {
  value: unknown;
  subscribe(listener: (value: unknown) => void): () => void;
}

export type SignalClass = new (value: unknown) => Signal;

/** For a bundle without `@shopify/ui-extensions/preact`: its reads do not make anything render again. */
export class PlainSignal implements Signal {
  readonly #listeners = new Set<(value: unknown) => void>();
  #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  get value(): unknown {
    return this.#value;
  }

  set value(value: unknown) {
    this.#value = value;
    for (const listener of this.#listeners) listener(value);
  }

  subscribe(listener: (value: unknown) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#value);
    return () => void this.#listeners.delete(listener);
  }
}

/** A signal of the extension's own class, so that its framework sees the reads. */
export function platformSignal(made: SignalClass, value: unknown): Signal {
  return Object.defineProperties(new made(value), {
    current: {
      get(this: Signal) {
        return this.value;
      },
    },
    destroy: { value: async () => undefined },
  });
}
