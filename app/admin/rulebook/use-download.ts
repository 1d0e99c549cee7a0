import { useState } from "react";

/**
 * Downloads a file that the app answers with. A plain link would not do: in Shopify's frame only `fetch` carries the
 * merchant's session. The file is named by the answer, else `fallbackName`.
 */
export function useDownload(path: string, fallbackName: string) {
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const download = async () => {
    setState("loading");
    try {
      const answer = await fetch(path);
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      save(await answer.blob(), nameIn(answer.headers.get("Content-Disposition")) ?? fallbackName);
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  return { download: () => void download(), isLoading: state === "loading", hasFailed: state === "failed" };
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: the download begins after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function nameIn(disposition: string | null): string | undefined {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1];
}
