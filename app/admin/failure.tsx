import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Page, Text } from "@shopify/polaris";
import { libraryPageIn } from "./library-page.tsx";

const words = {
  missing: {
    title: "Not found",
    body: "It may have been removed, or the address is not quite right.",
  },
  failed: {
    title: "This page could not be loaded",
    body: "Something on our side went wrong. Your shop, its offers and its orders are not affected.",
  },
  again: "Try again",
};

/** What stands instead of a page that failed, inside the frame that still works: says so, and can be tried again. */
export function Failure({ backTo }: { readonly backTo?: { readonly content: string; readonly url: string } }) {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const libraryPage = libraryPageIn(error);
  if (libraryPage) return libraryPage;

  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const { title, body } = isMissing ? words.missing : words.failed;
  return (
    <Page title={title} {...(backTo ? { backAction: backTo } : {})}>
      <Banner tone={isMissing ? "info" : "critical"}>
        <BlockStack gap="300">
          <Text as="p">{body}</Text>
          {isMissing ? null : (
            <InlineStack>
              <Button onClick={revalidate} loading={state === "loading"}>
                {words.again}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Banner>
    </Page>
  );
}
