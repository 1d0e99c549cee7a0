/** A block of an extension where the merchant put it, in the checkout editor or the theme editor. */
export interface Placement {
  readonly id: number;
  /** The extension's handle, "thank-you-offer". */
  readonly extension: string;
  /** "purchase.thank-you.block.render", or the theme block's file without its ending, "cart-offer". */
  readonly target: string;
  /** Where on the page: what the page's own slots are called. */
  readonly slot: string;
  /** Empty until the merchant saves some. */
  settings: Settings;
}

export type Settings = Readonly<Record<string, string | number | boolean>>;
