import { mergedWords } from "#app/core/values/merge-fields.ts";
import type { Money } from "#app/core/values/money.ts";
import { writeMoneyIn } from "./cart-money.ts";
import type { Settings } from "./settings.ts";
import type { Shown } from "./shown.ts";

export type Sentences = ReturnType<typeof sentencesIn>;

/** What is said of an offer, in the page's language. */
export function sentencesIn({ words, locale }: Settings) {
  const money = writeMoneyIn(locale);
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const price = (amount: Money) => (amount.minor === 0 ? words.free : money(amount));

  /** Below the line: what went wrong, what is being done, what it does to the total. */
  function note({ status, notice, paid, offer: { discount }, totalWithIt }: Shown): string {
    if (notice) return say(words[notice], { price: paid ? price(paid) : "" });
    if (status !== "offered") return status === "adding" ? words.adding : "";
    return joined(
      discount.kind === "percent" && say(words.percentOff, { percent: percent.format(discount.percent) }),
      totalWithIt && say(words.total, { total: money(totalWithIt) }),
    );
  }

  return {
    words,
    price,
    note,
    /** Why it is offered: the merchant's words, else ours. */
    why: ({ offer: { headline, reason, because, partner }, choices, picked }: Shown) => {
      const choice = choices[picked];
      const own = (words: string | undefined) =>
        choice && mergedWords(words, { ...choice, product: choice.title, bought: because }, money);
      return joined(
        own(reason) ?? own(headline) ?? (because && say(words.because, { product: because })),
        partner && say(words.soldBy, { partner }),
      );
    },
    invitation({ choices, picked }: Shown): string {
      const choice = choices[picked];
      return say((choice?.items.length ?? 0) > 1 ? words.bundle : words.add, { title: choice?.title ?? "" });
    },
    /** What a screen reader is told once a change is through. */
    news(shown: Shown): string {
      const title = shown.choices[shown.picked]?.title ?? "";
      return shown.notice ? note(shown) : say(shown.status === "added" ? words.added : words.removed, { title });
    },
  };
}

/** The words with their {gaps} filled. */
function say(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

function joined(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
