import { gid } from "../admin-api/gid.ts";
import type { Engine } from "../engine.ts";
import { variantOf } from "../products.ts";
import type { AppMetafield, AppMetafieldEntry } from "../state/metafield.ts";
import { appForm, keptNamespace } from "./app-namespace.ts";

interface Declared {
  readonly namespace: string;
  readonly key: string;
}

/** What the toml of an extension declares, of the shop and of what is in the lines. */
export function appMetafieldsFor(
  engine: Engine,
  lines: readonly { readonly variantId: number }[],
  declared: readonly Declared[],
): AppMetafieldEntry[] {
  if (!engine.state.installation) return [];
  const found = lines.flatMap(({ variantId }) => variantOf(engine, variantId) ?? []);
  const targets = [
    { type: "shop" as const, id: gid("Shop", engine.shop.id) },
    ...[...new Set(found.map(({ product }) => product.id))].map((id) => ({
      type: "product" as const,
      id: gid("Product", id),
    })),
    ...[...new Set(found.map(({ variant }) => variant.id))].map((id) => ({
      type: "variant" as const,
      id: gid("ProductVariant", id),
    })),
  ];
  return targets.flatMap((target) =>
    metafieldsOf(engine, target.id)
      .filter((field) => declared.some((one) => isDeclared(field, one)))
      .map(({ namespace, key, type, value }) => ({
        target,
        metafield: { key, namespace: appForm(namespace), value, valueType: valueTypeOf(type), type },
      })),
  );
}

/** What apps wrote on it, and what the merchant noted on a product. */
export function metafieldsOf({ state }: Engine, owner: string): AppMetafield[] {
  const product = state.products.find(({ id }) => gid("Product", id) === owner);
  const noted = (product?.metafields ?? []).map((field) => ({
    ...field,
    owner,
    createdAt: product?.createdAt ?? 0,
    updatedAt: product?.createdAt ?? 0,
  }));
  return [...noted, ...state.metafields.filter((field) => field.owner === owner)];
}

function isDeclared(field: Declared, declared: Declared): boolean {
  return field.key === declared.key && field.namespace === keptNamespace(declared.namespace);
}

function valueTypeOf(type: string): AppMetafieldEntry["metafield"]["valueType"] {
  switch (type) {
    case "boolean":
      return "boolean";
    case "number_integer":
      return "integer";
    case "number_decimal":
      return "float";
    case "json":
      return "json_string";
    default:
      return type.startsWith("list.") ? "json_string" : "string";
  }
}
