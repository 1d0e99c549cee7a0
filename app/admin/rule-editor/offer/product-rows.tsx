import { BlockStack, Button, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { useFormat } from "../../format.tsx";
import type { PickedProduct } from "../../rules/picked-product.ts";
import { useSay } from "../../say.tsx";
import { useEditing, useField, useProblem } from "../editing.tsx";
import { focusSoon } from "../focus-soon.ts";
import { type Place, valueAt } from "../places.ts";
import { type Chosen, chosenIn, type OfferDocument, sourceOf } from "./offer-document.ts";
import { pickOffered } from "./pick-offered.ts";
import { priceWords } from "./price-words.ts";
import { ProductRow } from "./product-row.tsx";
import { type ResultingPrice, resultingPrices } from "./resulting-price.ts";

/** What Shopify's picker takes at once, and a source names, at most. */
const MOST = { named: 100, choice: 5, bundle: 5 };
const PIECES = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** The products that an offer names, in the order they are tried, each at the price it comes to. */
export function ProductRows({ place, kind }: { readonly place: Place; readonly kind: keyof typeof MOST }) {
  const say = useSay();
  const { document, shop, products, set, left, learn } = useEditing();
  const format = useFormat(shop.timezone);
  const offer = valueAt(document, place) as OfferDocument;
  const list = `${place}.source.${kind === "bundle" ? "items" : "products"}`;
  const problem = useProblem(list);
  const chosen = chosenIn(offer.source);
  const prices = resultingPrices(offer, products);
  const choose = (now: readonly Chosen[]) => set(`${place}.source`, sourceOf(kind, now));
  const pick = async () => {
    const offered = await pickOffered(chosen, MOST[kind], shop.currency);
    if (offered) {
      learn(offered.picked);
      choose(offered.chosen);
    }
    left(list);
    // Shopify's picker gives the focus back to nothing.
    focusSoon(list);
  };
  const moved = (from: number, to: number) => {
    choose(chosen.with(from, chosen[to] as Chosen).with(to, chosen[from] as Chosen));
    const further = `${list}[${to}].${to < from ? "up" : "down"}`;
    // At either end that button can't be pressed any more, and what can't be pressed has no focus.
    focusSoon(to === 0 ? `${list}[0].down` : to === chosen.length - 1 ? `${list}[${to}].up` : further);
  };
  const move = (index: number) => ({
    ...(index > 0 ? { up: () => moved(index, index - 1) } : {}),
    ...(index < chosen.length - 1 ? { down: () => moved(index, index + 1) } : {}),
  });
  // The parts of a bundle are charged for together: what it comes to is told once, for all of it.
  const priceShown = (price: ResultingPrice | undefined) =>
    kind === "bundle" && price ? format.money(price.was) : priceWords(price, say, format);
  const productOf = ({ product }: Chosen): PickedProduct =>
    products.get(product) ?? { id: product, title: say("offer.products.unknown", { id: product }), variants: [] };
  return (
    <BlockStack gap="300">
      {chosen.length === 0 ? (
        <Text as="p" tone="subdued">
          {say(`offer.products.empty.${kind}`)}
        </Text>
      ) : null}
      {chosen.map((one, index) => {
        const product = productOf(one);
        return (
          <ProductRow
            key={`${one.product} ${one.variants?.join(" ") ?? ""}`}
            product={product}
            detail={[variantsWords(product, one, kind, say), priceShown(prices[index])].filter(Boolean).join(" · ")}
            onMove={kind === "named" && chosen.length > 1 ? move(index) : undefined}
            onRemove={() => {
              choose(chosen.filter((other) => other !== one));
              focusSoon(list);
            }}
            id={`${list}[${index}]`}
          >
            {kind === "bundle" ? <Pieces place={`${list}[${index}].quantity`} title={product.title} /> : null}
          </ProductRow>
        );
      })}
      <InlineStack>
        <Button id={list} onClick={pick}>
          {say(chosen.length === 0 ? `offer.products.choose.${kind}` : "offer.products.change")}
        </Button>
      </InlineStack>
      {problem ? <InlineError message={problem} fieldID={list} /> : null}
    </BlockStack>
  );
}

function Pieces({ place, title }: { readonly place: Place; readonly title: string }) {
  const say = useSay();
  const { value, set, control } = useField<unknown>(place);
  return (
    <InlineStack>
      <Select
        {...control}
        label={say("offer.pieces", { product: title })}
        labelHidden
        options={PIECES.map((pieces) => ({
          value: pieces,
          label: say("offer.pieces.count", { count: Number(pieces) }),
        }))}
        value={String(value)}
        onChange={(pieces) => set(Number(pieces))}
      />
    </InlineStack>
  );
}

/** "2 variants", "all 3 variants", "Rose / Large"; nothing for a product that has only one. */
function variantsWords(
  { variants }: PickedProduct,
  { variants: named = [] }: Chosen,
  kind: keyof typeof MOST,
  say: ReturnType<typeof useSay>,
): string {
  const [only, ...others] = named;
  if (only && others.length === 0)
    return variants.find(({ id }) => id === only)?.title ?? say("offer.variants.some", { count: 1 });
  if (only) return say("offer.variants.some", { count: named.length });
  if (variants.length < 2) return "";
  return kind === "bundle" ? say("offer.variants.first") : say("offer.variants.all", { count: variants.length });
}
