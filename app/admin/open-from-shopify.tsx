/** Where a visitor lands who did not come through Shopify: says what this is and where to find it. */
export function OpenFromShopify() {
  return (
    <main style={{ font: "16px/1.5 system-ui, sans-serif", margin: "15vh auto", maxWidth: "34rem", padding: "0 1rem" }}>
      <h1 style={{ fontSize: "1.5rem", margin: "0 0 .5rem" }}>Encore opens from your Shopify admin</h1>
      <p>Sign in to your shop’s admin, go to Apps and choose Encore. There is nothing to sign in to here.</p>
    </main>
  );
}
