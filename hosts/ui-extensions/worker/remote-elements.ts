import { RemoteElement, RemoteEvent } from "@remote-dom/core/elements";
import { hooks } from "@remote-dom/core/polyfill";
import type { ElementRule, PropRule } from "../published.ts";
import type { EventState } from "../wire.ts";

/** Props that every element of Shopify's has. */
const EVERYWHERE = ["slot", "id", "key"];

/**
 * Defines the target's elements, and reports what is used beside them: a RemoteElement drops a prop that it does not
 * know without a word.
 */
export function defineElements(
  elements: Readonly<Record<string, ElementRule>>,
  setting: { readonly quietly: (work: () => void) => void; readonly report: (message: string) => void },
): void {
  for (const [tag, rule] of Object.entries(elements)) customElements.define(tag, remoteElement(rule, setting.quietly));
  const { report } = setting;
  const { setAttribute, addEventListener } = hooks;
  hooks.createElement = ({ localName }) => {
    if (!elements[localName]) report(`there is no element ${localName}`);
  };
  hooks.setAttribute = (element, name, value, namespace) => {
    const rule = elements[element.localName];
    if (rule && !EVERYWHERE.includes(name) && !propOfAttribute(rule, name)) {
      report(`${element.localName} has no prop ${name}`);
    }
    setAttribute?.(element, name, value, namespace);
  };
  hooks.addEventListener = (element, type, listener, options) => {
    const tag = "localName" in element ? String(element.localName) : undefined;
    const rule = tag === undefined ? undefined : elements[tag];
    if (rule && !rule.events.includes(type)) report(`${tag} has no event ${type}`);
    addEventListener?.(element, type, listener, options);
  };
}

function remoteElement(rule: ElementRule, quietly: (work: () => void) => void): CustomElementConstructor {
  const properties = Object.fromEntries(
    Object.entries(rule.props).map(([name, prop]) => [name, { type: typeOf(prop), default: undefined }]),
  );
  const events = Object.fromEntries(
    rule.events.map((name) => [
      name,
      {
        // The shopper's change is set on the element before it is heard of, and not sent back to where it came from.
        dispatchEvent(this: Element, given?: EventState) {
          quietly(() => void Object.assign(this, given?.state));
          return new RemoteEvent(name);
        },
      },
    ]),
  );
  class PublishedElement extends RemoteElement {
    static override readonly remoteProperties = properties;
    static override readonly remoteEvents = events;
  }
  for (const method of rule.methods) {
    Object.defineProperty(PublishedElement.prototype, method, {
      value(this: RemoteElement, ...given: unknown[]) {
        return this.callRemoteMethod(method, ...given);
      },
    });
  }
  return PublishedElement as unknown as CustomElementConstructor;
}

/** How an attribute is read; props are set as they are. */
function typeOf({ kinds }: PropRule) {
  if (kinds?.includes("boolean")) return Boolean;
  if (kinds?.includes("number") && !kinds.includes("string")) return Number;
  return kinds?.includes("object") ? Object : String;
}

/** Attributes are written as the prop, in small letters, or with dashes. */
function propOfAttribute(rule: ElementRule, attribute: string): string | undefined {
  const plain = attribute.replaceAll("-", "").toLowerCase();
  return Object.keys(rule.props).find((prop) => prop.toLowerCase() === plain);
}
