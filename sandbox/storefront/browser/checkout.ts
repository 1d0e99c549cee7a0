import type { DetailsAnswer, OfferChance, PayAnswer } from "../answer-checkout.ts";
import { answered, checkoutToken } from "./ask-store.ts";
import { CHECKOUT_CHANGED, LINES_CHANGED } from "./checkout-events.ts";
import { keepStorage } from "./kept-storage.ts";
import { BUDGET_MS, shouldRender, shouldRenderAtPay } from "./should-render.ts";

const form = document.querySelector<HTMLFormElement>("#checkout");
const payButton = document.querySelector<HTMLButtonElement>("#pay");
const words = JSON.parse(document.getElementById("checkout-words")?.textContent ?? "{}") as Record<string, string>;
const path = `/checkouts/${checkoutToken}`;
const CHANGES_PURCHASE = new Set(["country", "shippingMethod", "currency", "email", "paymentMethod"]);
let payLabel = payButton?.textContent ?? "";

/**
 * Country, shipping and currency change the sums, the e-mail who the shopper is; the app is asked as soon as the page
 * stands, and after each change.
 */
form?.addEventListener("change", (event) => {
  const name = event.target instanceof Element && event.target.getAttribute("name");
  if (name !== false && name !== null && CHANGES_PURCHASE.has(name)) void changePurchase();
});
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  void pay();
});
document.addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.id !== "code-form") return;
  event.preventDefault();
  void changeCode(new FormData(event.target, event.submitter));
});
document.addEventListener(LINES_CHANGED, () => void showDetails());
form?.addEventListener("change", foldCard);
foldSummaryOnPhones();
foldCard();
void showDetails();

async function changeCode(fields: FormData): Promise<void> {
  show((await send("code", fields)) as DetailsAnswer);
  document.dispatchEvent(new Event(CHECKOUT_CHANGED));
  document.getElementById("code")?.focus();
}

async function changePurchase(): Promise<void> {
  await showDetails();
  document.dispatchEvent(new Event(CHECKOUT_CHANGED));
}

/** A card is typed only where a card pays. */
function foldCard(): void {
  const chosen = form?.querySelector<HTMLSelectElement>("#paymentMethod")?.value ?? "card";
  const box = document.getElementById("card-box");
  if (box) box.hidden = chosen !== "card";
}

async function showDetails(): Promise<OfferChance | undefined> {
  try {
    const answer = (await send("details")) as DetailsAnswer;
    show(answer);
    if (answer.offer.possible) void shouldRender(answer.offer.purchase);
    return answer.offer;
  } catch {
    // The sums stay as they were; paying tries again and says what is wrong.
    return undefined;
  }
}

function show(answer: DetailsAnswer): void {
  replace("summary", answer.summary);
  replace("codes", answer.codes);
  replace("shipping", answer.shipping);
  for (const total of document.querySelectorAll("[data-total]")) total.textContent = answer.total;
  payLabel = answer.payLabel;
  if (payButton && !payButton.disabled) payButton.textContent = payLabel;
}

/** Pays, and goes to the offer only if the store and the extension both say so within the budget. */
async function pay(): Promise<void> {
  if (!payButton || payButton.disabled) return;
  payButton.disabled = true;
  payButton.textContent = words.paying ?? "";
  try {
    const chance = await showDetails();
    const wanted = chance?.possible ? shouldRenderAtPay(chance.purchase) : undefined;
    const tooLate = new Promise<undefined>((resolve) => setTimeout(resolve, BUDGET_MS));
    const paid = (await send("pay")) as PayAnswer;
    if (paid.kind === "refused") return showErrors(paid.errors);
    const answer = paid.offerPossible ? await Promise.race([wanted, tooLate]) : undefined;
    if (!answer?.render) return location.assign(`${path}/thank-you`);
    keepStorage(checkoutToken, answer.storage);
    location.assign(`${path}/post-purchase`);
  } catch {
    showErrors({ form: words.connection ?? "" });
  }
}

async function send(step: "details" | "pay" | "code", data = new FormData(form ?? undefined)): Promise<unknown> {
  const fields = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") fields.set(name, value);
  const response = await fetch(`${path}/${step}`, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: fields,
  });
  return (await answered(response)).json();
}

/** Each sentence beside its field; the first wrong field takes the focus. */
function showErrors(errors: Readonly<Record<string, string>>): void {
  for (const error of form?.querySelectorAll<HTMLElement>(".problem") ?? []) error.hidden = true;
  for (const input of form?.querySelectorAll("[aria-invalid]") ?? []) input.removeAttribute("aria-invalid");
  const shown = Object.entries(errors).flatMap(([name, sentence]) => {
    const error = document.getElementById(`${name}-error`);
    if (!error) return [];
    error.textContent = sentence;
    error.hidden = false;
    const input = document.getElementById(name);
    input?.setAttribute("aria-invalid", "true");
    return [input instanceof HTMLInputElement ? input : error];
  });
  const order = (one: Node, other: Node) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  shown.sort(order)[0]?.focus();
  if (payButton) {
    payButton.disabled = false;
    payButton.textContent = payLabel;
  }
}

/** Keeps the focus where it was: the shipping choices are drawn anew under the shopper's finger. */
function replace(id: string, markup: string): void {
  const element = document.getElementById(id);
  if (!element || element.innerHTML === markup) return;
  const focused = element.contains(document.activeElement) ? document.activeElement?.getAttribute("value") : undefined;
  element.innerHTML = markup;
  if (focused) element.querySelector<HTMLElement>(`[value="${CSS.escape(focused)}"]`)?.focus();
}

function foldSummaryOnPhones(): void {
  const summary = document.querySelector<HTMLDetailsElement>("details.summary");
  if (summary && matchMedia("(max-width: 899px)").matches) summary.open = false;
}
