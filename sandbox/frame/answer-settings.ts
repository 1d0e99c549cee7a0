import { redirect, sendPage } from "../web/http.ts";
import { adminPage } from "./admin-layout.ts";
import type { FrameAnswer } from "./frame-request.ts";
import { settingsPage } from "./settings-page.ts";

/** /settings, and the POSTs …/install and …/uninstall. */
export const answerSettings: FrameAnswer = ({ path, request, response, place }, { store, configuration }) => {
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
  const page = settingsPage({
    appName: place.app.name,
    installed: store.installed(),
    scopes: configuration.scopes,
    deliveries: store.webhookDeliveries(),
    shop: store.shop,
    base: place.base,
  });
  sendPage(response, adminPage(place, "settings", "Apps and webhooks", page));
  return true;
};
