import type { FrameLocator, Locator } from "playwright-core";

/** The page on which a merchant writes one rule whole, as it stands embedded in the admin. */
export class RuleEditor {
  readonly #app: FrameLocator;

  constructor(app: FrameLocator) {
    this.#app = app;
  }

  /** Adds a condition to the last group that is on the page, or to the rule itself, and gives its fields. */
  async addCondition(kind: string): Promise<Locator> {
    const conditions = this.#app.getByRole("group", { name: kind, exact: true });
    const before = await conditions.count();
    await this.#lastOrOwn("Add condition").click();
    await this.#app.getByPlaceholder("Find a condition").fill(kind);
    await this.#app.getByRole("menuitem", { name: kind, exact: true }).click();
    const added = conditions.nth(before);
    await added.waitFor();
    return added;
  }

  /** Adds a group of conditions, of which any must hold, to the rule itself. */
  async addGroup(): Promise<void> {
    await this.#app.getByRole("button", { name: "Add group" }).last().click();
    await this.#app.getByRole("group", { name: "this group" }).waitFor();
  }

  /** The groups' own buttons stand before the rule's. */
  #lastOrOwn(name: string): Locator {
    const group = this.#app.getByRole("group", { name: "this group" }).last();
    return group.getByRole("button", { name }).or(this.#app.getByRole("button", { name })).first();
  }

  /** What a shopper would see, drawn by the extension itself. */
  get preview(): FrameLocator {
    return this.#app.frameLocator('iframe[title^="What a shopper sees"]');
  }

  async look(as: Readonly<Partial<Record<"Page" | "Language" | "Currency", string>>>): Promise<void> {
    for (const [what, choice] of Object.entries(as)) {
      await this.#app.getByRole("combobox", { name: what, exact: true }).selectOption({ label: choice });
    }
  }

  /** Decides for the last order that the shop has, and gives what is told of it. */
  async tryLastOrder(): Promise<Locator> {
    await this.#app.getByRole("button", { name: "Try an order" }).click();
    await this.#app.getByRole("combobox", { name: "Order", exact: true }).waitFor();
    await this.#app.getByRole("button", { name: "See what would be decided" }).click();
    return this.#app.getByRole("status").filter({ hasText: "This rule" }).first();
  }

  /** Whether what stands on the screen now stays on it from here on, seen all the while, however long a page takes to come. */
  async keepAnEyeOnTheScreen(): Promise<{ hasStayed: () => Promise<boolean> }> {
    const page = this.#app.owner().page();
    await page.route(/[?&]_data=routes%2Fapp\.rules/, async (route) => {
      await page.waitForTimeout(1_000);
      await route.continue();
    });
    const field = await this.#app.getByRole("textbox", { name: "Name" }).elementHandle();
    await field?.evaluate((element) => {
      const seen = { hasGone: false };
      Object.assign(element, { seen });
      const look = () => {
        seen.hasGone ||= !element.checkVisibility();
        requestAnimationFrame(look);
      };
      look();
    });
    return {
      hasStayed: async () => {
        await page.unroute(/[?&]_data=routes%2Fapp\.rules/);
        return (
          (await field?.evaluate((element) => !(element as unknown as { seen: { hasGone: boolean } }).seen.hasGone)) ??
          false
        );
      },
    };
  }

  get publishing(): Locator {
    return this.#app.getByRole("dialog", { name: "Publish this rule" });
  }
}
