import type { ComponentChildren, ComponentType, JSX } from "preact";

/** What an element is drawn of. */
export interface Drawing {
  readonly tag: string;
  /** Checked against what Shopify publishes; a prop that isn't given is undefined. */
  readonly props: Readonly<Record<string, unknown>>;
  /** Its children by the slot they name. */
  readonly slots: Readonly<Record<string, ComponentChildren>>;
  /** Tells the extension of an event, after `state`: the props that the shopper changed. */
  fire(event: string, state?: Readonly<Record<string, unknown>>): void;
  /** Answers the element's methods, "hideOverlay". */
  answer(methods: Readonly<Record<string, () => void>>): void;
  readonly children?: ComponentChildren;
}

export type Drawn = ComponentType<Drawing>;

/** The text of a prop; undefined where it isn't given or is empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** "button button--tone-critical": a class for the element and one for each named prop that has a word. */
export function classes(name: string, words: Readonly<Record<string, unknown>> = {}): string {
  const modifiers = Object.entries(words).flatMap(([prop, word]) => {
    if (word === true) return [`${name}--${prop}`];
    return typeof word === "string" && word !== "" ? [`${name}--${prop}-${word}`] : [];
  });
  return [name, ...modifiers].join(" ");
}

const ROLES: Readonly<Record<string, JSX.AriaRole>> = {
  alert: "alert",
  aside: "complementary",
  footer: "contentinfo",
  header: "banner",
  main: "main",
  navigation: "navigation",
  section: "region",
  status: "status",
  "list-item": "listitem",
  "list-item-separator": "none",
  "ordered-list": "list",
  "unordered-list": "list",
  separator: "separator",
  none: "none",
};

/** The name and the role that an element gives itself. */
export function named(props: Readonly<Record<string, unknown>>) {
  return {
    id: textOf(props.id),
    role: ROLES[textOf(props.accessibilityRole) ?? ""],
    "aria-label": textOf(props.accessibilityLabel),
    "aria-hidden": props.accessibilityVisibility === "hidden" ? true : undefined,
  };
}

/** "visually-hidden" where only assistive technology is to read it. */
export function visibility(props: Readonly<Record<string, unknown>>): string {
  return props.accessibilityVisibility === "exclusive" ? " visually-hidden" : "";
}
