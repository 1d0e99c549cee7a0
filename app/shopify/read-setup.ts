import { z } from "zod";
import type { EmbedState } from "#app/core/attribution/setup.ts";
import type { Admin } from "./admin-client.ts";
import { READ_PAGE_CHOSEN, READ_THEME_SETTINGS } from "./graphql/read-setup.graphql.ts";

/** The optional access scope without which the theme's app embed cannot be looked at. */
const THEMES_SCOPE = "read_themes";

/** Of extensions/cart-bump: the cart offer in a theme's drawer. */
const CART_EMBED = "drawer-offer";

/** Whether the shop has chosen this app for the page after the purchase. */
export async function readPageChosen(admin: Admin): Promise<boolean> {
  const { currentAppInstallation } = await admin.ask(READ_PAGE_CHOSEN, {});
  return currentAppInstallation.app.isPostPurchaseAppInUse;
}

/** Whether the cart's embed is switched on in the live theme. `scopes` are those that were granted. */
export async function readCartEmbed(admin: Admin, scopes: readonly string[]): Promise<EmbedState> {
  if (!scopes.includes(THEMES_SCOPE)) return "unknown";
  const { themes } = await admin.ask(READ_THEME_SETTINGS, {});
  const content = themes?.nodes[0]?.files?.nodes[0]?.body.content;
  return content === undefined ? "unknown" : embedIn(content);
}

const settings = z.object({
  current: z.object({
    blocks: z.record(z.string(), z.object({ type: z.string(), disabled: z.boolean().optional() })).optional(),
  }),
});

/**
 * An embed is a block of the theme's settings, "shopify://apps/<app>/blocks/<block>/<id>". While the theme uses a preset,
 * `current` is its name: no embed was ever switched on. Shopify begins the file with a comment, which JSON does not have.
 */
export function embedIn(content: string): EmbedState {
  const document = parsed(content.replace(/^\s*\/\*[\s\S]*?\*\//, ""));
  if (typeof document === "object" && document && "current" in document && typeof document.current === "string") {
    return "off";
  }
  const { success, data } = settings.safeParse(document);
  if (!success) return "unknown";
  const blocks = Object.values(data.current.blocks ?? {});
  const isOn = blocks.some(
    ({ type, disabled }) => type.split("/blocks/")[1]?.startsWith(`${CART_EMBED}/`) && !disabled,
  );
  return isOn ? "on" : "off";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
