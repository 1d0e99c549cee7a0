/** What tells, on a page, when words can be seen. It is on every page before anything else of it runs. */
export interface Watch {
  /** Milliseconds from the navigation to this page until each of the texts has been painted, one after the other. */
  sinceStart(...texts: string[]): void;
  /** The same from a moment of `performance.now()`. */
  since(startedAt: number, ...texts: string[]): void;
  /** The same from the shopper's next click or choice. */
  sinceNextInput(...texts: string[]): void;
  /** What was asked last; rejects when it has not been seen within ten seconds. */
  took: Promise<number[]>;
}

const GIVES_UP_AFTER = 10_000;

const watch: Watch = {
  took: Promise.resolve([]),
  sinceStart: (...texts) => watch.since(0, ...texts),
  since(startedAt, ...texts) {
    watch.took = paintedInTurn(texts, () => startedAt);
  },
  sinceNextInput(...texts) {
    let startedAt = Number.NaN;
    const begin = ({ timeStamp }: Event) => {
      startedAt = timeStamp;
      for (const type of INPUTS) place().removeEventListener(type, begin, { capture: true });
    };
    for (const type of INPUTS) place().addEventListener(type, begin, { capture: true });
    watch.took = paintedInTurn(texts, () => startedAt);
  },
};
Object.assign(window, { watch });

/** A tick is a click, another choice in a list a change. */
const INPUTS = ["click", "change"] as const;

/** What a host draws into, or the whole page. */
function place(): Document | ShadowRoot {
  return document.querySelector("#place")?.firstElementChild?.shadowRoot ?? document;
}

async function paintedInTurn(texts: readonly string[], startedAt: () => number): Promise<number[]> {
  const took: number[] = [];
  for (const text of texts) {
    await seen(text);
    took.push((await painted()) - startedAt());
  }
  return took;
}

function seen(text: string): Promise<void> {
  const root = place();
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`"${text}" was not seen within ${GIVES_UP_AFTER} ms; there is: ${textIn(root)}`));
    }, GIVES_UP_AFTER);
    const look = () => {
      if (!textIn(root).includes(text)) return;
      clearTimeout(late);
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    look();
  });
}

/** When the frame with what has just changed is through. */
function painted(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
}

const UNSEEN = new Set(["STYLE", "SCRIPT", "OPTION"]);

/** Without styles, scripts and the lists of what may be chosen. */
function textIn(root: Node): string {
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode as Text;
    if (!UNSEEN.has(parentElement?.tagName ?? "")) texts.push(data);
  }
  return texts.join("");
}
