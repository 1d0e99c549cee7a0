/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { classes, type Drawing, textOf } from "./drawn.ts";

const INPUT_TYPES: Readonly<Record<string, string>> = {
  "s-email-field": "email",
  "s-number-field": "number",
  "s-password-field": "password",
  "s-phone-field": "tel",
  "s-consent-phone-field": "tel",
  "s-url-field": "url",
  "s-date-field": "date",
  "s-date-picker": "date",
};

/** What every field has: a label of its own, what is wrong with it, and both tied to the control. */
export function Labelled({
  id,
  props,
  children,
}: {
  id: string;
  props: Drawing["props"];
  children: ComponentChildren;
}) {
  const error = textOf(props.error);
  const isLabelHidden = props.labelAccessibilityVisibility === "exclusive";
  return (
    <div class={classes("field", { wrong: error !== undefined })}>
      <label class={isLabelHidden ? "visually-hidden" : "field__label"} for={id}>
        {textOf(props.label)}
      </label>
      {children}
      {error ? (
        <p class="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function TextField({ tag, props, slots, fire }: Drawing) {
  const id = useId();
  return (
    <Labelled id={id} props={props}>
      <span class="field__line">
        {textOf(props.prefix)}
        <input
          {...control(id, props, fire)}
          type={INPUT_TYPES[tag] ?? "text"}
          inputMode={tag === "s-money-field" ? "decimal" : (textOf(props.inputMode) as JSX.HTMLAttributes["inputMode"])}
          min={numberOf(props.min)}
          max={numberOf(props.max)}
          step={numberOf(props.step)}
          minLength={numberOf(props.minLength)}
          maxLength={numberOf(props.maxLength)}
        />
        {textOf(props.suffix)}
        {slots.accessory}
      </span>
    </Labelled>
  );
}

export function TextArea({ props, fire }: Drawing) {
  const id = useId();
  return (
    <Labelled id={id} props={props}>
      <textarea {...control(id, props, fire)} rows={numberOf(props.rows) ?? 2} />
    </Labelled>
  );
}

/** Not every field has each of these; the check of what is published is elsewhere. */
function control(id: string, props: Drawing["props"], fire: Drawing["fire"]) {
  return {
    id,
    class: "field__control",
    name: textOf(props.name),
    value: textOf(props.value) ?? textOf(props.defaultValue) ?? "",
    placeholder: textOf(props.placeholder),
    autocomplete: textOf(props.autocomplete) as "on" | undefined,
    required: props.required === true,
    disabled: props.disabled === true,
    readOnly: props.readOnly === true,
    "aria-invalid": textOf(props.error) ? true : undefined,
    "aria-describedby": textOf(props.error) ? `${id}-error` : undefined,
    onFocus: () => fire("focus"),
    onBlur: () => fire("blur"),
    onInput: (event: JSX.TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      fire("input", { value: event.currentTarget.value }),
    onChange: (event: JSX.TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      fire("change", { value: event.currentTarget.value }),
  };
}

export function Form({ props, fire, children }: Drawing) {
  return (
    <form
      id={textOf(props.id)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        fire("submit");
      }}
      onReset={() => fire("reset")}
    >
      {children}
    </form>
  );
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
