import { THEME_SLOTS } from "../../storefront/theme/render-blocks.ts";
import type { BlockSetting, ThemeBlock, ThemeExtension } from "../../storefront/theme/theme-extension.ts";
import { readForm, redirect, sendPage } from "../../web/http.ts";
import { adminPage } from "../admin-layout.ts";
import type { FrameAnswer, FrameNeeds } from "../frame-request.ts";
import { type EditedBlock, type EditedField, editorPage } from "./editor-page.ts";
import { actIn } from "./place-blocks.ts";
import { placedHere } from "./placed-here.ts";

/**
 * /themes/current/editor, and the POSTs …/place, …/move, …/up, …/remove and …/save. An app's own links lead here with a
 * block switched on that is not saved yet: `activateAppId` an embed, `addAppBlockId` an app block.
 * https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration#deep-linking
 */
export const answerThemeEditor: FrameAnswer = async ({ path, query, request, response, place }, needs) => {
  const [, theme, editor, act] = path;
  if (theme !== "current" || editor !== "editor") return false;
  const base = `${place.base}/themes/current/editor`;
  const blocks = blocksOf(needs, query);
  if (request.method === "POST") {
    const form = (await readForm(request)) ?? new URLSearchParams();
    actIn(needs.store, act, form, blocks);
    redirect(response, base);
    return true;
  }
  const isEmbed = ({ slots }: EditedBlock) => slots.some(({ id }) => id === "body" || id === "head");
  const pages = [
    {
      title: "Cart page",
      note: "App blocks, in sections that take them. The cart drawer takes none, as in many themes.",
      address: `${needs.storeUrl}/cart`,
      blocks: blocks.filter((block) => !isEmbed(block)),
    },
    {
      title: "App embeds",
      note: "On every page of the theme. Off until switched on.",
      address: needs.storeUrl,
      blocks: blocks.filter(isEmbed),
    },
  ];
  const intro = "Blocks of apps in the online store's theme. Each has its default settings until others are saved.";
  sendPage(response, adminPage(place, "theme", "Theme editor", editorPage("Theme editor", intro, pages, base)));
  return true;
};

function blocksOf({ store, extensions, clientId }: FrameNeeds, query: URLSearchParams): EditedBlock[] {
  if (!store.installed()) return [];
  const wanted = [query.get("activateAppId"), query.get("addAppBlockId")];
  const inApps = query.get("target") === "newAppsSection";
  return extensions.theme.flatMap((extension) =>
    extension.blocks.map((block) => {
      const edited = editedBlock(extension, block);
      const placed = placedHere(store, edited);
      const isWanted = wanted.includes(`${clientId}/${block.handle}`) && placed.length === 0;
      const slots = edited.slots.map(({ id }) => id);
      const slot = inApps && slots.includes("cart-apps") ? "cart-apps" : slots[0];
      return { ...edited, placed, wantedIn: isWanted ? slot : undefined };
    }),
  );
}

function editedBlock(extension: ThemeExtension, block: ThemeBlock): Omit<EditedBlock, "placed" | "wantedIn"> {
  return {
    extension: extension.handle,
    target: block.handle,
    name: block.name,
    slots: THEME_SLOTS[block.target],
    fields: block.settings.map(fieldOf),
  };
}

function fieldOf({ id, type, label, info, options, default: initial }: BlockSetting): EditedField {
  return { id, label, info, options, initial, kind: kindOf(type) };
}

function kindOf(type: string): EditedField["kind"] {
  if (type === "checkbox") return "checkbox";
  if (type === "range" || type === "number") return "number";
  if (type === "select" || type === "radio") return "select";
  return type === "textarea" ? "long-text" : "text";
}
