/**
 * The stand-in for https://cdn.shopify.com/shopifycloud/app-bridge.js: what an embedded app may call, by its documented
 * names (https://shopify.dev/docs/api/app-bridge-library, types @shopify/app-bridge-types 0.7.2).
 */
import type { PickedResource, PickerOptions } from "../messages.ts";
import { authenticatedFetch } from "./authenticated-fetch.ts";
import { linkToFrame } from "./frame-link.ts";
import { defineModal } from "./modal.ts";
import { defineNavMenu } from "./nav-menu.ts";
import { leaveThroughFrame, mirrorLocation, navigateInApp, reloadWithFreshToken } from "./navigation.ts";
import { defineSaveBar } from "./save-bar.ts";
import { adoptStyle } from "./style.ts";
import { defineTitleBar } from "./title-bar.ts";
import { toasts } from "./toasts.ts";

/** Put before this script by the server that hands it out. */
declare const ENCORE_FRAME_ORIGIN: string;

function start(): void {
  const link = linkToFrame(ENCORE_FRAME_ORIGIN);
  const idToken = () => link.ask("idToken", null);
  const leaveTo = (url: string) => link.tell("open", url);
  const saveBar = defineSaveBar(link);
  const query = new URLSearchParams(location.search);

  Object.assign(window, {
    shopify: {
      config: {
        apiKey: document.currentScript?.dataset.apiKey ?? "",
        shop: query.get("shop") ?? undefined,
        host: query.get("host") ?? undefined,
        locale: query.get("locale") ?? "en-GB",
      },
      origin: ENCORE_FRAME_ORIGIN,
      ready: Promise.resolve(),
      environment: { mobile: false, embedded: parent !== window, pos: false, intent: false },
      idToken,
      toast: toasts(link),
      saveBar,
      modal: defineModal(),
      loading: (isLoading = true) => link.tell("loading", isLoading),
      resourcePicker: async (options: PickerOptions) => {
        const picked = await link.ask("resourcePicker", options);
        return picked ? withSelection(picked) : undefined;
      },
      user: async () => ({ accountAccess: "full" }),
      scopes: {
        query: () => link.ask("scopes", null),
        request: (scopes: readonly string[]) => link.ask("requestScopes", scopes),
        revoke: (scopes: readonly string[]) => link.ask("revokeScopes", scopes),
      },
      app: { extensions: async () => [] },
      webVitals: { onReport: async () => undefined },
      reviews: {
        request: async () => ({
          success: false,
          code: "merchant-ineligible",
          message: "A sandbox asks for no reviews",
        }),
      },
      setSignals: () => undefined,
    },
  });

  adoptStyle();
  window.fetch = authenticatedFetch({ fetch: window.fetch.bind(window), idToken, leaveTo });
  leaveThroughFrame(leaveTo);
  if (reloadWithFreshToken(idToken)) return;

  link.tell("ready", null);
  defineTitleBar(link);
  defineNavMenu(link);
  mirrorLocation(link);
  link.onNews("navigate", (href) => {
    void saveBar.leaveConfirmation().then(() => navigateInApp(href));
  });
}

/** The picker's answer is the list, and the list is also under its own old name. */
function withSelection(picked: readonly PickedResource[]): readonly PickedResource[] {
  return Object.assign([...picked], { selection: picked });
}

// app-bridge-react's provider draws the script tag in React's tree: a second run would define the elements twice.
if (!("shopify" in window)) start();
