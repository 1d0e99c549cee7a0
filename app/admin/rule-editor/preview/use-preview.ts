import { useMemo, useRef } from "react";
import { PREVIEW_SURFACES, type PreviewAsk, type PreviewSurface } from "#app/contracts/preview.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { Told } from "#app/core/values/say.ts";
import { useRead } from "../../use-read.ts";
import type { EditorShop, RuleDocument } from "../editing.tsx";
import { type GoodsAnswer, goodsAddress, type PricesAnswer, pricesAddress, ruleToDraw } from "./preview-data.ts";

export interface Preview {
  /** The rule's pages that can be drawn, and the one that is. */
  readonly surfaces: readonly PreviewSurface[];
  readonly surface: PreviewSurface | undefined;
  /** The same object for as long as nothing in it is another. Absent while something is missing. */
  readonly ask: Omit<PreviewAsk, "kind" | "turn"> | undefined;
  readonly state: "stands" | "reading" | "no-page" | "not-whole" | "refused" | "unreached" | "unpaid";
  /** Why what it needs could not be read, where it was refused. */
  readonly why: Told | undefined;
  /** It is being asked for again. */
  readonly isReading: boolean;
  /** What is drawn is the rule as it was whole last. */
  readonly isAsBefore: boolean;
  readonly goods: Extract<GoodsAnswer, { kind: "goods" }> | undefined;
  readonly readAgain: () => void;
}

interface Chosen {
  readonly wanted: PreviewSurface | undefined;
  readonly locale: string;
  readonly currency: Currency;
  readonly shop: EditorShop;
}

/** What is to be drawn of the document, with what of the shop that needs: read when it is not known yet. */
export function usePreview(document: RuleDocument, { wanted, locale, currency, shop }: Chosen): Preview {
  const whole = useMemo(() => ruleToDraw(document), [document]);
  const last = useRef<Rule>();
  if (whole) last.current = whole;
  const rule = last.current;

  const surfaces = PREVIEW_SURFACES.filter((surface) => rule?.surfaces.includes(surface) ?? isOn(document, surface));
  const surface = surfaces.find((one) => one === wanted) ?? surfaces[0];
  const goodsRead = useRead<GoodsAnswer>(rule && goodsAddress(rule));
  const goods = goodsRead.answer?.kind === "goods" ? goodsRead.answer : undefined;
  const isAbroad = currency !== shop.currency && surface !== "post-purchase";
  const pricesRead = useRead<PricesAnswer>(goods && isAbroad ? pricesAddress(goods, currency) : undefined);
  const prices = pricesRead.answer?.currency === currency ? pricesRead.answer : undefined;
  const abroad = prices?.kind === "prices" ? prices.prices : undefined;

  const refusal = [goodsRead.answer, prices].find((one) => one?.kind === "failed");
  const why = refusal?.kind === "failed" ? refusal.why : undefined;

  const ask = useMemo(() => {
    if (!rule || !surface || !goods || (isAbroad && !abroad)) return undefined;
    const { shop: profile, products, collections } = goods;
    const settings = shop.settings ?? {};
    const sample = { products, collections };
    return { surface, rule, settings, shop: profile, goods: sample, locale, currency, abroad: abroad ?? [] };
  }, [rule, surface, goods, locale, currency, isAbroad, abroad, shop.settings]);

  return {
    surfaces,
    surface,
    ask,
    state: ask ? "stands" : missing(),
    isAsBefore: rule !== undefined && whole === undefined,
    goods,
    why,
    isReading: goodsRead.isReading || pricesRead.isReading,
    readAgain: goods ? pricesRead.again : goodsRead.again,
  };

  function missing(): Preview["state"] {
    if (!surface) return "no-page";
    if (!rule) return "not-whole";
    if (why) return "refused";
    if (prices?.kind === "unpaid") return "unpaid";
    return goodsRead.isUnreached || pricesRead.isUnreached ? "unreached" : "reading";
  }
}

function isOn({ surfaces }: RuleDocument, surface: PreviewSurface): boolean {
  return Array.isArray(surfaces) && surfaces.includes(surface);
}
