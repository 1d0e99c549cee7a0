import type { FrameLink } from "./frame-link.ts";

interface ToastOptions {
  readonly duration?: number;
  readonly isError?: boolean;
  readonly action?: string;
  readonly onAction?: () => void;
  readonly onDismiss?: () => void;
}

export interface Toasts {
  /** The toast's id, for `hide`. */
  show(message: string, options?: ToastOptions): string;
  hide(id: string): void;
}

export function toasts(link: FrameLink): Toasts {
  const waiting = new Map<string, ToastOptions>();
  let shown = 0;
  link.onNews("toastEnded", ({ id, by }) => {
    const options = waiting.get(id);
    waiting.delete(id);
    if (by === "action") options?.onAction?.();
    else options?.onDismiss?.();
  });
  return {
    show: (message, options = {}) => {
      shown += 1;
      const id = `toast-${Date.now()}-${shown}`;
      waiting.set(id, options);
      const { duration = 5000, isError = false, action } = options;
      link.tell("toast", { id, message: String(message), duration, isError, ...(action && { action }) });
      return id;
    },
    hide: (id) => link.tell("hideToast", id),
  };
}
