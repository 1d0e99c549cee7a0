import { publishReview } from "./acts.ts";
import { behind } from "./running-shop.ts";
import type { Chapter } from "./screen.ts";

/** The draft says something else than what is live: other words, an offer that is gone, a rule that stands in vain. */
export const UNPUBLISHED: Chapter = {
  name: "unpublished",
  prepare: async (shop) => {
    await shop.edit(([first, second, third, ...others]) =>
      first && second && third
        ? [
            { ...first, name: "Teacups, renamed since", priority: 2 },
            { ...second, status: "draft", priority: 1 },
            { ...third, surfaces: ["cart", "checkout", "post-purchase", "thank-you", "order-status"] },
            behind(third),
            ...others,
          ]
        : [],
    );
  },
  screens: [
    { name: "rules", path: "/app/rules" },
    { name: "rules-trouble", path: "/app/rules?trouble=yes" },
    { name: "rule-behind", path: "/app/rules/rule-3-behind" },
    { name: "rule-changed", path: "/app/rules/rule-1" },
    { name: "versions-compared", path: "/app/versions?before=1&after=draft" },
    { name: "publish", path: "/app/rulebook/publish" },
    {
      name: "publish-share-wrong",
      path: "/app/rulebook/publish",
      act: async ({ app, button, say }) => {
        await app.getByLabel(say("rulebook.publishing.share")).press("Space");
        await app.getByRole("textbox", { name: say("rulebook.publishing.percent") }).fill("100");
        await button(say("rulebook.publishing.publish")).click();
      },
    },
    {
      name: "import-wrong",
      path: "/app/rulebook/import",
      act: async ({ app, button, say }) => {
        await app.getByRole("textbox").fill('{\n  "format": 1,\n  "rules": [{ "id": "A" }]\n}');
        await button(say("rulebook.import.check")).click();
        await app
          .getByRole("button", { name: say("rulebook.import.line", { line: 3 }) })
          .first()
          .waitFor();
      },
    },
    {
      name: "import-right",
      path: "/app/rulebook/import",
      act: async ({ app, button, say }) => {
        await app.getByRole("textbox").fill('{ "format": 1, "rules": [] }');
        await button(say("rulebook.import.check")).click();
        await button(say("rulebook.import.save")).waitFor();
      },
    },
    {
      name: "rule-conflict",
      path: "/app/rules/rule-4",
      act: async (on) => {
        await publishReview(on);
      },
    },
  ],
};
