import { UI_SLOTS, type UiExtension, type UiTarget } from "../../storefront/blocks/ui-extension.ts";
import { readForm, redirect, sendPage } from "../../web/http.ts";
import { adminPage } from "../admin-layout.ts";
import type { FrameAnswer, FrameNeeds } from "../frame-request.ts";
import { type EditedBlock, type EditedField, type EditedPage, editorPage } from "./editor-page.ts";
import { actIn } from "./place-blocks.ts";
import { placedHere } from "./placed-here.ts";

const PAGES: readonly { readonly target: UiTarget; readonly title: string; readonly note: string }[] = [
  {
    target: "purchase.checkout.block.render",
    title: "Checkout",
    note: "Blocks on information, shipping and payment need Shopify Plus; development stores may try them.",
  },
  {
    target: "purchase.thank-you.block.render",
    title: "Thank you",
    note: "Shown once, right after the order. Coming back leads to the order's status.",
  },
  {
    target: "customer-account.order-status.block.render",
    title: "Order status",
    note: "For buyers who come by the order's link or are signed in to their account.",
  },
];

/** /settings/checkout/editor, and the POSTs …/place, …/move, …/up, …/remove and …/save. */
export const answerCheckoutEditor: FrameAnswer = async ({ path, request, response, place }, needs) => {
  const [, , editor, act] = path;
  if (editor !== "editor") return false;
  const base = `${place.base}/settings/checkout/editor`;
  const pages = PAGES.map((page) => pageOf(page, needs));
  if (request.method === "POST") {
    const form = (await readForm(request)) ?? new URLSearchParams();
    const blocks = pages.flatMap((page) => page.blocks);
    actIn(needs.store, act, form, blocks);
    redirect(response, base);
    return true;
  }
  const intro =
    "Where the blocks of apps stand on checkout, thank-you and order status. A block's settings are empty until they are saved.";
  sendPage(
    response,
    adminPage(place, "checkout", "Checkout editor", editorPage("Checkout editor", intro, pages, base)),
  );
  return true;
};

function pageOf({ target, title, note }: (typeof PAGES)[number], { store, extensions }: FrameNeeds): EditedPage {
  const own = store.installed() ? extensions.ui.filter((extension) => extension.target === target) : [];
  return {
    title,
    note,
    address: undefined,
    blocks: own.map((extension): EditedBlock => {
      const { handle, name } = extension;
      const block = { extension: handle, target, name, slots: UI_SLOTS[target], fields: fieldsOf(extension) };
      return { ...block, placed: placedHere(store, block), wantedIn: undefined };
    }),
  };
}

function fieldsOf({ settings }: UiExtension): EditedField[] {
  return settings.map(({ key, type, name, description }) => ({
    id: key,
    label: name,
    info: description,
    kind: kindOf(type),
    options: [],
    initial: undefined,
  }));
}

function kindOf(type: string): EditedField["kind"] {
  if (type === "boolean") return "checkbox";
  if (type.startsWith("number_")) return "number";
  return type === "multi_line_text_field" ? "long-text" : "text";
}
