import { BlockStack, InlineStack, Tag, TextField } from "@shopify/polaris";
import { later } from "../../later.tsx";
import { useSay } from "../../say.tsx";
import type { ManyFieldProps } from "./many-field-props.ts";

// Few rules ask for countries or the like: 4 KB.
const ManyFinder = later([], () => import("./many-finder.tsx"), FinderMeanwhile);

/** Several of many: searched for by name, chosen ones beneath. */
export function ManyField(props: ManyFieldProps) {
  const { nameOf, chosen, choose } = props;
  return (
    <BlockStack gap="200">
      <ManyFinder {...props} />
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

function FinderMeanwhile({ id, label, helpText, error }: ManyFieldProps) {
  const say = useSay();
  return (
    <TextField
      id={id}
      label={label}
      helpText={helpText}
      error={error}
      placeholder={say("editor.codes.find")}
      value=""
      readOnly
      autoComplete="off"
    />
  );
}
