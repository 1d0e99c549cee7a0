import type { ArgumentsForExtension } from "@shopify/post-purchase-ui-extensions";

/** The names that Shopify's package gives no name. Source: @shopify/post-purchase-ui-extensions 0.13.5. */
type RenderArguments = ArgumentsForExtension<"Checkout::PostPurchase::Render">;

/** Where components are drawn. */
export type Root = RenderArguments[0];

export type RenderApi = RenderArguments[1];

export type ShouldRenderApi = ArgumentsForExtension<"Checkout::PostPurchase::ShouldRender">[0];

type Settled<Answer> = Answer extends PromiseLike<infer Value> ? Value : never;

export type Calculation = Settled<ReturnType<RenderApi["calculateChangeset"]>>;

/** Without tax lines where nobody has worked them out, as in a preview; Shopify always gives them, none as none. */
export type CalculatedPurchase = Omit<Worked, "addedTaxLines"> & Partial<Pick<Worked, "addedTaxLines">>;
type Worked = Extract<Calculation, { status: "processed" }>["calculatedPurchase"];

export type Applied = Settled<ReturnType<RenderApi["applyChangeset"]>>;

export type Changeset = Exclude<Parameters<RenderApi["calculateChangeset"]>[0], string>;
