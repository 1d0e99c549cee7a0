import { missingScopes } from "#app/core/attribution/setup.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { HomeSetup } from "#app/stores/read-models/home-screen.ts";

export interface SetupStep {
  readonly id: "rule" | "permissions" | "page" | "thank-you" | "order-status" | "checkout" | "cart";
  /** `looking`: Shopify has not been asked yet. */
  readonly state: "done" | "open" | "looking";
  /** When the page was seen running. */
  readonly seenAt?: Instant;
  /** Shopify's own screen where it is done, or ours. */
  readonly url: string;
}

const CHECKOUT_SETTINGS = "shopify://admin/settings/checkout";
const CHECKOUT_EDITOR = "shopify://admin/settings/checkout/editor";
/** https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration#deep-linking */
const themeEditor = (apiKey: string) =>
  `shopify://admin/themes/current/editor?context=apps&activateAppId=${apiKey}/drawer-offer`;

const BLOCKS = ["thank-you", "order-status", "checkout"] as const satisfies readonly Surface[];

/**
 * What the shop needs for its offers to be seen: a live rule, the permissions, the post-purchase page, and of the other
 * pages those that live rules stand on. Where a block stands can't be read, only that it ran.
 */
export function setupStepsOf(setup: HomeSetup, apiKey: string): SetupStep[] {
  const { liveOn, seenRunning, scopes, check } = setup;
  const isDone = (done: boolean): SetupStep["state"] => (done ? "done" : "open");
  const ran = (surface: Surface) => seenRunning[surface];
  const seen = (surface: Surface) => {
    const seenAt = ran(surface);
    return seenAt === undefined ? {} : { seenAt };
  };
  const chosen = check?.pageChosen;
  return [
    { id: "rule", state: isDone(liveOn.length > 0), url: "/app/rules/templates" },
    { id: "permissions", state: isDone(missingScopes(scopes).length === 0), url: "/app/settings/privacy" },
    {
      id: "page",
      state: chosen === undefined ? "looking" : isDone(chosen),
      url: CHECKOUT_SETTINGS,
      ...(chosen ? seen("post-purchase") : {}),
    },
    ...BLOCKS.filter((surface) => liveOn.includes(surface)).map(
      (surface): SetupStep => ({
        id: surface,
        state: isDone(ran(surface) !== undefined),
        url: CHECKOUT_EDITOR,
        ...seen(surface),
      }),
    ),
    ...(liveOn.includes("cart")
      ? [
          {
            id: "cart" as const,
            state: isDone(ran("cart") !== undefined || check?.embed === "on"),
            url: themeEditor(apiKey),
            ...seen("cart"),
          },
        ]
      : []),
  ];
}

/** Nothing is left to do: the guide goes. While Shopify was never asked it stays. */
export function isSetUp(steps: readonly SetupStep[]): boolean {
  return steps.every(({ state }) => state === "done");
}
