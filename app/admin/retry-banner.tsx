import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useSay } from "./say.tsx";
import { hasNoFocus, useFocusBack } from "./use-focus-back.ts";

interface RetryBannerProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly retry: () => void;
  readonly isRetrying: boolean;
  readonly onDismiss?: (() => void) | undefined;
}

/**
 * Something did not come: what that means, and a button that asks again. A second failure is told to screen readers too;
 * when the banner goes, the focus that was in it goes to the page.
 */
export function RetryBanner({ title, children, retry, isRetrying, onDismiss }: RetryBannerProps) {
  const say = useSay();
  const [isTried, setTried] = useState(false);
  const box = useFocusBack(isTried);
  const button = useRef<HTMLSpanElement>(null);
  const [hasFailedAgain, setFailedAgain] = useState(false);
  const wasRetrying = useRef(isRetrying);
  useEffect(() => {
    if (isTried && wasRetrying.current !== isRetrying) {
      setFailedAgain(!isRetrying);
      // The browser takes the focus from a button that waits.
      if (!isRetrying && hasNoFocus()) button.current?.querySelector("button")?.focus();
    }
    wasRetrying.current = isRetrying;
  }, [isTried, isRetrying]);
  return (
    <div ref={box}>
      <Banner tone="warning" title={title} {...(onDismiss && { onDismiss })}>
        <BlockStack gap="300">
          {children}
          <InlineStack gap="300" blockAlign="center">
            <span ref={button}>
              <Button
                onClick={() => {
                  setTried(true);
                  retry();
                }}
                loading={isRetrying}
              >
                {say("frame.try-again")}
              </Button>
            </span>
            <div role="status">
              {hasFailedAgain ? (
                <Text as="span" tone="subdued">
                  {say("frame.lost.still")}
                </Text>
              ) : null}
            </div>
          </InlineStack>
        </BlockStack>
      </Banner>
    </div>
  );
}
