import type { FetchRoute, InputData } from "#hosts/post-purchase/host.ts";

/** Filled in when this is bundled: where the app's address leads on this machine. */
declare const APP_ROUTE: FetchRoute;

export const routes: readonly FetchRoute[] = [APP_ROUTE];

/** The token in this page's address, /checkouts/<token>…; only pages of a checkout load this. */
export const checkoutToken = location.pathname.split("/")[2] ?? "";

/** The extension's bundle, byte for byte. */
export async function extensionSource(): Promise<string> {
  return (await answered(await fetch("/assets/extension.js"))).text();
}

export async function inputFor(point: "ShouldRender" | "Render"): Promise<InputData> {
  return (await postPurchase("input", { point: `Checkout::PostPurchase::${point}` })) as InputData;
}

/** Relays to the store what an extension asks of Shopify. */
export async function postPurchase(step: "input" | "calculate" | "apply", sent: object): Promise<unknown> {
  const response = await fetch(`/checkouts/${checkoutToken}/post-purchase/${step}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(sent),
  });
  return (await answered(response)).json();
}

export async function answered(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}
