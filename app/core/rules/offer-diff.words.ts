import { unreachable } from "../values/invariant.ts";
import type { Worded } from "../values/language.ts";
import { joinedWith } from "../values/say.ts";
import { type Names, quotedBy } from "./conditions/condition-words.ts";
import { discountWords, partnerWords, shippingWords, sourceWords } from "./offer.words.ts";
import type { Offer } from "./rulebook.ts";
import type { PathDifference } from "./rulebook-difference.ts";

/** "it is offered at 15% off instead of at 10% off" */
export function offerDifferenceWords(
  { part, before, after }: Extract<PathDifference, { kind: "offer-changed" }>,
  names: Names,
): string {
  const { say } = names;
  const change = (words: (offer: Offer) => string) => ({
    change: say("engine.difference.instead", { before: words(before), after: words(after) }),
  });
  switch (part) {
    case "kind":
      return say(
        "engine.difference.offer.kind",
        change(({ kind }) => say("engine.difference.kind", { kind })),
      );
    case "source":
      return say(
        "engine.difference.offer.source",
        change(({ source }) => sourceWords(source, names)),
      );
    case "discount":
      return say(
        "engine.difference.offer.discount",
        change(({ discount }) => discountWords(discount, names) || say("engine.difference.shop-price")),
      );
    case "quantityMost":
      return say(
        "engine.difference.offer.quantity",
        change(({ quantityMost }) => String(quantityMost)),
      );
    case "shipping":
      return say(
        "engine.difference.offer.shipping",
        change(({ shipping }) => shippingWords(shipping, names)),
      );
    case "replaces":
      return say("engine.difference.offer.replaces", { replaces: after.replaces ? "yes" : "no" });
    case "evenIfBoughtBefore":
      return say("engine.difference.offer.even-if-bought", { even: after.evenIfBoughtBefore ? "yes" : "no" });
    case "partner":
      return say(
        "engine.difference.offer.partner",
        change(({ partner }) => (partner ? partnerWords(partner, say) : say("engine.difference.no-partner"))),
      );
    case "words": {
      const places = ["headline", "reason"] as const;
      const told = places.flatMap((place) => wordedDifferences(place, before.words[place], after.words[place], names));
      return joinedWith("engine.also", say, told);
    }
    default:
      return unreachable(part);
  }
}

/** 'its headline in en is "Tea?" instead of none' */
function wordedDifferences(
  place: "headline" | "reason",
  before: Worded,
  after: Worded,
  { say, language: named }: Names,
): string[] {
  const languages = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const quoted = (text: string | undefined) =>
    text === undefined ? say("engine.difference.no-words") : quotedBy(say)(text);
  return languages
    .filter((language) => before[language] !== after[language])
    .map((language) => {
      const both = { before: quoted(before[language]), after: quoted(after[language]) };
      const change = say("engine.difference.instead", both);
      return say("engine.difference.offer.words", { place, language: named(language), change });
    });
}
