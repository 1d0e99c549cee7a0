import type { Instant } from "../values/instant.ts";

/** Whether the theme's app embed is switched on; `unknown`: the theme may not be read, or not understood. */
export type EmbedState = "on" | "off" | "unknown";

/** What a look at the shop's setup found. What is absent is not known. */
export interface SetupCheck {
  readonly checkedAt: Instant;
  /** Whether the shop has chosen this app for the post-purchase page. */
  readonly pageChosen?: boolean;
  /** When it was found that it no longer has; gone as soon as it has again. */
  readonly pageLostAt?: Instant;
  readonly embed?: EmbedState;
  /** The page asked for the last time then, though orders arrive that should have asked; absent while all is well. */
  readonly silentSince?: Instant;
  /** How many such orders there were. */
  readonly silentOrders?: number;
}

/** What is kept after another look: a page that was ours and is not was lost now, or when it was first found lost. */
export function afterLook(before: SetupCheck | undefined, found: Omit<SetupCheck, "pageLostAt">): SetupCheck {
  if (found.pageChosen !== false) return found;
  const lostAt = before?.pageLostAt ?? (before?.pageChosen ? found.checkedAt : undefined);
  return { ...found, ...(lostAt === undefined ? {} : { pageLostAt: lostAt }) };
}

/** What shopify.app.toml asks for and every part of the app needs; who may write may read. */
const NEEDED_SCOPES = [
  "read_products",
  "write_products",
  "read_orders",
  "read_inventory",
  "read_customers",
  "read_discounts",
  "write_discounts",
] as const;
type NeededScope = (typeof NEEDED_SCOPES)[number];

/** Those of the needed access scopes that the shop has not granted. */
export function missingScopes(granted: readonly string[]): NeededScope[] {
  return NEEDED_SCOPES.filter(
    (scope) => !granted.includes(scope) && !granted.includes(scope.replace("read_", "write_")),
  );
}
