import type { ElementHandle, Frame, Page } from "playwright-core";

/** More stops than these on the way to a button nobody would make. */
const STOPS_MOST = 120;

/** A merchant who has no pointer: what has the focus is all that can be pressed. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on with Tab until what has the focus is called so, and presses Enter on it. */
  async press(name: string, { backwards = false } = {}): Promise<void> {
    await this.#reach((focused) => focused === name, name, backwards);
    await this.#page.keyboard.press("Enter");
  }

  /** In Shopify's own picker, whose search has the focus: the first that is found. */
  async pickFirst(title: string): Promise<void> {
    await this.#page.getByRole("dialog").getByRole("searchbox").waitFor();
    // The list is drawn anew with each answer: only the last one's rows stay.
    const answered = this.#page.waitForResponse((answer) =>
      new URL(answer.url()).searchParams.getAll("query").includes(title),
    );
    await this.#page.keyboard.type(title);
    await answered;
    await this.#page.waitForTimeout(500);
    await this.#page.getByRole("dialog").locator(".picker-row").filter({ hasText: title }).first().waitFor();
    await this.#reach((focused) => focused.includes(title), title);
    await this.#page.keyboard.press("Space");
    await this.#reach((focused) => /^(Select|Add)$/.test(focused), "Select");
    await this.#page.keyboard.press("Enter");
    await this.#page.getByRole("dialog").waitFor({ state: "detached" });
  }

  async #reach(isIt: (focused: string) => boolean, name: string, backwards = false): Promise<void> {
    const passed: string[] = [];
    const deadline = Date.now() + 20_000;
    while (passed.length < STOPS_MOST && Date.now() < deadline) {
      await this.#page.keyboard.press(backwards ? "Shift+Tab" : "Tab");
      const focused = await this.#focused();
      if (isIt(focused)) return;
      passed.push(focused);
    }
    throw new Error(`no ${name} among what Tab reaches: ${passed.join(" | ")}`);
  }

  /** What has the focus, by its name, in the admin or in the app's frame within it. */
  async #focused(): Promise<string> {
    let frame: Frame | null = this.#page.mainFrame();
    let name = "";
    while (frame) {
      const focused: ElementHandle<Element> | null = (
        await frame.evaluateHandle(() => document.activeElement)
      ).asElement();
      name = focused ? await focused.evaluate(nameOf) : "";
      frame = focused ? await focused.contentFrame() : null;
    }
    return name;
  }
}

/** Its label, else what it says. */
function nameOf(node: Element): string {
  const label = node instanceof HTMLInputElement ? node.labels?.[0]?.textContent : undefined;
  return (node.getAttribute("aria-label") ?? label ?? node.textContent ?? "").trim();
}
