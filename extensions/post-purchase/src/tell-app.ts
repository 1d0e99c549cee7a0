import type { EventAnswer, EventRequest, OfferView } from "#app/contracts/post-purchase.ts";
import { askApp } from "#extensions/shared/ask-app.ts";
import { within } from "#extensions/shared/within.ts";

/** The worker ends with the page, so an event sent just before leaving is waited for, but no longer than this. */
const BEFORE_LEAVING = 400;
/** How long a shopper may be kept for an offer that is said to follow. */
const FOR_THE_NEXT = 1_500;

/** Tells the app what the shopper saw or did. Informative only, never rejects. */
export async function tellApp(token: string, event: EventRequest): Promise<EventAnswer | undefined> {
  const asked = await askApp<EventAnswer>({
    path: "/api/v1/post-purchase/event",
    token,
    body: event,
    milliseconds: 5_000,
    outlivesPage: true,
  });
  return asked.kind === "answered" ? asked.answer : undefined;
}

/**
 * The same for an event that leads on: what follows it, where something may. Over after 1.5 s at the latest, after 0.4 s
 * where nothing can follow.
 */
export async function tellForNext(
  token: string,
  event: EventRequest,
  mayFollow: boolean,
): Promise<OfferView | undefined> {
  const told = await within(mayFollow ? FOR_THE_NEXT : BEFORE_LEAVING, tellApp(token, event));
  return mayFollow && told !== "late" ? told?.next : undefined;
}
