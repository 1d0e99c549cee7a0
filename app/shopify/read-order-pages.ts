import type { Admin } from "./admin-client.ts";
import type { Page } from "./graphql/document.ts";
import {
  type AgreementNode,
  type LineNode,
  type OrderNode,
  READ_MORE_AGREEMENTS,
  READ_MORE_LINES,
  READ_MORE_REFUND_LINES,
  READ_MORE_SALES,
  type RefundNode,
} from "./graphql/read-order.graphql.ts";
import { allNodes } from "./read-all-nodes.ts";

/** Every line of the order, past the page that came with it. */
export function readAllLines(admin: Admin, { id, lineItems }: OrderNode): Promise<readonly LineNode[]> {
  return allNodes(lineItems, async (after) => (await admin.ask(READ_MORE_LINES, { id, after })).order?.lineItems);
}

/** Every agreement with every one of its sales. */
export async function readAllAgreements(
  admin: Admin,
  { id, agreements }: OrderNode,
): Promise<readonly AgreementNode[]> {
  const isWhole = agreements.nodes.every(({ sales }) => !sales.pageInfo.hasNextPage);
  if (isWhole && !agreements.pageInfo.hasNextPage) return agreements.nodes;
  // An agreement has no id to ask for it by: past the first pages each is read alone, by the cursor before it.
  const all: AgreementNode[] = [];
  let before: string | null = null;
  let hasNextPage = true;
  while (hasNextPage) {
    const page: Page<AgreementNode> | undefined = await readOneAgreement(admin, id, before);
    for (const agreement of page?.nodes ?? []) {
      all.push({ ...agreement, sales: await allSales(admin, id, before, agreement.sales) });
    }
    hasNextPage = page?.pageInfo.hasNextPage ?? false;
    before = page?.pageInfo.endCursor ?? null;
  }
  return all;
}

/** Every refund with every one of its lines. */
export async function readAllRefundLines(admin: Admin, refunds: readonly RefundNode[]): Promise<readonly RefundNode[]> {
  const whole: RefundNode[] = [];
  for (const refund of refunds) {
    const nodes = await allNodes(refund.refundLineItems, async (after) => {
      const { node } = await admin.ask(READ_MORE_REFUND_LINES, { id: refund.id, after });
      return node?.refundLineItems;
    });
    whole.push({ ...refund, refundLineItems: lastPage(nodes) });
  }
  return whole;
}

async function readOneAgreement(admin: Admin, id: string, after: string | null) {
  const { order } = await admin.ask(READ_MORE_AGREEMENTS, { id, after, most: 1 });
  return order?.agreements;
}

async function allSales(
  admin: Admin,
  id: string,
  agreement: string | null,
  sales: AgreementNode["sales"],
): Promise<AgreementNode["sales"]> {
  const nodes = await allNodes(sales, async (after) => {
    const { order } = await admin.ask(READ_MORE_SALES, { id, agreement, after });
    return order?.agreements.nodes[0]?.sales;
  });
  return lastPage(nodes);
}

function lastPage<Node>(nodes: readonly Node[]): Page<Node> {
  return { pageInfo: { hasNextPage: false, endCursor: null }, nodes };
}
