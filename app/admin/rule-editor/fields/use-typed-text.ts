import { useState } from "react";
import { useField } from "../editing.tsx";
import type { Place } from "../places.ts";

/** What a text means, and how a value reads. */
interface Typing {
  readonly meaning: (text: string) => unknown;
  readonly shown: (value: unknown) => string;
}

/**
 * A field whose value is not its text: "12." stays on the screen while it is typed, although it means what "12" does.
 * Spread it over a Polaris TextField.
 */
export function useTypedText(place: Place, { meaning, shown }: Typing) {
  const { value, set, control } = useField<unknown>(place);
  const [typed, setTyped] = useState<string>();
  const isStanding = typed !== undefined && Object.is(meaning(typed), value);
  return {
    ...control,
    value: isStanding ? typed : shown(value),
    onChange: (text: string) => {
      setTyped(text);
      set(meaning(text));
    },
    onBlur: () => {
      setTyped(undefined);
      control.onBlur();
    },
    autoComplete: "off" as const,
  };
}
