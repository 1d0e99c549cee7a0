import { unreachable } from "../values/invariant.ts";
import type { Worded } from "../values/language.ts";
import type { Names } from "./conditions/condition-words.ts";
import { discountWords, partnerWords, shippingWords, sourceWords } from "./offer.words.ts";
import type { Offer } from "./rulebook.ts";
import type { PathDifference } from "./rulebook-difference.ts";

/** "it is offered at 15 % off instead of at 10 % off" */
export function offerDifferenceWords(
  { part, before, after }: Extract<PathDifference, { kind: "offer-changed" }>,
  names: Names,
): string {
  const instead = (words: (offer: Offer) => string) => `${words(after)} instead of ${words(before)}`;
  switch (part) {
    case "kind":
      return `its kind is ${instead(({ kind }) => kind)}`;
    case "source":
      return `it offers ${instead(({ source }) => sourceWords(source, names))}`;
    case "discount":
      return `it is offered ${instead(({ discount }) => discountWords(discount, names) || "at the shop's price")}`;
    case "quantityMost":
      return `of it can be taken up to ${instead(({ quantityMost }) => String(quantityMost))}`;
    case "shipping":
      return `it comes with ${instead(({ shipping }) => shippingWords(shipping, names))}`;
    case "replaces":
      return `it ${after.replaces ? "takes" : "no longer takes"} the place of what was bought`;
    case "evenIfBoughtBefore":
      return `it is ${after.evenIfBoughtBefore ? "also" : "no longer"} offered to who has bought it before`;
    case "partner":
      return `it comes ${instead(({ partner }) => (partner ? partnerWords(partner) : "from the shop itself"))}`;
    case "words":
      return (["headline", "reason"] as const)
        .flatMap((place) => wordedDifferences(place, before.words[place], after.words[place]))
        .join("; ");
    default:
      return unreachable(part);
  }
}

/** 'its headline in en is "Tea?" instead of none' */
function wordedDifferences(place: "headline" | "reason", before: Worded, after: Worded): string[] {
  const languages = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return languages
    .filter((language) => before[language] !== after[language])
    .map((language) => `its ${place} in ${language} is ${said(after[language])} instead of ${said(before[language])}`);
}

const said = (text: string | undefined) => (text === undefined ? "none" : `"${text}"`);
