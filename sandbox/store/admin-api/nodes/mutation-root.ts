import { isGranted } from "../../access-scopes.ts";
import { orderPayload } from "../../webhooks/payloads/order.ts";
import { accessDenied } from "../access.ts";
import type { ApiContext } from "../api-context.ts";
import { parseGid } from "../gid.ts";
import { automaticDiscountMutations } from "../mutations/automatic-discounts.ts";
import { codeDiscountMutations } from "../mutations/code-discounts.ts";
import { metafieldDefinitionMutations } from "../mutations/metafield-definitions.ts";
import { metafieldMutations } from "../mutations/metafields.ts";
import { orderNode } from "./order.ts";

const LONGEST_ORDER_TAG = 40;

/** What apps can change through the API here. What a person could mend comes back as user errors, with HTTP 200. */
export const mutationRoot = {
  ...codeDiscountMutations,
  ...automaticDiscountMutations,
  ...metafieldMutations,
  ...metafieldDefinitionMutations,
  tagsAdd({ id, tags }: { id: string; tags: readonly string[] }, { engine, scopes }: ApiContext) {
    if (!isGranted(scopes, "write_orders")) {
      throw accessDenied("tagsAdd", { requiredAccess: "`write_orders` access scope." });
    }
    const parsed = parseGid(id);
    const order = parsed?.type === "Order" ? engine.state.orders.find((known) => known.id === parsed.id) : undefined;
    const userError = (field: string, message: string) => ({ node: null, userErrors: [{ field: [field], message }] });
    if (!order) return userError("id", "Order does not exist");
    if (tags.some((tag) => tag.length > LONGEST_ORDER_TAG)) {
      return userError("tags", `Tag exceeds the maximum length of ${LONGEST_ORDER_TAG} characters`);
    }
    const added = tags.map((tag) => tag.trim()).filter((tag) => tag !== "" && !order.tags.includes(tag));
    order.tags.push(...new Set(added));
    order.updatedAt = engine.now();
    engine.changed();
    engine.send("orders/updated", orderPayload(engine, order));
    return { node: orderNode(engine, order), userErrors: [] };
  },
};
