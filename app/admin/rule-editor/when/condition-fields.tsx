import { InlineGrid } from "@shopify/polaris";
import type { ConditionKind } from "#app/core/rules/conditions/index.ts";
import type { Message } from "#app/core/values/say.ts";
import { useSay } from "../../say.tsx";
import { NumberField } from "../fields/number-field.tsx";
import type { Place } from "../places.ts";
import { BoundField } from "./bound-field.tsx";
import { ChoiceField, ChoicesField, YesNoField } from "./choice-fields.tsx";
import { CodesField } from "./codes-field.tsx";
import { type Parameter, parametersOf } from "./condition-kinds.ts";
import type { FieldProps } from "./field-props.ts";
import { ClockField, MomentField } from "./moment-fields.tsx";
import { PickField } from "./pick-field.tsx";
import { RulesField } from "./rules-field.tsx";
import { PlainTextField, TextsField } from "./text-fields.tsx";

/** A field for each parameter that a condition of this kind declares, made from how the parameter is written. */
export function ConditionFields({ place, kind }: { readonly place: Place; readonly kind: ConditionKind }) {
  const parameters = parametersOf(kind);
  const small = parameters.filter((parameter) => !isWide(parameter));
  const wide = parameters.filter(isWide);
  return (
    <>
      {small.length > 0 ? (
        <InlineGrid columns={{ xs: 1, sm: small.length > 1 ? 2 : 1 }} gap="300">
          {small.map((parameter) => (
            <ParameterField key={parameter.name} place={place} kind={kind} parameter={parameter} />
          ))}
        </InlineGrid>
      ) : null}
      {wide.map((parameter) => (
        <ParameterField key={parameter.name} place={place} kind={kind} parameter={parameter} />
      ))}
    </>
  );
}

const isWide = ({ schema }: Parameter) => schema.type === "array";

function ParameterField({ place, kind, parameter }: Omit<FieldProps, "label" | "helpText">) {
  const say = useSay();
  const { name, schema } = parameter;
  const help = helpOf(kind, name);
  const props: FieldProps = {
    place: `${place}.${name}`,
    kind,
    parameter,
    label: say(labelOf(kind, name)),
    helpText: help && say(help),
  };
  const Picked = BY_NAME[name];
  if (Picked) return <Picked {...props} />;
  if (Array.isArray(schema.enum)) return <ChoiceField {...props} />;
  if (schema.type === "boolean") return <YesNoField {...props} />;
  if (schema.type === "array") return hasChoices(schema) ? <ChoicesField {...props} /> : <TextsField {...props} />;
  if (schema.type === "object") return <BoundField {...props} />;
  if (schema.type === "integer" || schema.type === "number") return <NumbersField {...props} />;
  if (name === "from" || name === "until") {
    return parameter.mayBeAbsent ? <MomentField {...props} /> : <ClockField {...props} />;
  }
  return <PlainTextField {...props} />;
}

function NumbersField(props: FieldProps) {
  const say = useSay();
  const { place, kind, parameter, label, helpText } = props;
  if (parameter.name === "atLeast" || parameter.name === "atMost") return <BoundField {...props} />;
  const suffix = parameter.name === "withinDays" ? say("editor.unit.days") : kind === "random-share" ? "%" : undefined;
  return (
    <NumberField
      place={place}
      label={label}
      mayBeAbsent={parameter.mayBeAbsent}
      {...(helpText ? { helpText } : {})}
      {...(suffix ? { suffix } : {})}
    />
  );
}

/** Those whose name says more than how they are written. */
const BY_NAME: Readonly<Record<string, (props: FieldProps) => React.JSX.Element>> = {
  products: PickField,
  variants: PickField,
  collections: PickField,
  rules: RulesField,
  countries: CodesField,
  languages: CodesField,
  currencies: CodesField,
};

function hasChoices({ items }: Parameter["schema"]): boolean {
  return typeof items === "object" && items !== null && "enum" in items;
}

const LABELS: Readonly<Record<string, Message>> = {
  lines: "editor.parameter.lines",
  of: "editor.parameter.of",
  how: "editor.parameter.how",
  products: "editor.parameter.products",
  variants: "editor.parameter.variants",
  collections: "editor.parameter.collections",
  tags: "editor.parameter.tags",
  types: "editor.parameter.types",
  vendors: "editor.parameter.vendors",
  namespace: "editor.parameter.namespace",
  key: "editor.parameter.key",
  values: "editor.parameter.values",
  codes: "editor.parameter.codes",
  currencies: "editor.parameter.currencies",
  countries: "editor.parameter.countries",
  regions: "editor.parameter.regions",
  markets: "editor.parameter.markets",
  languages: "editor.parameter.languages",
  methods: "editor.parameter.methods",
  channels: "editor.parameter.channels",
  devices: "editor.parameter.devices",
  weekdays: "editor.parameter.weekdays",
  rules: "editor.parameter.rules",
  texts: "editor.parameter.texts",
  parameter: "editor.parameter.parameter",
  answer: "editor.parameter.answer",
  is: "editor.parameter.is",
  used: "editor.parameter.used",
  signedIn: "editor.parameter.signedIn",
  withinDays: "editor.parameter.withinDays",
  atLeast: "editor.parameter.atLeast",
  atMost: "editor.parameter.atMost",
  from: "editor.parameter.from",
  until: "editor.parameter.until",
  percent: "editor.parameter.percent",
  seed: "editor.parameter.seed",
};

function labelOf(kind: ConditionKind, name: string): Message {
  if (kind === "date" && name === "until") return "editor.schedule.until";
  return LABELS[name] ?? "editor.parameter.values";
}

const HELP: Readonly<Record<string, Message>> = {
  markets: "editor.help.markets",
  regions: "editor.help.regions",
  methods: "editor.help.methods",
  channels: "editor.help.channels",
  rules: "editor.help.rules",
  seed: "editor.help.seed",
  withinDays: "editor.help.withinDays",
  tags: "editor.help.texts",
  types: "editor.help.texts",
  vendors: "editor.help.texts",
  values: "editor.help.texts",
  codes: "editor.help.texts",
  texts: "editor.help.texts",
};

function helpOf(kind: ConditionKind, name: string): Message | undefined {
  if (kind === "quantity" && name === "products") return "editor.help.quantity-products";
  if (kind === "hour") return name === "until" ? "editor.help.clock-out" : "editor.help.hour";
  if (kind === "date") return "editor.help.hour";
  return HELP[name];
}
