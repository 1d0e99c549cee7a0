import { useRevalidator } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useSay } from "./say.tsx";

/** What the app may ask for while it runs: `optional_scopes` of shopify.app.toml. */
const OPTIONAL_SCOPES: readonly string[] = ["read_themes"];

/** Webhooks tell the app what was granted; until it has read that, the page is told by what the merchant just said. */
type Answer = "unasked" | "asking" | "granted" | "declined";

/**
 * A feature waits for a permission: says which, and asks for it where Shopify lets an app ask. What the app cannot do
 * without is asked for by Shopify itself, when it opens the app. Nothing once it was granted.
 */
export function PermissionBanner({
  scopes,
  feature,
}: {
  /** Those that are missing. */
  readonly scopes: readonly string[];
  /** What does not work meanwhile, as a sentence in the reader's language. */
  readonly feature: string;
}) {
  const say = useSay();
  const { revalidate } = useRevalidator();
  const [answer, setAnswer] = useState<Answer>("unasked");
  if (answer === "granted" || scopes.length === 0) return null;

  const canAsk = scopes.every((scope) => OPTIONAL_SCOPES.includes(scope));
  const ask = async () => {
    setAnswer("asking");
    const { result } = await globalThis.shopify.scopes.request([...scopes]).catch(() => ({ result: "declined-all" }));
    const isGranted = result === "granted-all";
    setAnswer(isGranted ? "granted" : "declined");
    if (!isGranted) return;
    globalThis.shopify.toast.show(say("frame.permission.granted"));
    revalidate();
  };
  return (
    <Banner tone={canAsk ? "info" : "warning"} title={say("frame.permission.title")}>
      <BlockStack gap="300">
        <Text as="p">{feature}</Text>
        {canAsk ? (
          <InlineStack gap="300" blockAlign="center">
            <Button onClick={() => void ask()} loading={answer === "asking"}>
              {say("frame.permission.allow")}
            </Button>
            {answer === "declined" ? <Text as="span">{say("frame.permission.declined")}</Text> : null}
          </InlineStack>
        ) : (
          <Text as="p">{say("frame.permission.how")}</Text>
        )}
      </BlockStack>
    </Banner>
  );
}
