import type { ReactNode } from "react";

/** A page of a few words that needs nothing but the browser. */
export function BarePage({
  title,
  body,
  children,
}: {
  readonly title: string;
  readonly body: string;
  readonly children?: ReactNode;
}) {
  return (
    <main style={{ font: "16px/1.5 system-ui, sans-serif", margin: "15vh auto", maxWidth: "34rem", padding: "0 1rem" }}>
      <h1 style={{ fontSize: "1.5rem", margin: "0 0 .5rem" }}>{title}</h1>
      <p>{body}</p>
      {children}
    </main>
  );
}
