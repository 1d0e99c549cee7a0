import { BlockStack, Box, Button, Icon, InlineStack, Link, Text, Thumbnail } from "@shopify/polaris";
import { AlertTriangleIcon, ImageIcon } from "@shopify/polaris-icons";
import type { Format } from "../format.tsx";
import type { RuleRow } from "./rule-row.ts";
import { StatusBadge } from "./status-badge.tsx";
import { ruleWords as words } from "./words.ts";

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
  const { status, offered } = row;
  return (
    <Box as="li" padding="400">
      <InlineStack gap="400" blockAlign="start" wrap={false}>
        <Thumbnail source={offered.picture ?? ImageIcon} alt="" size="medium" />
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
                {`${words.row.when} ${triggersText(row.triggers)}, ${words.row.offer} ${offered.title}`}
              </Text>
              <Text as="p" tone="subdued">
                {`${offerText(row, format)}${words.row.priority} ${row.priority}`}
              </Text>
            </BlockStack>
            {row.warnings.map((warning) => (
              <InlineStack key={warning} gap="100" blockAlign="start" wrap={false}>
                <span>
                  <Icon source={AlertTriangleIcon} tone="caution" />
                </span>
                <Text as="p" tone="caution" breakWord>
                  {warning}
                </Text>
              </InlineStack>
            ))}
            <InlineStack gap="200">
              {status === "live" ? null : (
                <Button size="slim" onClick={publish} loading={busy} ariaDescribedBy={row.id}>
                  {publishWord(row)}
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

/** The first two by name: a rule with fifty triggers still fits a line. */
function triggersText(titles: readonly string[]): string {
  const shown = titles.length > 3 ? [...titles.slice(0, 2), words.row.others(titles.length - 2)] : titles;
  return titles.length > 3
    ? `${shown.slice(0, 2).join(", ")} ${shown[2]}`
    : new Intl.ListFormat("en", { type: "disjunction" }).format(shown);
}

/** "15% off → £10.84 instead of £12.75 · shipping £3.50 · " */
function offerText({ offered: { percent, price, shippingPrice } }: RuleRow, format: Format): string {
  const off = percent > 0 ? words.row.off(format.percent(percent)) : "";
  const shipping = shippingPrice && words.row.shipping(format.money(shippingPrice));
  const parts = [price ? priceText(price, off, format) : off, shipping];
  return parts.map((part) => (part ? `${part} · ` : "")).join("");
}

function priceText({ was, now, isLowest }: NonNullable<RuleRow["offered"]["price"]>, off: string, format: Format) {
  const from = isLowest ? `${words.offer.priceFrom} ` : "";
  return off
    ? `${off} → ${from}${format.money(now)} ${words.row.insteadOf} ${format.money(was)}`
    : `${from}${format.money(was)}`;
}

function publishWord({ status }: RuleRow): string {
  if (status === "paused") return words.publishAgain;
  return status === "live-changed" ? words.publishChanges : words.publish;
}
