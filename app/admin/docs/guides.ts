import { Marked } from "marked";
import home from "../../../docs/merchants/home.md?raw";
import orders from "../../../docs/merchants/orders.md?raw";
import ruleEditor from "../../../docs/merchants/rule-editor.md?raw";
import rules from "../../../docs/merchants/rules.md?raw";
import settings from "../../../docs/merchants/settings.md?raw";
import versions from "../../../docs/merchants/versions.md?raw";
import { HELP_PAGES, type HelpPage } from "../help-action.ts";

const TEXTS: Readonly<Record<HelpPage, string>> = {
  home,
  rules,
  "rule-editor": ruleEditor,
  orders,
  versions,
  settings,
};

export interface Guide {
  readonly title: string;
  /** Of our own text, nobody else's: it is put into the page as it is. */
  readonly html: string;
  readonly others: readonly { readonly page: HelpPage; readonly title: string; readonly isThis: boolean }[];
}

/** What docs/merchants says of a screen, as a page; undefined for any other name. */
export function guideFor(name: string | undefined): Guide | undefined {
  const page = HELP_PAGES.find((one) => one === name);
  if (!page) return undefined;
  return {
    title: titleOf(page),
    html: reader.parse(TEXTS[page], { async: false }),
    others: HELP_PAGES.map((other) => ({ page: other, title: titleOf(other), isThis: other === page })),
  };
}

/** In the repository a guide names another by its file, here by its address. A wide table scrolls by itself. */
const reader = new Marked({
  hooks: {
    postprocess: (html) =>
      html
        .replaceAll(/href="([a-z-]+)\.md"/g, 'href="/docs/$1"')
        .replaceAll("<table>", '<div class="wide" role="region" aria-label="Table" tabindex="0"><table>')
        .replaceAll("</table>", "</table></div>")
        .replaceAll("<th></th>", "<td></td>"),
  },
});

function titleOf(page: HelpPage): string {
  return /^# (.+)$/m.exec(TEXTS[page])?.[1] ?? page;
}
