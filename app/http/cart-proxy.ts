import { cartDecideRequest, cartEventRequest, cartPrepareRequest } from "#app/contracts/surfaces.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { AppProxyReading } from "#app/shopify/authenticate-app-proxy.ts";
import { appProxyRefusal } from "./refusals.ts";
import type { Endpoint } from "./shoppers-listener.ts";
import { endpointsUnder, type SurfaceFlows } from "./surfaces.ts";

/** The cart's endpoints behind Shopify's app proxy, by path: [app_proxy] in shopify.app.toml leads to /proxy. */
export function cartEndpoints(
  needs: SurfaceFlows & { readonly authenticate: (url: string | undefined, now: Instant) => AppProxyReading },
): ReadonlyMap<string, Endpoint> {
  return endpointsUnder("/proxy/cart/", needs, {
    caller: (req, now) => {
      const reading = needs.authenticate(req.url, now);
      if (reading.kind === "refused") throw appProxyRefusal(reading.why);
      return reading;
    },
    decide: cartDecideRequest.transform(ofTheCart),
    prepare: cartPrepareRequest.transform(ofTheCart),
    event: cartEventRequest.transform(ofTheCart),
  });
}

function ofTheCart<Body>(body: Body): Body & { readonly surface: "cart" } {
  return { ...body, surface: "cart" };
}
