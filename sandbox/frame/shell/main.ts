/** The admin's side of the embedded app: makes the iframe, answers what the app asks, draws the bars it describes. */
import type { AppPageView } from "../app-page.ts";
import type { NavItem, TitleBarView } from "../messages.ts";
import { linkToApp } from "./app-link.ts";
import { confirmDialog } from "./confirm-dialog.ts";
import { showLoading } from "./loading.ts";
import { drawNavMenu, markNavMenu } from "./nav-menu.ts";
import { pickResources } from "./resource-picker.ts";
import { saveBar } from "./save-bar.ts";
import { grantedScopes, requestScopes, revokeScopes } from "./scopes.ts";
import { drawTitleBar } from "./title-bar.ts";
import { hideToast, showToast } from "./toasts.ts";
import { whenChanged } from "./when-changed.ts";
import { whereTo } from "./where-to.ts";

declare global {
  interface Window {
    readonly encoreFrame: AppPageView;
  }
}

const view = window.encoreFrame;
const app = linkToApp(view.address, document.getElementById("app-frame") ?? document.body);
const bar = saveBar((button) => app.tell("saveBarPressed", button));
const showSaveBar = whenChanged(bar.draw);
const showTitleBar = whenChanged<TitleBarView | null>((titleBar) =>
  drawTitleBar(view, titleBar, (index) => app.tell("titleBarPressed", index)),
);
const showNavMenu = whenChanged<readonly NavItem[]>((items) =>
  drawNavMenu(items, (href) => {
    document.body.classList.remove("menu-open");
    app.tell("navigate", href);
  }),
);

const mayLeave = async () => {
  if (!bar.isShown()) return true;
  return confirmDialog({
    title: "Leave page with unsaved changes?",
    text: "Leaving this page will delete all unsaved changes.",
    yes: "Leave page",
    no: "Stay",
    critical: true,
  });
};

app.answer("idToken", async () => {
  const response = await fetch("/frame/id-token", { method: "POST" });
  const answer = (await response.json()) as { idToken?: string; reason?: string };
  if (!answer.idToken) throw new Error(answer.reason ?? "the store gave no token");
  return answer.idToken;
});
app.answer("resourcePicker", pickResources);
app.answer("leaveConfirmation", mayLeave);
app.answer("scopes", grantedScopes);
app.answer("requestScopes", (scopes) => requestScopes(view.appName, scopes));
app.answer("revokeScopes", revokeScopes);

app.onNews("ready", () => {
  showTitleBar(null);
  showSaveBar(null);
  showLoading(false);
});
app.onNews("located", (path) => {
  history.replaceState(null, "", view.base + path);
  markNavMenu(path);
});
app.onNews("navMenu", showNavMenu);
app.onNews("titleBar", showTitleBar);
app.onNews("saveBar", showSaveBar);
app.onNews("toast", (toast) => showToast(toast, (by) => app.tell("toastEnded", { id: toast.id, by })));
app.onNews("hideToast", hideToast);
app.onNews("loading", showLoading);
app.onNews("open", async (url) => {
  if (await mayLeave()) location.assign(whereTo(url, view));
});

document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.target === "_blank" || event.defaultPrevented || !bar.isShown()) return;
  event.preventDefault();
  if (await mayLeave()) location.assign(link.href);
});
