import type { ApplyChangesetOptions, PostPurchaseRenderApi } from "@shopify/post-purchase-ui-extensions";

// The package does not export these by name; derived, they are exactly what it says (0.13.5).
export type InputData = PostPurchaseRenderApi["inputData"];
export type ExtensionPoint = "Checkout::PostPurchase::ShouldRender" | "Checkout::PostPurchase::Render";
export type Purchase = InputData["initialPurchase"];
export type MoneyBag = Purchase["totalPriceSet"];
export type Changeset = Exclude<Parameters<PostPurchaseRenderApi["calculateChangeset"]>[0], string>;
export type CalculateChangesetResult = Awaited<ReturnType<PostPurchaseRenderApi["calculateChangeset"]>>;
export type CalculatedPurchase = NonNullable<CalculateChangesetResult["calculatedPurchase"]>;
export type ApplyChangesetResult = Awaited<ReturnType<PostPurchaseRenderApi["applyChangeset"]>>;
export type ChangesetError = ApplyChangesetResult["errors"][number];
export type { ApplyChangesetOptions };
