import { createHmac, generateKeyPairSync, sign } from "node:crypto";

/** Tokens as Shopify signs them for the post-purchase page, made by hand so that no library of ours judges itself. */
export const API_KEY = "0123456789abcdef0123456789abcdef";
export const API_SECRET = "shpss-test-secret-of-the-app";

export const REFERENCE = "c1-reference";

type Fields = Readonly<Record<string, unknown>>;

const shopAndPresentment = (amount: string, currencyCode = "GBP") => ({
  shopMoney: { amount, currencyCode },
  presentmentMoney: { amount, currencyCode },
});

export function someLineItem(overrides: Fields = {}): Fields {
  return {
    product: {
      id: 1001,
      title: "Regency Teacup",
      variant: { id: 2001, title: "Default Title", metafields: [] },
      metafields: [],
    },
    quantity: 15,
    totalPriceSet: shopAndPresentment("44.25"),
    ...overrides,
  };
}

export function somePurchase(overrides: Fields = {}): Fields {
  return {
    referenceId: REFERENCE,
    customerId: "7001",
    destinationCountryCode: "GB",
    totalPriceSet: shopAndPresentment("48.20"),
    lineItems: [someLineItem()],
    ...overrides,
  };
}

export function someInputData(overrides: Fields = {}): Fields {
  return {
    extensionPoint: "Checkout::PostPurchase::Render",
    initialPurchase: somePurchase(),
    locale: "en-GB",
    shop: { id: 9001, domain: "encore-demo.myshopify.com", metafields: [] },
    version: "unstable",
    ...overrides,
  };
}

/** Issued five seconds before `now`. */
export function someClaims(now: number, overrides: Fields = {}): Fields {
  return { iss: "shopify", sub: REFERENCE, iat: Math.floor(now / 1000) - 5, input_data: someInputData(), ...overrides };
}

export type Signature = "HS256" | "HS512" | "RS256" | "none";

export function signedToken(
  claims: Fields,
  {
    header = { alg: "HS256", typ: "JWT" },
    signature = "HS256",
    secret = API_SECRET,
  }: { header?: Fields; signature?: Signature; secret?: string } = {},
): string {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const input = `${encoded(header)}.${encoded(claims)}`;
  switch (signature) {
    case "none":
      return `${input}.`;
    case "RS256":
      return `${input}.${sign("sha256", Buffer.from(input), generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey).toString("base64url")}`;
    default:
      return `${input}.${createHmac(signature === "HS256" ? "sha256" : "sha512", secret)
        .update(input)
        .digest("base64url")}`;
  }
}

/** A page's token of this purchase, ready to be sent. */
export function pageToken(now: number, purchase: Fields = {}, input: Fields = {}): string {
  const initialPurchase = somePurchase(purchase);
  const claims = { sub: initialPurchase.referenceId, input_data: someInputData({ initialPurchase, ...input }) };
  return signedToken(someClaims(now, claims));
}

/** The payload of any JWT, unverified. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
}
