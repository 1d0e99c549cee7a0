import { fileURLToPath } from "node:url";
import { readUiExtensions, type UiExtension } from "./blocks/ui-extension.ts";
import { readThemeExtensions, type ThemeExtension } from "./theme/theme-extension.ts";

/** What the app has deployed besides its post-purchase page. */
export interface Extensions {
  readonly ui: readonly UiExtension[];
  readonly theme: readonly ThemeExtension[];
}

const OWN = new URL("../../extensions/", import.meta.url);

export function readExtensions(folder: URL = OWN): Extensions {
  const path = fileURLToPath(folder);
  return { ui: readUiExtensions(path), theme: readThemeExtensions(path) };
}
