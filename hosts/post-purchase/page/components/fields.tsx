/** @jsxImportSource preact */
import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { call, classes, type WithChildren } from "./classes.ts";

interface Field {
  readonly id?: string;
  readonly name?: string;
  readonly label: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly error?: string;
}

/** The label stands small inside the frame, above the value, as in Shopify's checkout. */
function Framed({
  id,
  label,
  error,
  children,
}: WithChildren & { id: string; label: string; error?: string | undefined }) {
  return (
    <div class={classes("field", { wrong: Boolean(error) })}>
      <label class="field__label" for={id}>
        {label}
      </label>
      {children}
      {error ? (
        <p class="field__error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

function common({ name, required, disabled, error }: Field, id: string) {
  return {
    id,
    name,
    required,
    disabled,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": error && `${id}-error`,
  };
}

interface SelectProps extends Field {
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  readonly placeholder?: string;
  readonly onChange?: (value: string) => unknown;
}

/** Controlled: it shows the value that the extension gives, so a change that the extension refuses springs back. */
export function Select(props: SelectProps) {
  const own = useId();
  const [, draw] = useState(0);
  const id = props.id ?? own;
  const change = (event: JSX.TargetedEvent<HTMLSelectElement>) => {
    call(props.onChange, event.currentTarget.value);
    draw((drawn) => drawn + 1);
  };
  return (
    <Framed id={id} label={props.label} error={props.error}>
      <select
        class="field__control field__control--select"
        {...common(props, id)}
        value={props.value ?? ""}
        onChange={change}
      >
        {props.placeholder && !props.value ? <option value="">{props.placeholder}</option> : null}
        {props.options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </Framed>
  );
}

interface TextFieldProps extends Field {
  readonly type?: "text" | "email" | "number" | "telephone";
  readonly multiline?: boolean;
  readonly tooltip?: { readonly label: string; readonly content: string };
  readonly onFocus?: () => unknown;
  readonly onBlur?: () => unknown;
  readonly onInput?: (value: string) => unknown;
  readonly onChange?: (value: string) => unknown;
}

/** Half controlled, as documented: while it is edited the page owns the text, `onChange` comes when editing is over. */
export function TextField(props: TextFieldProps) {
  const own = useId();
  const id = props.id ?? own;
  const [text, setText] = useState(props.value ?? "");
  useEffect(() => setText(props.value ?? ""), [props.value]);
  const given = {
    ...common(props, id),
    class: "field__control",
    value: text,
    onFocus: () => call(props.onFocus),
    onInput: (event: JSX.TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setText(event.currentTarget.value);
      call(props.onInput, event.currentTarget.value);
    },
    onBlur: () => {
      if (text !== (props.value ?? "")) call(props.onChange, text);
      call(props.onBlur);
    },
  };
  const type = props.type === "telephone" ? "tel" : (props.type ?? "text");
  return (
    <Framed id={id} label={props.label} error={props.error}>
      {props.multiline ? <textarea {...given} /> : <input type={type} {...given} />}
      {props.tooltip ? (
        <span class="field__tooltip" role="img" title={props.tooltip.content} aria-label={props.tooltip.label}>
          ?
        </span>
      ) : null}
    </Framed>
  );
}

interface ChoiceProps extends WithChildren {
  readonly id?: string;
  readonly name?: string;
  readonly value?: boolean;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly error?: string;
  readonly accessibilityLabel?: string;
  readonly onChange?: (value: boolean) => unknown;
}

function Choice({ kind, ...props }: ChoiceProps & { kind: "checkbox" | "radio" }) {
  const own = useId();
  const [, draw] = useState(0);
  const id = props.id ?? own;
  const checked = props.checked ?? props.value ?? false;
  const change = (event: JSX.TargetedEvent<HTMLInputElement>) => {
    call(props.onChange, event.currentTarget.checked);
    event.currentTarget.checked = checked;
    draw((drawn) => drawn + 1);
  };
  return (
    <div class="choice">
      <input
        type={kind}
        id={id}
        name={props.name}
        checked={checked}
        disabled={props.disabled}
        aria-label={props.accessibilityLabel}
        aria-invalid={props.error ? true : undefined}
        onChange={change}
      />
      <label for={id} aria-hidden={props.accessibilityLabel ? "true" : undefined}>
        {props.children}
      </label>
      {props.error ? <p class="field__error">{props.error}</p> : null}
    </div>
  );
}

export function Checkbox(props: ChoiceProps) {
  return <Choice kind="checkbox" {...props} />;
}

export function Radio(props: ChoiceProps) {
  return <Choice kind="radio" {...props} />;
}

interface BuyerConsentProps {
  readonly checked: boolean;
  readonly error?: string;
  readonly policy: "subscriptions";
  readonly onChange: (value: boolean) => unknown;
}

/** The words of this box are Shopify's, not the extension's. */
export function BuyerConsent({ checked, error, onChange }: BuyerConsentProps) {
  return (
    <Choice kind="checkbox" checked={checked} onChange={onChange} {...(error ? { error } : {})}>
      I agree that the payment method on this order is charged as the subscription’s terms say, until I cancel.
    </Choice>
  );
}

interface FormProps extends WithChildren {
  readonly disabled?: boolean;
  readonly implicitSubmit?: boolean | string;
  readonly onSubmit: () => unknown;
}

export function Form({ disabled, implicitSubmit = true, onSubmit, children }: FormProps) {
  const submit = (event: JSX.TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!disabled) call(onSubmit);
  };
  return (
    <form noValidate onSubmit={submit}>
      {children}
      {implicitSubmit ? (
        <button type="submit" class="visually-hidden" disabled={disabled} tabIndex={-1}>
          {typeof implicitSubmit === "string" ? implicitSubmit : "Submit"}
        </button>
      ) : null}
    </form>
  );
}

export function FormLayout({ children }: WithChildren) {
  return <div class="block-stack block-stack--spacing-base">{children}</div>;
}

export function FormLayoutGroup({ children }: WithChildren) {
  return <div class="tiles tiles--spacing-base">{children}</div>;
}
