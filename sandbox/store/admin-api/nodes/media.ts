import type { Engine } from "../../engine.ts";
import type { StoredProduct, StoredVariant } from "../../state/product.ts";
import { gid } from "../gid.ts";

/** The product's picture, or that of one of its variants: the shop draws one for each where there is a choice. */
export function mediaImageNode(engine: Engine, product: StoredProduct, variant?: StoredVariant) {
  const { id, title } = variant ?? product;
  const picture = variant ? `/pictures/${product.handle}/${variant.id}.svg` : product.picture;
  const alt = variant ? `${product.title}, ${title}` : title;
  const image = {
    id: gid("ImageSource", id),
    url: `${engine.address}${picture}`,
    altText: alt,
    width: 800,
    height: 800,
  };
  return {
    __typename: "MediaImage",
    id: gid("MediaImage", id),
    alt,
    image,
    mediaContentType: "IMAGE",
    preview: { image, status: "READY" },
    status: "READY",
  };
}
