import { BlockStack, InlineError, InlineGrid, TextField } from "@shopify/polaris";
import { useSay } from "../../say.tsx";
import { useField } from "../editing.tsx";
import type { Place } from "../places.ts";
import type { FieldProps } from "./field-props.ts";

/** A time of the shop's day, "09:00". */
export function ClockField({ place, label, helpText }: Omit<FieldProps, "kind" | "parameter">) {
  const { value, set, control } = useField<string>(place);
  return (
    <TextField
      {...control}
      type="time"
      label={label}
      helpText={helpText}
      value={value ?? ""}
      onChange={set}
      autoComplete="off"
    />
  );
}

/** A day on the shop's calendar, or a minute of it, "2026-11-27T09:00"; without a day it is open. */
export function MomentField({ place, label }: { readonly place: Place; readonly label: string }) {
  const say = useSay();
  const { value = "", set, control } = useField<string>(place);
  const [day = "", time = ""] = value.split("T");
  const write = (onDay: string, at: string) => set(onDay === "" ? undefined : at === "" ? onDay : `${onDay}T${at}`);
  return (
    <BlockStack gap="100">
      <InlineGrid columns={2} gap="200">
        <TextField
          id={control.id}
          onBlur={control.onBlur}
          error={control.error !== undefined}
          type="date"
          label={`${label}: ${say("editor.date")}`}
          value={day}
          onChange={(to) => write(to, time)}
          autoComplete="off"
        />
        <TextField
          type="time"
          label={`${label}: ${say("editor.time")}`}
          value={time}
          onChange={(to) => write(day, to)}
          onBlur={control.onBlur}
          disabled={day === ""}
          autoComplete="off"
        />
      </InlineGrid>
      {control.error ? <InlineError message={control.error} fieldID={control.id} /> : null}
    </BlockStack>
  );
}
