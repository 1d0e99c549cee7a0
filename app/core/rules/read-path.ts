import { parseCurrency } from "../values/currency.ts";
import type { ProductId, VariantId } from "../values/ids.ts";
import type { Worded } from "../values/language.ts";
import type { Money } from "../values/money.ts";
import type { Reading } from "./reading.ts";
import type { Discount, Offer, OfferShipping, Path, ProductSource } from "./rulebook.ts";

/** Shopify takes at most three accepted offers on one purchase, and a path follows them. */
const STEPS_MOST = 3;

/** An offer and what follows it, at most three steps deep. */
export function readPath(reading: Reading, step = 1): Path | undefined {
  if (!reading.object("The offer")) return undefined;
  if (step > STEPS_MOST) return reading.wrong(`A path has at most ${STEPS_MOST} steps.`);
  reading.onlyFields(["offer", "ifAccepted", "ifDeclined"]);
  const offer = readOffer(reading.at("offer"));
  const [ifAccepted, ifDeclined] = (["ifAccepted", "ifDeclined"] as const).map((name) =>
    reading.at(name).isAbsent ? undefined : readPath(reading.at(name), step + 1),
  );
  return offer && { offer, ...(ifAccepted ? { ifAccepted } : {}), ...(ifDeclined ? { ifDeclined } : {}) };
}

function readOffer(reading: Reading): Offer | undefined {
  if (!reading.object("The offer")) return undefined;
  reading.onlyFields(["kind", "source", "discount", "quantityMost", "shipping", "words"]);
  const kind = reading.at("kind").oneOf(["cross-sell"], "An offer's kind is cross-sell.");
  const source = readSource(reading.at("source"));
  const discount = readDiscount(reading.at("discount"));
  const quantityMost = reading.at("quantityMost").wholeNumber(1, 10, "The quantity is a whole number from 1 to 10.");
  const shipping = readShipping(reading.at("shipping"));
  const words = readWords(reading.at("words"));
  const isWhole = kind && source && discount && quantityMost && shipping && words;
  return isWhole ? { kind, source, discount, quantityMost, shipping, words } : undefined;
}

function readSource(reading: Reading): ProductSource | undefined {
  reading.onlyFields(["kind", "product", "variants"]);
  const kind = reading.at("kind").oneOf(["named"], "A product source is named.");
  const product = reading.at("product").id<ProductId>("Choose the product to offer.");
  const variants = reading.at("variants");
  if (variants.isAbsent) return kind && product && { kind, product };
  const items = variants.list("The variants are a list of ids.", 100);
  if (items?.length === 0) return variants.wrong("Choose at least one variant, or leave the list out for all of them.");
  const ids = items?.map((item) => item.id<VariantId>("A variant's id is its number in Shopify, as text."));
  const isWhole = kind && product && ids?.every((id) => id !== undefined);
  return isWhole ? { kind, product, variants: [...new Set(ids)] } : undefined;
}

function readDiscount(reading: Reading): Discount | undefined {
  const kind = reading.at("kind").oneOf(["none", "percent"], "A discount is none or a percentage.");
  reading.onlyFields(kind === "percent" ? ["kind", "percent"] : ["kind"]);
  if (kind !== "percent") return kind && { kind };
  const { value } = reading.at("percent");
  const isPercent =
    typeof value === "number" && value > 0 && value <= 100 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;
  return isPercent
    ? { kind, percent: value }
    : reading.at("percent").wrong("The discount is a percentage above 0, at most 100, with at most two decimals.");
}

function readShipping(reading: Reading): OfferShipping | undefined {
  const kind = reading.at("kind").oneOf(["free", "price"], "Shipping is free or has a price.");
  reading.onlyFields(kind === "price" ? ["kind", "price"] : ["kind"]);
  if (kind !== "price") return kind && { kind };
  const price = readMoney(reading.at("price"));
  return price && { kind, price };
}

function readMoney(reading: Reading): Money | undefined {
  reading.onlyFields(["minor", "currency"]);
  const minor = reading
    .at("minor")
    .wholeNumber(0, 1_000_000_000, "The price is a whole number of pence, cents or the like, 0 or more.");
  const code = reading.at("currency").value;
  const currency = typeof code === "string" ? parseCurrency(code) : undefined;
  if (!currency) return reading.at("currency").wrong("The currency is a code of three letters.");
  return minor === undefined ? undefined : { minor, currency };
}

function readWords(reading: Reading): Offer["words"] | undefined {
  reading.onlyFields(["headline", "reason"]);
  const headline = readWorded(reading.at("headline"), 120);
  const reason = readWorded(reading.at("reason"), 300);
  return headline && reason && { headline, reason };
}

/** `{}` where the merchant wrote none: the surface has words of its own. */
function readWorded(reading: Reading, most: number): Worded | undefined {
  const languages = reading.object("The words by language");
  if (!languages) return undefined;
  const entries = Object.keys(reading.value as object).map((language) => {
    if (!/^[a-z]{2,3}$/.test(language)) return reading.at(language).wrong("A language is a code such as en or de.");
    const text = reading.at(language).text("Write the words, or leave the language out.", most);
    return text === undefined ? undefined : ([language, text] as const);
  });
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined;
}
