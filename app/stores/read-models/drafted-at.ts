import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Tenant } from "../database.ts";
import { jsonTextToStore } from "../stored-json.ts";

/** When the shop changed the rule last; undefined when it has no such rule, or never saved one. One short query. The id may be anything: it comes from an address. */
export async function loadDraftedAt({ shop, db }: Tenant, rule: RuleId): Promise<Rule["editedAt"] | undefined> {
  const [row] = await db.$queryRaw<{ editedAt: number | null }[]>`
    select (jsonb_path_query_first(rulebook, '$.rules[*] ? (@.id == $id)', ${jsonTextToStore({ id: rule })}::jsonb)
      ->> 'editedAt')::float8 as "editedAt"
    from rulebook_drafts where shop = ${shop}`;
  return row?.editedAt ?? undefined;
}
