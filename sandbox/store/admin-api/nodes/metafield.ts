import { connectionOf, type PageArgs } from "../connection.ts";
import { gid } from "../gid.ts";

export interface Metafield {
  readonly id: number;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
}

/** What it refers to is added by linked-fields.ts. */
function metafieldNode({ id, namespace, key, type, value }: Metafield) {
  return {
    __typename: "Metafield",
    id: gid("Metafield", id),
    legacyResourceId: String(id),
    namespace,
    key,
    value,
    jsonValue: parsed(type, value),
    type,
  };
}

export function metafieldOf(fields: readonly Metafield[], wanted: { namespace?: string | null; key: string }) {
  const found = fields.find((field) => field.key === wanted.key && field.namespace === wanted.namespace);
  return found ? metafieldNode(found) : null;
}

export interface MetafieldsArgs extends PageArgs {
  readonly namespace?: string | null;
  /** "custom.material" */
  readonly keys?: readonly string[] | null;
}

export function metafieldConnection(fields: readonly Metafield[], args: MetafieldsArgs) {
  const { namespace, keys } = args;
  const asked = fields.filter(
    (field) =>
      (namespace == null || field.namespace === namespace) &&
      (keys == null || keys.includes(`${field.namespace}.${field.key}`)),
  );
  return connectionOf(asked, args, ({ id }) => id, metafieldNode);
}

function parsed(type: string, value: string): unknown {
  const isText = /^(single_line_text_field|multi_line_text_field|.*_reference|date|date_time|color|url|id)$/.test(type);
  return isText && !type.startsWith("list.") ? value : JSON.parse(value);
}
