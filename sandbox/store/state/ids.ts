/** The app id that Shopify's own online store has; orders and agreements name it. */
export const ONLINE_STORE_APP_ID = 580_111;
/** What Shopify would have given our app. */
export const OUR_APP_ID = 199_401_234_433;

export type IdKind =
  | "agreement"
  | "collection"
  | "customer"
  | "discount"
  | "fulfillment-order"
  | "installation"
  | "inventory-item"
  | "line"
  | "metafield"
  | "metafield-definition"
  | "order"
  | "order-edit"
  | "order-number"
  | "placement"
  | "product"
  | "refund"
  | "refund-line"
  | "data-request"
  | "sale"
  | "shipping-line"
  | "transaction"
  | "variant";

/** Shopify's ids are 13 digits long and jump: code that sorts by them works, code that counts on neighbours does not. */
const JUMP = 32_768;
const FIRST: Readonly<Record<IdKind, number>> = {
  agreement: 86_203_400_418,
  collection: 436_120_033_506,
  customer: 7_640_117_084_386,
  discount: 1_207_338_172_642,
  "fulfillment-order": 6_391_204_413_666,
  installation: 611_204_300_962,
  "inventory-item": 46_310_220_144_866,
  line: 14_201_388_040_418,
  metafield: 31_440_902_250_722,
  "metafield-definition": 31_902_040_290,
  order: 5_612_903_399_650,
  "order-edit": 78_912_328_802,
  "order-number": 1001,
  placement: 88_210_403_618,
  product: 8_061_204_332_770,
  refund: 927_400_132_834,
  "refund-line": 508_112_306_402,
  "data-request": 9_911_202_914,
  sale: 301_440_115_938,
  "shipping-line": 4_513_003_110_626,
  transaction: 6_820_400_251_106,
  variant: 44_210_330_812_642,
};

/** The next id of its kind; order numbers grow by one, all else by Shopify's jumps. */
export function nextId(ids: Record<string, number>, kind: IdKind): number {
  const last = ids[kind];
  const next = last === undefined ? FIRST[kind] : last + (kind === "order-number" ? 1 : JUMP);
  ids[kind] = next;
  return next;
}
