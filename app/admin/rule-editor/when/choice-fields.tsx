import { BlockStack, Checkbox, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import type { Message } from "#app/core/values/say.ts";
import { useFormat } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import { useEditing, useField } from "../editing.tsx";
import type { FieldProps } from "./field-props.ts";
import styles from "./when.module.css";

/** Of lines that are so or not so, "any of" would want a list after it. */
const PLAIN_LINES: Readonly<Record<string, Message>> = {
  any: "editor.value.lines-plain.any",
  only: "editor.value.lines-plain.only",
  none: "editor.value.lines-plain.none",
};

const CHOICES: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  lines: {
    any: "editor.value.lines.any",
    all: "editor.value.lines.all",
    only: "editor.value.lines.only",
    none: "editor.value.lines.none",
  },
  of: { any: "editor.value.of.any", all: "editor.value.of.all", none: "editor.value.of.none" },
  how: {
    is: "editor.value.how.is",
    "starts-with": "editor.value.how.starts-with",
    contains: "editor.value.how.contains",
    "ends-with": "editor.value.how.ends-with",
  },
  answer: { accepted: "editor.value.answer.accepted", declined: "editor.value.answer.declined" },
  is: { first: "editor.value.is.first", returning: "editor.value.is.returning" },
  parameter: {
    source: "editor.value.parameter.source",
    medium: "editor.value.parameter.medium",
    campaign: "editor.value.parameter.campaign",
    term: "editor.value.parameter.term",
    content: "editor.value.parameter.content",
  },
  devices: {
    phone: "editor.value.devices.phone",
    tablet: "editor.value.devices.tablet",
    desktop: "editor.value.devices.desktop",
  },
  used: { true: "editor.value.used.true", false: "editor.value.used.false" },
  signedIn: { true: "editor.value.signedIn.true", false: "editor.value.signedIn.false" },
};

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const KINDS_OF_LINES = new Set(["subscription-line", "gift-card-line", "requires-shipping"]);

function useChoice({ kind, parameter: { name } }: Pick<FieldProps, "kind" | "parameter">): (word: string) => string {
  const say = useSay();
  const { shop } = useEditing();
  const format = useFormat(shop.timezone);
  const words = name === "lines" && KINDS_OF_LINES.has(kind) ? PLAIN_LINES : CHOICES[name];
  return (word) => {
    const message = words?.[word];
    return message ? say(message) : name === "weekdays" ? format.weekday(WEEKDAYS.indexOf(word) + 1) : word;
  };
}

/** One word of a few. */
export function ChoiceField({ place, kind, parameter, label }: FieldProps) {
  const { value, set, control } = useField<string>(place);
  const word = useChoice({ kind, parameter });
  const words = parameter.schema.enum as readonly string[];
  return (
    <Select
      {...control}
      label={label}
      options={words.map((one) => ({ value: one, label: word(one) }))}
      value={value ?? ""}
      onChange={set}
    />
  );
}

export function YesNoField({ place, kind, parameter, label }: FieldProps) {
  const { value, set, control } = useField<boolean>(place);
  const word = useChoice({ kind, parameter });
  return (
    <Select
      {...control}
      label={label}
      options={["true", "false"].map((one) => ({ value: one, label: word(one) }))}
      value={String(value)}
      onChange={(chosen) => set(chosen === "true")}
    />
  );
}

/** Some words of a few, in the order in which they are proposed. */
export function ChoicesField({ place, kind, parameter, label }: FieldProps) {
  const { value = [], set, control } = useField<readonly string[]>(place);
  const word = useChoice({ kind, parameter });
  const declared = (parameter.schema.items as { readonly enum: readonly string[] }).enum;
  const words = parameter.name === "weekdays" ? WEEKDAYS : declared;
  const toggle = (one: string, isChosen: boolean) =>
    set(words.filter((other) => (other === one ? isChosen : value.includes(other))));
  return (
    <fieldset className={styles.choices} id={control.id} tabIndex={-1}>
      <BlockStack gap="100">
        <Text as="span" variant="bodyMd">
          <legend>{label}</legend>
        </Text>
        <InlineStack gap="400">
          {words.map((one) => (
            <Checkbox
              key={one}
              id={`${place}.${one}`}
              label={word(one)}
              checked={value.includes(one)}
              onChange={(isChosen) => toggle(one, isChosen)}
              onBlur={control.onBlur}
            />
          ))}
        </InlineStack>
        {control.error ? <InlineError message={control.error} fieldID={control.id} /> : null}
      </BlockStack>
    </fieldset>
  );
}
