/** What an extension keeps in the browser: its own, by the extension's handle. https://shopify.dev/docs/api/checkout-ui-extensions/2026-07/apis/storage */
export function storageOf(handle: string) {
  const name = (key: string) => `extension:${handle}:${key}`;
  return {
    "storage.read": async (key: string): Promise<unknown> => JSON.parse(localStorage.getItem(name(key)) ?? "null"),
    "storage.write": async (key: string, data: unknown) => localStorage.setItem(name(key), JSON.stringify(data)),
    "storage.delete": async (key: string) => localStorage.removeItem(name(key)),
  };
}

const refuse = async (): Promise<never> => {
  throw new Error("The browser refuses storage.");
};

export const refusedStorage = { "storage.read": refuse, "storage.write": refuse, "storage.delete": refuse };
