import { useMemo } from "react";
import { useFormat } from "../../format.tsx";
import { useEditing, useField } from "../editing.tsx";
import { countryCodes, languageCodes } from "./codes.ts";
import type { FieldProps } from "./field-props.ts";
import { ManyField } from "./many-field.tsx";

/** Countries, languages or currencies by the names that the merchant's language has for them. */
export function CodesField({ place, parameter: { name }, label, helpText }: FieldProps) {
  const { shop } = useEditing();
  const format = useFormat(shop.timezone);
  const { value = [], set, control } = useField<readonly string[]>(place);
  const nameOf = name === "countries" ? format.country : name === "languages" ? format.language : format.currency;
  const options = useMemo(() => byName(codesOf(name, shop.currencies), nameOf), [name, shop.currencies, nameOf]);
  return (
    <ManyField
      {...control}
      label={label}
      helpText={helpText}
      options={[...new Set([...options, ...value])]}
      nameOf={nameOf}
      chosen={value}
      choose={set}
    />
  );
}

function codesOf(name: string, shopCurrencies: readonly string[]): readonly string[] {
  if (name === "countries") return countryCodes();
  return name === "languages" ? languageCodes() : shopCurrencies;
}

function byName(codes: readonly string[], nameOf: (code: string) => string): readonly string[] {
  return [...codes].sort((left, right) => nameOf(left).localeCompare(nameOf(right)));
}
