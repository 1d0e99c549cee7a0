/** Where a surface is drawn, and what is said of it meanwhile. */
export interface Drawing {
  readonly place: HTMLElement;
  /** The shopper has answered, and the page would go on. */
  readonly over: () => void;
  readonly failed: (message: string) => void;
}

export interface Drawn {
  unmount(): void;
}
