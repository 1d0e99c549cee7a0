import type { EventRequest } from "#app/contracts/post-purchase.ts";
import { askApp } from "#extensions/shared/ask-app.ts";
import { within } from "#extensions/shared/within.ts";

/** The worker ends with the page, so an event sent just before leaving is waited for, but no longer than this. */
const BEFORE_LEAVING = 400;

/** Tells the app what the shopper saw or did. Informative only, never rejects. */
export async function tellApp(token: string, event: EventRequest): Promise<void> {
  await askApp({ path: "/api/v1/post-purchase/event", token, body: event, milliseconds: 5_000, outlivesPage: true });
}

/** The same for an event that leads away from the page: over after 0.4 s at the latest. */
export async function tellAppAndLeave(token: string, event: EventRequest): Promise<void> {
  await within(BEFORE_LEAVING, tellApp(token, event));
}
