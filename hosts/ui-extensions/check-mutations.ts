import type { RemoteConnection, RemoteMutationRecord, RemoteNodeSerialization } from "@remote-dom/core";
import { type ElementRule, fits } from "./published.ts";

/** Stands where an unknown element would: the others keep their places. */
const UNKNOWN_ELEMENT = "unknown-element";

const ELEMENT = 1;
const INSERT_CHILD = 0;
const UPDATE_PROPERTY = 3;
const EVENT_LISTENER = 3;
const ATTRIBUTE = 2;

/**
 * The receiver's connection behind a check of every element and value that reaches the page: what Shopify's target does
 * not have is reported and left out, the rest is drawn.
 */
export function checkedConnection(
  { mutate, call }: RemoteConnection,
  elements: Readonly<Record<string, ElementRule>>,
  report: (message: string) => void,
): RemoteConnection {
  const tags = new Map<string, string>();

  return { mutate: (records) => mutate(records.flatMap(checkedRecord)), call };

  function checkedRecord(record: RemoteMutationRecord): RemoteMutationRecord[] {
    if (record[0] === INSERT_CHILD) return [[record[0], record[1], checkedNode(record[2]), record[3]]];
    if (record[0] !== UPDATE_PROPERTY) return [record];
    const [, id, name, value, kind] = record;
    const tag = tags.get(id);
    return tag === undefined || kind === ATTRIBUTE || mayHave(tag, name, value, kind === EVENT_LISTENER)
      ? [record]
      : [];
  }

  function checkedNode(node: RemoteNodeSerialization): RemoteNodeSerialization {
    if (node.type !== ELEMENT) return node;
    tags.set(node.id, node.element);
    const children = node.children.map(checkedNode);
    if (!elements[node.element]) {
      report(`there is no element ${node.element}`);
      return { id: node.id, type: node.type, element: UNKNOWN_ELEMENT, children };
    }
    const allowed = (given: Readonly<Record<string, unknown>> | undefined, areEvents: boolean) =>
      Object.fromEntries(
        Object.entries(given ?? {}).filter(([name, value]) => mayHave(node.element, name, value, areEvents)),
      );
    return {
      ...node,
      properties: allowed(node.properties, false),
      eventListeners: allowed(node.eventListeners, true) as Record<string, (...given: unknown[]) => unknown>,
      children,
    };
  }

  function mayHave(tag: string, name: string, value: unknown, isEvent: boolean): boolean {
    const element = elements[tag];
    if (!element) return false;
    if (isEvent) {
      if (element.events.includes(name)) return true;
      report(`${tag} has no event ${name}`);
      return false;
    }
    const rule = element.props[name];
    if (!rule) {
      report(`${tag} has no prop ${name}`);
      return false;
    }
    if (fits(value, rule)) return true;
    report(`${tag} takes no ${name} of ${JSON.stringify(value) ?? typeof value}`);
    return false;
  }
}
