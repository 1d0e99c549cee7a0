import { MARK_ATTRIBUTE, type Mark, markText } from "#app/core/extract/mark.ts";
import { variantGid } from "#extensions/shared/surface/gid.ts";
import { within } from "#extensions/shared/within.ts";
import { bumpLines } from "./bump-lines.ts";
import type { ChangeResult, CheckoutPage } from "./checkout-page.ts";

const CHANGES_WITHIN = 10_000;
/** How long the page may take to tell of a change it has made. */
const TELLS_WITHIN = 2_000;
const CODES_KEY = "codes";

/**
 * Puts these into the checkout under a mark, and our codes with them; all of it or nothing. False where Shopify said no:
 * sold out meanwhile, a code that doesn't work here, a wallet's own checkout.
 */
export async function addToCheckout(
  page: CheckoutPage,
  items: readonly { readonly variantId: string; readonly quantity: number }[],
  mark: Mark,
  codes: readonly string[],
): Promise<boolean> {
  const attributes = [{ key: MARK_ATTRIBUTE, value: markText(mark) }];
  const steps = [
    ...items.map(({ variantId, quantity }) => () => {
      const merchandiseId = variantGid(variantId);
      return page.applyCartLinesChange({ type: "addCartLine", merchandiseId, quantity, attributes });
    }),
    ...codes.map((code) => () => page.applyDiscountCodeChange({ type: "addDiscountCode", code })),
  ];
  // A page that is opened again must still know which codes are ours; it may be refused to remember.
  if (codes.length > 0) page.storage.write(CODES_KEY, codes).catch(() => undefined);
  const theirs = codesIn(page);
  for (const [done, step] of steps.entries()) {
    if (await isDone(step())) continue;
    // The page may not have told of the line yet that is to be taken out again.
    if (done > 0 && (await until(page, () => bumpLines(page).length > 0))) await takeOut(page);
    return false;
  }
  await until(page, () => bumpLines(page).length > 0 && codes.every((code) => codesIn(page).includes(code)));
  return giveBack(page, theirs);
}

/**
 * A code of ours may take the place of one of the buyer's, who would then pay more for what they had: they get theirs
 * again, and ours goes. True where nothing was lost.
 */
async function giveBack(page: CheckoutPage, theirs: readonly string[]): Promise<boolean> {
  const lost = theirs.filter((code) => !codesIn(page).includes(code));
  if (lost.length === 0) return true;
  await takeOut(page);
  for (const code of lost) await isDone(page.applyDiscountCodeChange({ type: "addDiscountCode", code }));
  return false;
}

function codesIn({ discountCodes }: CheckoutPage): string[] {
  return discountCodes.value.map(({ code }) => code);
}

/** Takes out every line of ours and the codes that came with them. False where Shopify keeps one. */
export async function takeOut(page: CheckoutPage): Promise<boolean> {
  let left = bumpLines(page);
  while (left[0]) {
    const { id, quantity } = left[0].line;
    if (!(await isDone(page.applyCartLinesChange({ type: "removeCartLine", id, quantity })))) return false;
    const before = left.length;
    if (!(await until(page, () => bumpLines(page).length < before))) return false;
    left = bumpLines(page);
  }
  for (const code of await keptCodes(page)) {
    if (codesIn(page).includes(code)) await isDone(page.applyDiscountCodeChange({ type: "removeDiscountCode", code }));
  }
  return true;
}

async function keptCodes({ storage }: CheckoutPage): Promise<readonly string[]> {
  try {
    const kept = await within(TELLS_WITHIN, storage.read<unknown>(CODES_KEY));
    return Array.isArray(kept) ? kept.filter((code) => typeof code === "string") : [];
  } catch {
    return [];
  }
}

async function isDone(change: Promise<ChangeResult>): Promise<boolean> {
  try {
    const result = await within(CHANGES_WITHIN, change);
    return result !== "late" && result.type === "success";
  } catch {
    return false;
  }
}

/** Whether the page is as asked, once it is or after two seconds. */
async function until({ lines, discountCodes }: CheckoutPage, isSo: () => boolean): Promise<boolean> {
  if (isSo()) return true;
  const stops: (() => void)[] = [];
  const told = new Promise<void>((resolve) => {
    const look = () => isSo() && resolve();
    stops.push(lines.subscribe(look), discountCodes.subscribe(look));
  });
  await within(TELLS_WITHIN, told);
  for (const stop of stops) stop();
  return isSo();
}
