import { signedIn, signIn, signOut } from "./accounts/customer-sessions.ts";
import { apiHandler } from "./admin-api/handle-api.ts";
import { changeCart, checkoutOfCart, openCart, workOutCart } from "./carts/carts.ts";
import { addDiscountCode, changeCheckout, changeCheckoutLine, removeDiscountCode } from "./checkout/change-checkout.ts";
import { openCheckout, workOut } from "./checkout/checkouts.ts";
import { pay } from "./checkout/pay.ts";
import { changeCollection, createCollection, deleteCollection, productsIn, renameCollection } from "./collections.ts";
import { sendComplianceWebhook } from "./compliance.ts";
import { createCustomer, deleteCustomer, historyOf, setCustomerTags } from "./customers.ts";
import { SHOPIFYS_DIALS } from "./dials.ts";
import { createDiscount, deleteDiscount } from "./discounts/keep-discounts.ts";
import type { Engine } from "./engine.ts";
import { grantScopes, installApp, revokeScopes, uninstallApp } from "./installation.ts";
import { marketPrice } from "./markets/market-price.ts";
import { appMetafieldsFor } from "./metafields/app-metafields-for.ts";
import { issueExtensionToken } from "./oauth/extension-token.ts";
import { issueSessionToken } from "./oauth/session-token.ts";
import { cancelOrder, refundOrder } from "./orders/refund.ts";
import { releaseOrder } from "./orders/release-order.ts";
import { place, removePlacement, saveSettings } from "./placements.ts";
import { applyChangeset } from "./post-purchase/apply-changeset.ts";
import { calculateChangeset } from "./post-purchase/calculate-changeset.ts";
import { postPurchaseChance } from "./post-purchase/eligibility.ts";
import { inputDataFor } from "./post-purchase/input-data.ts";
import { createProduct, deleteProduct, setCost, setPrice, setProductTags, setStock, variantOf } from "./products.ts";
import type { SandboxStore, SandboxStoreOptions } from "./sandbox-store.ts";
import type { StoredCheckout } from "./state/checkout.ts";
import { nextId } from "./state/ids.ts";
import { openingState } from "./state/opening-state.ts";
import { DEMO_SHOP } from "./state/shop-identity.ts";
import { readSnapshot, snapshotWriter } from "./state/snapshot.ts";
import type { State } from "./state/state.ts";
import { upgraded } from "./state/upgrade.ts";
import { storefrontApi } from "./storefront-api/answer-storefront-query.ts";
import { openOutbox } from "./webhooks/outbox.ts";

/** The shop as its snapshot left it, or new with the catalogue. Throws when the snapshot cannot be read. */
export function openStore(options: SandboxStoreOptions): SandboxStore {
  const state = stateFrom(options);
  const snapshot = snapshotWriter(options.file, state);
  const base = {
    state,
    shop: DEMO_SHOP,
    app: options.app,
    address: options.address,
    dials: { ...SHOPIFYS_DIALS, ...options.dials },
    now: options.now,
    newId: (kind: Parameters<Engine["newId"]>[0]) => nextId(state.ids, kind),
    changed: () => snapshot.changed(),
  };
  const outbox = openOutbox(base);
  const engine: Engine = { ...base, send: outbox.send };
  // As after a deploy: an app that is installed already gets the scopes that the toml asks for now.
  if (state.installation) installApp(engine);

  const askStorefront = storefrontApi(engine);
  const stored = (token: string): StoredCheckout | undefined =>
    Object.hasOwn(state.checkouts, token) ? state.checkouts[token] : undefined;
  const cartOf = (token: string) => (Object.hasOwn(state.carts, token) ? state.carts[token] : undefined);
  const known = (token: string): StoredCheckout => {
    const checkout = stored(token);
    if (!checkout) throw new Error(`there is no checkout ${token}`);
    return checkout;
  };
  const order = (id: number | undefined) => state.orders.find((placed) => placed.id === id);

  return {
    shop: engine.shop,
    dials: engine.dials,

    products: () => state.products,
    product: (id) => state.products.find((product) => product.id === id),
    productByHandle: (handle) => state.products.find((product) => product.handle === handle),
    variant: (id) => variantOf(engine, id),
    setPrice: (variantId, priceMinor) => setPrice(engine, variantId, priceMinor),
    setStock: (variantId, stock) => setStock(engine, variantId, stock),
    deleteProduct: (id) => deleteProduct(engine, id),
    setProductTags: (id, tags) => setProductTags(engine, id, tags),
    setCost: (variantId, costMinor) => setCost(engine, variantId, costMinor),
    createProduct: (product) => createProduct(engine, product),

    collections: () => state.collections,
    collection: (id) => state.collections.find((collection) => collection.id === id),
    productsIn: (collection) => productsIn(state, collection),
    createCollection: (title, rule) => createCollection(engine, title, rule),
    renameCollection: (id, title) => renameCollection(engine, id, title),
    changeCollection: (id, change) => changeCollection(engine, id, change),
    deleteCollection: (id) => deleteCollection(engine, id),

    customers: () => state.customers.toReversed(),
    customerHistory: (id) => historyOf(engine, id),
    createCustomer: (who) => createCustomer(engine, who),
    setCustomerTags: (id, tags) => setCustomerTags(engine, id, tags),
    deleteCustomer: (id) => deleteCustomer(engine, id),

    priceIn(variantId, currency) {
      const found = variantOf(engine, variantId);
      return found && marketPrice(found.variant, currency);
    },
    openCart: (context) => workOutCart(engine, openCart(engine, context)),
    cart(token) {
      const cart = cartOf(token);
      return cart && workOutCart(engine, cart);
    },
    changeCart(token, change) {
      const cart = cartOf(token);
      return cart && changeCart(engine, cart, change);
    },
    checkoutOfCart(token) {
      const cart = cartOf(token);
      const checkout = cart && checkoutOfCart(engine, cart);
      return checkout && workOut(engine, checkout);
    },

    openCheckout: (lines, start) => workOut(engine, openCheckout(engine, lines, start)),
    checkout(token) {
      const checkout = stored(token);
      return checkout && workOut(engine, checkout);
    },
    updateCheckout(token, change) {
      const checkout = stored(token);
      if (!checkout) return undefined;
      changeCheckout(engine, checkout, change);
      return workOut(engine, checkout);
    },
    changeCheckoutLine(token, change) {
      const checkout = stored(token);
      return checkout && changeCheckoutLine(engine, checkout, change);
    },
    addDiscountCode(token, code) {
      const checkout = stored(token);
      return checkout && addDiscountCode(engine, checkout, code);
    },
    removeDiscountCode(token, code) {
      const checkout = stored(token);
      return checkout && removeDiscountCode(engine, checkout, code);
    },
    postPurchaseChance: (token, means) => postPurchaseChance(engine, workOut(engine, known(token)), means),
    pay: async (token, means) => pay(engine, known(token), means),

    postPurchaseInput(token, point) {
      const checkout = known(token);
      return inputDataFor(engine, checkout, workOut(engine, checkout), order(checkout.orderId), point);
    },
    async calculateChangeset(token, changeset) {
      const checkout = known(token);
      return calculateChangeset(engine, checkout, order(checkout.orderId), changeset);
    },
    async applyChangeset(token, changeset, given = {}) {
      const checkout = known(token);
      return applyChangeset(engine, checkout, order(checkout.orderId), changeset, given);
    },
    finishPostPurchase(token) {
      const placed = order(known(token).orderId);
      if (placed) releaseOrder(engine, placed);
    },

    discounts: () => state.discounts.toReversed(),
    createDiscount: (discount) => createDiscount(engine, discount, "store-admin"),
    deleteDiscount: (id) => deleteDiscount(engine, id),

    placements: () => state.placements,
    place: (block) => place(engine, block),
    removePlacement: (id) => removePlacement(engine, id),
    saveSettings: (id, settings) => saveSettings(engine, id, settings),

    appMetafieldsFor: (lines, declared) => appMetafieldsFor(engine, lines, declared),
    storefrontQuery: askStorefront,
    sessionTokenFor: (kind, customerId) => issueExtensionToken(engine, kind, customerId),
    signIn: (email) => signIn(engine, email),
    signedIn: (session) => signedIn(engine, session),
    signOut: (session) => signOut(engine, session),

    orders: () => state.orders.toReversed(),
    order,
    orderByCheckout: (token) => order(stored(token)?.orderId),
    refund(orderId, lines) {
      const placed = order(orderId);
      return placed && refundOrder(engine, placed, { lines, shipping: false, note: "" });
    },
    cancel(orderId) {
      const placed = order(orderId);
      return placed !== undefined && cancelOrder(engine, placed, "customer");
    },

    installed: () => state.installation !== undefined,
    installApp: () => installApp(engine),
    grantScopes: (scopes) => grantScopes(engine, scopes),
    revokeScopes: (scopes) => revokeScopes(engine, scopes),
    grantedScopes: () => state.installation?.scopes ?? [],
    uninstallApp: () => uninstallApp(engine),
    sendComplianceWebhook: (ask) => sendComplianceWebhook(engine, ask),
    sessionToken: (userId = engine.shop.owner.id) => issueSessionToken(engine, userId),

    webhookDeliveries: () => state.outbox.toReversed(),
    webhooksSettled: () => outbox.settled(),
    async close() {
      outbox.close();
      await outbox.settled();
      outbox.close();
      await snapshot.close();
    },
    handleApi: apiHandler(engine),
  };
}

function stateFrom({ file, catalogue, collections, now }: SandboxStoreOptions): State {
  const opening = { catalogue, collections };
  const kept = file === undefined ? undefined : readSnapshot(file);
  if (!kept) return openingState(opening, now());
  return kept.version === 3 ? kept : upgraded(kept, opening, now());
}
