import { ActionList, Button, Popover } from "@shopify/polaris";
import {
  ArrowDownIcon,
  ArrowUpIcon,
  DeleteIcon,
  MenuHorizontalIcon,
  OutdentIcon,
  TextIndentIcon,
} from "@shopify/polaris-icons";
import { useState } from "react";
import { useSay } from "../../say.tsx";
import { useEditing } from "../editing.tsx";
import { focusSoon } from "../focus-soon.ts";
import type { Place } from "../places.ts";
import { valueAt } from "../places.ts";
import { type Moved, movedBy, movedIn, movedOut, removed, wrapped } from "./clauses.ts";
import { kindOf } from "./condition-kinds.ts";

/** What can be done with a condition or a group: moved, put into a group or out of it, removed. */
export function PartMenu({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document, write } = useEditing();
  const [isOpen, setOpen] = useState(false);
  const kind = kindOf(valueAt(document, place));
  const part = kind ? say(`editor.kind.${kind}`) : say("editor.part.group");
  const act = (to: Moved) => {
    setOpen(false);
    write(to.document);
    focusSoon(`${to.place}.menu`, `${to.place}.add`);
  };
  const action = (content: string, icon: typeof ArrowUpIcon, to: Moved | undefined) =>
    to ? [{ content, icon, onAction: () => act(to) }] : [];
  return (
    <Popover
      active={isOpen}
      onClose={() => setOpen(false)}
      preferredAlignment="right"
      activator={
        <Button
          id={`${place}.menu`}
          variant="tertiary"
          icon={MenuHorizontalIcon}
          accessibilityLabel={say("editor.part.menu", { part })}
          ariaExpanded={isOpen}
          onClick={() => setOpen((open) => !open)}
        />
      }
    >
      {isOpen ? (
        <ActionList
          actionRole="menuitem"
          items={[
            ...action(say("editor.part.up"), ArrowUpIcon, movedBy(document, place, -1)),
            ...action(say("editor.part.down"), ArrowDownIcon, movedBy(document, place, 1)),
            ...action(say("editor.part.in"), TextIndentIcon, movedIn(document, place)),
            ...action(say("editor.part.out"), OutdentIcon, movedOut(document, place)),
            ...action(say("editor.part.wrap"), TextIndentIcon, kind ? wrapped(document, place) : undefined),
            {
              content: say("editor.part.remove"),
              icon: DeleteIcon,
              destructive: true,
              onAction: () => act(removed(document, place)),
            },
          ]}
        />
      ) : null}
    </Popover>
  );
}
