import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GuidePage } from "#app/admin/docs/guide-page.tsx";
import { guideFor } from "#app/admin/docs/guides.ts";
import { HELP_PAGES, helpAction } from "#app/admin/help-action.ts";
import { catalogueOf, loadCatalogue } from "#app/locales/catalogues.ts";
import { sayer } from "#app/locales/sayer.ts";
import { loader } from "#app/routes/docs.$page.tsx";

type Visit = Parameters<typeof loader>[0];
const visit = (page: string) => loader({ params: { page } } as unknown as Visit);

test.each(HELP_PAGES)("the help of %s has a page, whose links lead to pages", async (page) => {
  const guide = guideFor(page);
  expect(guide?.html).toMatch(/^<h1>.+<\/h1>/);
  const html = renderToStaticMarkup(guide ? <GuidePage guide={guide} /> : null);
  const leading = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(leading.length).toBeGreaterThan(HELP_PAGES.length);
  for (const href of leading) {
    if (href?.startsWith("#")) expect(html).toContain(`id="${href.slice(1)}"`);
    else expect(HELP_PAGES.map((one) => `/docs/${one}`)).toContain(href);
  }
  expect((await visit(page)).status).toBe(200);
});

test("an address of no guide is answered as such", () => {
  expect(() => visit("../../package.json")).toThrow(expect.objectContaining({ status: 404 }));
  expect(guideFor("toString")).toBeUndefined();
});

test("help opens beside the page, so that nothing unsaved is left", async () => {
  await loadCatalogue("fr");
  const french = catalogueOf("fr");
  const action = french && helpAction(sayer(french, "fr"), "rule-editor");
  expect(action).toMatchObject({ content: "Aide", url: "/docs/rule-editor", target: "_blank" });
});
