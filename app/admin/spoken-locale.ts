import { useRouteLoaderData } from "@remix-run/react";

/** The language that the document was opened in, as root.tsx told it: also on a page that stands for one that failed. */
export function useSpokenLocale(): string {
  const told = useRouteLoaderData("root") as { readonly locale?: string } | undefined;
  return told?.locale ?? "en";
}
