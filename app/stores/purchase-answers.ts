import { Prisma } from "@prisma/client";
import type { PurchaseReference, Shop } from "#app/core/values/ids.ts";

/**
 * What these purchases, which are one to the shopper, were shown and answered (`EarlierAnswers`): an expression, so that
 * whoever asks for more asks once.
 */
export function earlierAnswersOf(shop: Shop, references: readonly PurchaseReference[]): Prisma.Sql {
  const those = Prisma.sql`shop = ${shop} and reference = any(${[...references]}::text[])`;
  return Prisma.sql`jsonb_build_object(
    'accepted', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('surface', surface, 'step', step,
        'rule', rule, 'products', jsonb_path_query_array(items, '$[*].product'), 'order', (
          select name from orders where orders.shop = ${shop} and orders.order_id = acceptances.bought_in)))
        order by accepted_at, surface, step), '[]')
      from acceptances where ${those}),
    'told', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('surface', surface, 'step', step,
        'kind', kind, 'rule', rule)) order by at, surface, step, kind), '[]')
      from shopper_events where ${those} and kind in ('impression', 'decline', 'undo')),
    'shown', (select coalesce(jsonb_agg(jsonb_build_object('decision', decision, 'surface', surface, 'step', step,
        'version', rulebook_version, 'rule', document #> '{offer,rule}',
        'products', jsonb_path_query_array(document, '$.offer.products[*].product')) order by asked_at, decision), '[]')
      from decisions where ${those} and kind = 'show'))`;
}
