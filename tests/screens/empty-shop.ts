import { TEMPLATE_IDS } from "#app/admin/rules/templates.ts";
import type { Chapter } from "./screen.ts";

const GUIDES = ["home", "rules", "rule-editor", "orders", "versions", "settings"];

/** The day the app is installed: nothing was sold, nothing written. */
export const EMPTY_SHOP: Chapter = {
  name: "empty",
  prepare: async () => undefined,
  screens: [
    { name: "home", path: "/app" },
    { name: "rules", path: "/app/rules" },
    { name: "templates", path: "/app/rules/templates" },
    { name: "rule-new", path: "/app/rules/new" },
    ...TEMPLATE_IDS.map((id) => ({
      name: `rule-template-${id}`,
      path: `/app/rules/new?template=${id}`,
      ...(id === "premium-upgrade" ? {} : { isLikeAnother: true as const }),
    })),
    { name: "orders", path: "/app/orders" },
    { name: "versions", path: "/app/versions" },
    { name: "import", path: "/app/rulebook/import" },
    {
      name: "import-nothing",
      path: "/app/rulebook/import",
      act: ({ button, say }) => button(say("rulebook.import.check")).click(),
    },
    { name: "publish-nothing", isLikeAnother: true, path: "/app/rulebook/publish" },
    { name: "settings", path: "/app/settings" },
    { name: "settings-guards", path: "/app/settings/guards" },
    { name: "settings-look", path: "/app/settings/look" },
    { name: "settings-privacy", path: "/app/settings/privacy" },
    { name: "settings-plan", path: "/app/settings/plan" },
    { name: "rule-missing", isLikeAnother: true, path: "/app/rules/no-such-rule" },
    { name: "order-missing", path: "/app/orders/1" },
    { name: "version-missing", isLikeAnother: true, path: "/app/versions/99" },
    { name: "page-missing", path: "/app/nowhere" },
    ...GUIDES.map((page) => ({
      name: `guide-${page}`,
      path: `/docs/${page}`,
      ...(page === "rule-editor" ? {} : { isLikeAnother: true as const }),
    })),
  ],
};
