/** What Liquid knows and the browser doesn't (extensions/cart-bump/snippets/encore-settings.liquid). */
export interface Settings {
  /** Where the shop forwards to the app, "/apps/encore". */
  readonly proxy: string;
  readonly root: string;
  readonly locale: string;
  readonly country: string;
  readonly signedIn: boolean;
  /** Not null: an offer for the cart drawer too, before what this selector finds; empty for the themes we know. */
  readonly drawer: string | null;
  readonly words: Words;
}

type Words = Readonly<
  Record<
    | "add"
    | "bundle"
    | "was"
    | "now"
    | "free"
    | "choose"
    | "percentOff"
    | "because"
    | "soldBy"
    | "total"
    | "adding"
    | "added"
    | "removed"
    | "notAdded"
    | "notRemoved"
    | "otherPrice",
    string
  >
>;

/** The page's settings: of several on it (block and embed) the first, and a drawer where any asks for one. */
export function readSettings(): Settings | undefined {
  try {
    const all = [...document.querySelectorAll("script[data-encore-cart]")].map(
      (script): Settings => JSON.parse(script.textContent ?? ""),
    );
    const [first] = all;
    const drawer = all.find((settings) => settings.drawer !== null)?.drawer ?? null;
    return first && { ...first, drawer, proxy: first.proxy.replace(/\/+$/, "") };
  } catch {
    // A merchant's theme changed them: the cart stays as the theme made it.
    return undefined;
  }
}
