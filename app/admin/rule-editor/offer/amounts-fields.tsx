import { BlockStack, Button, InlineError, InlineStack } from "@shopify/polaris";
import type { Currency } from "#app/core/values/currency.ts";
import { useSay } from "../../say.tsx";
import { useEditing, useProblem } from "../editing.tsx";
import { MoneyField } from "../fields/money-field.tsx";
import { type Place, valueAt } from "../places.ts";

/** An amount for each currency: the shop's own, and those others that the merchant sets one in. */
export function AmountsFields({ place, label }: { readonly place: Place; readonly label: string }) {
  const say = useSay();
  const { document, shop, set } = useEditing();
  const problem = useProblem(place);
  const written = valueAt(document, place);
  const amounts: readonly { readonly currency?: unknown }[] = Array.isArray(written) ? written : [];
  const missing = shop.currencies.filter((currency) => !amounts.some((amount) => amount.currency === currency));
  return (
    <BlockStack gap="200">
      {amounts.map(({ currency }, index) => (
        <MoneyField
          key={String(currency)}
          place={`${place}[${index}]`}
          currency={currency as Currency}
          label={amounts.length > 1 ? say("offer.amount.in", { what: label, currency: String(currency) }) : label}
          {...(currency === shop.currency
            ? {}
            : {
                connectedRight: (
                  <Button
                    accessibilityLabel={say("offer.amount.remove.label", { currency: String(currency) })}
                    onClick={() => set(`${place}[${index}]`, undefined)}
                  >
                    {say("offer.amount.remove")}
                  </Button>
                ),
              })}
        />
      ))}
      {problem ? <InlineError message={problem} fieldID={place} /> : null}
      {missing.length > 0 ? (
        <InlineStack gap="200">
          {missing.map((currency) => (
            <Button
              key={currency}
              size="slim"
              variant="tertiary"
              onClick={() => set(`${place}[${amounts.length}]`, { minor: "", currency })}
            >
              {say("offer.amount.add", { currency })}
            </Button>
          ))}
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}
