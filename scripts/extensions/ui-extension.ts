import { existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import { rulesOf } from "#hosts/ui-extensions/published.ts";
import { type BundleSize, bundleAsShopifyDoes, sizeOf } from "./bundle.ts";
import { faultsOfLocales } from "./locales.ts";

/** What Shopify takes at a deploy, compressed. Source: shopify.dev/docs/apps/build/app-extensions/optimize-bundle-size. */
const BYTES_MOST = 64 * 1024;

/** Since 1 October 2026 an app with an older UI extension can't be deployed. Source: shopify.dev/changelog. */
const OLDEST_API_VERSION = "2026-01";

const Toml = z.strictObject({
  api_version: z.string().regex(/^\d{4}-(01|04|07|10)$/),
  extensions: z.tuple([
    z.looseObject({
      name: z.string().min(1),
      handle: z
        .string()
        .max(50)
        .regex(/^[a-z0-9-]+$/),
      type: z.literal("ui_extension"),
      targeting: z.array(z.looseObject({ module: z.string(), target: z.string() })).min(1),
      capabilities: z
        .strictObject({ network_access: z.boolean().optional(), api_access: z.boolean().optional() })
        .default({}),
    }),
  ]),
});

export interface UiExtension {
  readonly handle: string;
  readonly apiVersion: string;
  readonly code: Uint8Array;
  readonly size: BundleSize;
}

/**
 * Bundles a `ui_extension` as the Shopify CLI does, all its targets in one file. Throws one sentence for what Shopify
 * would refuse at a deploy, and for a language that isn't complete.
 */
export async function bundleUiExtension(folder: string, toml: string): Promise<UiExtension> {
  const read = Toml.safeParse(parse(toml));
  if (!read.success) throw new Error(`${folder}/shopify.extension.toml: ${z.prettifyError(read.error)}`);
  const {
    api_version: apiVersion,
    extensions: [{ handle, targeting }],
  } = read.data;
  const faults = [
    ...(apiVersion < OLDEST_API_VERSION ? [`api_version is older than ${OLDEST_API_VERSION}`] : []),
    ...targeting.flatMap(({ module, target }) => [
      ...(existsSync(join(folder, module)) ? [] : [`${module} isn't there`]),
      ...(rulesOf(target) ? [] : [`${target} is no target that scripts/extract-ui-extensions.ts reads`]),
    ]),
    ...(new Set(targeting.map(({ target }) => target)).size < targeting.length ? ["a target is named twice"] : []),
    ...(await faultsOfLocales(folder)),
  ];
  if (faults.length > 0) throw new Error(`${folder}: ${faults.join("; ")}.`);

  const code = await bundleAsShopifyDoes(folder, entryOf(targeting));
  const size = sizeOf(code);
  if (Math.max(size.deflate, size.brotli) > BYTES_MOST) {
    throw new Error(`${folder} is ${size.deflate} bytes compressed: Shopify takes no more than ${BYTES_MOST}.`);
  }
  return { handle, apiVersion, code, size };
}

/** Source: Shopify/cli@a0798d1, packages/app/src/cli/models/extensions/specifications/ui_extension.ts. */
function entryOf(targeting: readonly { readonly module: string; readonly target: string }[]): string {
  return targeting
    .map(
      ({ module, target }, index) =>
        `import Target_${index} from '${module}';shopify.extend('${target}', (...args) => Target_${index}(...args));`,
    )
    .join("\n");
}
