import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import { metafieldsOf } from "../../metafields/app-metafields-for.ts";
import { keptNamespace } from "../../metafields/app-namespace.ts";
import { compareDigest } from "../../metafields/keep-metafields.ts";
import type { AppMetafield, MetafieldDefinition } from "../../state/metafield.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid } from "../gid.ts";
import { ownerTypeOf } from "../mutations/owner-types.ts";

/** What it refers to is added by linked-fields.ts. */
export function appMetafieldNode({ id, owner, namespace, key, type, value, createdAt, updatedAt }: AppMetafield) {
  return {
    __typename: "Metafield",
    id: gid("Metafield", id),
    legacyResourceId: String(id),
    namespace,
    key,
    value,
    jsonValue: parsed(type, value),
    type,
    compareDigest: compareDigest(value),
    ownerType: ownerTypeOf(owner) ?? "SHOP",
    createdAt: isoSeconds(createdAt),
    updatedAt: isoSeconds(updatedAt),
  };
}

export function definitionNode(engine: Engine, definition: MetafieldDefinition) {
  const { id, name, namespace, key, ownerType, description, type } = definition;
  return {
    __typename: "MetafieldDefinition",
    id: gid("MetafieldDefinition", id),
    name,
    namespace,
    key,
    ownerType,
    description: description ?? null,
    type: { name: type, category: type.split("_")[0]?.toUpperCase() ?? "" },
    metafieldsCount: () =>
      engine.state.metafields.filter(
        (field) => field.namespace === namespace && field.key === key && ownerTypeOf(field.owner) === ownerType,
      ).length,
  };
}

interface Wanted {
  readonly namespace?: string | null;
  readonly key: string;
}

/** The two fields by which metafields are read from what has them. Without a namespace the app's own is meant. */
export function metafieldFields(engine: Engine, owner: string, more: () => readonly AppMetafield[] = () => []) {
  const all = () => [...metafieldsOf(engine, owner), ...more()];
  return {
    metafield({ namespace, key }: Wanted) {
      const kept = keptNamespace(namespace);
      const found = all().find((field) => field.key === key && field.namespace === kept);
      return found ? appMetafieldNode(found) : null;
    },
    metafields: (args: MetafieldsArgs) => metafieldConnection(all(), args),
  };
}

interface MetafieldsArgs extends PageArgs {
  readonly namespace?: string | null;
  /** "custom.material", or "material" where a namespace is named. */
  readonly keys?: readonly string[] | null;
}

function metafieldConnection(fields: readonly AppMetafield[], args: MetafieldsArgs) {
  const namespace = args.namespace == null ? undefined : keptNamespace(args.namespace);
  const keys = args.keys?.map((key) => {
    const [first = "", ...rest] = key.split(".");
    return rest.length > 0 ? `${keptNamespace(first)}.${rest.join(".")}` : `${namespace ?? keptNamespace(null)}.${key}`;
  });
  const asked = fields.filter(
    (field) =>
      (namespace === undefined || field.namespace === namespace) &&
      (keys === undefined || keys.includes(`${field.namespace}.${field.key}`)),
  );
  return connectionOf(asked, args, ({ id }) => id, appMetafieldNode);
}

function parsed(type: string, value: string): unknown {
  const isText = /^(single_line_text_field|multi_line_text_field|.*_reference|date|date_time|color|url|id)$/.test(type);
  return isText && !type.startsWith("list.") ? value : JSON.parse(value);
}
