import type { IncomingMessage, ServerResponse } from "node:http";
import type { Span } from "#app/core/attribution/home-period.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import { acceptOffer } from "#app/flows/accept-offer.ts";
import { cancelExport } from "#app/flows/cancel-export.ts";
import { checkRulebook } from "#app/flows/check-rulebook.ts";
import { checkSetup } from "#app/flows/check-setup.ts";
import { compareRulebooks } from "#app/flows/compare-rulebooks.ts";
import { copyNamedProducts } from "#app/flows/copy-named-products.ts";
import { decideOffer, decisionMemory } from "#app/flows/decide-offer.ts";
import { decideOnSurface } from "#app/flows/decide-on-surface.ts";
import { deleteDrafts } from "#app/flows/delete-drafts.ts";
import { duplicateRule } from "#app/flows/duplicate-rule.ts";
import { endTrial } from "#app/flows/end-trial.ts";
import { explainOrder } from "#app/flows/explain-order.ts";
import { exportEvidence } from "#app/flows/export-evidence.ts";
import { exportRulebook } from "#app/flows/export-rulebook.ts";
import { importRulebook } from "#app/flows/import-rulebook.ts";
import { installShop } from "#app/flows/install-shop.ts";
import { moveRule } from "#app/flows/move-rule.ts";
import { pauseRule } from "#app/flows/pause-rule.ts";
import { prepareOffer } from "#app/flows/prepare-offer.ts";
import { publishRule, publishRules } from "#app/flows/publish-rule.ts";
import { publishRulebook } from "#app/flows/publish-rulebook.ts";
import { readEditorShop } from "#app/flows/read-editor-shop.ts";
import { readExport } from "#app/flows/read-export.ts";
import { readGoods } from "#app/flows/read-goods.ts";
import { readPrices } from "#app/flows/read-prices.ts";
import { receiveWebhook } from "#app/flows/receive-webhook.ts";
import { recordShopperEvent } from "#app/flows/record-shopper-event.ts";
import { recordSurfaceEvent } from "#app/flows/record-surface-event.ts";
import { restoreRules } from "#app/flows/restore-rules.ts";
import { rollBackRulebook } from "#app/flows/roll-back-rulebook.ts";
import { saveRule } from "#app/flows/save-rule.ts";
import { saveSettings } from "#app/flows/save-settings.ts";
import { startErasure } from "#app/flows/start-erasure.ts";
import { startExport } from "#app/flows/start-export.ts";
import { stopErasure } from "#app/flows/stop-erasure.ts";
import { takeRulesOff } from "#app/flows/take-rules-off.ts";
import { tryRule } from "#app/flows/try-rule.ts";
import { widenTrial } from "#app/flows/widen-trial.ts";
import { cartEndpoints } from "#app/http/cart-proxy.ts";
import { postPurchaseEndpoints } from "#app/http/post-purchase.ts";
import { shoppersListener } from "#app/http/shoppers-listener.ts";
import { surfaceEndpoints } from "#app/http/surfaces.ts";
import { jobHandlers } from "#app/jobs/handlers.ts";
import { startWorker } from "#app/jobs/worker.ts";
import { type Clock, systemClock } from "#app/platform/clock.ts";
import { derivedKey } from "#app/platform/derived-key.ts";
import type { ProductionSettings } from "#app/platform/env.ts";
import { type Log, openLog } from "#app/platform/log.ts";
import { rateLimit } from "#app/platform/rate-limit.ts";
import { type AdminOf, adminClients } from "#app/shopify/admin-client.ts";
import { appProxyAuthenticator } from "#app/shopify/authenticate-app-proxy.ts";
import { postPurchaseAuthenticator } from "#app/shopify/authenticate-post-purchase.ts";
import { sessionTokenAuthenticator } from "#app/shopify/authenticate-session-token.ts";
import { type AuthenticateWebhook, webhookAuthenticator } from "#app/shopify/authenticate-webhook.ts";
import { offerCodes } from "#app/shopify/create-offer-codes.ts";
import { freshSessions } from "#app/shopify/fresh-sessions.ts";
import { WHILE_A_MERCHANT_WAITS } from "#app/shopify/patience.ts";
import { tokenRefresher } from "#app/shopify/refresh-token.ts";
import { createShopify, type Shopify } from "#app/shopify/shopify-app.ts";
import { changesetSigner } from "#app/shopify/sign-changeset.ts";
import { sealedTickets } from "#app/shopify/tickets.ts";
import { asAppError } from "#app/stores/broken-connections.ts";
import { quickCustomerFacts } from "#app/stores/customer-facts.ts";
import { openDatabase } from "#app/stores/database.ts";
import { decisionRecorder } from "#app/stores/decision-recorder.ts";
import { openExclusion } from "#app/stores/exclusively.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { openQuickReads } from "#app/stores/quick-reads.ts";
import { loadDraftedAt } from "#app/stores/read-models/drafted-at.ts";
import { loadExports } from "#app/stores/read-models/exports-screen.ts";
import { type HomeAsk, loadHomeScreen } from "#app/stores/read-models/home-screen.ts";
import { loadErasure, loadKeptDataScreen, loadShopName } from "#app/stores/read-models/kept-data-screen.ts";
import { loadOrdersScreen, type OrdersAsk } from "#app/stores/read-models/orders-screen.ts";
import { loadRuleNumbers } from "#app/stores/read-models/rule-numbers.ts";
import { loadRulesNamed } from "#app/stores/read-models/rules-named.ts";
import { loadRulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { loadScreenShop } from "#app/stores/read-models/screen-shop.ts";
import { loadSettingsScreen } from "#app/stores/read-models/settings-screen.ts";
import { loadVersionsScreen } from "#app/stores/read-models/versions-screen.ts";
import { encryptedSessionStorage } from "#app/stores/sessions.ts";
import { installedShops, isInstalled } from "#app/stores/shops.ts";

export interface CompositionSettings
  extends Pick<ProductionSettings, "apiKey" | "apiSecret" | "appUrl" | "databaseUrl"> {
  /** Another App Bridge than Shopify's own, where there is no internet. */
  readonly appBridgeUrl?: string;
  /** How long a decision waits for what the database knows of the customer; the stores' own limit unless told. */
  readonly customerFactsWithinMs?: number;
  readonly log?: Log;
  readonly clock?: Clock;
  readonly lookForAbandonedJobsEveryMs?: number;
}

/** Of a shop: a few seconds of what its Admin API allows on the smallest plan, so that the rest of the work goes on. */
const CODES_MOST = { most: 120, perMs: 60_000 };

/** The one Encore of a process: what the server answers with and what routes call. */
export type Encore = Awaited<ReturnType<typeof compose>>;

/**
 * Opens the database, warms the shops that have the app, starts the worker, and binds every flow to what it needs. The
 * only place that knows them all. Resolves when the process is ready to decide; rejects when the database is away.
 */
export async function compose(settings: CompositionSettings) {
  const { log = openLog(), clock = systemClock, databaseUrl, appBridgeUrl } = settings;
  const database = openDatabase(databaseUrl);
  const { exclusively, exclusivelyWithin, close: closeExclusion } = openExclusion(databaseUrl);
  const live = liveShops(database, { failed: (err) => log.error({ err }, "a shop could not be loaded") });
  const quickReads = openQuickReads(databaseUrl, (err) => log.warn({ err }, "decided without the customer's history"));
  const decisions = decisionRecorder(database, { failed: (err) => log.error({ err }, "evidence was lost") });

  const sessions = freshSessions({
    sessions: encryptedSessionStorage(database, derivedKey(settings.apiSecret, "session tokens")),
    refresh: tokenRefresher({ env: settings, log }),
    exclusively,
    now: clock,
    log,
  });
  const shopify: Shopify = createShopify({
    env: settings,
    sessions,
    log,
    afterInstall: async (shop) => void (await installShop(merchantsNeeds(), shop)),
    isInstalled: (shop) => database.inShop(shop, isInstalled),
  });
  const adminOf: AdminOf = adminClients({ shopify, log });
  const tickets = sealedTickets(settings);
  const sign = changesetSigner(settings);
  const needs = {
    database,
    exclusively,
    sessions,
    adminOf,
    live,
    customerFacts: quickCustomerFacts(quickReads, settings.customerFactsWithinMs),
    decisions,
    tickets,
    sign,
    memory: decisionMemory(),
    createCodes: offerCodes(settings),
    mayPrepare: rateLimit(CODES_MOST),
    now: clock,
    log,
  };

  /** Of one thing that a merchant asks and waits for: jobs have another patience. */
  const merchantsNeeds = () => ({
    ...needs,
    adminOf: adminClients({ shopify, log, patience: WHILE_A_MERCHANT_WAITS }),
    exclusively: exclusivelyWithin(WHILE_A_MERCHANT_WAITS.silenceMs),
  });
  const waitedFor = <Ask extends unknown[], Outcome>(
    flow: (its: ReturnType<typeof merchantsNeeds>, ...ask: Ask) => Promise<Outcome>,
  ) => {
    return (...ask: Ask): Promise<Outcome> =>
      flow(merchantsNeeds(), ...ask).catch((error: unknown) => {
        throw asAppError(error) ?? error;
      });
  };

  const { isKnownAbsent } = live;
  const postPurchase = postPurchaseEndpoints({
    authenticate: postPurchaseAuthenticator(settings),
    isKnownAbsent,
    decide: bind(decideOffer, needs),
    accept: bind(acceptOffer, needs),
    record: bind(recordShopperEvent, needs),
    clock,
    log,
  });
  const surfaces = {
    isKnownAbsent,
    decide: bind(decideOnSurface, needs),
    prepare: bind(prepareOffer, needs),
    record: bind(recordSurfaceEvent, needs),
    clock,
  };
  const endpoints = new Map([
    ...postPurchase,
    ...surfaceEndpoints({ ...surfaces, authenticate: sessionTokenAuthenticator(settings) }),
    ...cartEndpoints({ ...surfaces, authenticate: appProxyAuthenticator(settings) }),
  ]);
  const shoppers: (req: IncomingMessage, res: ServerResponse) => void = shoppersListener({ endpoints, log });
  const authenticateWebhook: AuthenticateWebhook = webhookAuthenticator({ shopify, now: clock });

  await quickReads.warm();
  await live.warm((await installedShops(database)).map(({ shop }) => shop));
  const { connectionString } = database;
  const { lookForAbandonedJobsEveryMs } = settings;
  const worker = await startWorker({
    connectionString,
    handlers: jobHandlers(needs),
    log,
    lookForAbandonedJobsEveryMs,
  });

  return {
    settings: { shopifyApiKey: settings.apiKey, appBridgeUrl },
    log,
    now: clock,
    shopify,
    authenticateWebhook,
    /** Everything under /api/v1/ and /proxy/. */
    shoppers,
    flows: {
      saveRule: bind(saveRule, needs),
      copyNamedProducts: waitedFor(copyNamedProducts),
      publishRule: waitedFor(publishRule),
      publishRules: waitedFor(publishRules),
      pauseRule: bind(pauseRule, needs),
      takeRulesOff: bind(takeRulesOff, needs),
      moveRule: bind(moveRule, needs),
      duplicateRule: bind(duplicateRule, needs),
      restoreRules: bind(restoreRules, needs),
      deleteDrafts: bind(deleteDrafts, needs),
      checkRulebook: bind(checkRulebook, needs),
      importRulebook: bind(importRulebook, needs),
      exportRulebook: bind(exportRulebook, needs),
      compareRulebooks: bind(compareRulebooks, needs),
      publishRulebook: waitedFor(publishRulebook),
      widenTrial: bind(widenTrial, needs),
      endTrial: bind(endTrial, needs),
      rollBackRulebook: bind(rollBackRulebook, needs),
      readEditorShop: waitedFor(readEditorShop),
      readGoods: waitedFor(readGoods),
      tryRule: waitedFor(tryRule),
      readPrices: waitedFor(readPrices),
      explainOrder: bind(explainOrder, needs),
      exportEvidence: bind(exportEvidence, needs),
      startExport: bind(startExport, needs),
      cancelExport: bind(cancelExport, needs),
      readExport: bind(readExport, needs),
      saveSettings: bind(saveSettings, needs),
      startErasure: bind(startErasure, needs),
      stopErasure: bind(stopErasure, needs),
      receiveWebhook: bind(receiveWebhook, needs),
      checkSetup: waitedFor(checkSetup),
    },
    readModels: {
      screenShop: (shop: Shop) => database.inShop(shop, loadScreenShop),
      versionsScreen: (shop: Shop) => database.inShop(shop, loadVersionsScreen),
      rulesScreen: (shop: Shop) => database.inShop(shop, loadRulesScreen),
      draftedAt: (shop: Shop, rule: RuleId) => database.inShop(shop, (tenant) => loadDraftedAt(tenant, rule)),
      ruleNumbers: (shop: Shop, rules: readonly RuleId[], period: Span) =>
        database.inShop(shop, (tenant) => loadRuleNumbers(tenant, rules, period)),
      settingsScreen: (shop: Shop) => database.inShop(shop, loadSettingsScreen),
      keptDataScreen: (shop: Shop) => database.inShop(shop, loadKeptDataScreen),
      shopName: (shop: Shop) => database.inShop(shop, loadShopName),
      erasure: (shop: Shop) => database.inShop(shop, loadErasure),
      exports: (shop: Shop) => database.inShop(shop, loadExports),
      homeScreen: (shop: Shop, ask: HomeAsk) => database.inShop(shop, (tenant) => loadHomeScreen(tenant, ask)),
      rulesNamed: (shop: Shop, text: string, limit: number) =>
        database.inShop(shop, (tenant) => loadRulesNamed(tenant, text, limit)),
      ordersScreen: (shop: Shop, ask: OrdersAsk) => database.inShop(shop, (tenant) => loadOrdersScreen(tenant, ask)),
    },
    /** Whether the database answers. */
    isHealthy: async () => (await database.outside.$queryRaw<unknown[]>`select 1`).length === 1,
    /** Finishes what is under way, writes the evidence that waits, lets go of the database. */
    close: async () => {
      await worker.stop();
      await decisions.flush();
      await quickReads.close();
      await live.close();
      await closeExclusion();
      await database.close();
    },
  };
}

/** A flow with its needs given once. */
function bind<Needs, Ask extends unknown[], Outcome>(flow: (needs: Needs, ...ask: Ask) => Outcome, needs: Needs) {
  return (...ask: Ask): Outcome => flow(needs, ...ask);
}
