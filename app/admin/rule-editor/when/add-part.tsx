import { ActionList, Button, InlineStack, Popover } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import type { Surface } from "#app/core/facts/facts.ts";
import type { ConditionKind } from "#app/core/rules/conditions/index.ts";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { focusSoon } from "../focus-soon.ts";
import type { Place } from "../places.ts";
import { partsAt, withPart } from "./clauses.ts";
import { KINDS_BY_SUBJECT, newCondition, SUBJECTS, unknownOn } from "./condition-kinds.ts";
import { useWhere } from "./use-where.ts";

/** Adds a condition, found among all there are, or a group, to the end of a group. */
export function AddPart({ list, canGroup }: { readonly list: Place; readonly canGroup: boolean }) {
  const say = useSay();
  const where = useWhere();
  const { document, write } = useEditing();
  const [isOpen, setOpen] = useState(false);
  const surfaces = Array.isArray(document.surfaces) ? (document.surfaces as Surface[]) : [];
  const at = `${list}[${partsAt(document, list).length}]`;
  const add = (kind: ConditionKind) => {
    setOpen(false);
    write(withPart(document, list, newCondition(kind)));
    focusSoon(at);
  };
  const addGroup = () => {
    write(withPart(document, list, { any: [] }));
    focusSoon(`${at}.any.add`);
  };
  const itemOf = (kind: ConditionKind) => {
    const unknown = unknownOn(kind, surfaces);
    return {
      content: say(`editor.kind.${kind}`),
      ...(unknown.length > 0 ? { helpText: say("editor.add.unknown", { where: where(unknown) }) } : {}),
      onAction: () => add(kind),
    };
  };
  return (
    <InlineStack gap="200">
      <Popover
        active={isOpen}
        onClose={() => setOpen(false)}
        preferredAlignment="left"
        activator={
          <Button
            id={`${list}.add`}
            icon={PlusIcon}
            variant="tertiary"
            ariaExpanded={isOpen}
            onClick={() => setOpen((open) => !open)}
          >
            {say("editor.add.condition")}
          </Button>
        }
      >
        {isOpen ? (
          <ActionList
            actionRole="menuitem"
            allowFiltering
            filterLabel={say("editor.add.find")}
            sections={SUBJECTS.map((subject) => ({
              title: say(`editor.kinds.${subject}`),
              items: KINDS_BY_SUBJECT[subject].map(itemOf),
            }))}
          />
        ) : null}
      </Popover>
      {canGroup ? (
        <Button icon={PlusIcon} variant="tertiary" onClick={addGroup}>
          {say("editor.add.group")}
        </Button>
      ) : null}
    </InlineStack>
  );
}
