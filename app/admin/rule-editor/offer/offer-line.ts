import { useFormat } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { chosenIn, type OfferDocument, type SourceKind } from "./offer-document.ts";
import { priceWords } from "./price-words.ts";
import { priceOfBundle, resultingPrices } from "./resulting-price.ts";

/** An offer in a line while it is not opened: "Cake Forks, £4.21 instead of £4.95". */
export function useOfferLine(): (offer: OfferDocument) => string {
  const say = useSay();
  const { shop, products, collections } = useEditing();
  const format = useFormat(shop.timezone);
  return (offer) => {
    const { kind, collection } = (offer.source ?? {}) as { readonly kind?: SourceKind; readonly collection?: string };
    const chosen = chosenIn(offer.source);
    if (chosen.length === 0 && (kind === undefined || kind === "named" || kind === "choice" || kind === "bundle")) {
      return say("offer.line.nothing-yet");
    }
    const titles = chosen.map(({ product }) => products.get(product)?.title ?? product);
    const inCollection = [...collections].find(([id]) => id === collection)?.[1].title;
    const name = titles.length > 0 ? titles.join(kind === "bundle" ? " + " : ", ") : undefined;
    const price = kind === "bundle" ? priceOfBundle(offer, products) : resultingPrices(offer, products)[0];
    return [name ?? inCollection ?? say(`offer.source.${kind ?? "named"}`), priceWords(price, say, format)]
      .filter(Boolean)
      .join(", ");
  };
}
