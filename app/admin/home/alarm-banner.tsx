import { Banner, Text } from "@shopify/polaris";
import type { SetupCheck } from "#app/core/attribution/setup.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";

const CHECKOUT_SETTINGS = "shopify://admin/settings/checkout";

/** What worked and does not any more: says what changed, when, and what it means. Nothing while all is well. */
export function AlarmBanner({ check, format }: { readonly check: SetupCheck | undefined; readonly format: Format }) {
  const say = useSay();
  if (check?.pageChosen === false && check.pageLostAt !== undefined) {
    return (
      <Banner
        tone="critical"
        title={say("home.alarm.lost.title")}
        action={{ content: say("home.alarm.lost.action"), url: CHECKOUT_SETTINGS, target: "_top" }}
      >
        <Text as="p">{say("home.alarm.lost.body", { at: format.dateTime(check.pageLostAt) })}</Text>
      </Banner>
    );
  }
  if (check?.silentSince === undefined) return null;
  return (
    <Banner
      tone="critical"
      title={say("home.alarm.silent.title")}
      action={{ content: say("home.alarm.silent.action"), url: "/app/orders?outcome=not-asked" }}
      secondaryAction={{ content: say("home.alarm.lost.action"), url: CHECKOUT_SETTINGS, target: "_top" }}
    >
      <Text as="p">
        {say("home.alarm.silent.body", {
          since: format.dateTime(check.silentSince),
          count: check.silentOrders ?? 0,
        })}
      </Text>
    </Banner>
  );
}
