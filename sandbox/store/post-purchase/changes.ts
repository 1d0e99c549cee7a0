import { z } from "zod";
import { SIGNED_TOKENS_MAY_SAY_VARIANT_ID_IN_CAPITALS } from "./doubts.ts";

const discount = z.object({
  value: z.number().nonnegative(),
  valueType: z.enum(["percentage", "fixed_amount"]),
  title: z.string().min(1),
});

const addVariant = z.object({
  type: z.literal("add_variant"),
  variantId: z.int().positive(),
  quantity: z.int().positive(),
  discount: discount.optional(),
});

const addShippingLine = z.object({
  type: z.literal("add_shipping_line"),
  price: z.number().nonnegative(),
  title: z.string().optional(),
  presentmentTitle: z.string().optional(),
});

const setMetafield = z.object({
  type: z.literal("set_metafield"),
  namespace: z.string().min(1),
  key: z.string().min(1),
  value: z.union([z.string(), z.number()]),
  valueType: z.enum(["integer", "string", "json_string"]),
});

const addSubscription = z.object({
  type: z.literal("add_subscription"),
  variantId: z.int().positive(),
  sellingPlanId: z.int().positive(),
  quantity: z.int().positive(),
  initialShippingPrice: z.number().nonnegative(),
  recurringShippingPrice: z.number().nonnegative(),
  shippingOption: z.object({ title: z.string().optional(), presentmentTitle: z.string().optional() }),
  discount: discount.optional(),
});

const changes = z
  .array(z.discriminatedUnion("type", [addVariant, addShippingLine, setMetafield, addSubscription]))
  .min(1);

export type ParsedChange = z.infer<typeof changes>[number];
export type AddVariant = z.infer<typeof addVariant>;
export type AskedDiscount = z.infer<typeof discount>;

export type ParsedChanges =
  | { readonly kind: "changes"; readonly changes: readonly ParsedChange[] }
  | { readonly kind: "invalid"; readonly message: string };

/** The `changes` of a changeset. In signed tokens `variantID` is taken for `variantId`; see doubts.ts. */
export function parseChanges(value: unknown, signed: boolean): ParsedChanges {
  const given = signed && SIGNED_TOKENS_MAY_SAY_VARIANT_ID_IN_CAPITALS ? withVariantId(value) : value;
  const parsed = changes.safeParse(given);
  if (parsed.success) return { kind: "changes", changes: parsed.data };
  const first = parsed.error.issues[0];
  return { kind: "invalid", message: `changes${first ? `.${first.path.join(".")}: ${first.message}` : ""}` };
}

function withVariantId(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((change: unknown) => {
    if (typeof change !== "object" || change === null || !("variantID" in change)) return change;
    const { variantID, ...rest } = change;
    return { variantId: variantID, ...rest };
  });
}
