import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import type { Customer } from "../../state/customer.ts";
import type { Address } from "../../state/order.ts";

const countryNames = new Intl.DisplayNames("en", { type: "region" });

export function addressPayload(address: Address) {
  return {
    first_name: address.firstName,
    last_name: address.lastName,
    name: `${address.firstName} ${address.lastName}`.trim(),
    address1: address.address1,
    address2: address.address2 ?? null,
    city: address.city,
    zip: address.zip,
    company: null,
    country: countryNames.of(address.country) ?? address.country,
    country_code: address.country,
    latitude: null,
    longitude: null,
    phone: "",
    province: "",
    province_code: "",
  };
}

/** The customer of an order. Tags and consents are not in it since 2025-01; they have topics of their own. */
export function customerPayload(engine: Engine, customer: Customer, address: Address | undefined) {
  return {
    id: customer.id,
    admin_graphql_api_id: `gid://shopify/Customer/${customer.id}`,
    created_at: isoSeconds(customer.createdAt),
    currency: engine.shop.currency,
    default_address: address ? defaultAddress(customer, address) : null,
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    multipass_identifier: null,
    note: null,
    phone: null,
    state: "disabled",
    tax_exempt: false,
    tax_exemptions: [],
    updated_at: isoSeconds(customer.updatedAt),
    verified_email: true,
  };
}

/** customers/create and customers/update. */
export function customerTopicPayload(engine: Engine, customer: Customer): Readonly<Record<string, unknown>> {
  const { address } = customer;
  const first = address && { ...defaultAddress(customer, address), address2: address.address2 ?? "", company: "" };
  return { ...customerPayload(engine, customer, address), addresses: first ? [first] : [], note: "" };
}

export function customerDeletedPayload({ id }: Customer): Readonly<Record<string, unknown>> {
  return { id, tax_exemptions: [], admin_graphql_api_id: `gid://shopify/Customer/${id}` };
}

/** customer.tags_added and customer.tags_removed: those that came or went, not all there are. */
export function taggedPayload({ id, updatedAt }: Customer, tags: readonly string[]): Readonly<Record<string, unknown>> {
  return { customerId: `gid://shopify/Customer/${id}`, tags, occurredAt: new Date(updatedAt).toISOString() };
}

function defaultAddress(customer: Customer, address: Address) {
  const { latitude: _latitude, longitude: _longitude, ...payload } = addressPayload(address);
  return { ...payload, id: customer.id, customer_id: customer.id, country_name: payload.country, default: true };
}
