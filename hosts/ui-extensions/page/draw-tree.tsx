/** @jsxImportSource preact */
import type {
  RemoteReceiver,
  RemoteReceiverElement,
  RemoteReceiverNode,
  RemoteReceiverParent,
} from "@remote-dom/core/receivers";
import { type ComponentChildren, render } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { EventState } from "../wire.ts";
import { drawnElements } from "./elements/index.ts";
import { PageWidth } from "./responsive.ts";
import { styles } from "./styles.ts";

const ELEMENT = 1;
const TEXT = 3;

/** Draws what the receiver holds into a shadow root of `container`, and keeps it so until `remove`. */
export function drawTree(container: HTMLElement, receiver: RemoteReceiver): { remove(): void } {
  const place = document.createElement("div");
  container.append(place);
  const shadow = place.attachShadow({ mode: "open" });
  render(<Page receiver={receiver} place={place} />, shadow);
  return {
    remove() {
      render(null, shadow);
      place.remove();
    },
  };
}

function Page({ receiver, place }: { receiver: RemoteReceiver; place: HTMLElement }) {
  const [width, setWidth] = useState(place.clientWidth);
  useEffect(() => {
    const observer = new ResizeObserver(() => setWidth(place.clientWidth));
    observer.observe(place);
    return () => observer.disconnect();
  }, [place]);
  return (
    <PageWidth.Provider value={width}>
      <style>{styles}</style>
      <div class="block">
        <Children of={receiver.root} receiver={receiver} />
      </div>
    </PageWidth.Provider>
  );
}

/** Children are drawn again when their parent says that it changed; the receiver changes its nodes in place. */
function Children({
  of: parent,
  slot,
  receiver,
}: {
  of: RemoteReceiverParent;
  slot?: string;
  receiver: RemoteReceiver;
}) {
  useVersion(parent, receiver);
  return (
    <>
      {parent.children
        .filter((child) => slotOf(child) === slot)
        .map((child) => (
          <Node key={child.id} node={child} receiver={receiver} />
        ))}
    </>
  );
}

function Node({ node, receiver }: { node: RemoteReceiverNode; receiver: RemoteReceiver }) {
  useVersion(node, receiver);
  if (node.type === TEXT) return <>{node.data}</>;
  if (node.type !== ELEMENT) return null;
  // An unknown element was reported when it arrived.
  const Drawn = drawnElements[node.element];
  if (!Drawn) return null;
  const slots: Record<string, ComponentChildren> = {};
  for (const child of node.children) {
    const slot = slotOf(child);
    if (slot) slots[slot] = <Children of={node} slot={slot} receiver={receiver} />;
  }
  return (
    <Drawn
      tag={node.element}
      props={node.properties}
      slots={slots}
      fire={(event, state) => fire(node, event, state)}
      answer={(methods) => receiver.implement(node, methods)}
    >
      {node.children.length > 0 ? <Children of={node} receiver={receiver} /> : null}
    </Drawn>
  );
}

/** What the shopper changed is kept before it is told, so that the extension's answer finds it as the shopper sees it. */
function fire(node: RemoteReceiverElement, event: string, state?: Readonly<Record<string, unknown>>): void {
  Object.assign(node.properties, state);
  const listener = node.eventListeners[event] as ((given: EventState) => unknown) | undefined;
  listener?.({ state });
}

function slotOf(node: RemoteReceiverNode): string | undefined {
  return (node.type === ELEMENT && node.attributes.slot) || undefined;
}

function useVersion(node: RemoteReceiverNode | RemoteReceiverParent, receiver: RemoteReceiver): void {
  const [, draw] = useState(node.version);
  useLayoutEffect(() => {
    const ending = new AbortController();
    draw(node.version);
    receiver.subscribe(node, ({ version }) => draw(version), { signal: ending.signal });
    return () => ending.abort();
  }, [node, receiver]);
}
