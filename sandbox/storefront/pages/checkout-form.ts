import { PAYMENT_METHODS } from "../../store/checkout/payment-methods.ts";
import type { SandboxStore } from "../../store/sandbox-store.ts";
import type { Checkout, CheckoutChange, CheckoutProblem, PaymentMeans } from "../../store/state/checkout.ts";
import type { Address } from "../../store/state/order.ts";
import { english } from "../words/en.ts";
import type { Words } from "../words/words.ts";

/** The form's fields by name, as sent; what was not sent is empty. */
export type CheckoutValues = Readonly<Record<FieldName, string>>;

const FIELDS = [
  "email",
  "country",
  "firstName",
  "lastName",
  "address1",
  "address2",
  "city",
  "zip",
  "shippingMethod",
  "paymentMethod",
  "cardNumber",
  "expiry",
  "cvv",
  "cardName",
  "currency",
] as const;

export type FieldName = (typeof FIELDS)[number];

/** A sentence for each field that is not right, and `form` for what no field can mend. */
export type CheckoutErrors = Partial<Record<FieldName | "form", string>>;

const ADDRESS_FIELDS = ["firstName", "lastName", "address1", "city", "zip"] as const;

export function parseValues(form: URLSearchParams): CheckoutValues {
  const entries = FIELDS.map((name) => [name, (form.get(name) ?? "").trim().slice(0, 200)]);
  return Object.fromEntries(entries) as Record<FieldName, string>;
}

/** What the checkout already knows, for a page that is opened again. Card data is never kept. */
export function valuesOf(checkout: Checkout): CheckoutValues {
  const { address } = checkout;
  return {
    ...(Object.fromEntries(FIELDS.map((name) => [name, ""])) as Record<FieldName, string>),
    email: checkout.email,
    country: checkout.country,
    firstName: address?.firstName ?? "",
    lastName: address?.lastName ?? "",
    address1: address?.address1 ?? "",
    address2: address?.address2 ?? "",
    city: address?.city ?? "",
    zip: address?.zip ?? "",
    shippingMethod: checkout.shippingMethod?.id ?? "",
    paymentMethod: "card",
    currency: checkout.presentmentCurrency,
  };
}

/** An address that is not whole yet is left out: the checkout keeps none or a whole one. */
export function changeOf(values: CheckoutValues, words: Words): CheckoutChange {
  const address: Omit<Address, "country"> = {
    firstName: values.firstName,
    lastName: values.lastName,
    address1: values.address1,
    ...(values.address2 ? { address2: values.address2 } : {}),
    city: values.city,
    zip: values.zip,
  };
  return {
    email: values.email,
    country: values.country,
    shippingMethod: values.shippingMethod,
    presentmentCurrency: values.currency,
    language: words.locale,
    ...(ADDRESS_FIELDS.every((name) => values[name]) ? { address } : {}),
  };
}

/** What is missing before a card may be charged; empty when nothing is. */
export function errorsOf(values: CheckoutValues, checkout: Checkout, words: Words): CheckoutErrors {
  const errors: CheckoutErrors = {};
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) errors.email = words.requiredEmail;
  const isSent = checkout.shippingMethod !== undefined && !checkout.shippingMethod.pickup;
  const missing = isSent ? ADDRESS_FIELDS.filter((name) => !values[name]) : [];
  for (const name of missing) errors[name] = words.required;
  if (meansOf(values).kind === "card" && !values.cardNumber) errors.cardNumber = words.required;
  return { ...errors, ...problemsOf(checkout.problems, words) };
}

/** The card that was typed, unless another way of paying was chosen. */
export function meansOf({ paymentMethod, cardNumber }: CheckoutValues): PaymentMeans {
  const method = PAYMENT_METHODS.find(({ id }) => id === paymentMethod);
  return method ? { kind: "method", method: method.id } : { kind: "card", number: cardNumber };
}

/** What is wrong with the goods themselves. */
export function problemsOf(problems: readonly CheckoutProblem[], words: Words): CheckoutErrors {
  for (const problem of problems) {
    if (problem.kind === "sold-out") return { form: words.problems["sold-out"](problem.title, problem.left) };
    if (problem.kind === "gone" || problem.kind === "empty") return { form: words.problems[problem.kind] };
  }
  return {};
}

/** The gateway's sentence in the shopper's language; as it is where it is none we know. */
export function refusalIn(words: Words, message: string): string {
  const known = (["declined", "failed", "unknown"] as const).find((kind) => english.refusals[kind] === message);
  return known ? words.refusals[known] : message;
}

/** The wallet knows its owner: what the form left open comes from there. */
export function withWallet(store: SandboxStore, token: string, words: Words): void {
  const checkout = store.checkout(token);
  if (!checkout) return;
  store.updateCheckout(token, {
    language: words.locale,
    ...(checkout.email ? {} : { email: "wren@example.com" }),
    ...(checkout.address
      ? {}
      : {
          address: { firstName: "Wren", lastName: "Wallet", address1: "4 Pocket Lane", city: "York", zip: "YO1 7HH" },
        }),
  });
}
