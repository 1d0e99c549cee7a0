import {
  BlockStack,
  Box,
  Card,
  EmptySearchResult,
  EmptyState,
  InlineStack,
  Page,
  Pagination,
  Text,
} from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import emptyPicture from "../empty.svg?url";
import { helpAction } from "../help-action.ts";
import { useSay } from "../say.tsx";
import type { OrdersPageData } from "./order-row.ts";
import { ordersAddress } from "./orders-address.ts";
import { OrdersFilters, type OrdersFiltersProps } from "./orders-filters.tsx";
import { OrdersTable } from "./orders-table.tsx";

interface OrdersPageProps extends Pick<OrdersFiltersProps, "onFilter"> {
  readonly data: OrdersPageData;
  /** How all orders come as a file; opened by the page's own action. */
  readonly exportsCard: ReactNode;
}

/** Orders, newest first: what was decided for each, what the shopper did, what it earned. */
export function OrdersPage({ data, exportsCard, onFilter }: OrdersPageProps) {
  const say = useSay();
  const isBeingWritten = data.exports.some(({ kind, state }) => kind === "orders" && state === "under-way");
  const [isExporting, setExporting] = useState(isBeingWritten);
  if (!data.hasOrders) return <NoOrders />;
  return (
    <Page
      title={say("orders.title")}
      fullWidth
      secondaryActions={[
        { content: say("exports.action"), onAction: () => setExporting((before) => !before) },
        helpAction(say, "orders"),
      ]}
    >
      <BlockStack gap="400">
        {isExporting ? exportsCard : null}
        <Card padding="0">
          <OrdersFilters filter={data.filter} rule={data.rule} onFilter={onFilter} />
          {data.orders.length > 0 ? (
            <OrdersTable orders={data.orders} shop={data.shop} />
          ) : (
            <Box padding="800">
              <EmptySearchResult
                title={say("orders.not-found.title")}
                description={say("orders.not-found.body")}
                withIllustration
              />
            </Box>
          )}
        </Card>
        <Below data={data} />
      </BlockStack>
    </Page>
  );
}

/** What the amounts are, and the pages beside this one. */
function Below({ data: { filter, next, previous } }: { readonly data: OrdersPageData }) {
  const say = useSay();
  return (
    <Box paddingInline={{ xs: "400", md: "0" }} paddingBlockEnd="400">
      <InlineStack align="space-between" blockAlign="center" gap="400">
        <Text as="p" tone="subdued">
          {say("orders.earned-note")}
        </Text>
        {previous !== undefined || next !== undefined ? (
          <Pagination
            accessibilityLabel={say("orders.pages")}
            hasPrevious={previous !== undefined}
            previousURL={previous === undefined ? "" : ordersAddress(filter, { before: previous })}
            hasNext={next !== undefined}
            nextURL={next === undefined ? "" : ordersAddress(filter, { after: next })}
          />
        ) : null}
      </InlineStack>
    </Box>
  );
}

function NoOrders() {
  const say = useSay();
  return (
    <Page title={say("orders.title")} secondaryActions={[helpAction(say, "orders")]}>
      <Card>
        <EmptyState
          heading={say("orders.empty.title")}
          image={emptyPicture}
          action={{ content: say("orders.empty.action"), url: "/app/rules" }}
        >
          <p>{say("orders.empty.body")}</p>
        </EmptyState>
      </Card>
    </Page>
  );
}
