/** @jsxImportSource preact */
import {
  KIND_TEXT,
  type RemoteReceiver,
  type RemoteReceiverAttachable,
  type RemoteReceiverAttachableChild,
} from "@remote-ui/core";
import { render } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { drawnComponents } from "./components/index.ts";
import { PageSize, pageSizeOf } from "./page-size.ts";
import { styles } from "./styles.ts";

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
  const [size, setSize] = useState(pageSizeOf(place.clientWidth));
  useEffect(() => {
    const observer = new ResizeObserver(() => setSize(pageSizeOf(place.clientWidth)));
    observer.observe(place);
    return () => observer.disconnect();
  }, [place]);
  return (
    <PageSize.Provider value={size}>
      <style>{styles}</style>
      <div class="page">
        <Children of={receiver.attached.root} receiver={receiver} />
      </div>
    </PageSize.Provider>
  );
}

type Parent = Extract<RemoteReceiverAttachable, { children: unknown }>;

/** Children are drawn again when their parent says that it changed; the receiver changes its nodes in place. */
function Children({ of: parent, receiver }: { of: Parent; receiver: RemoteReceiver }) {
  useVersion(parent, receiver);
  return (
    <>
      {parent.children.map((child) => (
        <Node key={child.id} node={child} receiver={receiver} />
      ))}
    </>
  );
}

function Node({ node, receiver }: { node: RemoteReceiverAttachableChild; receiver: RemoteReceiver }) {
  useVersion(node, receiver);
  if (node.kind === KIND_TEXT) return <>{node.text}</>;
  // An unknown component was reported when it arrived.
  const Drawn = drawnComponents[String(node.type)];
  if (!Drawn) return null;
  return (
    <Drawn {...(node.props as object)}>
      {node.children.length > 0 ? <Children of={node} receiver={receiver} /> : null}
    </Drawn>
  );
}

function useVersion(node: RemoteReceiverAttachable, receiver: RemoteReceiver): void {
  const [, draw] = useState(node.version);
  useLayoutEffect(() => {
    draw(node.version);
    return receiver.attached.subscribe(node, ({ version }) => draw(version));
  }, [node, receiver]);
}
