import type { Guide } from "./guides.ts";

/** A guide with the way to the others, on its own: it opens in a tab beside the admin. In English, as it is written. */
export function GuidePage({ guide: { html, others } }: { readonly guide: Guide }) {
  return (
    <div className="guide" lang="en">
      <a className="skip" href="#text">
        Skip to the text
      </a>
      <header>
        <p>Encore, for merchants</p>
        <nav aria-label="Guides">
          <ul>
            {others.map(({ page, title, isThis }) => (
              <li key={page}>
                <a href={`/docs/${page}`} aria-current={isThis ? "page" : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made of docs/merchants, which ships with this code */}
      <main id="text" tabIndex={-1} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}
