import { redirect, sendJson, sendPage } from "../web/http.ts";
import { adminLanguageIn } from "./admin-language.ts";
import { adminPage } from "./admin-layout.ts";
import { appNotInstalledPage, appPage } from "./app-page.ts";
import { embeddedAddress } from "./embedded-address.ts";
import type { FrameAnswer, FrameNeeds, FrameRequest } from "./frame-request.ts";
import type { ResourceType } from "./messages.ts";
import { pickerResources } from "./picker-resources.ts";

const RESOURCE_TYPES: readonly ResourceType[] = ["product", "variant", "collection"];

/** The embedded app's page, and what the frame's script fetches for it. */
export const answerAppRequest: FrameAnswer = (asked, needs) =>
  asked.path[0] === "frame" ? answerScript(asked, needs) : answerPage(asked, needs);

function answerPage({ path, query, place, request, response, appOrigin }: FrameRequest, needs: FrameNeeds): boolean {
  const [, name, ...own] = path;
  const base = `${place.base}/apps/${place.app.handle}`;
  const search = query.size > 0 ? `?${query}` : "";
  if (name === needs.clientId) {
    redirect(response, `${base}/${own.join("/")}${search}`);
    return true;
  }
  if (name !== place.app.handle) return false;
  if (!needs.store.installed()) {
    sendPage(
      response,
      adminPage(place, "app", place.app.name, appNotInstalledPage(place.app.name, `${place.base}/settings/install`)),
    );
    return true;
  }
  // The app's address in Shopify's settings is its origin; this one's pages begin at /app, where the origin leads too.
  const ownPath = `/${own.length > 0 ? own.map(encodeURIComponent).join("/") : "app"}${search}`;
  const address = embeddedAddress(appOrigin, ownPath, {
    shop: needs.store.shop.domain,
    clientSecret: needs.clientSecret,
    idToken: needs.store.sessionToken(),
    locale: adminLanguageIn(request),
    now: needs.now(),
  });
  const view = {
    appName: place.app.name,
    base,
    address,
    appUrl: needs.configuration.applicationUrl,
    adminBase: place.base,
  };
  sendPage(response, adminPage(place, "app", place.app.name, appPage(view)));
  return true;
}

function answerScript({ path, query, request, response }: FrameRequest, needs: FrameNeeds): boolean {
  if (path[1] === "id-token" && request.method === "POST") {
    if (needs.store.installed()) sendJson(response, { idToken: needs.store.sessionToken() });
    else sendJson(response, { reason: "the app is not installed" }, 403);
    return true;
  }
  if (path[1] === "scopes") {
    if (request.method === "POST") {
      needs.store.grantScopes(query.get("grant")?.split(",") ?? []);
      needs.store.revokeScopes(query.get("revoke")?.split(",") ?? []);
    }
    const { scopes: required, optionalScopes: optional } = needs.configuration;
    sendJson(response, { granted: needs.store.grantedScopes(), required, optional });
    return true;
  }
  const type = RESOURCE_TYPES.find((known) => known === query.get("type"));
  if (path[1] === "resources" && type) {
    const queries = query.getAll("query").filter((text) => text.trim() !== "");
    sendJson(response, pickerResources(needs.store, needs.storeUrl, { type, queries }));
    return true;
  }
  return false;
}
