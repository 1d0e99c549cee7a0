import type { OrderPayment } from "#app/core/attribution/attribution.ts";
import type { OrderNode, TransactionNode } from "./graphql/read-order.graphql.ts";

/** As https://shopify.dev/docs/api/admin-graphql/2026-10/enums/DigitalWallet names them; Shop Pay is none of these. */
const WALLETS: Readonly<Record<string, string>> = {
  APPLE_PAY: "Apple Pay",
  GOOGLE_PAY: "Google Pay",
  ANDROID_PAY: "Google Pay",
  AMAZON_PAY: "Amazon Pay",
  FACEBOOK_PAY: "Facebook Pay",
};

const AMAZON = /^amazon/i;

/** How the purchase was paid: by what came besides a gift card where one paid a part. */
export function paymentOf({ transactions }: Pick<OrderNode, "transactions">): { payment?: OrderPayment } {
  const [first] = transactions;
  const made = transactions.find(({ gateway }) => gateway !== "gift_card") ?? first;
  const payment = made && paymentBy(made);
  return payment ? { payment } : {};
}

function paymentBy({ gateway, manualPaymentGateway, paymentDetails }: TransactionNode): OrderPayment | undefined {
  if (gateway === "gift_card") return { kind: "gift-card" };
  if (manualPaymentGateway) return { kind: "manual", ...(gateway && { name: gateway }) };
  const method = paymentDetails?.paymentMethodName;
  const name = method ? { name: method } : {};
  switch (paymentDetails?.__typename) {
    case "CardPaymentDetails": {
      const wallet = WALLETS[paymentDetails.wallet ?? ""];
      return wallet ? { kind: "wallet", name: wallet } : { kind: "card", ...name };
    }
    case "PaypalWalletPaymentDetails":
      return { kind: "paypal", name: "PayPal" };
    case "ShopPayInstallmentsPaymentDetails":
      return { kind: "installments", name: "Shop Pay Installments" };
    case "LocalPaymentMethodsPaymentDetails":
      return method && AMAZON.test(method) ? { kind: "wallet", name: "Amazon Pay" } : { kind: "local", ...name };
    default:
      return undefined;
  }
}
