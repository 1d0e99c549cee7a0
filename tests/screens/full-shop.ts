import { ORDER_OUTCOMES, type OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import { addCondition, openMenu, publishReview, tryMadeUp } from "./acts.ts";
import type { Chapter } from "./screen.ts";

/** The other orders' pages are made of the same parts. */
const TOLD_APART: readonly OrderOutcome[] = ["accepted", "not-asked"];

/** A shop that lives by it: 300 rules, thousands of orders. */
export const FULL_SHOP: Chapter = {
  name: "full",
  prepare: (shop) => shop.fill(),
  screens: [
    { name: "home", path: "/app" },
    { name: "home-90-days", isLikeAnother: true, path: "/app?period=90" },
    { name: "rules", path: "/app/rules" },
    { name: "rules-page-2", isLikeAnother: true, path: "/app/rules?page=2" },
    { name: "rules-found", isLikeAnother: true, path: "/app/rules?query=bag&status=live&surface=thank-you" },
    { name: "rules-none-found", path: "/app/rules?query=zebra" },
    {
      name: "rules-selected",
      path: "/app/rules",
      act: async ({ app, say }) => {
        for (const at of [1, 2, 3]) await app.locator("li").nth(at).getByRole("checkbox").check({ force: true });
        await app.getByRole("region", { name: say("rules.bulk") }).waitFor();
      },
    },
    { name: "rules-menu", path: "/app/rules", act: openMenu },
    {
      name: "rules-move",
      path: "/app/rules",
      act: async (on) => {
        await openMenu(on);
        await on.app.getByRole("menuitem", { name: on.say("rules.move") }).click();
        await on.app.getByRole("dialog").getByRole("textbox").fill("301");
        await on.app
          .getByRole("dialog")
          .getByRole("button", { name: on.say("rules.move-modal.do"), exact: true })
          .click();
      },
    },
    {
      name: "rules-archive",
      path: "/app/rules",
      act: async (on) => {
        await openMenu(on);
        await on.app.getByRole("menuitem", { name: on.say("rules.archive") }).click();
        await on.app.getByRole("dialog").waitFor();
      },
    },
    { name: "rule", path: "/app/rules/rule-1" },
    {
      name: "rule-conditions",
      path: "/app/rules/rule-1",
      act: async ({ app, say }) => {
        await app
          .getByRole("button", { name: say("editor.add.condition") })
          .first()
          .click();
        await app.getByPlaceholder(say("editor.add.find")).waitFor();
      },
    },
    {
      name: "rule-nested",
      path: "/app/rules/rule-1",
      act: async (on) => {
        await on.button(on.say("editor.add.group")).first().click();
        await addCondition(on, "customer-tag", 0);
        await addCondition(on, "weekday", 0);
        await addCondition(on, "date", 0);
        await addCondition(on, "utm", 0);
      },
    },
    {
      name: "rule-downsell",
      isLikeAnother: true,
      path: "/app/rules/rule-1",
      act: ({ button, say }) => button(say("offer.path.ifDeclined.add")).first().click(),
    },
    {
      name: "rule-wrong",
      path: "/app/rules/rule-1",
      act: async (on) => {
        await on.app.getByRole("textbox", { name: on.say("offer.discount.percent.label") }).fill("250");
        await addCondition(on, "order-value", 0);
        await on.button(on.say("offer.path.ifDeclined.add")).first().click();
        await on.button(on.say("editor.publish.changes")).first().click();
        await on.app.getByText(on.say("editor.wrong.publish")).waitFor();
      },
    },
    { name: "rule-publish", path: "/app/rules/rule-2", act: publishReview },
    {
      name: "rule-kept",
      path: "/app/rules/rule-3",
      act: async ({ page, app, say }) => {
        await app.getByRole("textbox", { name: say("editor.name"), exact: true }).fill("Kept in this browser");
        await page.reload();
        await app.getByRole("button", { name: say("frame.kept.back") }).waitFor();
      },
    },
    {
      name: "rule-preview-german",
      path: "/app/rules/rule-1",
      act: async ({ app, button, say }) => {
        await app.getByRole("combobox", { name: say("preview.page"), exact: true }).selectOption("thank-you");
        await button(say("preview.screen.desktop")).click();
        await app.getByRole("combobox", { name: say("preview.language") }).selectOption("de");
        await app.getByRole("combobox", { name: say("preview.currency") }).selectOption("EUR");
      },
    },
    {
      name: "rule-preview-large",
      path: "/app/rules/rule-1",
      act: async ({ app, button, say }) => {
        await button(say("preview.larger")).click();
        await app.getByRole("dialog").waitFor();
      },
    },
    { name: "rule-tried", path: "/app/rules/rule-1", act: tryMadeUp },
    { name: "orders", path: "/app/orders" },
    { name: "orders-found", path: "/app/orders?outcome=accepted,declined" },
    { name: "orders-none-found", path: "/app/orders?number=1" },
    ...ORDER_OUTCOMES.map((outcome) => ({
      name: `order-${outcome}`,
      path: ({ orders }: { readonly orders: Partial<Readonly<Record<string, string>>> }) =>
        orders[outcome] && `/app/orders/${orders[outcome]}`,
      ...(TOLD_APART.includes(outcome) ? {} : { isLikeAnother: true as const }),
    })),
    { name: "versions", path: "/app/versions" },
    { name: "version-roll-back", path: "/app/versions/1" },
    { name: "publish-nothing", isLikeAnother: true, path: "/app/rulebook/publish" },
    {
      name: "settings-guards-wrong",
      path: "/app/settings/guards",
      act: async ({ app }) => {
        await app.getByRole("textbox").first().fill("lots");
        await app.getByRole("textbox").last().focus();
      },
    },
    {
      name: "settings-file-ready",
      path: "/app/settings/privacy",
      act: async ({ button, app, say }) => {
        await button(say("exports.prepare.label", { what: say("exports.orders.title") })).click();
        const download = say("exports.download.label", { what: say("exports.orders.title") });
        await app.getByRole("button", { name: download }).waitFor();
      },
    },
    {
      name: "settings-erase",
      path: "/app/settings/privacy",
      act: async ({ app, button, say }) => {
        await button(say("settings.erase.begin")).click();
        await app.getByRole("dialog").waitFor();
      },
    },
  ],
};
