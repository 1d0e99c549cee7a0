/** A small embedded app: what an app does with App Bridge, without React, Remix or Shopify's library. */
export function embeddedPage(appBridgeUrl: string, body = ""): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>Small app</title>
<script src="${appBridgeUrl}" data-api-key="small-app-key"></script></head><body>
<ui-nav-menu><a href="/app" rel="home">Home</a><a href="/app/rules">Rules</a><a href="/app/orders">Orders</a></ui-nav-menu>
<h1 id="heading">Small app</h1>
${body}
<script>
  addEventListener("shopify:navigate", (event) => {
    const href = event.target.getAttribute("href");
    history.pushState(null, "", href);
    document.getElementById("heading").textContent = href;
  });
</script></body></html>`;
}
