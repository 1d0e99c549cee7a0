import { BlockStack, Radio, Select, Tiles } from "@shopify/post-purchase-ui-extensions";
import type { OfferView } from "#app/contracts/post-purchase.ts";
import { fill, piecesOf } from "./draw.ts";
import type { Language } from "./language.ts";
import type { Root } from "./page.ts";
import { isBundle, nameOf, type OfferedProduct, type Pick, pickOf } from "./pick.ts";

interface Choice {
  component: Parameters<Root["appendChild"]>[0];
  show(pick: Pick, fixed: boolean): void;
}

type OnPick = (pick: Pick | undefined) => void;

/** What there is to choose: one of the products, its variant, how many. Empty when there is nothing. */
export function drawChoices(root: Root, offer: OfferView, language: Language, onPick: OnPick): Choice[] {
  const { products } = offer;
  return [
    ...(products.length > 1 && !isBundle(offer) ? [drawProducts(root, offer, language, onPick)] : []),
    ...(products.some((product) => hasVariants(product) || hasQuantities(product))
      ? [drawSelects(root, language, onPick)]
      : []),
  ];
}

/** A radio for each product with its price: all seen at once, one press each. */
function drawProducts(root: Root, offer: OfferView, { words, costs }: Language, onPick: OnPick): Choice {
  let picked: Pick | undefined;
  const choices = offer.products.map((product) => {
    const label = root.createText("");
    const onChange = (isOn: boolean) => {
      if (isOn) onPick(pickOf(product, undefined, picked?.quantity));
    };
    return { product, label, radio: root.createComponent(Radio, { name: "product", onChange }, [label]) };
  });
  return {
    component: root.createComponent(BlockStack, { spacing: "tight" }, [
      piecesOf(root).block(words.chooseOne, { emphasized: true }),
      ...choices.map(({ radio }) => radio),
    ]),
    show(pick, fixed) {
      picked = pick;
      for (const { product, label, radio } of choices) {
        const checked = product === pick.product;
        const variant = checked ? pick.variant : product.variants[0];
        label.updateText(variant ? `${nameOf(product)} · ${costs(variant.offerPrice)}` : nameOf(product));
        radio.updateProps({ checked, disabled: fixed });
      }
    },
  };
}

/** Selects for the variant and the quantity of the picked product, as far as it has several. */
function drawSelects(root: Root, { words }: Language, onPick: OnPick): Choice {
  let picked: Pick | undefined;
  const variants = root.createComponent(Select, {
    label: words.choice,
    options: [],
    onChange(id) {
      const variant = picked?.product.variants.filter(({ variantId }) => variantId === id)[0];
      if (picked && variant) onPick(pickOf(picked.product, variant, picked.quantity));
    },
  });
  const quantities = root.createComponent(Select, {
    label: words.quantity,
    options: [],
    onChange(quantity) {
      if (picked) onPick(pickOf(picked.product, picked.variant, Number(quantity)));
    },
  });
  const component = root.createComponent(Tiles, { spacing: "tight" });
  return {
    component,
    show(pick, fixed) {
      const { product, variant, quantity } = pick;
      if (product !== picked?.product) {
        fill(component, [...(hasVariants(product) ? [variants] : []), ...(hasQuantities(product) ? [quantities] : [])]);
      }
      picked = pick;
      variants.updateProps({
        label: product.choice ?? words.choice,
        options: product.variants.map(({ variantId, title }) => ({ value: variantId, label: title })),
        value: variant.variantId,
        disabled: fixed,
      });
      quantities.updateProps({
        options: upTo(variant.quantityMost),
        value: String(quantity),
        disabled: fixed || variant.quantityMost === 1,
      });
    },
  };
}

function hasVariants({ variants }: OfferedProduct): boolean {
  return variants.length > 1;
}

function hasQuantities({ variants }: OfferedProduct): boolean {
  return variants.some(({ quantityMost }) => quantityMost > 1);
}

function upTo(most: number): { value: string; label: string }[] {
  const options = [];
  for (let count = 1; count <= most; count++) options.push({ value: String(count), label: String(count) });
  return options;
}
