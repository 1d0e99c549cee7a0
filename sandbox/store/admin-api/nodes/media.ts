import type { Engine } from "../../engine.ts";
import type { StoredProduct } from "../../state/product.ts";
import { gid } from "../gid.ts";

/** Products have one picture; variants have none of their own. */
export function mediaImageNode(engine: Engine, product: StoredProduct) {
  const image = {
    id: gid("ImageSource", product.id),
    url: `${engine.address}${product.picture}`,
    altText: product.title,
    width: 800,
    height: 800,
  };
  return {
    __typename: "MediaImage",
    id: gid("MediaImage", product.id),
    alt: product.title,
    image,
    mediaContentType: "IMAGE",
    preview: { image, status: "READY" },
    status: "READY",
  };
}
