import { drawPicture } from "../catalogue/pictures/draw-picture.ts";
import type { SandboxStore } from "../store/sandbox-store.ts";

/** `/pictures/<handle>.svg` or `/pictures/<handle>/<variant id>.svg`; undefined when the shop has no such thing. */
export function pictureAt(store: SandboxStore, path: string): string | undefined {
  const [, handle, variantId] = /^\/pictures\/([a-z0-9-]+)(?:\/(\d+))?\.svg$/.exec(path) ?? [];
  const product = handle ? store.productByHandle(handle) : undefined;
  if (!product) return undefined;
  const wanted = variantId ? Number(variantId) : product.variants[0]?.id;
  const variant = product.variants.find(({ id }) => id === wanted);
  if (!variant) return undefined;
  return drawPicture(product.title, product.options.length ? variant.title : undefined);
}
