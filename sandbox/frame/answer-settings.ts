import { redirect, sendPage } from "../web/http.ts";
import { adminPage } from "./admin-layout.ts";
import type { FrameAnswer } from "./frame-request.ts";
import { settingsPage } from "./settings-page.ts";

/** /settings, and the POSTs …/install, …/uninstall and …/post-purchase-app. */
export const answerSettings: FrameAnswer = ({ path, request, response, place }, { store }) => {
  if (request.method === "POST" && path[1] === "uninstall") {
    store.uninstallApp();
    redirect(response, `${place.base}/settings`);
    return true;
  }
  if (request.method === "POST" && path[1] === "install") {
    store.installApp();
    redirect(response, `${place.base}/apps/${place.app.handle}`);
    return true;
  }
  if (request.method === "POST" && path[1] === "post-purchase-app") {
    store.dials.postPurchaseApp = store.dials.postPurchaseApp === "ours" ? "another" : "ours";
    redirect(response, `${place.base}/settings`);
    return true;
  }
  const page = settingsPage({
    postPurchaseApp: store.dials.postPurchaseApp,
    appName: place.app.name,
    installed: store.installed(),
    scopes: store.grantedScopes(),
    deliveries: store.webhookDeliveries(),
    shop: store.shop,
    base: place.base,
  });
  sendPage(response, adminPage(place, "settings", "Apps and webhooks", page));
  return true;
};
