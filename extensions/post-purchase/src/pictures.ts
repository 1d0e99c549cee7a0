import { BlockStack, Image, Tiles } from "@shopify/post-purchase-ui-extensions";
import type { OfferView } from "#app/contracts/post-purchase.ts";
import { fill } from "./draw.ts";
import type { Root } from "./page.ts";
import { isBundle, nameOf, type Pick, pickOf } from "./pick.ts";

/** The picture of what is picked, or of every item of a bundle; undefined when the offer has none at all. */
export function drawPictures(root: Root, offer: OfferView) {
  const first = offer.products.map((product) => drawPicture(root, pickOf(product)));
  const pictures = first.filter((picture) => picture !== undefined) as NonNullable<(typeof first)[number]>[];
  if (pictures.length === 0) return undefined;
  if (isBundle(offer)) {
    const maxPerLine = pictures.length % 2 === 0 ? 2 : Math.min(pictures.length, 3);
    return { component: root.createComponent(Tiles, { maxPerLine, spacing: "tight" }, pictures), show: () => {} };
  }
  const component = root.createComponent(BlockStack, {});
  let shown: string | undefined;
  return {
    component,
    show(pick: Pick) {
      const source = imageOf(pick)?.url;
      if (source === shown) return;
      shown = source;
      const picture = drawPicture(root, pick);
      fill(component, picture ? [picture] : []);
    },
  };
}

function drawPicture(root: Root, pick: Pick | undefined) {
  const image = pick && imageOf(pick);
  return (
    image &&
    root.createComponent(Image, {
      aspectRatio: 4 / 3,
      fit: "contain",
      source: image.url,
      description: image.description || nameOf(pick.product),
    })
  );
}

function imageOf({ product, variant }: Pick) {
  return variant.image ?? product.image;
}
