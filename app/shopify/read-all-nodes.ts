import type { Page } from "./graphql/document.ts";

/** Every node of a connection, past the page that came with its owner. The owner may be gone meanwhile: then what there was. */
export async function allNodes<Node>(
  first: Page<Node>,
  readNext: (after: string | null) => Promise<Page<Node> | undefined>,
): Promise<readonly Node[]> {
  const nodes = [...first.nodes];
  let page: Page<Node> | undefined = first;
  while (page?.pageInfo.hasNextPage) {
    page = await readNext(page.pageInfo.endCursor);
    nodes.push(...(page?.nodes ?? []));
  }
  return nodes;
}
