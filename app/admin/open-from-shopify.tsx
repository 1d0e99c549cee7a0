import { BarePage } from "./bare-page.tsx";
import { SayProvider, useSay } from "./say.tsx";
import { useSpokenLocale } from "./spoken-locale.ts";

/** Where a visitor lands who did not come through Shopify: says what this is and where to find it. */
export function OpenFromShopify() {
  return (
    <SayProvider locale={useSpokenLocale()}>
      <Told />
    </SayProvider>
  );
}

function Told() {
  const say = useSay();
  return <BarePage title={say("frame.outside.title")} body={say("frame.outside.body")} />;
}
