import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApplyChangesetOptions, Changeset, ExtensionPoint } from "../store/post-purchase/wire.ts";
import { redirect, send, sendJson, sendPage } from "../web/http.ts";
import { postPurchasePage } from "./pages/post-purchase.ts";
import { readJson } from "./read-json.ts";
import type { Visit } from "./visit.ts";

/**
 * The step between payment and thank-you page: the page, and what its host relays to the store. `input` serves the
 * checkout page too. False when the path is another or there is no such checkout.
 */
export async function answerPostPurchase(
  visit: Visit,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [, token, step] =
    /^\/checkouts\/([0-9a-f]+)\/post-purchase(?:\/(input|calculate|apply))?$/.exec(visit.url.pathname) ?? [];
  if (!token || !visit.store.checkout(token)) return false;
  if (!step && visit.method === "GET") return showPage(visit, token, response);
  if (!step || visit.method !== "POST") return false;
  const body = await readJson(request);
  if (body.kind === "problem") {
    send(response, body.status, "text/plain; charset=utf-8", body.sentence);
    return true;
  }
  sendJson(response, await relay(visit, token, step, body.value));
  return true;
}

/** Once the order is released the offer is over: a reload or a step back goes on. */
function showPage(visit: Visit, token: string, response: ServerResponse): true {
  const order = visit.store.orderByCheckout(token);
  const isOver = order === undefined || order.fulfillment.releasedAt !== undefined;
  if (isOver) redirect(response, `/checkouts/${token}/${order ? "thank-you" : ""}`);
  else sendPage(response, postPurchasePage(visit, order));
  return true;
}

/** The extension may send anything: the store judges changesets as it would those of a stranger. */
function relay({ store }: Visit, token: string, step: string, sent: Readonly<Record<string, unknown>>): unknown {
  switch (step) {
    case "input":
      return store.postPurchaseInput(token, pointOf(sent.point));
    case "calculate":
      return store.calculateChangeset(token, sent.changeset as Changeset | string);
    default:
      return store.applyChangeset(token, sent.changeset, (sent.options ?? {}) as ApplyChangesetOptions);
  }
}

function pointOf(point: unknown): ExtensionPoint {
  return point === "Checkout::PostPurchase::Render" ? point : "Checkout::PostPurchase::ShouldRender";
}
