import type { Chapter, Screen } from "./screen.ts";

/** What of the app asks Shopify while a merchant looks on. */
const ASKING: readonly Screen[] = [
  { name: "home", path: "/app" },
  { name: "rules", path: "/app/rules" },
  {
    name: "rule",
    path: "/app/rules/rule-1",
    act: ({ app, say }) =>
      app.getByText(say("preview.refused", { why: say("frame.could-not.shopify-away") })).waitFor(),
  },
  { name: "orders", path: "/app/orders" },
];

/** The merchant has taken back what the app was allowed; and a tenth of the shoppers try the draft. */
export const WITHOUT_SCOPES: Chapter = {
  name: "without-scopes",
  prepare: async (shop) => {
    await shop.takeScopes(["write_products", "write_discounts"]);
    await shop.tryDraft();
  },
  screens: [
    { name: "home", path: "/app" },
    { name: "rules", path: "/app/rules" },
    { name: "rule", path: "/app/rules/rule-3" },
    { name: "versions-trial", path: "/app/versions" },
    { name: "publish-trial", path: "/app/rulebook/publish" },
  ],
};

export const SHOPIFY_SLOW: Chapter = {
  name: "shopify-slow",
  prepare: (shop) => shop.adminApi("Slow down"),
  screens: ASKING.map((screen) => ({ ...screen, isLikeAnother: true })),
};

export const SHOPIFY_AWAY: Chapter = {
  name: "shopify-away",
  prepare: (shop) => shop.adminApi("Stop answering"),
  screens: ASKING,
};
