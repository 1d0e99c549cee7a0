import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { memo, useMemo, useState } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Say } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import styles from "./rule-list.module.css";
import { RuleListItem, type RuleListItemProps } from "./rule-list-item.tsx";
import type { RuleRow } from "./rule-row.ts";
import type { MoveTo } from "./rules-ask.ts";
import type { RulesPageRow } from "./rules-page-data.ts";

export interface RuleListProps
  extends Pick<RuleListItemProps, "names" | "format" | "total" | "isMovable" | "onSelect" | "onIntent"> {
  readonly rows: readonly RulesPageRow[];
  readonly selected: ReadonlySet<RuleId>;
  readonly busy: ReadonlySet<RuleId>;
  readonly onMove: (rule: RuleId, to: MoveTo) => void;
}

/** The rules one below the other, to be moved by their handles: with a pointer, a finger or the keyboard. */
export const RuleList = memo(function RuleList({ rows, selected, busy, onMove, ...rest }: RuleListProps) {
  const say = useSay();
  const { shown, moved } = useShownOrder(rows);
  const ids = useMemo(() => shown.map(({ row }) => row.rule.id), [shown]);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    const from = ids.indexOf(active.id as RuleId);
    const to = over ? ids.indexOf(over.id as RuleId) : -1;
    if (to < 0 || from === to) return;
    const order = arrayMove(ids, from, to);
    moved(order);
    const before = order[to - 1];
    const after = order[to + 1];
    if (before) onMove(active.id as RuleId, { after: before });
    else if (after) onMove(active.id as RuleId, { before: after });
  };
  const accessibility = useMemo(
    () => ({
      announcements: announcementsFor(rows, say),
      screenReaderInstructions: { draggable: say("rules.drag.instructions") },
    }),
    [rows, say],
  );
  return (
    <DndContext
      // Its elements' ids must be the same on the server.
      id="rules"
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={UP_AND_DOWN}
      onDragEnd={drop}
      accessibility={accessibility}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ul className={styles.list} aria-label={say("rules.list")}>
          {shown.map(({ row, numbers }) => (
            <RuleListItem
              key={row.rule.id}
              {...rest}
              row={row}
              numbers={numbers}
              isSelected={selected.has(row.rule.id)}
              isBusy={busy.has(row.rule.id)}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
});

const UP_AND_DOWN: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })];

/** The rows as the server has them, or as they were put down until it has answered. */
function useShownOrder(rows: readonly RulesPageRow[]) {
  const [order, setOrder] = useState<{ readonly rows: readonly RulesPageRow[]; readonly ids: readonly RuleId[] }>();
  const shown = useMemo(() => {
    if (order?.rows !== rows) return rows;
    const byId = new Map(rows.map((one) => [one.row.rule.id, one]));
    return order.ids.flatMap((id) => byId.get(id) ?? []);
  }, [order, rows]);
  return { shown, moved: (ids: readonly RuleId[]) => setOrder({ rows, ids }) };
}

/** Said by a screen reader while a rule is moved. */
function announcementsFor(rows: readonly RulesPageRow[], say: Say): Announcements {
  const byId = new Map<string | number, RuleRow>(rows.map(({ row }) => [row.rule.id, row]));
  const name = (id: string | number) => byId.get(id)?.rule.name ?? "";
  const place = (id: string | number) => byId.get(id)?.place ?? "";
  return {
    onDragStart: ({ active }) => say("rules.drag.lifted", { name: name(active.id) }),
    onDragOver: ({ active, over }) =>
      over ? say("rules.drag.over", { name: name(active.id), place: place(over.id) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over
        ? say("rules.drag.dropped", { name: name(active.id), place: place(over.id) })
        : say("rules.drag.cancelled", { name: name(active.id) }),
    onDragCancel: ({ active }) => say("rules.drag.cancelled", { name: name(active.id) }),
  };
}
