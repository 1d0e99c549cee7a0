/** @jsxImportSource preact */
import { call, classes, type WithChildren } from "./classes.ts";

interface ButtonProps extends WithChildren {
  readonly submit?: boolean;
  readonly to?: string;
  readonly subdued?: boolean;
  readonly plain?: boolean;
  readonly loading?: boolean;
  readonly loadingLabel?: string;
  readonly disabled?: boolean;
  readonly onPress?: () => unknown;
}

/** While it is loading the label keeps its room, so that the button keeps its width. */
export function Button({
  submit,
  to,
  subdued,
  plain,
  loading,
  loadingLabel,
  disabled,
  onPress,
  children,
}: ButtonProps) {
  const look = classes("button", { subdued, plain, loading });
  const content = (
    <>
      <span class="button__label" aria-hidden={loading ? "true" : undefined}>
        {children}
      </span>
      {loading ? (
        <span class="button__loading">
          <span class="spinner__wheel" aria-hidden="true" />
          <span class="button__loading-label">{loadingLabel}</span>
        </span>
      ) : null}
    </>
  );
  if (to !== undefined) {
    return (
      <a class={look} href={to} onClick={() => call(onPress)}>
        {content}
      </a>
    );
  }
  return (
    <button
      class={look}
      type={submit ? "submit" : "button"}
      disabled={disabled && !loading}
      aria-disabled={disabled || loading ? "true" : undefined}
      aria-busy={loading ? "true" : undefined}
      onClick={() => (disabled || loading ? undefined : call(onPress))}
    >
      {content}
    </button>
  );
}

export function ButtonGroup({ children }: WithChildren) {
  return <div class="button-group">{children}</div>;
}

interface LinkProps extends WithChildren {
  readonly to?: string;
  readonly external?: boolean;
  readonly id?: string;
  readonly onPress?: () => unknown;
}

export function Link({ to, external, id, onPress, children }: LinkProps) {
  if (to === undefined) {
    return (
      <button id={id} type="button" class="link" onClick={() => call(onPress)}>
        {children}
      </button>
    );
  }
  const elsewhere = external ? { target: "_blank", rel: "noopener" } : {};
  return (
    <a id={id} class="link" href={to} {...elsewhere} onClick={() => call(onPress)}>
      {children}
    </a>
  );
}
