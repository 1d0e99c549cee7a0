import type { PickedResource, PickerOptions } from "../messages.ts";

export interface Listed extends PickedResource {
  readonly title: string;
  readonly images?: readonly { readonly originalSrc: string }[];
  readonly variants?: readonly ListedVariant[];
  readonly productsCount?: number;
}

export interface ListedVariant extends PickedResource {
  readonly title: string;
  readonly price: string;
  readonly inventoryQuantity: number;
}

/** What is chosen so far: for each product or collection, in the order of choosing, its chosen variants. */
export class Picked {
  readonly #options: PickerOptions;
  readonly #chosen = new Map<string, Set<string>>();

  constructor(options: PickerOptions) {
    this.#options = options;
    for (const { id, variants = [] } of options.selectionIds ?? []) {
      this.#chosen.set(id, new Set(variants.map((variant) => variant.id)));
    }
  }

  /** Initial selections name products without variants: all of them. Variants picked by their own id find their product. */
  settle(listed: readonly Listed[]): void {
    for (const item of listed) {
      const own = item.variants ?? [];
      const byItself = own.filter(({ id }) => this.#chosen.has(id));
      for (const { id } of byItself) {
        this.#chosen.delete(id);
        this.#variantsOf(item.id).add(id);
      }
      const variants = this.#chosen.get(item.id);
      if (variants?.size === 0) for (const { id } of own) variants.add(id);
    }
  }

  /** How many count against `multiple`. */
  get count(): number {
    return this.#options.type === "variant"
      ? [...this.#chosen.values()].reduce((sum, variants) => sum + variants.size, 0)
      : this.#chosen.size;
  }

  get most(): number {
    const { multiple = false } = this.#options;
    return multiple === true ? Number.POSITIVE_INFINITY : multiple === false ? 1 : multiple;
  }

  stateOf(item: Listed): "all" | "some" | "none" {
    const variants = this.#chosen.get(item.id);
    if (!variants) return "none";
    return variants.size === (item.variants ?? []).length ? "all" : "some";
  }

  has(item: Listed, variant: ListedVariant): boolean {
    return this.#chosen.get(item.id)?.has(variant.id) ?? false;
  }

  toggle(item: Listed): void {
    if (this.stateOf(item) === "all") {
      this.#chosen.delete(item.id);
      return;
    }
    const variants = item.variants ?? [];
    const more = this.#options.type === "variant" ? variants.filter((variant) => !this.has(item, variant)).length : 1;
    if (!this.#makeRoom(item, more)) return;
    this.#chosen.set(item.id, new Set(variants.map(({ id }) => id)));
  }

  toggleVariant(item: Listed, variant: ListedVariant): void {
    if (this.has(item, variant)) {
      const left = this.#variantsOf(item.id);
      left.delete(variant.id);
      if (left.size === 0) this.#chosen.delete(item.id);
      return;
    }
    const isOneMore = this.#options.type === "variant" || !this.#chosen.has(item.id);
    if (isOneMore && !this.#makeRoom(item, 1)) return;
    this.#variantsOf(item.id).add(variant.id);
  }

  /** What the app gets, in the order of choosing. */
  result(listed: readonly Listed[]): PickedResource[] {
    const chosen = [...this.#chosen].flatMap(([id, variants]) => {
      const item = listed.find((candidate) => candidate.id === id);
      return item ? [{ item, variants: (item.variants ?? []).filter((variant) => variants.has(variant.id)) }] : [];
    });
    if (this.#options.type === "variant") return chosen.flatMap(({ variants }) => variants);
    return chosen.map(({ item, variants }) => (item.variants ? { ...item, variants } : item));
  }

  #variantsOf(id: string): Set<string> {
    const variants = this.#chosen.get(id) ?? new Set<string>();
    this.#chosen.set(id, variants);
    return variants;
  }

  /** Where one may be chosen a new choice takes the old one's place; where some, the last of them is the last. */
  #makeRoom(item: Listed, more: number): boolean {
    if (this.most === 1) {
      for (const id of [...this.#chosen.keys()])
        if (id !== item.id || this.#options.type === "variant") this.#chosen.delete(id);
      return more === 1;
    }
    return this.count + more <= this.most;
  }
}
