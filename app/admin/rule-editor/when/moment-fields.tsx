import { BlockStack, InlineError, InlineGrid, TextField } from "@shopify/polaris";
import { useEffect } from "react";
import { isLocalMoment } from "#app/core/values/shop-time.ts";
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

/** For what stands in a field of the browser's and is no day or time yet: no script may read it, and it is told to be wrong. */
const UNREAD = "?";

/** A day on the shop's calendar, or a minute of it, "2026-11-27T09:00"; without a day it is open. */
export function MomentField({
  place,
  label,
  helpText,
}: {
  readonly place: Place;
  readonly label: string;
  readonly helpText?: string | undefined;
}) {
  const say = useSay();
  const { value = "", set, control } = useField<string>(place);
  const [day = "", time = ""] = value.split("T");
  const write = (onDay: string, at: string) => set(onDay === "" ? undefined : at === "" ? onDay : `${onDay}T${at}`);
  const error = control.error && (isLocalMoment(value) ? control.error : say("editor.moment.wrong"));
  return (
    <BlockStack gap="100">
      <InlineGrid columns={2} gap="200">
        <PartField
          id={control.id}
          type="date"
          label={`${label}: ${say("editor.date")}`}
          helpText={helpText}
          value={day}
          isWrong={error !== undefined}
          write={(to) => write(to, time)}
          onLeft={control.onBlur}
        />
        <PartField
          id={`${control.id}.time`}
          type="time"
          label={`${label}: ${say("editor.time")}`}
          value={time}
          disabled={day === ""}
          write={(to) => write(day, to)}
          onLeft={control.onBlur}
        />
      </InlineGrid>
      {error ? <InlineError message={error} fieldID={control.id} /> : null}
    </BlockStack>
  );
}

/** A browser's own field for a day or a time, which says nothing of what is typed until it is whole: 31 February is never. */
function PartField({
  id,
  type,
  label,
  helpText,
  value,
  isWrong = false,
  disabled = false,
  write,
  onLeft,
}: {
  readonly id: string;
  readonly type: "date" | "time";
  readonly label: string;
  readonly helpText?: string | undefined;
  readonly value: string;
  readonly isWrong?: boolean;
  readonly disabled?: boolean;
  readonly write: (value: string) => void;
  readonly onLeft: () => void;
}) {
  useEffect(() => {
    const input = document.getElementById(id);
    // What was typed is given up: the browser would go on showing it.
    if (value === "" && input instanceof HTMLInputElement && input !== document.activeElement) input.value = "";
  }, [id, value]);
  return (
    <TextField
      id={id}
      type={type}
      label={label}
      helpText={helpText}
      value={value === UNREAD ? "" : value}
      error={isWrong}
      disabled={disabled}
      onChange={write}
      onBlur={(event) => {
        const isUnread = event?.target instanceof HTMLInputElement && event.target.validity.badInput;
        if (isUnread) write(UNREAD);
        else if (value === UNREAD) write("");
        onLeft();
      }}
      autoComplete="off"
    />
  );
}
