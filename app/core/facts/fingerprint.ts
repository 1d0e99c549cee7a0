import { hashOf } from "../values/hash.ts";
import type { Facts } from "./facts.ts";

/**
 * What makes two questions about one purchase the same question: its lines, whatever their order, and its total. A
 * cart changed before payment has another fingerprint, and a ticket made for the old one is stale.
 */
export function purchaseFingerprint({ lines, total, presentmentCurrency }: Facts): string {
  const parts = lines.map(
    (line) =>
      `${line.product}/${line.variant}/${line.quantity}/${line.total.minor}${line.total.currency}/${line.sellingPlan ?? ""}`,
  );
  return hashOf([...parts.sort(), `${total.minor}${total.currency}`, presentmentCurrency].join("\n"));
}
