import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import {
  decideRequest,
  type PrepareAnswer,
  type PrepareRequest,
  type PurchaseBody,
  prepareRequest,
  type SurfaceDecideAnswer,
  type SurfaceEventAnswer,
  type SurfaceEventRequest,
  surfaceEventRequest,
} from "#app/contracts/surfaces.ts";
import { factsOf } from "#app/core/extract/facts-of.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { CustomerId, OrderId, PurchaseReference, Shop, VariantId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { DecideOnSurfaceOutcome, PurchaseOnSurface } from "#app/flows/decide-on-surface.ts";
import type { PrepareAsk, PrepareOutcome } from "#app/flows/prepare-offer.ts";
import type { RecordSurfaceOutcome, SurfaceTelling } from "#app/flows/record-surface-event.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { SessionTokenReading } from "#app/shopify/authenticate-session-token.ts";
import { sendJson } from "./answer.ts";
import { parsedBody } from "./parsed-body.ts";
import { type BodyLimits, readJsonBody } from "./read-body.ts";
import { notInstalled, sessionTokenRefusal, surfaceRefusal } from "./refusals.ts";
import type { Endpoint } from "./shoppers-listener.ts";

/** What the pages other than the post-purchase one are answered by. */
export interface SurfaceFlows {
  /** True once it is known that the shop hasn't the app: from memory, at once. */
  readonly isKnownAbsent: (shop: Shop) => boolean;
  readonly decide: (purchase: PurchaseOnSurface, now: Instant) => Promise<DecideOnSurfaceOutcome>;
  readonly prepare: (ask: PrepareAsk, now: Instant) => Promise<PrepareOutcome>;
  readonly record: (telling: SurfaceTelling, now: Instant) => Promise<RecordSurfaceOutcome>;
  readonly clock: Clock;
}

/** Whose page asks; who they are, where Shopify says so. */
interface SurfaceCaller {
  readonly shop: Shop;
  readonly customer?: CustomerId;
}

/** The endpoints of checkout, thank-you and order status, by path; what they take and give is in app/contracts/surfaces.ts. */
export function surfaceEndpoints(
  needs: SurfaceFlows & {
    readonly authenticate: (authorization: string | undefined, now: Instant) => SessionTokenReading;
  },
): ReadonlyMap<string, Endpoint> {
  return endpointsUnder("/api/v1/offers/", needs, {
    caller: (req, now) => {
      const reading = needs.authenticate(req.headers.authorization, now);
      if (reading.kind === "refused") throw sessionTokenRefusal(reading.why);
      return reading;
    },
    decide: decideRequest,
    prepare: prepareRequest,
    event: surfaceEventRequest,
  });
}

interface Way {
  /** Who asks, by a token or a signature. Throws an AppError for everyone else. */
  readonly caller: (req: IncomingMessage, now: Instant) => SurfaceCaller;
  readonly decide: z.ZodType<AnySurface<z.infer<typeof decideRequest>>>;
  readonly prepare: z.ZodType<AnySurface<PrepareRequest>>;
  readonly event: z.ZodType<AnySurface<SurfaceEventRequest>>;
}

/** The cart asks the same as the pages of the checkout. */
type AnySurface<Body> = Omit<Body, "surface"> & { readonly surface: Surface };

/** A cart of 500 lines, each with a title of 255 signs, fits. */
const BODY_LIMITS: BodyLimits = { bytesMost: 512 * 1024, msMost: 5_000 };

/** decide, prepare and event under this path, whoever may ask there. */
export function endpointsUnder(path: string, flows: SurfaceFlows, way: Way): ReadonlyMap<string, Endpoint> {
  const endpoint =
    <Body extends { readonly surface: Surface; readonly purchase: PurchaseBody }>(
      schema: z.ZodType<Body>,
      answer: (purchase: PurchaseOnSurface, body: Body, now: Instant) => Promise<unknown>,
    ): Endpoint =>
    async (req: IncomingMessage, res: ServerResponse) => {
      const caller = way.caller(req, flows.clock());
      if (flows.isKnownAbsent(caller.shop)) throw notInstalled();
      const body = parsedBody(schema, await readJsonBody(req, BODY_LIMITS));
      const now = flows.clock();
      sendJson(res, 200, await answer(purchaseIn(body, caller, now), body, now));
    };

  return new Map([
    [`${path}decide`, endpoint(way.decide, (purchase, _body, now) => decided(flows, purchase, now))],
    [`${path}prepare`, endpoint(way.prepare, (purchase, body, now) => prepared(flows, purchase, body, now))],
    [`${path}event`, endpoint(way.event, (purchase, body, now) => told(flows, purchase, body, now))],
  ]);
}

function purchaseIn(
  { surface, purchase }: { readonly surface: Surface; readonly purchase: PurchaseBody },
  { shop, customer }: SurfaceCaller,
  now: Instant,
): PurchaseOnSurface {
  const { lines, subtotal, total, discountTotal = total, cart } = purchase;
  const amounts = [subtotal, discountTotal, ...lines.map((line) => line.total)];
  if (amounts.some(({ currency }) => currency !== total.currency)) {
    throw new AppError("wrong-content", 400, "purchase: all amounts are in what the shopper pays in.");
  }
  const facts = factsOf(purchase, shop, surface, now);
  return {
    facts: customer ? { ...facts, customer } : facts,
    ...(cart === undefined ? {} : { cart: cart as PurchaseReference }),
  };
}

async function decided(
  { decide }: SurfaceFlows,
  purchase: PurchaseOnSurface,
  now: Instant,
): Promise<SurfaceDecideAnswer> {
  return decide(purchase, now);
}

async function prepared(
  { prepare }: SurfaceFlows,
  purchase: PurchaseOnSurface,
  { purchase: { order }, offer, variants = [] }: Pick<PrepareRequest, "purchase" | "offer" | "variants">,
  now: Instant,
): Promise<PrepareAnswer> {
  const drawn = variants as VariantId[];
  return prepare({ ...purchase, offer, drawn, ...(order === undefined ? {} : { order: order as OrderId }) }, now);
}

async function told(
  { record }: SurfaceFlows,
  purchase: PurchaseOnSurface,
  { offer, kind, items = [], turn }: Pick<SurfaceEventRequest, "offer" | "kind" | "items" | "turn">,
  now: Instant,
): Promise<SurfaceEventAnswer> {
  const picked = items.map(({ variantId, quantity }) => ({ variant: variantId as VariantId, quantity }));
  const telling = { ...purchase, offer, kind, items: picked, ...(turn === undefined ? {} : { turn }) };
  const outcome = await record(telling, now);
  if (outcome.kind === "refused") throw surfaceRefusal(outcome.why);
  return outcome;
}
