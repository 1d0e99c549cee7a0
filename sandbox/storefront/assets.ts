import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { postPurchaseHostDefines } from "#hosts/post-purchase/build.ts";
import type { FetchRoute } from "#hosts/post-purchase/host.ts";
import { uiExtensionHostDefines } from "#hosts/ui-extensions/build.ts";

interface Asset {
  readonly type: string;
  readonly body: string;
}

/** The file at a path below /assets, undefined when there is none. Rejects when one can't be made. */
export type Assets = (path: string) => Promise<Asset | undefined>;

/** What `npm run build` leaves. */
const BUILT_EXTENSION = new URL("../../extensions/post-purchase/dist/post-purchase.js", import.meta.url);

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#6b2d4b"/><path d="M16 25C3 16 6 7 11 7c3 0 5 3 5 5 0-2 2-5 5-5 5 0 8 9-5 18z" fill="#fff6ee"/></svg>';

/**
 * Each script is bundled when it is first asked for (about 0.3 s), the extension read anew each time and served byte for
 * byte as it would be deployed.
 */
export function storefrontAssets(route: FetchRoute, extension = BUILT_EXTENSION): Assets {
  const made = new Map<string, Promise<string>>();
  const once = (path: string, make: () => Promise<string>) => {
    const body = made.get(path) ?? make();
    made.set(path, body);
    return body;
  };
  const routed = { APP_ROUTE: JSON.stringify(route) };
  const define = async () => ({ ...(await postPurchaseHostDefines()), ...routed });
  return async (path) => {
    switch (path) {
      case "/assets/shop.css":
        return { type: "text/css; charset=utf-8", body: await once(path, () => bundle("style/shop.css", {})) };
      case "/assets/product.js":
      case "/assets/theme.js":
        return script(await once(path, () => bundle(`browser/${path.slice(8, -3)}.ts`, {})));
      case "/assets/blocks.js":
        return script(
          await once(path, async () => bundle("browser/blocks.ts", { ...(await uiExtensionHostDefines()), ...routed })),
        );
      case "/assets/checkout.js":
      case "/assets/post-purchase.js":
        return script(await once(path, async () => bundle(`browser/${path.slice(8, -3)}.ts`, await define())));
      case "/assets/extension.js":
        return script(await readFile(extension, "utf8"));
      case "/assets/icon.svg":
        return { type: "image/svg+xml", body: ICON };
      default:
        return undefined;
    }
  };
}

function script(body: string): Asset {
  return { type: "text/javascript; charset=utf-8", body };
}

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    ...(entry.endsWith(".ts") && { format: "esm" }),
    target: "es2022",
    define,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
