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
  return (
    <>
      {offer.products.length > 1 && (
        <s-select
          label={say("chooseOne")}
          value={product.productId}
          onChange={(event) => {
            const chosen = offer.products.find(({ productId }) => productId === chosenIn(event));
            if (chosen) onPick(pickOf(chosen, undefined, quantity));
          }}
        >
          {offer.products.map((one) => (
            <s-option key={one.productId} value={one.productId}>
              {labelled(page, nameOf(one), one)}
            </s-option>
          ))}
        </s-select>
      )}
      {product.variants.length > 1 && (
        <s-select
          label={optionNames(product) || say("choice")}
          value={variant.variantId}
          onChange={(event) => onPick(pickOf(product, chosenIn(event), quantity))}
        >
          {product.variants.map((one) => (
            <s-option key={one.variantId} value={one.variantId}>
              {costsTheSame(product) ? one.title : `${one.title} · ${writeMoney(page, one.offerPrice)}`}
            </s-option>
          ))}
        </s-select>
      )}
      {variant.quantityMost > 1 && (
        <s-select
          label={say("quantity")}
          value={String(quantity)}
          onChange={(event) => onPick(pickOf(product, variant.variantId, Number(chosenIn(event))))}
        >
          {upTo(variant.quantityMost).map((count) => (
            <s-option key={count} value={count}>
              {count}
            </s-option>
          ))}
        </s-select>
      )}
    </>
  );
}

function labelled(page: SurfacePage, name: string, { variants: [first] }: SurfaceProduct): string {
  return first ? `${name} · ${writeMoney(page, first.offerPrice)}` : name;
}

/** "Colour / Size" */
function optionNames({ variants: [first] }: SurfaceProduct): string {
  return (first?.options ?? []).map(({ name }) => name).join(" / ");
}

function costsTheSame({ variants }: SurfaceProduct): boolean {
  return variants.every(({ offerPrice }) => offerPrice.minor === variants[0]?.offerPrice.minor);
}

function upTo(most: number): string[] {
  return Array.from({ length: most }, (_, before) => String(before + 1));
}

/** Shopify's elements carry their value as a field's, whatever their event is typed as. */
function chosenIn({ currentTarget }: Event): string {
  return (currentTarget as (EventTarget & { readonly value?: string }) | null)?.value ?? "";
}
