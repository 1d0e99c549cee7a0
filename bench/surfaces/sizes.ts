import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BundleSize, sizeOf } from "../../scripts/extensions/bundle.ts";
import { BLOCKS } from "./blocks.ts";
import { CART } from "./cart.ts";
import { POST_PURCHASE } from "./post-purchase.ts";
import type { BenchStage } from "./stage.ts";

const CART_ASSETS = join(import.meta.dirname, "../../extensions/cart-bump/assets");

export interface Size extends BundleSize {
  readonly name: string;
  /** Bytes of either compression. */
  readonly atMost: number;
}

/** What a shopper downloads of each; of the cart's offer script and style, each compressed for itself as they travel. */
export async function sizes({ built }: BenchStage): Promise<Size[]> {
  const assets = await Promise.all(
    (await readdir(CART_ASSETS)).map(async (name) => sizeOf(await readFile(join(CART_ASSETS, name)))),
  );
  const sum = (of: keyof BundleSize) => assets.reduce((total, asset) => total + asset[of], 0);
  const cart = { original: sum("original"), deflate: sum("deflate"), brotli: sum("brotli") };
  const bundle = (handle: string) => {
    const extension = built.get(handle);
    if (!extension) throw new Error(`there is no extension ${handle}`);
    return extension.size;
  };
  return [
    ...BLOCKS.map((name) => ({ name, ...bundle(name), atMost: 24 * 1024 })),
    { name: CART, ...cart, atMost: 10_000 },
    { name: POST_PURCHASE, ...bundle(POST_PURCHASE), atMost: 8 * 1024 - 1 },
  ];
}
