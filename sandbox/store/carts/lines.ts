import { randomUUID } from "node:crypto";
import type { Engine } from "../engine.ts";
import { variantOf } from "../products.ts";
import type { Attribute, CartRefusal, NewLine, StoredLine } from "../state/cart.ts";

/** Shopify's largest cart. */
const LINES_MOST = 500;
const PIECES_MOST = 1_000_000;

export type Lines = { readonly kind: "lines"; readonly lines: StoredLine[] } | CartRefusal;

export function newLineId(): string {
  return `gid://shopify/CartLine/${randomUUID()}`;
}

/** One line more, or a longer one where there is one of the variant with the same properties. */
export function withLine(engine: Engine, lines: readonly StoredLine[], wanted: NewLine): Lines {
  const attributes = cleanAttributes(wanted.attributes ?? []);
  const same = lines.find((line) => line.variantId === wanted.variantId && isSame(line.attributes, attributes));
  if (!isCount(wanted.quantity)) return badQuantity();
  const quantity = (same?.quantity ?? 0) + wanted.quantity;
  const line: StoredLine = same
    ? { ...same, quantity }
    : { id: newLineId(), variantId: wanted.variantId, quantity, attributes };
  const next = same ? lines.map((one) => (one === same ? line : one)) : [...lines, line];
  if (next.length > LINES_MOST) {
    return refused("too-many-lines", "Cart Error", `A cart holds at most ${LINES_MOST} different things.`);
  }
  return refusalFor(engine, next, line) ?? { kind: "lines", lines: next };
}

/** A quantity of 0 takes the line out; another variant or other properties give it a new id. */
export function withChangedLine(
  engine: Engine,
  lines: readonly StoredLine[],
  change: Partial<Omit<StoredLine, "id">> & Pick<StoredLine, "id">,
): Lines {
  const before = lines.find(({ id }) => id === change.id);
  if (!before) return refused("no-such-line", "Bad Request", "no valid id or line parameter");
  const { quantity = before.quantity, variantId = before.variantId } = change;
  if (quantity === 0) return { kind: "lines", lines: lines.filter((line) => line !== before) };
  if (!isCount(quantity)) return badQuantity();
  const attributes = change.attributes ? cleanAttributes(change.attributes) : before.attributes;
  const isOther = variantId !== before.variantId || !isSame(attributes, before.attributes);
  const line = { id: isOther ? newLineId() : before.id, variantId, quantity, attributes };
  const next = lines.map((one) => (one === before ? line : one));
  const refusal = quantity > before.quantity || isOther ? refusalFor(engine, next, line) : undefined;
  return refusal ?? { kind: "lines", lines: together(next) };
}

/** Without names that are empty, and the last of those that are the same. */
export function cleanAttributes(attributes: readonly Attribute[]): Attribute[] {
  const byKey = new Map(attributes.map(({ key, value }) => [key, String(value)]));
  byKey.delete("");
  return [...byKey].map(([key, value]) => ({ key, value }));
}

/** One by one on top of those there are; an empty value takes one out. */
export function withAttributes(before: readonly Attribute[], changed: readonly Attribute[]): Attribute[] {
  return cleanAttributes([...before, ...changed]).filter(({ value }) => value !== "");
}

/** Lines that a change made alike become one. */
function together(lines: readonly StoredLine[]): StoredLine[] {
  const kept: StoredLine[] = [];
  for (const line of lines) {
    const at = kept.findIndex((one) => one.variantId === line.variantId && isSame(one.attributes, line.attributes));
    const same = kept[at];
    if (same) kept[at] = { ...same, quantity: same.quantity + line.quantity };
    else kept.push(line);
  }
  return kept;
}

function isSame(one: readonly Attribute[], other: readonly Attribute[]): boolean {
  const written = (attributes: readonly Attribute[]) =>
    JSON.stringify(attributes.map(({ key, value }) => [key, value]).sort());
  return written(one) === written(other);
}

/** Shopify's words for what a line cannot be. https://shopify.dev/docs/api/ajax/reference/cart */
function refusalFor(engine: Engine, lines: readonly StoredLine[], line: StoredLine): CartRefusal | undefined {
  const found = variantOf(engine, line.variantId);
  if (!found) return refused("no-such-variant", "Cart Error", "Cannot find variant");
  const { product, variant } = found;
  const name = variant.title === "Default Title" ? product.title : `${product.title} - ${variant.title}`;
  if (product.requiresSellingPlan) {
    return refused("subscription-only", "Cart Error", `Variant can only be purchased with a selling plan.`);
  }
  if (variant.stock <= 0) {
    return refused(
      "sold-out",
      `The product '${name}' is already sold out.`,
      `The product '${name}' is already sold out.`,
    );
  }
  const wanted = lines
    .filter(({ variantId }) => variantId === line.variantId)
    .reduce((total, { quantity }) => total + quantity, 0);
  if (wanted <= variant.stock) return undefined;
  const sentence = `You can only add ${variant.stock} ${name} to the cart.`;
  return { ...refused("not-enough", sentence, sentence), left: variant.stock };
}

function badQuantity(): CartRefusal {
  return refused("bad-quantity", "Parameter Missing or Invalid", "Required parameter missing or invalid: quantity");
}

function refused(why: CartRefusal["why"], message: string, description: string): CartRefusal {
  return { kind: "refused", why, message, description };
}

function isCount(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity > 0 && quantity <= PIECES_MOST;
}
