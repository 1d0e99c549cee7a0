import type { StoredProduct } from "../store/state/product.ts";

/**
 * The part of Shopify's search syntax that makes sense for a shelf of products: words that all must occur, `field:value`
 * with title, vendor, product_type, tag, sku, status and id, "quoted phrases", and `-` or NOT in front of a term.
 * https://shopify.dev/docs/api/usage/search-syntax
 */
export function matchesSearch(product: StoredProduct, query: string): boolean {
  return termsOf(query).every(({ field, value, negated }) => meets(product, field, value) !== negated);
}

interface Term {
  readonly field: string | undefined;
  readonly value: string;
  readonly negated: boolean;
}

function termsOf(query: string): Term[] {
  const found = query.matchAll(/(NOT\s+|-)?(?:(\w+):)?(?:"([^"]*)"|(\S+))/g);
  return [...found]
    .map(([, not, field, phrase, word]) => ({
      field,
      value: (phrase ?? word ?? "").replace(/\*$/, "").toLowerCase(),
      negated: not !== undefined,
    }))
    .filter(({ field, value }) => field !== undefined || value !== "and");
}

function meets(product: StoredProduct, field: string | undefined, value: string): boolean {
  const has = (text: string) => text.toLowerCase().includes(value);
  const hasSku = product.variants.some(({ sku }) => has(sku));
  switch (field) {
    case undefined:
      return has(product.title) || has(product.vendor) || has(product.type) || product.tags.some(has) || hasSku;
    case "title":
      return has(product.title);
    case "vendor":
      return has(product.vendor);
    case "product_type":
      return has(product.type);
    case "tag":
      return product.tags.some((tag) => tag.toLowerCase() === value);
    case "sku":
      return hasSku;
    case "id":
      return String(product.id) === value;
    case "status":
      return value === "active";
    default:
      return false;
  }
}
