import { useEffect, useRef, useState } from "react";
import type { PreviewAsk, PreviewOutcome, PreviewTold } from "#app/contracts/preview.ts";
import styles from "./preview.module.css";

/** How wide the shopper's screen is, in its own pixels. */
const WIDTHS = { phone: 390, desktop: 1080 } as const;
export type Device = keyof typeof WIDTHS;

export interface PreviewFrameProps {
  /** What is to be drawn; another object is drawn anew. */
  readonly ask: Omit<PreviewAsk, "kind" | "turn"> | undefined;
  readonly device: Device;
  readonly title: string;
  /** As high as what is drawn; else as high as a screen, to scroll in: nothing below moves while it is drawn. */
  readonly isWhole: boolean;
  readonly onTold: (outcome: PreviewOutcome) => void;
}

/**
 * The page of the preview, as wide as a phone or a desktop is and drawn smaller where the column is narrower. It runs the
 * bundles that are deployed, and nothing of the admin.
 */
export function PreviewFrame({ ask, device, title, isWhole, onTold }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const sent = useRef(0);
  const [isReady, setIsReady] = useState(false);
  // Its first word must find somebody who listens: the page begins when this one does.
  const [isHeard, setIsHeard] = useState(false);
  const [height, setHeight] = useState(480);
  const scale = useScale(room, WIDTHS[device]);
  // The cart's script runs once in a page: another offer there begins with another page.
  const page = useRef(0);
  const isCart = ask?.surface === "cart";

  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<PreviewTold>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return;
      if (data.kind === "ready") setIsReady(true);
      else if (data.kind === "height") setHeight(data.px);
      else if (data.turn === sent.current) onTold(data.what);
    };
    addEventListener("message", hear);
    setIsHeard(true);
    return () => removeEventListener("message", hear);
  }, [onTold]);

  useEffect(() => {
    const inside = frame.current?.contentWindow;
    if (!isReady || !ask || !inside) return;
    if (isCart && page.current > 0) {
      page.current = 0;
      setIsReady(false);
      inside.location.reload();
      return;
    }
    if (isCart) page.current += 1;
    sent.current += 1;
    inside.postMessage({ kind: "preview", turn: sent.current, ...ask } satisfies PreviewAsk, location.origin);
  }, [ask, isReady, isCart]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
    <section ref={room} className={isWhole ? styles.room : styles[device]} aria-label={title} tabIndex={0}>
      <div className={styles.paper} style={{ height: Math.ceil(height * scale), width: WIDTHS[device] * scale }}>
        <iframe
          ref={frame}
          title={title}
          {...(isHeard ? { src: "/preview/" } : {})}
          className={styles.frame}
          style={{ width: WIDTHS[device], height, transform: `scale(${scale})` }}
        />
      </div>
    </section>
  );
}

function useScale(room: React.RefObject<HTMLDivElement>, width: number): number {
  const [space, setSpace] = useState<number>();
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSpace(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return space === undefined ? 1 : Math.min(1, space / width);
}
