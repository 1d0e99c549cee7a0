/** @jsxImportSource preact */
import type { SurfaceOffer, SurfaceProduct } from "#app/core/extract/surface-offer.ts";
import type { SurfacePage } from "../page.ts";
import { writeMoney } from "../page-money.ts";
import { isBundle, nameOf, type Pick, pickOf } from "./pick.ts";

interface Asked {
  readonly page: SurfacePage;
  readonly offer: SurfaceOffer;
  readonly pick: Pick;
  onPick(pick: Pick | undefined): void;
}

/** Which product, which variant, how many: as far as there is something to choose. */
export function Choices({ page, offer, pick, onPick }: Asked) {
  const { product, variant, quantity } = pick;
  const say = page.i18n.translate;
  if (isBundle(offer)) return null;
  const products = offer.products.length > 1 && (
    <Choice
      label={say("chooseOne")}
      value={product.productId}
      options={offer.products.map((one) => [one.productId, priced(page, nameOf(one), one.variants[0])])}
      onChoose={(id) => {
        const chosen = offer.products.find(({ productId }) => productId === id);
        if (chosen) onPick(pickOf(chosen, undefined, quantity));
      }}
    />
  );
  const variants = product.variants.length > 1 && (
    <Choice
      label={optionNames(product) || say("choice")}
      value={variant.variantId}
      options={product.variants.map((one) => [
        one.variantId,
        costsTheSame(product) ? one.title : priced(page, one.title, one),
      ])}
      onChoose={(id) => onPick(pickOf(product, id, quantity))}
    />
  );
  const quantities = variant.quantityMost > 1 && (
    <Choice
      label={say("quantity")}
      value={String(quantity)}
      options={Array.from({ length: variant.quantityMost }, (_, before) => [String(before + 1), String(before + 1)])}
      onChoose={(count) => onPick(pickOf(product, variant.variantId, Number(count)))}
    />
  );
  return (
    <>
      {products}
      {variants && quantities ? (
        <s-grid gridTemplateColumns="2fr 1fr" gap="small-100">
          {variants}
          {quantities}
        </s-grid>
      ) : (
        variants || quantities
      )}
    </>
  );
}

function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: string;
  /** Values and what they read. */
  options: readonly (readonly [string, string])[];
  onChoose(value: string): void;
}) {
  return (
    <s-select label={label} value={value} onChange={(event) => onChoose(valueIn(event))}>
      {options.map(([id, name]) => (
        <s-option key={id} value={id}>
          {name}
        </s-option>
      ))}
    </s-select>
  );
}

/** Shopify's fields carry their value, whatever their events are typed as. */
function valueIn({ currentTarget }: Event): string {
  return (currentTarget as (EventTarget & { readonly value?: string }) | null)?.value ?? "";
}

function priced(page: SurfacePage, name: string, variant: SurfaceProduct["variants"][number] | undefined): string {
  return variant ? `${name} · ${writeMoney(page, variant.offerPrice)}` : name;
}

/** "Colour / Size" */
function optionNames({ variants: [first] }: SurfaceProduct): string {
  return (first?.options ?? []).map(({ name }) => name).join(" / ");
}

function costsTheSame({ variants }: SurfaceProduct): boolean {
  return variants.every(({ offerPrice }) => offerPrice.minor === variants[0]?.offerPrice.minor);
}
