import { BlockStack, Card, ChoiceList, Text } from "@shopify/polaris";
import type { Surface } from "#app/core/facts/facts.ts";
import { SURFACES } from "#app/core/rules/surfaces.ts";
import type { MissingPermission } from "../rules/missing-permissions.ts";
import { useSay } from "../say.tsx";
import { useEditing, useField } from "./editing.tsx";
import { Disclosure } from "./offer/disclosure.tsx";
import { useWhere } from "./when/use-where.ts";

const PLACE = "surfaces";

/** What waits for a permission on which pages. */
const NEEDED: Readonly<Record<MissingPermission, readonly Surface[]>> = {
  products: ["checkout", "thank-you", "order-status"],
  discounts: ["cart", "checkout", "thank-you", "order-status"],
};

function waitsFor(surface: Surface, missing: readonly MissingPermission[]): MissingPermission[] {
  return missing.filter((what) => NEEDED[what].includes(surface));
}

/** *On* which pages the rule speaks: in a line, or each with what it reaches and what it needs. */
export function OnCard({ missing }: { readonly missing: readonly MissingPermission[] }) {
  const say = useSay();
  const where = useWhere();
  const { document } = useEditing();
  const chosen = SURFACES.filter((one) => Array.isArray(document.surfaces) && document.surfaces.includes(one));
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {say("editor.on")}
        </Text>
        <Disclosure
          place={[PLACE]}
          title={say("editor.on.change")}
          detail={where(chosen)}
          // What a page waits for is told beside it.
          isOpenAtFirst={chosen.some((one) => waitsFor(one, missing).length > 0)}
        >
          <SurfacesField missing={missing} />
        </Disclosure>
      </BlockStack>
    </Card>
  );
}

function SurfacesField({ missing }: { readonly missing: readonly MissingPermission[] }) {
  const say = useSay();
  const { value = [], set, control } = useField<readonly Surface[]>(PLACE);
  const helpOf = (surface: Surface) => {
    const waits = value.includes(surface) ? waitsFor(surface, missing) : [];
    return [say(`editor.on.${surface}.help`), ...waits.map((what) => say(`editor.on.needs.${what}`))].join(" ");
  };
  return (
    <div id={control.id} tabIndex={-1}>
      <ChoiceList
        allowMultiple
        title={say("editor.on.title")}
        choices={SURFACES.map((surface) => ({
          value: surface,
          label: say(`editor.on.${surface}`),
          helpText: helpOf(surface),
        }))}
        selected={[...value]}
        onChange={(chosen: Surface[]) => set(SURFACES.filter((surface) => chosen.includes(surface)))}
        {...(control.error ? { error: control.error } : {})}
      />
    </div>
  );
}
