import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Page, Text } from "@shopify/polaris";
import { libraryPageIn } from "./library-page.tsx";
import { outageIn } from "./outage.ts";
import { OutageBanner } from "./outage-banner.tsx";
import { useSay } from "./say.tsx";

/** What stands instead of a page that failed, inside the frame that still works: says so, and can be tried again. */
export function Failure({ backTo }: { readonly backTo?: "rules" | "orders" | "versions" }) {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const say = useSay();
  const libraryPage = libraryPageIn(error);
  if (libraryPage) return libraryPage;

  const outage = outageIn(error);
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const isRetrying = state === "loading";
  return (
    <Page
      title={say(isMissing ? "frame.missing.title" : "frame.failed.title")}
      {...(backTo && { backAction: { content: say(`frame.${backTo}`), url: `/app/${backTo}` } })}
    >
      {outage ? (
        <OutageBanner outage={outage} retry={revalidate} isRetrying={isRetrying} />
      ) : (
        <Banner tone={isMissing ? "info" : "critical"}>
          <BlockStack gap="300">
            <Text as="p">{say(isMissing ? "frame.missing.body" : "frame.failed.body")}</Text>
            {isMissing ? null : (
              <InlineStack>
                <Button onClick={revalidate} loading={isRetrying}>
                  {say("frame.try-again")}
                </Button>
              </InlineStack>
            )}
          </BlockStack>
        </Banner>
      )}
    </Page>
  );
}
