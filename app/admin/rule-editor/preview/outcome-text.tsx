import { Button, InlineStack, Text } from "@shopify/polaris";
import type { PreviewOutcome } from "#app/contracts/preview.ts";
import { guardSentence } from "#app/core/decision/guard.words.ts";
import { whyNothing } from "#app/core/decision/nothing.words.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { Currency } from "#app/core/values/currency.ts";
import { type Say, said } from "#app/core/values/say.ts";
import { useNames } from "../../names.ts";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import type { Preview } from "./use-preview.ts";

const NO_TITLES = { products: [], collections: [] };

export interface OutcomeTextProps {
  readonly preview: Preview;
  /** What the drawn page said of itself last. */
  readonly outcome: PreviewOutcome | undefined;
  readonly currency: Currency;
}

/** What stands in the preview and why, or why nothing does: told to screen readers as it changes. */
export function OutcomeText({ preview, outcome, currency }: OutcomeTextProps) {
  const say = useSay();
  const { shop } = useEditing();
  const names = useNames(preview.goods ?? NO_TITLES, shop.timezone);
  const isAbroad = currency !== shop.currency;
  return (
    <div role="status">
      <InlineStack gap="200" blockAlign="center">
        <Text as="p" tone="subdued" breakWord>
          {preview.isAsBefore && preview.ask ? `${say("preview.as-before")} ` : ""}
          {preview.state === "stands"
            ? outcomeText(outcome, { say, names, currency, isAbroad })
            : preview.state === "refused"
              ? preview.why && say("preview.refused", { why: said(preview.why, say) })
              : stateText(preview.state, say, currency)}
        </Text>
        {preview.state === "refused" || preview.state === "unreached" ? (
          <Button onClick={preview.readAgain} loading={preview.isReading}>
            {say("preview.retry")}
          </Button>
        ) : null}
      </InlineStack>
    </div>
  );
}

function stateText(state: Exclude<Preview["state"], "stands" | "refused">, say: Say, currency: Currency): string {
  return state === "reading" ? say("preview.drawing") : say(`preview.${state}`, { currency });
}

interface Reader {
  readonly say: Say;
  readonly names: ShopNames;
  readonly currency: Currency;
  readonly isAbroad: boolean;
}

function outcomeText(outcome: PreviewOutcome | undefined, { say, names, currency, isAbroad }: Reader): string {
  if (!outcome) return say("preview.drawing");
  switch (outcome.kind) {
    case "shown":
      return say("preview.shown", { bought: outcome.bought });
    case "nothing":
      if (outcome.reason === "foreign-currency") return whyNothing(outcome.reason, say);
      if (isAbroad) return say("preview.no-price", { currency });
      return outcome.guard
        ? say("preview.guarded", { why: guardSentence(outcome.guard, names) })
        : whyNothing(outcome.reason, say);
    default:
      return say(`preview.${outcome.kind}`);
  }
}
