import type { PickerOptions } from "../messages.ts";
import { element } from "./element.ts";
import type { Listed, ListedVariant, Picked } from "./picked.ts";

/** One row for each product (with its variants below where it has several) or collection; choosing redraws the ticks. */
export function resourceRows(
  listed: readonly Listed[],
  options: PickerOptions,
  picked: Picked,
  changed: () => void,
): HTMLElement[] {
  const refreshers: (() => void)[] = [];
  const choose = (act: () => void) => () => {
    act();
    for (const refresh of refreshers) refresh();
    changed();
  };
  if (listed.length === 0) {
    return [element("p", { className: "picker-empty", textContent: "Nothing fits these words." })];
  }
  const rows = listed.flatMap((item) => {
    const variants = showsVariants(item, options) ? (item.variants ?? []) : [];
    const own = itemRow(
      item,
      choose(() => picked.toggle(item)),
    );
    refreshers.push(() => {
      const state = picked.stateOf(item);
      own.box.checked = state === "all";
      own.box.indeterminate = state === "some";
    });
    const below = variants.map((variant) => {
      const { row, box } = variantRow(
        item,
        variant,
        choose(() => picked.toggleVariant(item, variant)),
      );
      refreshers.push(() => {
        box.checked = picked.has(item, variant);
      });
      return row;
    });
    return [own.row, ...below];
  });
  for (const refresh of refreshers) refresh();
  return rows;
}

function showsVariants({ variants = [] }: Listed, { type, filter }: PickerOptions): boolean {
  return type !== "collection" && filter?.variants !== false && variants.length > 1;
}

function itemRow(item: Listed, toggled: () => void): { row: HTMLElement; box: HTMLInputElement } {
  const variants = item.variants ?? [];
  const prices = variants.map(({ price }) => Number(price));
  const stock = variants.reduce((sum, { inventoryQuantity }) => sum + inventoryQuantity, 0);
  const picture = item.images?.[0]?.originalSrc;
  const facts = item.variants
    ? [amountText(stock), element("span", { className: "picker-price", textContent: priceText(prices) })]
    : [amountText(undefined, `${item.productsCount ?? 0} products`)];
  return labelledRow(item.title, "picker-row", toggled, [
    picture !== undefined && element("img", { src: picture, alt: "", width: 40, height: 40, loading: "lazy" }),
    element("span", { className: "picker-title", textContent: item.title }),
    ...facts,
  ]);
}

function variantRow(item: Listed, variant: ListedVariant, toggled: () => void) {
  return labelledRow(`${item.title}, ${variant.title}`, "picker-row variant-row", toggled, [
    element("span", { className: "picker-title", textContent: variant.title }),
    amountText(variant.inventoryQuantity),
    element("span", { className: "picker-price", textContent: priceText([Number(variant.price)]) }),
  ]);
}

function labelledRow(name: string, className: string, toggled: () => void, parts: (Node | false)[]) {
  const box = element("input", { type: "checkbox", onchange: toggled, aria: { label: name } });
  return { row: element("label", { className }, box, ...parts), box };
}

function amountText(stock: number | undefined, text = `${stock} available`): HTMLElement {
  return element("span", { className: stock === 0 ? "picker-stock none" : "picker-stock", textContent: text });
}

const inShopMoney = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });

function priceText(prices: readonly number[]): string {
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  return least === most ? inShopMoney.format(least) : `${inShopMoney.format(least)} – ${inShopMoney.format(most)}`;
}
