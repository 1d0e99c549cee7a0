import { useRevalidator } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useSay } from "./say.tsx";

/** What the app may ask for while it runs: `optional_scopes` of shopify.app.toml. */
const OPTIONAL_SCOPES: readonly string[] = ["read_themes"];

/**
 * A feature waits for a permission: says which, and asks for it where Shopify lets an app ask. What the app cannot do
 * without is asked for by Shopify itself, when it opens the app. Nothing once it was granted.
 */
export function PermissionBanner({
  scopes,
  features,
}: {
  /** Those that are missing. */
  readonly scopes: readonly string[];
  /** What does not work meanwhile, a sentence each in the reader's language. */
  readonly features: readonly string[];
}) {
  const say = useSay();
  // Webhooks tell the app what was granted; until it has read that, what the merchant just said stands.
  const [isGranted, setGranted] = useState(false);
  if (isGranted || scopes.length === 0) return null;

  const canAsk = scopes.every((scope) => OPTIONAL_SCOPES.includes(scope));
  return (
    <Banner tone={canAsk ? "info" : "warning"} title={say("frame.permission.title")}>
      <BlockStack gap="300">
        {features.map((feature) => (
          <Text as="p" key={feature}>
            {feature}
          </Text>
        ))}
        {canAsk ? (
          <Asking scopes={scopes} granted={() => setGranted(true)} />
        ) : (
          <Text as="p">{say("frame.permission.how")}</Text>
        )}
      </BlockStack>
    </Banner>
  );
}

function Asking({ scopes, granted }: { readonly scopes: readonly string[]; readonly granted: () => void }) {
  const say = useSay();
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<"unasked" | "asking" | "declined">("unasked");
  const ask = async () => {
    setState("asking");
    const { result } = await globalThis.shopify.scopes.request([...scopes]).catch(() => ({ result: "declined-all" }));
    if (result !== "granted-all") {
      setState("declined");
      return;
    }
    globalThis.shopify.toast.show(say("frame.permission.granted"));
    granted();
    revalidate();
  };
  return (
    <InlineStack gap="300" blockAlign="center">
      <Button onClick={() => void ask()} loading={state === "asking"}>
        {say("frame.permission.allow")}
      </Button>
      <span role="status">{state === "declined" ? say("frame.permission.declined") : null}</span>
    </InlineStack>
  );
}
