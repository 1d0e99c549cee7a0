import { AppProvider, Page } from "@shopify/polaris";
import "@shopify/polaris/build/esm/styles.css";
import english from "@shopify/polaris/locales/en.json" with { type: "json" };
import { createRoot } from "react-dom/client";
import { LocaleProvider } from "#app/admin/format.tsx";
import { EditingProvider } from "#app/admin/rule-editor/editing.tsx";
import { OfferStep } from "#app/admin/rule-editor/offer/offer-step.tsx";
import { type Known, useRuleEditing } from "#app/admin/rule-editor/use-rule-editing.ts";
import { SayProvider } from "#app/admin/say.tsx";
import type { Currency } from "#app/core/values/currency.ts";
import { loadAreas } from "#app/locales/areas.ts";
import type { EditedScene } from "./scene.ts";

/** The editor's own state with the offer alone on the page; what is written stands on `window.written`. */
function OfferAlone({ document, known }: Pick<EditedScene, "document"> & { readonly known: Known }) {
  const { editing, tellAll } = useRuleEditing({ document, rule: undefined }, known);
  Object.assign(window, { written: editing.document, tellAll: () => tellAll([]) });
  return (
    <EditingProvider editing={editing}>
      <Page title="Teacups → Cakestand">
        <OfferStep place="path" />
      </Page>
    </EditingProvider>
  );
}

const { document: rule, products, languages, locale } = (window as unknown as { readonly scene: EditedScene }).scene;
await loadAreas(["frame", "list", "editor", "offer", "engine"]);
createRoot(document.body.appendChild(document.createElement("main"))).render(
  <AppProvider i18n={english}>
    <LocaleProvider locale={locale}>
      <SayProvider locale="en-GB">
        <OfferAlone
          document={rule}
          known={{
            rules: [],
            collections: new Map(),
            products,
            shop: {
              currency: "GBP" as Currency,
              timezone: "Europe/London",
              languages,
              currencies: ["GBP" as Currency, "EUR" as Currency],
            },
          }}
        />
      </SayProvider>
    </LocaleProvider>
  </AppProvider>,
);
