import { type Html, html, json } from "../web/html.ts";

export interface AppPageView {
  readonly appName: string;
  /** Where the app's pages stand in the admin: "/store/encore-demo/apps/encore". */
  readonly base: string;
  /** What the iframe opens first; its origin is the only one the frame listens to. */
  readonly address: string;
  readonly appUrl: string;
  /** "/store/encore-demo" */
  readonly adminBase: string;
}

/** The embedded app: a title bar of the admin's and, below it, the app's own pages in an iframe made by the script. */
export function appPage(view: AppPageView): Html {
  return html`<div class="app-page">
  <div id="title-bar" class="title-bar"><span class="app-badge" aria-hidden="true">${view.appName.slice(0, 1)}</span><h1 id="title">${view.appName}</h1><div id="title-buttons" class="title-buttons"></div></div>
  <div id="app-frame" class="app-frame"></div>
</div>
<script>window.encoreFrame = ${json(view)}</script>
<script src="/frame/shell.js"></script>`;
}

export function appNotInstalledPage(appName: string, installPath: string): Html {
  return html`<div class="page narrow"><section class="card empty-state">
  <h1>Install ${appName}</h1>
  <p>${appName} was uninstalled from this store: it sees no orders and offers nothing.</p>
  <form method="post" action="${installPath}"><button class="button primary">Install ${appName}</button></form>
</section></div>`;
}
