import type {
  PrepareAnswer,
  PrepareRequest,
  PurchaseBody,
  SurfaceDecideAnswer,
  SurfaceEventAnswer,
  SurfaceEventRequest,
} from "#app/contracts/surfaces.ts";
import type { OfferName, SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { askApp } from "../ask-app.ts";
import { within } from "../within.ts";
import type { Memory } from "./memory.ts";
import type { Place } from "./page.ts";
import { type Prepared, preparedAsDrawn, untilPrepared } from "./until-prepared.ts";

/** Milliseconds, the token's included: after this the app counts as silent and what needs nothing from it is shown. */
const SILENT_AFTER = 300;
const EVENT_WITHIN = 5_000;
/** Nothing else is kept waiting for it. */
const OUTCOME_WITHIN = 5_000;

/** The app's answer, undefined when it is silent or refuses. */
export async function askToDecide(place: Place, purchase: PurchaseBody): Promise<SurfaceDecideAnswer | undefined> {
  return post<SurfaceDecideAnswer>(place, "decide", { purchase }, SILENT_AFTER);
}

/** What became of an offer that was taken on an earlier visit; undefined when the app is silent or refuses. */
export async function askForOutcome(place: Place, purchase: PurchaseBody): Promise<SurfaceDecideAnswer | undefined> {
  return post<SurfaceDecideAnswer>(place, "decide", { purchase }, OUTCOME_WITHIN);
}

/** Asks until the offer's codes exist, at most about ten seconds. Undefined: it can't be had at its price. */
export function prepareOffer(place: Place, purchase: PurchaseBody, offer: SurfaceOffer): Promise<Prepared | undefined> {
  const asked: Omit<PrepareRequest, "surface"> = { purchase, ...preparedAsDrawn(offer) };
  return untilPrepared((milliseconds) => post<PrepareAnswer>(place, "prepare", asked, milliseconds));
}

export type ToldEvent = Pick<SurfaceEventRequest, "kind" | "items">;

/** Tells the app what the shopper did; whether it was heard. Never waited for before the shopper goes on. */
export async function tell(
  place: Place,
  purchase: PurchaseBody,
  { rule, version, step }: OfferName,
  event: ToldEvent,
): Promise<boolean> {
  // By the clock: a yes that arrives after the undo that followed it is not the last word.
  const body = { purchase, offer: { rule, version, step }, ...event, ...(event.items && { turn: Date.now() }) };
  return (await post<SurfaceEventAnswer>(place, "event", body, EVENT_WITHIN)) !== undefined;
}

/** The same, once for this offer and purchase: what was heard is remembered, what was not is told on the next visit. */
export async function tellOnce(
  place: Place,
  purchase: PurchaseBody,
  offer: OfferName,
  kind: ToldEvent["kind"],
  memory: Memory,
): Promise<void> {
  const told = [kind, offer.rule, offer.version, offer.step].join(" ");
  if (memory.isTold(told)) return;
  memory.keepTold(told);
  if (!(await tell(place, purchase, offer, { kind }))) memory.forgetTold(told);
}

async function post<Answer>(
  { page, surface }: Place,
  verb: "decide" | "prepare" | "event",
  body: object,
  milliseconds: number,
): Promise<Answer | undefined> {
  const began = Date.now();
  const token = await within(milliseconds, page.sessionToken.get()).catch(() => "late" as const);
  const left = milliseconds - (Date.now() - began);
  if (token === "late" || left <= 0) return undefined;
  const asked = await askApp<Answer>({
    path: `/api/v1/offers/${verb}`,
    token,
    body: { surface, ...body },
    milliseconds: left,
    outlivesPage: verb === "event",
  });
  return asked.kind === "answered" ? asked.answer : undefined;
}
