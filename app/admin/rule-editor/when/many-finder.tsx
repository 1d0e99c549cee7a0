import { Combobox, Listbox } from "@shopify/polaris";
import { useLayoutEffect, useRef, useState } from "react";
import { useSay } from "../../say.tsx";
import type { ManyFieldProps } from "./many-field-props.ts";

/** A list of thousands would be long in coming: what is searched for is among the first of what fits. */
const SHOWN_MOST = 50;

/** Finds what is chosen, or no longer, among many. */
export default function ManyFinder({
  id,
  error,
  onBlur,
  label,
  helpText,
  options,
  nameOf,
  chosen,
  choose,
}: ManyFieldProps) {
  const say = useSay();
  const [sought, setSought] = useState("");
  const [isLooking, setLooking] = useState(false);
  useFocusOf(id);
  const folded = sought.trim().toLowerCase();
  const found = isLooking
    ? options.filter((one) => one.toLowerCase() === folded || nameOf(one).toLowerCase().includes(folded))
    : [];
  const toggle = (one: string) => {
    choose(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
    setSought("");
  };
  return (
    <Combobox
      allowMultiple
      activator={
        <Combobox.TextField
          id={id}
          error={error}
          label={label}
          helpText={helpText}
          placeholder={say("editor.codes.find")}
          value={sought}
          onChange={setSought}
          onFocus={() => setLooking(true)}
          onBlur={onBlur}
          autoComplete="off"
        />
      }
    >
      {isLooking ? (
        <Listbox onSelect={toggle} autoSelection={"FIRST" as never}>
          {found.slice(0, SHOWN_MOST).map((one) => (
            <Listbox.Option key={one} value={one} selected={chosen.includes(one)}>
              {nameOf(one)}
            </Listbox.Option>
          ))}
          {found.length === 0 ? (
            <Listbox.Option value="" disabled>
              {say("editor.codes.none")}
            </Listbox.Option>
          ) : null}
        </Listbox>
      ) : null}
    </Combobox>
  );
}

/** Takes over from the field that stood here while this one was fetched. */
function useFocusOf(id: string): void {
  const hadFocus = useRef(document.activeElement?.id === id);
  useLayoutEffect(() => {
    if (hadFocus.current) document.getElementById(id)?.focus();
  }, [id]);
}
