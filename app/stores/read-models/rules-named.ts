import type { RuleId } from "#app/core/values/ids.ts";
import type { Tenant } from "../database.ts";

/** The draft's rules whose names hold `text`, whatever the case, by name; at most `limit`. */
export async function loadRulesNamed(
  { db, shop }: Tenant,
  text: string,
  limit: number,
): Promise<{ readonly id: RuleId; readonly name: string }[]> {
  return db.$queryRaw`
    select rule ->> 'id' as id, rule ->> 'name' as name
    from rulebook_drafts, jsonb_array_elements(rulebook -> 'rules') as rule
    where shop = ${shop} and strpos(lower(rule ->> 'name'), lower(${text.replaceAll("\0", "")})) > 0
    order by rule ->> 'name', rule ->> 'id' limit ${limit}`;
}
