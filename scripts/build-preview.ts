import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { build } from "esbuild";
import { parse } from "smol-toml";
import type { PreviewBundle, PreviewFiles } from "#app/contracts/preview.ts";
import { postPurchaseHostDefines } from "#hosts/post-purchase/build.ts";
import { uiExtensionHostDefines } from "#hosts/ui-extensions/build.ts";
import { writeIfChanged } from "./extensions/write-if-changed.ts";

const ROOT = join(import.meta.dirname, "..");
/** Where the app serves the folder. */
const ADDRESS = "/preview";

/** The extensions that the preview runs, by their handles, and what the build leaves of each. */
const BUNDLES = {
  "post-purchase": "dist/post-purchase.js",
  "thank-you-offer": "dist/thank-you-offer.js",
  "order-status-offer": "dist/order-status-offer.js",
  "checkout-bump": "dist/checkout-bump.js",
  "cart-bump": "assets/cart-bump.js",
} as const;

/**
 * Writes the page of the preview into a folder: index.html, and in `files` its script and style and the extensions'
 * bundles, byte for byte, under names that carry a hash of what is in them. The extensions are built before.
 */
export async function buildPreview(folder: string): Promise<void> {
  const kept = new Set<string>();
  await mkdir(join(folder, "files"), { recursive: true });
  const keep = async (name: string, content: Uint8Array): Promise<string> => {
    const ending = extname(name);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const file = `${name.slice(0, -ending.length)}-${hash}${ending}`;
    kept.add(file);
    await writeIfChanged(join(folder, "files", file), content);
    return `${ADDRESS}/files/${file}`;
  };

  const bundles = await Promise.all(
    Object.entries(BUNDLES).map(async ([handle, file]): Promise<PreviewBundle> => {
      const from = join(ROOT, "extensions", handle);
      const url = await keep(`${handle}.js`, await readFile(join(from, file)));
      return { handle, url, locales: await localesIn(from), capabilities: await capabilitiesOf(from) };
    }),
  );
  const files: PreviewFiles = {
    bundles: Object.fromEntries(bundles.map((bundle) => [bundle.handle, bundle])),
    cartStyle: await keep("cart-bump.css", await readFile(join(ROOT, "extensions/cart-bump/assets/cart-bump.css"))),
  };
  const script = await keep("page.js", await bundled("page.ts"));
  const style = await keep("page.css", await bundled("page.css"));
  await writeIfChanged(join(folder, "index.html"), Buffer.from(pageOf(files, script, style)));
  for (const name of await readdir(join(folder, "files"))) {
    if (!kept.has(name)) await rm(join(folder, "files", name), { force: true });
  }
}

async function bundled(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "app/preview", entry)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { ...(await postPurchaseHostDefines()), ...(await uiExtensionHostDefines()) },
    legalComments: "none",
    logLevel: "silent",
    write: false,
  });
  const made = outputFiles[0];
  if (!made) throw new Error(`esbuild made nothing of ${entry}.`);
  return made.contents;
}

/** "de.json" and "en.default.json", but not a theme's words for its editor ("de.schema.json"). */
async function localesIn(folder: string): Promise<PreviewBundle["locales"]> {
  const names = await readdir(join(folder, "locales")).catch((): string[] => []);
  const wanted = names.filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json"));
  const read = wanted.map(async (name) => {
    const strings: unknown = JSON.parse(await readFile(join(folder, "locales", name), "utf8"));
    return [name.split(".")[0] ?? "", strings] as const;
  });
  return Object.fromEntries(await Promise.all(read)) as PreviewBundle["locales"];
}

async function capabilitiesOf(folder: string): Promise<PreviewBundle["capabilities"]> {
  const toml = parse(await readFile(join(folder, "shopify.extension.toml"), "utf8"));
  const [extension] = (toml.extensions ?? [{}]) as { capabilities?: Partial<PreviewBundle["capabilities"]> }[];
  return { network_access: false, api_access: false, ...extension?.capabilities };
}

/** What may be loaded and asked is said by the page itself: its own files and pictures, and nothing else is reached. */
function pageOf(files: PreviewFiles, script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    // The extensions run in workers of their own, which begin with a bundle as a text.
    "script-src 'self' 'unsafe-eval'",
    "worker-src data:",
    "style-src 'self' 'unsafe-inline'",
    "img-src * data:",
    "connect-src 'self'",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Preview</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<script type="application/json" id="preview-files">${JSON.stringify(files).replaceAll("<", "\\u003c")}</script>
<script type="module" src="${script}"></script>
</body>
</html>
`;
}

if (import.meta.main) await buildPreview(join(ROOT, "build/preview"));
