import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseToml } from "smol-toml";

/** A UI extension as it is deployed: what its toml says of one target, its words and where its bundle is. */
export interface UiExtension {
  readonly handle: string;
  readonly name: string;
  readonly target: UiTarget;
  readonly capabilities: { readonly network_access: boolean; readonly api_access: boolean };
  /** What it asks to find in `appMetafields`. */
  readonly metafields: readonly { readonly namespace: string; readonly key: string }[];
  readonly settings: readonly SettingField[];
  /** By language, the default one first: "en" → {offer: {add: "…"}}. */
  readonly locales: readonly { readonly locale: string; readonly strings: Readonly<Record<string, unknown>> }[];
  /** What the build leaves, byte for byte what is deployed. */
  readonly bundle: string;
}

export type UiTarget =
  | "purchase.checkout.block.render"
  | "purchase.thank-you.block.render"
  | "customer-account.order-status.block.render";

interface SettingField {
  readonly key: string;
  /** "single_line_text_field", "boolean", "number_integer" */
  readonly type: string;
  readonly name: string;
  readonly description: string | undefined;
}

/** Where the pages let blocks stand, the first being where a new sandbox has them. */
export const UI_SLOTS: Readonly<Record<UiTarget, readonly { readonly id: string; readonly label: string }[]>> = {
  "purchase.checkout.block.render": [
    { id: "payment", label: "Above the payment" },
    { id: "information", label: "Below the contact" },
    { id: "order-summary", label: "In the order summary (folded on phones)" },
  ],
  "purchase.thank-you.block.render": [
    { id: "main-top", label: "Below the confirmation" },
    { id: "main-bottom", label: "Below the addresses" },
    { id: "order-summary", label: "In the order summary" },
  ],
  "customer-account.order-status.block.render": [
    { id: "main-top", label: "Below the order's state" },
    { id: "main-bottom", label: "Below the addresses" },
    { id: "order-summary", label: "In the order summary" },
  ],
};

interface Declared {
  readonly type?: string;
  readonly handle?: string;
  readonly name?: string;
  readonly targeting?: readonly { readonly target?: string; readonly metafields?: UiExtension["metafields"] }[];
  readonly metafields?: UiExtension["metafields"];
  readonly capabilities?: Partial<UiExtension["capabilities"]>;
  readonly settings?: { readonly fields?: readonly Omit<SettingField, "description">[] };
}

/** Every UI extension of a known target below the folder. https://shopify.dev/docs/api/checkout-ui-extensions/2026-07/configuration */
export function readUiExtensions(extensions: string): UiExtension[] {
  if (!existsSync(extensions)) return [];
  return readdirSync(extensions).flatMap((name) => {
    const folder = join(extensions, name);
    const toml = join(folder, "shopify.extension.toml");
    if (!existsSync(toml)) return [];
    const file = parseToml(readFileSync(toml, "utf8")) as { readonly extensions?: readonly Declared[] };
    return (file.extensions ?? []).flatMap((declared) => targetsOf(declared, folder));
  });
}

function targetsOf(declared: Declared, folder: string): UiExtension[] {
  if (declared.type !== "ui_extension" || !declared.handle) return [];
  const { handle, capabilities, settings } = declared;
  return (declared.targeting ?? []).flatMap(({ target, metafields }) => {
    if (!target || !Object.hasOwn(UI_SLOTS, target)) return [];
    return [
      {
        handle,
        name: declared.name ?? handle,
        target: target as UiTarget,
        capabilities: { network_access: false, api_access: false, ...capabilities },
        metafields: metafields ?? declared.metafields ?? [],
        settings: (settings?.fields ?? []).map((field) => ({ description: undefined, ...field })),
        locales: readLocales(join(folder, "locales")),
        bundle: join(folder, "dist", `${handle}.js`),
      },
    ];
  });
}

function readLocales(folder: string): UiExtension["locales"] {
  if (!existsSync(folder)) return [{ locale: "en", strings: {} }];
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const isDefault = (file: string) => Number(file.endsWith(".default.json"));
  return files
    .sort((one, other) => isDefault(other) - isDefault(one))
    .map((file) => ({
      locale: file.split(".")[0] ?? "",
      strings: JSON.parse(readFileSync(join(folder, file), "utf8")) as Record<string, unknown>,
    }));
}

/** The shopper's locale, else its language, else the extension's default. */
export function translationsFor({ locales }: UiExtension, locale: string): UiExtension["locales"][number] {
  const named = (wanted: string | undefined) =>
    locales.find((each) => each.locale.toLowerCase() === wanted?.toLowerCase());
  const found = named(locale) ?? named(locale.split("-")[0]) ?? locales[0];
  return found ?? { locale: "en", strings: {} };
}
