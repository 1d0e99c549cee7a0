/** Markup that is safe to send: made only by `html`, which escapes every text put into it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Piece = Html | string | number | false | null | undefined | readonly Piece[];

export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(strings.map((text, index) => text + (index < pieces.length ? markupOf(pieces[index]) : "")).join(""));
}

/** A value for a script of the page: no "</script>" can end it early. */
export function json(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

function markupOf(piece: Piece): string {
  if (piece instanceof Html) return piece.markup;
  if (piece === false || piece === null || piece === undefined) return "";
  if (typeof piece === "object") return piece.map(markupOf).join("");
  return String(piece).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
