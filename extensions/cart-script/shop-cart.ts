/** A line of cart.js, as far as it is read here. Amounts as the AJAX API writes them. */
export interface CartLine {
  readonly key: string;
  readonly product_id: number;
  readonly product_title: string;
  readonly variant_id: number;
  readonly quantity: number;
  readonly final_line_price: number;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly selling_plan_allocation?: { readonly selling_plan: { readonly id: number } };
}

export interface Cart {
  readonly token: string;
  readonly currency: string;
  readonly items: readonly CartLine[];
  readonly items_subtotal_price: number;
  readonly total_price: number;
  readonly total_discount: number;
  readonly discount_codes?: readonly { readonly code: string; readonly applicable: boolean }[];
  readonly cart_level_discount_applications?: readonly unknown[];
}

/** HTML by section; null where the shop could not render it. */
export type RenderedSections = Readonly<Record<string, string | null>>;

export type Changed =
  | { readonly kind: "done"; readonly sections: RenderedSections }
  /** Sold out, not enough of it, a limit of the shop: 422. */
  | { readonly kind: "refused" }
  | { readonly kind: "unreached" };

export type CartStep =
  | {
      readonly add: readonly {
        readonly id: number;
        readonly quantity: number;
        readonly properties: Readonly<Record<string, string>>;
      }[];
    }
  | { readonly remove: string }
  /** In the place of all codes there were. */
  | { readonly codes: readonly string[] };

/** A product as the shop sells it to this shopper. */
export interface SoldProduct {
  readonly variants: readonly { readonly id: number; readonly price: number; readonly available: boolean }[];
}

export type ShopCart = ReturnType<typeof shopCart>;

const READS_WITHIN = 5_000;
const CHANGES_WITHIN = 15_000;

/** The shop's own cart. `root` is Liquid's routes.root_url, "/" or "/fr". Source: shopify.dev/docs/api/ajax/reference/cart. */
export function shopCart(root: string) {
  const base = root.endsWith("/") ? root : `${root}/`;
  return {
    /** Undefined when the shop can't be reached. */
    read: async () => (await ask(`${base}cart.js`, undefined, READS_WITHIN))?.answer as Cart | undefined,

    /** One step after the other until one fails; the last one brings the sections, as they are after all of them. */
    async change(steps: readonly CartStep[], sections: readonly string[]): Promise<Changed> {
      let rendered: RenderedSections = {};
      for (const [index, step] of steps.entries()) {
        const isLast = index === steps.length - 1;
        const asked = isLast && sections.length > 0 ? { sections, sections_url: location.pathname } : {};
        const [path, body] = requestOf(step);
        const changed = await ask(`${base}cart/${path}.js`, { ...body, ...asked }, CHANGES_WITHIN);
        if (!changed) return { kind: "unreached" };
        if (!changed.answer) return { kind: "refused" };
        rendered = (changed.answer as { sections?: RenderedSections }).sections ?? {};
      }
      return { kind: "done", sections: rendered };
    },

    /** Nothing of it is sold where the shop doesn't know it; undefined when the shop can't be reached. */
    async product(handle: string): Promise<SoldProduct | undefined> {
      const asked = await ask(`${base}products/${encodeURIComponent(handle)}.js`, undefined, READS_WITHIN);
      return asked && ((asked.answer as SoldProduct | undefined) ?? { variants: [] });
    },
  };
}

function requestOf(step: CartStep): [path: string, body: object] {
  if ("add" in step) return ["add", { items: step.add }];
  if ("remove" in step) return ["change", { id: step.remove, quantity: 0 }];
  return ["update", { discount: step.codes.join(",") }];
}

/** Undefined when there was no answer; without `answer` where the shop said no. */
async function ask(
  path: string,
  body: object | undefined,
  milliseconds: number,
): Promise<{ answer?: unknown } | undefined> {
  try {
    const response = await fetch(path, {
      method: body ? "POST" : "GET",
      headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(milliseconds),
    });
    return response.ok ? { answer: await response.json() } : {};
  } catch {
    return undefined;
  }
}

/** The lines that carry this mark. */
export function markedLines({ items }: Cart, mark: string): CartLine[] {
  return items.filter(({ properties }) => properties?._encore === mark);
}

export function codesOf({ discount_codes }: Cart): string[] {
  return (discount_codes ?? []).map(({ code }) => code);
}

/** Two carts with the same one are the same to a shopper: what is in it, and in which currency. */
export function contentOf({ currency, items }: Cart): string {
  return [currency, ...items.map(({ variant_id, quantity }) => `${variant_id}×${quantity}`).sort()].join(" ");
}
