import { Prisma } from "@prisma/client";
import type { EarlierAnswers } from "#app/core/acceptance/earlier-answers.ts";
import type { PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "./database.ts";

/** What these purchases, which are one to the shopper, were shown and answered. In one query. */
export async function loadEarlierAnswers(
  { shop, db }: Tenant,
  references: readonly PurchaseReference[],
): Promise<EarlierAnswers> {
  const [row] = await db.$queryRaw<{ answers: EarlierAnswers }[]>`
    select ${earlierAnswersOf(shop, references)} as answers`;
  invariant(row, "a query of one row gives one");
  return row.answers;
}

/** As an expression, so that whoever asks for more asks once. */
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
