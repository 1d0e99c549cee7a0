import { expect, test } from "vitest";
import { chosenOffer } from "#app/core/decision/chosen-offer.ts";
import type { VariantId } from "#app/core/values/ids.ts";
import { offerView } from "#app/http/offer-view.ts";
import { someFacts, someProduct, someRule, someVariant } from "#tests/support/builders.ts";

const colour = (id: string, value: string) =>
  someVariant({ id: id as VariantId, title: value, options: [{ name: "Colour", value }] });
const sized = (id: string, value: string) => {
  const options = [
    { name: "Colour", value },
    { name: "Size", value: "L" },
  ];
  return someVariant({ id: id as VariantId, title: `${value} / L`, options });
};

test.each([
  ["differ in colour alone", [colour("1", "Rose"), colour("2", "Ivory")], "Colour"],
  ["differ in colour and size", [sized("1", "Rose"), sized("2", "Ivory")], undefined],
  ["are one", [colour("1", "Rose")], undefined],
])("where the variants %s, the shopper reads the product's own word for the choice, or none", (_, variants, choice) => {
  const offer = chosenOffer(someRule(), someProduct({ variants }), someFacts(), 1);
  expect(offerView({ offer, step: 1, ticket: "sealed" }, "en").choice).toBe(choice);
});
