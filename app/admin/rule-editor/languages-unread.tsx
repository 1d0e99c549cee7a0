import { useRevalidator } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import { RetryBanner } from "../retry-banner.tsx";
import { useSay } from "../say.tsx";
import { useEditing } from "./editing.tsx";

/** Where the shop's languages and currencies are to be chosen from, and Shopify has not told them yet. */
export function LanguagesUnread() {
  const say = useSay();
  return useEditing().shop.languagesUnread ? <Told title={say("frame.outage.shopify-away")} /> : null;
}

function Told({ title }: { readonly title: string }) {
  const say = useSay();
  const { revalidate, state } = useRevalidator();
  return (
    <RetryBanner title={title} retry={revalidate} isRetrying={state === "loading"}>
      <Text as="p">{say("frame.lost.languages")}</Text>
    </RetryBanner>
  );
}
