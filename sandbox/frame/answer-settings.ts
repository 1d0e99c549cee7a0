import { redirect, sendPage } from "../web/http.ts";
import { adminPage } from "./admin-layout.ts";
import type { FrameAnswer } from "./frame-request.ts";
import { ADMIN_API_ANSWERS, settingsPage } from "./settings-page.ts";

/** /settings, and the POSTs …/install, …/uninstall, …/post-purchase-app and …/admin-api/<how>. */
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
  const how = ADMIN_API_ANSWERS.find((known) => path[1] === "admin-api" && path[2] === known);
  if (request.method === "POST" && how) {
    store.dials.throttled = how === "throttled";
    store.dials.apiAnswers = how === "failing" ? "error" : "well";
    redirect(response, `${place.base}/settings`);
    return true;
  }
  const page = settingsPage({
    adminApi: store.dials.throttled ? "throttled" : store.dials.apiAnswers === "error" ? "failing" : "answering",
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
