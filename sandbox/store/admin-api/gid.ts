/** "gid://shopify/Product/7" */
export function gid(type: string, id: number | string): string {
  return `gid://shopify/${type}/${id}`;
}

/** Type and numeric id, or undefined when the text is not such an address. A query part ("?inventory_item_id=…") is left out. */
export function parseGid(text: string): { readonly type: string; readonly id: number } | undefined {
  const parts = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,16})(?:\?.*)?$/.exec(text);
  return parts?.[1] ? { type: parts[1], id: Number(parts[2]) } : undefined;
}
