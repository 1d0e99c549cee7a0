/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { classes, type WithChildren } from "./classes.ts";

interface BannerProps extends WithChildren {
  readonly title?: string;
  readonly status?: "info" | "success" | "warning" | "critical";
  readonly collapsible?: boolean;
  readonly iconHidden?: boolean;
}

const ICONS = { info: "i", success: "✓", warning: "!", critical: "!" };

export function Banner({ title, status = "info", collapsible, iconHidden, children }: BannerProps) {
  const [isOpen, setOpen] = useState(!collapsible);
  return (
    <div class={classes("banner", { status })} role={status === "critical" ? "alert" : "status"}>
      {iconHidden ? null : (
        <span class="banner__icon" aria-hidden="true">
          {ICONS[status]}
        </span>
      )}
      <div class="banner__words">
        {title && !collapsible ? <p class="banner__title">{title}</p> : null}
        {title && collapsible ? (
          <button type="button" class="banner__title" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {title}
          </button>
        ) : null}
        {isOpen || !title ? children : null}
      </div>
    </div>
  );
}

interface CalloutBannerProps extends WithChildren {
  readonly title?: string;
  readonly border?: string;
  readonly background?: string;
  readonly alignment?: string;
  readonly spacing?: string;
}

export function CalloutBanner({ title, children, ...look }: CalloutBannerProps) {
  const { border = "block", background = "secondary", alignment = "center", spacing = "tight" } = look;
  return (
    <div class={classes("callout", { border, background, alignment, spacing })}>
      {title ? <h2 class="callout__title">{title}</h2> : null}
      {children}
    </div>
  );
}

/** Children are read instead of the wheel, and seen instead of it where motion is not wanted. */
export function Spinner({ size, color, children }: WithChildren & { readonly size?: string; readonly color?: string }) {
  return (
    <span class={classes("spinner", { size, color, "with-words": Boolean(children) })} role="status">
      <span class="spinner__wheel" aria-hidden="true" />
      {children ? <span class="spinner__words">{children}</span> : null}
    </span>
  );
}
