import { isoSeconds } from "../../iso-time.ts";
import type { StoredCollection } from "../../state/collection.ts";

/** collections/create and collections/update: what the collection is, never what is in it. */
export function collectionPayload(collection: StoredCollection): Readonly<Record<string, unknown>> {
  const { membership } = collection;
  return {
    id: collection.id,
    handle: collection.handle,
    title: collection.title,
    updated_at: isoSeconds(collection.updatedAt),
    body_html: "",
    published_at: isoSeconds(collection.createdAt),
    sort_order: membership.kind === "rule" ? "best-selling" : "manual",
    template_suffix: null,
    published_scope: "web",
    admin_graphql_api_id: `gid://shopify/Collection/${collection.id}`,
    ...(membership.kind === "rule"
      ? { disjunctive: false, rules: [{ column: membership.column, relation: "equals", condition: membership.is }] }
      : {}),
  };
}
