/** The catalogues in pieces, as scripts/vite/texts-by-area.ts serves them to what Vite bundles. */
declare module "virtual:texts" {
  type Texts = Readonly<Record<string, import("icu-minify/format").CompiledMessage>>;
  type Fetch = () => Promise<{ readonly default: Texts }>;

  export const texts: Readonly<
    Record<import("./catalogues.ts").AdminLanguage, Readonly<Record<import("./areas.ts").Area, Fetch>>>
  >;
}
