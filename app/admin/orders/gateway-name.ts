/** As it is written on its own sign. */
const SIGNS: Readonly<Record<string, string>> = { paypal: "PayPal", bogus: "Bogus Gateway" };

/** "Shopify Payments" from "shopify_payments"; what Shopify already names in words stays as it is. */
export function gatewayName(gateway: string): string {
  const sign = SIGNS[gateway];
  if (sign !== undefined) return sign;
  if (!/^[a-z0-9_]+$/.test(gateway)) return gateway;
  return gateway
    .split("_")
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
