import type { ConditionKind } from "#app/core/rules/conditions/index.ts";
import type { Stage } from "./screen.ts";

/** What a merchant does on more than one screen, in the admin's language. */

export async function openMenu({ app }: Stage): Promise<void> {
  await app.locator("button[id^=more-]").nth(1).click();
  await app.getByRole("menuitem").first().waitFor();
}

/** Adds a condition at the end of the group that stands at this place among those of the page. */
export async function addCondition({ app, say }: Stage, kind: ConditionKind, group: number): Promise<void> {
  await app
    .getByRole("button", { name: say("editor.add.condition") })
    .nth(group)
    .click();
  await app.getByPlaceholder(say("editor.add.find")).fill(say(`editor.kind.${kind}`));
  await app
    .getByRole("menuitem", { name: say(`editor.kind.${kind}`) })
    .first()
    .click();
}

/** Changes the rule a little, and asks what it would change for shoppers. */
export async function publishReview({ app, button, say }: Stage): Promise<void> {
  await app.getByRole("textbox", { name: say("offer.discount.percent.label") }).fill("25");
  await button(say("editor.publish.changes")).first().click();
  await app.getByRole("dialog").waitFor();
}

export async function tryMadeUp({ app, button, say }: Stage): Promise<void> {
  await button(say("editor.try.open")).click();
  // Polaris draws its own button over the browser's.
  await app.getByLabel(say("try.made-up")).check({ force: true });
  await button(say("try.run")).click();
  await app.getByText(say("try.this-rule")).first().waitFor();
}
