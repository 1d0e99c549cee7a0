import { condition } from "./condition.ts";
import { hasValue, holdsForLines, type PlainLineQuantifier, type Values } from "./lines.ts";
import { whoseProduct } from "./product-attributes.ts";
import { trimmedValues } from "./texts.ts";

interface Parameters {
  readonly lines: PlainLineQuantifier;
  readonly namespace: string;
  readonly key: string;
  readonly values: readonly string[];
}

interface Prepared {
  readonly lines: PlainLineQuantifier;
  readonly name: string;
  readonly values: Values<string>;
}

/** What a metafield of the products bought says; a product that has none has none of the values. */
export const productMetafield = condition({
  kind: "product-metafield",
  needs: ["lines", "products"],
  prepare: ({ lines, namespace, key, values }: Parameters): Prepared => ({
    lines,
    name: `${namespace}.${key}`,
    values: trimmedValues(values),
  }),
  holds: (prepared: Prepared, facts, catalog) => holdsForLines(prepared.lines, facts, catalog, prepared, isOneOf),
});

const isOneOf = whoseProduct(({ metafields }, { name, values }: Prepared) => {
  const value = metafields[name];
  return value !== undefined && hasValue(values, value.trim());
});
