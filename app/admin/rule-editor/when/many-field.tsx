import { BlockStack, Combobox, InlineStack, Listbox, Tag } from "@shopify/polaris";
import { useState } from "react";
import { useSay } from "../../say.tsx";

/** A list of thousands would be long in coming: what is searched for is among the first of what fits. */
const SHOWN_MOST = 50;

/** Several of many: searched for by name, chosen ones beneath. */
export function ManyField({
  id,
  error,
  onBlur,
  label,
  helpText,
  options,
  nameOf,
  chosen,
  choose,
}: {
  readonly id: string;
  readonly error: string | undefined;
  readonly onBlur: () => void;
  readonly label: string;
  readonly helpText?: string | undefined;
  /** What each is called by in the rule, as it is proposed. */
  readonly options: readonly string[];
  readonly nameOf: (option: string) => string;
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}) {
  const say = useSay();
  const [sought, setSought] = useState("");
  const [isLooking, setLooking] = useState(false);
  const folded = sought.trim().toLowerCase();
  const found = isLooking
    ? options.filter((one) => one.toLowerCase() === folded || nameOf(one).toLowerCase().includes(folded))
    : [];
  const toggle = (one: string) => {
    choose(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
    setSought("");
  };
  return (
    <BlockStack gap="200">
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
      {chosen.length > 0 ? (
        <InlineStack gap="100">
          {chosen.map((one) => (
            <Tag key={one} onRemove={() => choose(chosen.filter((other) => other !== one))}>
              {nameOf(one)}
            </Tag>
          ))}
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}
