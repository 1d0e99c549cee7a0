/** Why a purchase has no post-purchase page. */
export type SkipReason =
  | "wallet"
  | "installments"
  | "not-vaulted"
  | "bank"
  | "manual"
  | "gift-card"
  | "no-billing-agreement"
  | "duties"
  | "heavy-load"
  | "other-currency"
  | "pickup"
  | "nothing-shipped"
  | "total-too-small"
  | "another-app"
  | "app-not-installed";
