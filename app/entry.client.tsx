import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { keepingTheScreen } from "./admin/connection/page-data.ts";
import { loadPolarisTexts } from "./admin/polaris-texts.ts";
import { allAreasLoaded, loadAreas } from "./locales/areas.ts";
import { languageOf } from "./locales/catalogues.ts";

globalThis.fetch = keepingTheScreen(globalThis.fetch);

// The page's routes stand evaluated by now, and what they speak is on its way (admin/speaking.tsx).
Promise.all([
  loadPolarisTexts(languageOf(document.documentElement.lang)),
  loadAreas(["frame", "list"]),
  allAreasLoaded(),
]).then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  }),
);
