import { extend } from "@shopify/post-purchase-ui-extensions";
import { renderOffer } from "./render-offer.ts";
import { shouldRender } from "./should-render.ts";

extend("Checkout::PostPurchase::ShouldRender", shouldRender);
extend("Checkout::PostPurchase::Render", renderOffer);
