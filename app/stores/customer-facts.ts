import { Prisma } from "@prisma/client";
import type { EarlierAnswers } from "#app/core/acceptance/earlier-answers.ts";
import type { RuleUse } from "#app/core/decision/rule-use.ts";
import type { CustomerHistory, PastAnswer, PastOrder } from "#app/core/facts/customer-history.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CustomerId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { localTimeAt } from "#app/core/values/shop-time.ts";
import type { Tenant } from "./database.ts";
import { earlierAnswersOf } from "./purchase-answers.ts";
import type { QuickReads } from "./quick-reads.ts";

export interface CustomerFactsAsk {
  /** Absent for a guest, and where nothing turns on the customer. */
  readonly customer?: CustomerId;
  /** Whose use of limits is asked for. */
  readonly rules: readonly RuleId[];
  readonly at: Instant;
  /** Of the shop: its days are counted. */
  readonly timezone: string;
  /** The shop's: only what discounts cost in it can be held against a budget. */
  readonly currency: Currency;
  /** What was answered for the purchase itself, under any of these references, is asked for too. */
  readonly answersOf?: readonly PurchaseReference[];
}

/** What deciding may turn on and is not in memory. */
export interface CustomerFacts {
  /** Absent where no customer was asked for. One whom we have never met has a history too: an empty one. */
  readonly history?: CustomerHistory;
  /** A rule that was never accepted is left out. */
  readonly use: readonly RuleUse[];
  /** Present where it was asked for. */
  readonly earlier?: EarlierAnswers;
}

/** A shopper waits for the decision: what has not come by then is unknown to it. */
const WAITED_FOR_MS = 50;

/** In one query. */
export async function loadCustomerFacts({ shop, db }: Tenant, ask: CustomerFactsAsk): Promise<CustomerFacts> {
  return factsIn(await db.$queryRaw<CustomerFactsRow[]>(queryFor(shop, ask)), ask);
}

/** The same, for a request that waits: undefined when the answer does not come in time, or not at all. */
export function quickCustomerFacts(reads: QuickReads, withinMs = WAITED_FOR_MS) {
  return async (shop: Shop, ask: CustomerFactsAsk): Promise<CustomerFacts | undefined> => {
    const rows = await reads.inShop<CustomerFactsRow>(shop, queryFor(shop, ask), withinMs);
    return rows && factsIn(rows, ask);
  };
}

interface CustomerFactsRow {
  /** The shop had no orders when the app was installed: whom we have not met has never bought. */
  readonly beganEmpty: boolean;
  readonly known: {
    readonly orders: readonly PastOrder[];
    readonly tags: readonly string[] | null;
    readonly isComplete: boolean;
  } | null;
  readonly answers: readonly PastAnswer[];
  readonly use: readonly RuleUse[];
  readonly earlier: EarlierAnswers | null;
}

/** Nobody has answered more offers than this of one shop; the latest count. */
const ANSWERS_MOST = 500;

function queryFor(shop: Shop, ask: CustomerFactsAsk): Prisma.Sql {
  const { rules, at, timezone, currency, answersOf } = ask;
  const customer = ask.customer ?? null;
  const { date } = localTimeAt(at, timezone);
  return Prisma.sql`
    select
      coalesce((select began_empty from shops where shop = ${shop}), false) as "beganEmpty",
      (select jsonb_build_object('orders', orders, 'tags', to_jsonb(tags), 'isComplete', is_complete)
        from customer_histories where shop = ${shop} and customer = ${customer}::text) as known,
      (select coalesce(jsonb_agg(jsonb_build_object('reference', reference, 'rule', rule, 'answer', answer,
          'at', encore_epoch_ms(at)) order by at desc, reference, answer), '[]')
        from (
          select reference, rule, 'accepted' as answer, accepted_at as at from acceptances
          where shop = ${shop} and customer = ${customer}::text
          union all
          select reference, rule, 'declined', at from shopper_events
          where shop = ${shop} and customer = ${customer}::text and kind = 'decline' and rule is not null
          order by at desc limit ${ANSWERS_MOST}
        ) given) as answers,
      (select coalesce(jsonb_agg(jsonb_build_object('rule', rule, 'acceptsToday', today, 'discountGiven', cost)
          order by rule), '[]')
        from (
          select rule, coalesce(sum(accepts) filter (where day = ${date}), 0)::int as today,
            coalesce(sum(discount_minor) filter (where currency = ${currency}), 0)::bigint as cost
          from rule_uses where shop = ${shop} and rule = any(${[...rules]}::text[]) group by rule
        ) used) as use,
      ${answersOf ? earlierAnswersOf(shop, answersOf) : Prisma.sql`null`} as earlier`;
}

function factsIn([row]: readonly CustomerFactsRow[], { customer }: CustomerFactsAsk): CustomerFacts {
  const { known = null, beganEmpty = false, answers = [], use = [], earlier: told = null } = row ?? {};
  const earlier = told ? { earlier: told } : {};
  if (!customer) return { use, ...earlier };
  const { orders, tags, isComplete } = known ?? { orders: [], tags: null, isComplete: beganEmpty };
  return { history: { isComplete, ...(tags ? { tags } : {}), orders, answers }, use, ...earlier };
}
