import { useEditing, useField } from "../editing.tsx";
import type { FieldProps } from "./field-props.ts";
import { ManyField } from "./many-field.tsx";

/** Others of the shop's rules; none chosen leaves the question open to all of them. */
export function RulesField({ place, label, helpText }: FieldProps) {
  const { rules } = useEditing();
  const { value = [], set, control } = useField<readonly string[]>(place);
  const nameOf = (id: string) => rules.find((rule) => rule.id === id)?.name ?? id;
  return (
    <ManyField
      {...control}
      label={label}
      helpText={helpText}
      options={rules.map(({ id }) => id)}
      nameOf={nameOf}
      chosen={value}
      choose={(chosen) => set(chosen.length > 0 ? chosen : undefined)}
    />
  );
}
