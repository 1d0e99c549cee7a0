/** @jsxImportSource preact */
import { createContext } from "preact";
import { useContext, useId } from "preact/hooks";
import { classes, type Drawing, textOf } from "./drawn.ts";
import { Labelled } from "./fields.tsx";

/** A box to tick, or a switch: unticked unless the extension says otherwise. */
export function Checkbox({ tag, props, slots, fire }: Drawing) {
  const id = useId();
  const error = textOf(props.error);
  const isChecked = props.checked === true || (props.checked === undefined && props.defaultChecked === true);
  const label = textOf(props.label);
  return (
    <div class={classes("choice", { wrong: error !== undefined })}>
      <input
        id={id}
        type="checkbox"
        role={tag === "s-switch" ? "switch" : undefined}
        name={textOf(props.name)}
        checked={isChecked}
        disabled={props.disabled === true}
        required={props.required === true}
        aria-label={textOf(props.accessibilityLabel)}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => fire("change", { checked: event.currentTarget.checked })}
        onFocus={() => fire("focus")}
        onBlur={() => fire("blur")}
      />
      <label for={id} class={props.labelAccessibilityVisibility === "exclusive" ? "visually-hidden" : ""}>
        {slots.label ?? label}
      </label>
      {error ? (
        <p class="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface ChoiceListState {
  readonly name: string;
  readonly chosen: readonly string[] | undefined;
  readonly multiple: boolean;
  readonly disabled: boolean;
  choose(value: string, isChosen: boolean): void;
}
const ChoiceListContext = createContext<ChoiceListState | undefined>(undefined);

export function ChoiceList({ props, fire, children }: Drawing) {
  const id = useId();
  const chosen = Array.isArray(props.values) ? props.values.map(String) : undefined;
  const multiple = props.multiple === true;
  const error = textOf(props.error);
  const state: ChoiceListState = {
    name: textOf(props.name) ?? id,
    chosen,
    multiple,
    disabled: props.disabled === true,
    choose(value, isChosen) {
      const others = multiple ? (chosen ?? []).filter((other) => other !== value) : [];
      const values = isChosen ? [...others, value] : others;
      fire("input", { values });
      fire("change", { values });
    },
  };
  return (
    <fieldset class="choices" role={multiple ? undefined : "radiogroup"} aria-invalid={error ? true : undefined}>
      <legend class={props.labelAccessibilityVisibility === "exclusive" ? "visually-hidden" : "field__label"}>
        {textOf(props.label)}
      </legend>
      <ChoiceListContext.Provider value={state}>{children}</ChoiceListContext.Provider>
      {error ? (
        <p class="field__error" role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

export function Choice({ props, slots, children }: Drawing) {
  const id = useId();
  const list = useContext(ChoiceListContext);
  const value = textOf(props.value) ?? "";
  const isChosen = list?.chosen
    ? list.chosen.includes(value)
    : props.selected === true || (props.selected === undefined && props.defaultSelected === true);
  return (
    <div class="choice">
      <input
        id={id}
        type={list?.multiple ? "checkbox" : "radio"}
        name={list?.name}
        value={value}
        checked={isChosen}
        disabled={list?.disabled || props.disabled === true}
        aria-label={textOf(props.accessibilityLabel)}
        onChange={(event) => list?.choose(value, event.currentTarget.checked)}
      />
      <label for={id}>{children}</label>
      {Object.values(slots)}
    </div>
  );
}

export function Select({ props, fire, children }: Drawing) {
  const id = useId();
  const error = textOf(props.error);
  const placeholder = textOf(props.placeholder);
  return (
    <Labelled id={id} props={props}>
      <select
        id={id}
        class="field__control"
        name={textOf(props.name)}
        value={textOf(props.value) ?? (placeholder ? "" : undefined)}
        required={props.required === true}
        disabled={props.disabled === true}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => {
          const { value } = event.currentTarget;
          fire("input", { value });
          fire("change", { value });
        }}
        onFocus={() => fire("focus")}
        onBlur={() => fire("blur")}
      >
        {placeholder ? (
          <option value="" disabled>
            {placeholder}
          </option>
        ) : null}
        {children}
      </select>
    </Labelled>
  );
}

export function Option({ props, children }: Drawing) {
  return (
    <option
      value={textOf(props.value)}
      disabled={props.disabled === true}
      selected={props.selected === true || props.defaultSelected === true ? true : undefined}
    >
      {children}
    </option>
  );
}
