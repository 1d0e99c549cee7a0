import { BlockStack, Box, Button, Icon, InlineStack, Link, Text, Thumbnail } from "@shopify/polaris";
import { AlertTriangleIcon, ImageIcon } from "@shopify/polaris-icons";
import type { Format } from "../format.tsx";
import type { RuleRow } from "./rule-row.ts";
import { StatusBadge } from "./status-badge.tsx";
import { publishWord, ruleWords as words } from "./words.ts";

/** One rule: its name leads to the editor, its sentence says what it does, its buttons change whether it is live. */
export function RuleListItem({
  row,
  format,
  busy,
  publish,
  pause,
}: {
  readonly row: RuleRow;
  readonly format: Format;
  readonly busy: boolean;
  readonly publish: () => void;
  readonly pause: () => void;
}) {
  const { status, pausedItself } = row;
  return (
    <Box as="li" padding="400">
      <InlineStack gap="400" blockAlign="start" wrap={false}>
        <Thumbnail source={row.picture ?? ImageIcon} alt="" size="medium" />
        <div style={{ flex: 1, minWidth: 0 }}>
          <BlockStack gap="200">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h2" id={row.id} variant="headingSm" breakWord>
                <Link url={`/app/rules/${row.id}`} removeUnderline monochrome>
                  {row.name}
                </Link>
              </Text>
              <StatusBadge status={status} />
            </InlineStack>
            <BlockStack gap="050">
              <Text as="p" breakWord>
                {row.sentence}
              </Text>
              <Text as="p" tone="subdued">
                {`${priceText(row, format)}${surfacesText(row)} · ${words.row.priority} ${row.priority}`}
              </Text>
            </BlockStack>
            {pausedItself ? (
              <Caution sentence={words.row.pausedItself(pausedItself.after, format.dateTime(pausedItself.at))} />
            ) : null}
            {row.warnings.map((warning) => (
              <Caution key={warning} sentence={warning} />
            ))}
            <InlineStack gap="200">
              {status === "live" ? null : (
                <Button size="slim" onClick={publish} loading={busy} ariaDescribedBy={row.id}>
                  {publishWord(status)}
                </Button>
              )}
              {status === "live" || status === "live-changed" ? (
                <Button size="slim" onClick={pause} loading={busy} ariaDescribedBy={row.id}>
                  {words.pause}
                </Button>
              ) : null}
            </InlineStack>
          </BlockStack>
        </div>
      </InlineStack>
    </Box>
  );
}

function Caution({ sentence }: { readonly sentence: string }) {
  return (
    <InlineStack gap="100" blockAlign="start" wrap={false}>
      <span>
        <Icon source={AlertTriangleIcon} tone="caution" />
      </span>
      <Text as="p" tone="caution" breakWord>
        {sentence}
      </Text>
    </InlineStack>
  );
}

/** "Checkout, Thank-you page" */
function surfacesText({ surfaces }: RuleRow): string {
  return surfaces.map((surface) => (surface === "email" ? words.row.email : words.on.surfaces[surface])).join(", ");
}

/** "15% off → £10.84 instead of £12.75 · " */
function priceText({ price }: RuleRow, format: Format): string {
  if (!price) return "";
  const from = price.isLowest ? `${words.offer.priceFrom} ` : "";
  if (price.percent === 0) return `${from}${format.money(price.was)} · `;
  const off = words.row.off(format.percent(price.percent));
  return `${off} → ${from}${format.money(price.now)} ${words.row.insteadOf} ${format.money(price.was)} · `;
}
