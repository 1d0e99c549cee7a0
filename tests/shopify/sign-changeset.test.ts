import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { PurchaseReference } from "#app/core/values/ids.ts";
import { changesetSigner } from "#app/shopify/sign-changeset.ts";
import { CAKESTAND_ROSE, NOON, pounds } from "#tests/support/builders.ts";

const sign = changesetSigner({ apiKey: "client-id", apiSecret: "client-secret" });

const acceptance = {
  reference: "c1-reference" as PurchaseReference,
  jti: "5f1d0f5c-6f3e-4c55-9d5f-0c8f6f1f9a01",
  changes: [
    {
      type: "add_variant" as const,
      variant: CAKESTAND_ROSE,
      quantity: 2,
      discount: { kind: "percent" as const, percent: 15, title: "Cakestand" },
    },
    { type: "add_shipping_line" as const, price: pounds(3.5), title: "Shipping" },
  ],
};

function parts(token: string) {
  const [header = "", payload = "", signature] = token.split(".");
  const decoded = (text: string) => JSON.parse(Buffer.from(text, "base64url").toString());
  return { header: decoded(header), claims: decoded(payload), input: `${header}.${payload}`, signature };
}

test("a changeset is signed with the app's secret and says what Shopify asks for", () => {
  const { header, claims, input, signature } = parts(sign(acceptance, NOON));
  expect(header).toEqual({ alg: "HS256", typ: "JWT" });
  expect(signature).toBe(createHmac("sha256", "client-secret").update(input).digest("base64url"));
  expect(claims).toEqual({
    iss: "client-id",
    sub: "c1-reference",
    iat: NOON / 1000,
    exp: NOON / 1000 + 300,
    jti: acceptance.jti,
    changes: [
      {
        type: "add_variant",
        variantID: 2002,
        quantity: 2,
        discount: { value: 15, valueType: "percentage", title: "Cakestand" },
      },
      { type: "add_shipping_line", price: 3.5, title: "Shipping", presentmentTitle: "Shipping" },
    ],
  });
});

test("signed again a minute later, an acceptance has the same id and changes and a new time", () => {
  const first = parts(sign(acceptance, NOON)).claims;
  const again = parts(sign(acceptance, NOON + 60_000)).claims;
  expect(again).toEqual({ ...first, iat: first.iat + 60, exp: first.exp + 60 });
});

test("an amount off is signed in the currency's own unit, for the whole line", () => {
  const discount = { kind: "amount" as const, off: pounds(2.5), title: "−2.50 GBP" };
  const changes = [{ type: "add_variant" as const, variant: CAKESTAND_ROSE, quantity: 2, discount }];
  expect(parts(sign({ ...acceptance, changes }, NOON)).claims.changes).toEqual([
    {
      type: "add_variant",
      variantID: 2002,
      quantity: 2,
      discount: { value: 2.5, valueType: "fixed_amount", title: "−2.50 GBP" },
    },
  ]);
});
