/** @jsxImportSource preact */
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { useState } from "preact/hooks";

/** A block of what our blocks are made of: values, words, fields, a press, and what it does. */
export default function show(): void {
  render(<Block />, document.body);
}

function Block() {
  const [name, setName] = useState("");
  const [pressed, setPressed] = useState(0);
  const [colour, setColour] = useState("oak");
  const total = shopify.cost.totalAmount.value;
  return (
    <s-stack gap="base">
      <s-heading>{shopify.i18n.translate("heading", { count: shopify.lines.value.length })}</s-heading>
      <s-text>{shopify.i18n.translate("total", { amount: shopify.i18n.formatCurrency(total.amount) })}</s-text>
      <s-text-field
        label="Name"
        value={name}
        onInput={(event) =>
          setName(((event.currentTarget as HTMLElementTagNameMap["s-text-field"]).value ?? "").toUpperCase())
        }
      ></s-text-field>
      <s-choice-list
        label="Wood"
        values={[colour]}
        onChange={(event) =>
          setColour((event.currentTarget as HTMLElementTagNameMap["s-choice-list"]).values?.[0] ?? "")
        }
      >
        <s-choice value="oak">Oak</s-choice>
        <s-choice value="ash">Ash</s-choice>
      </s-choice-list>
      <s-checkbox
        label="Wrap it"
        onChange={(event) =>
          setName((event.currentTarget as HTMLElementTagNameMap["s-checkbox"]).checked ? "WRAPPED" : "BARE")
        }
      />
      <s-button onClick={() => setPressed(pressed + 1)}>Press</s-button>
      <s-stack accessibilityRole="status">
        <s-text>{`Pressed ${pressed} times, ${colour}, ${name}`}</s-text>
      </s-stack>
    </s-stack>
  );
}
