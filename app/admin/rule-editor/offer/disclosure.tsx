import { Box, Button, InlineStack, Text } from "@shopify/polaris";
import { ChevronDownIcon, ChevronRightIcon } from "@shopify/polaris-icons";
import { type ReactNode, useId, useState } from "react";
import { useEditing } from "../editing.tsx";
import type { Place } from "../places.ts";

/** Something that can be opened, told in a line while it is not. It opens by itself where a problem of it may be told. */
export function Disclosure({
  place,
  title,
  detail,
  isOpenAtFirst,
  children,
}: {
  readonly place: readonly Place[];
  readonly title: string;
  readonly detail: string;
  readonly isOpenAtFirst: boolean;
  readonly children: ReactNode;
}) {
  const { isOpen, toggle } = useOpen(place, isOpenAtFirst);
  const id = useId();
  return (
    <div>
      <InlineStack gap="200" blockAlign="center" wrap={false}>
        <Button
          variant="tertiary"
          icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
          ariaExpanded={isOpen}
          ariaControls={id}
          onClick={toggle}
        >
          {title}
        </Button>
        {isOpen ? null : (
          <div style={{ minWidth: 0, flex: 1 }}>
            <Text as="p" tone="subdued" truncate>
              {detail}
            </Text>
          </div>
        )}
      </InlineStack>
      <div id={id}>
        {isOpen ? (
          <Box paddingBlockStart="200" paddingInlineStart={{ xs: "0", sm: "400" }}>
            {children}
          </Box>
        ) : null}
      </div>
    </div>
  );
}

/** Stays open once a problem of it was told, whether or not it has been mended since. */
export function useOpen(places: readonly Place[], isOpenAtFirst: boolean) {
  const { problemAt } = useEditing();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  if (!isOpen && places.some((place) => problemAt(place) !== undefined)) setOpen(true);
  return { isOpen, toggle: () => setOpen((open) => !open) };
}
