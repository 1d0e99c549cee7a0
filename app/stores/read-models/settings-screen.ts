import { type RulebookSettings, settingsOf } from "#app/core/rules/rulebook-settings.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "../database.ts";

/** What holds for every rule, as the shop edits it and as shoppers meet it. */
export interface SettingsScreen {
  readonly draft: RulebookSettings;
  /** Of the draft; 0 while nothing was saved. */
  readonly revision: number;
  /** Absent while nothing is published. */
  readonly live?: RulebookSettings;
}

interface Row {
  readonly draft: RulebookSettings | null;
  readonly revision: number | null;
  readonly live: RulebookSettings | null;
}

/** One query, which reads nothing of the rules. */
export async function loadSettingsScreen({ db, shop }: Tenant): Promise<SettingsScreen> {
  const [row] = await db.$queryRaw<Row[]>`
    select drafted.revision, drafted.rulebook - 'rules' as draft, published.rulebook - 'rules' as live
    from shops
      left join rulebook_drafts drafted using (shop)
      left join rulebook_live using (shop)
      left join rulebook_versions published on published.shop = shops.shop and published.version = rulebook_live.version
    where shops.shop = ${shop}`;
  invariant(row, `${shop} is not a shop that we know`);
  const { draft, revision, live } = row;
  return {
    draft: settingsOf(draft ?? live ?? {}),
    revision: revision ?? 0,
    ...(live && { live: settingsOf(live) }),
  };
}
