/** @jsxImportSource preact */
import { classes, type Drawing, named, textOf } from "./drawn.ts";

export function Image({ props, fire }: Drawing) {
  const ratio = textOf(String(props.aspectRatio ?? "")) ?? "auto";
  const fit = props.objectFit === "cover" ? "cover" : "contain";
  return (
    <img
      class={classes("image", { size: props.inlineSize })}
      id={textOf(props.id)}
      src={textOf(props.src)}
      srcset={textOf(props.srcSet)}
      sizes={textOf(props.sizes)}
      alt={textOf(props.alt) ?? ""}
      loading={props.loading === "lazy" ? "lazy" : "eager"}
      role={props.accessibilityRole === "none" ? "none" : undefined}
      style={`aspect-ratio:${ratio};object-fit:${fit}`}
      onLoad={() => fire("load")}
      onError={() => fire("error")}
    />
  );
}

export function ProductThumbnail({ props }: Drawing) {
  const src = textOf(props.src);
  return (
    <span class={classes("thumbnail", { size: props.size })}>
      {src ? (
        <img src={src} srcset={textOf(props.srcSet)} sizes={textOf(props.sizes)} alt={textOf(props.alt) ?? ""} />
      ) : (
        <span class="thumbnail__empty" role="img" aria-label={textOf(props.alt) ?? ""} />
      )}
      {typeof props.totalItems === "number" ? <span class="thumbnail__count">{props.totalItems}</span> : null}
    </span>
  );
}

export function Avatar({ props }: Drawing) {
  return (
    <span class="avatar" role="img" aria-label={textOf(props.alt) ?? textOf(props.initials) ?? ""}>
      {textOf(props.initials)}
    </span>
  );
}

export function PaymentIcon({ props }: Drawing) {
  const name = textOf(props.accessibilityLabel) ?? textOf(props.type) ?? "";
  return <span class="badge">{name}</span>;
}

/** A picture that needs a service of its own to draw: its name and its place. */
export function Pictured({ tag, props, children }: Drawing) {
  return (
    <div class="pictured" {...named(props)} role="img" aria-label={textOf(props.accessibilityLabel) ?? tag.slice(2)}>
      {children}
    </div>
  );
}
