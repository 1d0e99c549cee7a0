import { MARK_ATTRIBUTE, markText } from "#app/core/extract/mark.ts";
import type { OfferName } from "#app/core/extract/surface-offer.ts";
import type { PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import { type Encore, encoreBehind, purchaseOf } from "./ask-encore.ts";
import { keepingFocus } from "./keeping-focus.ts";
import { keepAccept, keptAccept, tellsFirst } from "./kept.ts";
import { choicesOf } from "./offer-choices.ts";
import type { Settings } from "./settings.ts";
import { type Cart, type CartStep, codesOf, contentOf, markedLines, type ShopCart, shopCart } from "./shop-cart.ts";
import { outcomeOf, paidFor, type Shown, totalWith } from "./shown.ts";
import { cartParts, renderParts } from "./theme-sections.ts";

/** Changes of the cart come in bursts: a theme's own add, its sections, another app's. */
const SETTLES_AFTER = 150;

/** The one offer of the page: decided for the cart, drawn by every `encore-cart-offer` there is. */
export class Bump {
  shown: Shown | undefined;
  /** Whether it is known what there is to show, if anything. */
  isSettled = false;
  readonly views = new Set<() => void>();
  readonly #settings: Settings;
  readonly #told: (shown: Shown) => void;
  readonly #cart: ShopCart;
  readonly #encore: Encore;
  #content: string | undefined;
  #isChanging = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** `told` is called when what the shopper asked for has been done, or could not be. */
  constructor(settings: Settings, told: (shown: Shown) => void) {
    this.#settings = settings;
    this.#told = told;
    this.#cart = shopCart(settings.root);
    this.#encore = encoreBehind(settings.proxy);
  }

  /** The cart may have changed, whoever changed it. */
  refreshSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.refresh(), SETTLES_AFTER);
  }

  /** Decides anew when the cart is another than before. Never rejects: what goes wrong is no offer. */
  async refresh(): Promise<void> {
    const cart = await this.#cart.read();
    if (!cart || this.#isChanging || contentOf(cart) === this.#content) return;
    const content = contentOf(cart);
    this.#content = content;
    if (this.shown?.status === "added" && markedLines(cart, this.shown.mark).length > 0) return;
    const shown = await this.#decide(cart).catch(() => undefined);
    if (content === this.#content && !this.#isChanging) this.#show(shown);
  }

  async #decide(cart: Cart): Promise<Shown | undefined> {
    const kept = keptAccept();
    const paid = kept && paidFor(cart, kept.mark);
    if (paid) return { ...kept, status: "added", paid };
    if (cart.items.length === 0) return undefined;
    const purchase = purchaseOf(cart, this.#settings);
    const answer = await this.#encore.decide(purchase);
    if (answer?.kind !== "show") return undefined;
    const { offer } = answer;
    const [choices, codes] = await Promise.all([
      choicesOf(offer, cart.currency, this.#cart),
      offer.priced === "code" ? this.#encore.prepare(purchase, offer) : [],
    ]);
    // Without its code the offer would not cost what it says.
    if (choices.length === 0 || !codes) return undefined;
    const mark = markText({
      surface: "cart",
      rule: offer.rule as RuleId,
      version: offer.version,
      step: offer.step,
      reference: purchase.reference as PurchaseReference,
    });
    const totalWithIt = totalWith(cart, choices[0]);
    return { offer, choices, picked: 0, codes, mark, purchase, status: "offered", totalWithIt };
  }

  async pick(picked: number): Promise<void> {
    const choice = this.shown?.choices[picked];
    if (this.shown?.status !== "offered" || !choice) return;
    this.#show({ ...this.shown, picked, totalWithIt: undefined });
    const cart = await this.#cart.read();
    if (this.shown.picked !== picked || !cart) return;
    this.#show({ ...this.shown, totalWithIt: totalWith(cart, choice) });
  }

  /** Puts the picked choice into the cart. */
  async take(): Promise<void> {
    const { shown } = this;
    if (shown?.status !== "offered") return;
    const properties = { [MARK_ATTRIBUTE]: shown.mark };
    const items = shown.choices[shown.picked]?.items ?? [];
    const add = items.map(({ variantId, quantity }) => ({ id: Number(variantId), quantity, properties }));
    await this.#change(shown, "adding", (cart) => [
      { add },
      ...(shown.codes.length > 0 ? [{ codes: [...new Set([...shown.codes, ...codesOf(cart)])] }] : []),
    ]);
  }

  /** Takes it out of the cart again, and our codes with it. */
  async undo(): Promise<void> {
    const { shown } = this;
    if (shown?.status !== "added") return;
    await this.#change(shown, "removing", (cart) => [
      ...removing(cart, shown.mark),
      ...(shown.codes.length > 0 ? [{ codes: codesOf(cart).filter((code) => !shown.codes.includes(code)) }] : []),
    ]);
  }

  /** The offer has come into view. */
  seen(): void {
    if (this.shown?.status !== "offered" || !tellsFirst(this.shown.mark)) return;
    this.#encore.tell(this.shown.purchase, nameOf(this.shown.offer), "impression");
  }

  /** Changes the cart, shows it as it then is, and says what became of the offer in it. */
  async #change(shown: Shown, status: "adding" | "removing", stepsFor: (cart: Cart) => CartStep[]): Promise<void> {
    this.#isChanging = true;
    this.#show({ ...shown, status, notice: undefined });
    const parts = cartParts();
    const before = await this.#cart.read();
    const sections = [...new Set(parts.map(({ section }) => section))];
    let changed = before && (await this.#cart.change(stepsFor(before), sections));
    let cart = (await this.#cart.read()) ?? before;
    if (status === "adding" && before && cart && costsTheShopperACode(before, cart)) {
      changed = await this.#cart.change([...removing(cart, shown.mark), { codes: codesOf(before) }], sections);
      cart = (await this.#cart.read()) ?? cart;
    }
    if (cart) this.#content = contentOf(cart);
    const paid = cart ? paidFor(cart, shown.mark) : shown.paid;
    const after = outcomeOf(shown, status, paid, cart);
    this.#isChanging = false;
    this.#show(after);
    if (changed?.kind === "done") keepingFocus(() => renderParts(parts, changed.sections));
    this.#told(after);
    keepAccept(paid ? after : undefined);
    if ((paid !== undefined) !== (status === "adding")) return;
    const items = shown.choices[shown.picked]?.items.map((item) => ({ ...item }));
    this.#encore.tell(shown.purchase, nameOf(shown.offer), paid ? "accept" : "undo", items);
  }

  #show(shown: Shown | undefined): void {
    this.shown = shown;
    this.isSettled = true;
    for (const draw of this.views) draw();
  }
}

function removing(cart: Cart, mark: string): CartStep[] {
  return markedLines(cart, mark).map(({ key }) => ({ remove: key }));
}

/** Our code, and theirs doesn't work beside it: they would pay more for what they had. */
function costsTheShopperACode(before: Cart, after: Cart): boolean {
  const works = ({ discount_codes }: Cart) =>
    (discount_codes ?? []).filter(({ applicable }) => applicable).map(({ code }) => code);
  const still = new Set(works(after));
  return works(before).some((code) => !still.has(code));
}

function nameOf({ rule, version, step }: OfferName): OfferName {
  return { rule, version, step };
}
