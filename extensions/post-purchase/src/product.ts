import { Image, Select, Tiles } from "@shopify/post-purchase-ui-extensions";
import type { OfferView } from "#app/contracts/post-purchase.ts";
import type { Root } from "./page.ts";
import { type OfferedVariant, type Pick, withVariant } from "./pick.ts";
import type { Words } from "./words.ts";

/** The picture of the picked variant, else the product's; undefined when the offer has none at all. */
export function drawPicture(root: Root, offer: OfferView) {
  const pictureOf = (variant: OfferedVariant | undefined) => {
    const image = variant?.image ?? offer.image;
    return image && { source: image.url, description: image.description || offer.productTitle };
  };
  const first = pictureOf(offer.variants[0]);
  if (!first) return undefined;
  const component = root.createComponent(Image, { aspectRatio: 4 / 3, fit: "contain", ...first });
  return {
    component,
    show(variant: OfferedVariant) {
      component.updateProps(pictureOf(variant) ?? first);
    },
  };
}

/** Selects for what there is to choose; undefined when there is nothing. */
export function drawChoices(root: Root, offer: OfferView, words: Words, onPick: (pick: Pick) => void) {
  let picked: Pick | undefined;
  const pickVariant = (variantId: string) => {
    const variant = offer.variants.filter((offered) => offered.variantId === variantId)[0];
    if (picked && variant) onPick(withVariant(picked, variant));
  };
  const pickQuantity = (value: string) => {
    if (picked) onPick({ variant: picked.variant, quantity: Number(value) });
  };
  const variants = offer.variants.map(({ variantId, title }) => ({ value: variantId, label: title }));
  const variant =
    variants.length > 1
      ? root.createComponent(Select, { label: offer.choice ?? words.choice, options: variants, onChange: pickVariant })
      : undefined;
  const quantity = offer.variants.some(({ quantityMost }) => quantityMost > 1)
    ? root.createComponent(Select, { label: words.quantity, options: [], onChange: pickQuantity })
    : undefined;
  if (!variant && !quantity) return undefined;

  return {
    component: root.createComponent(Tiles, { spacing: "tight" }, [
      ...(variant ? [variant] : []),
      ...(quantity ? [quantity] : []),
    ]),
    show(pick: Pick, fixed: boolean) {
      picked = pick;
      variant?.updateProps({ value: pick.variant.variantId, disabled: fixed });
      quantity?.updateProps({
        options: upTo(pick.variant.quantityMost),
        value: String(pick.quantity),
        disabled: fixed || pick.variant.quantityMost === 1,
      });
    },
  };
}

function upTo(most: number): { value: string; label: string }[] {
  const options = [];
  for (let count = 1; count <= most; count++) options.push({ value: String(count), label: String(count) });
  return options;
}
