import { Card } from "@shopify/polaris";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Say } from "#app/core/values/say.ts";
import { useFormat } from "../format.tsx";
import { useNames } from "../names.ts";
import { useSay } from "../say.tsx";
import { BulkActions } from "./bulk-actions.tsx";
import { ConfirmModal } from "./confirm-modal.tsx";
import { MoveRuleModal } from "./move-rule-modal.tsx";
import { isFiltered } from "./rule-filter.ts";
import { RuleList } from "./rule-list.tsx";
import { menuId, type RuleIntent } from "./rule-menu.tsx";
import type { RuleRow } from "./rule-row.ts";
import type { ManyIntent, MoveTo, RulesAsk } from "./rules-ask.ts";
import type { RulesPageData } from "./rules-page-data.ts";
import type { RulesPageProps } from "./rules-page-props.ts";

/** What is asked before something is done. */
type Asking =
  | { readonly kind: "move"; readonly row: RuleRow }
  | { readonly kind: "archive" | "delete"; readonly rows: readonly RuleRow[] };

/** The rules of a page with all that can be done with them, one or many. */
export function RulesCard({ data, numbers, answer, busy, send }: RulesPageProps) {
  const format = useFormat(data.timezone);
  const names = useNames(data.titles, data.timezone, useNamedRules(data));
  const rows = useMemo(
    () => data.rows.map((row) => ({ row, numbers: numbers[row.rule.id] ?? NONE })),
    [data.rows, numbers],
  );
  const { selected, select, selectAll } = useSelection(data.rows);
  const [asking, setAsking] = useState<Asking>();
  const { request, onIntent } = useIntents(send, setAsking);
  const move = (rule: RuleId, to: MoveTo) => send({ intent: "move", rule, to, seen: data.revision });
  const onMove = useLatest(move);
  const list = useFocusKeptOn(answer);
  const close = () => {
    setAsking(undefined);
    const [row] = asking?.kind === "move" ? [asking.row] : (asking?.rows ?? []);
    // Once the dialog is gone: it gives the focus back to nothing.
    if (row) setTimeout(() => document.getElementById(menuId(row.rule.id))?.focus());
  };
  return (
    <div ref={list} tabIndex={-1} style={{ outline: "none" }}>
      <Card padding="0">
        <BulkActions
          rows={data.rows}
          selected={data.rows.filter(({ rule }) => selected.has(rule.id))}
          isBusy={busy !== undefined}
          onSelectAll={selectAll}
          onIntent={request}
        />
        <RuleList
          rows={rows}
          names={names}
          format={format}
          total={data.total}
          isMovable={!isFiltered(data.filter) && data.total > 1}
          selected={selected}
          busy={useBusyRules(busy)}
          onSelect={select}
          onIntent={onIntent}
          onMove={onMove}
        />
      </Card>
      {asking?.kind === "move" ? (
        <MoveRuleModal
          row={asking.row}
          total={data.total}
          close={close}
          move={(place) => {
            close();
            move(asking.row.rule.id, { place });
          }}
        />
      ) : asking ? (
        <ConfirmModal
          intent={asking.kind}
          count={asking.rows.length}
          close={close}
          confirm={() => {
            close();
            send({ intent: asking.kind, rules: asking.rows.map(({ rule }) => rule.id) });
          }}
        />
      ) : null}
    </div>
  );
}

/** As data, to the letter: a sentence would isolate what is written from right to left in it. */
function copyName(say: Say, name: string): string {
  return say("rules.copy-name", { name: NAME_PLACE }).replace(NAME_PLACE, () => name);
}

const NAME_PLACE = "\0";

const NONE = { shown: 0, accepted: 0, earned: [] };

/** Archiving and deleting are asked about first. */
function useIntents(send: (ask: RulesAsk) => void, setAsking: (asking: Asking) => void) {
  const say = useSay();
  const request = (intent: ManyIntent, rows: readonly RuleRow[]) => {
    if (intent === "archive" || intent === "delete") setAsking({ kind: intent, rows });
    else {
      const seen = intent === "publish" ? { editedAt: rows.map(({ rule }) => rule.editedAt) } : {};
      send({ intent, rules: rows.map(({ rule }) => rule.id), ...seen });
    }
  };
  const onIntent = useLatest((row: RuleRow, intent: RuleIntent) => {
    const { id, name } = row.rule;
    if (intent === "move") setAsking({ kind: "move", row });
    else if (intent === "duplicate") send({ intent, rule: id, name: copyName(say, name) });
    else request(intent, [row]);
  });
  return { request, onIntent };
}

/** Only what is on the page can be selected: nothing is done with what nobody sees. */
function useSelection(rows: readonly RuleRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<RuleId>>(new Set());
  const selected = useMemo(
    () => new Set(rows.map(({ rule }) => rule.id).filter((id) => chosen.has(id))),
    [rows, chosen],
  );
  const select = useCallback((rule: RuleId, isSelected: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      if (isSelected) after.add(rule);
      else after.delete(rule);
      return after;
    });
  }, []);
  const selectAll = (isSelected: boolean) => setChosen(new Set(isSelected ? rows.map(({ rule }) => rule.id) : []));
  return { selected, select, selectAll };
}

function useBusyRules(busy: RulesAsk | undefined): ReadonlySet<RuleId> {
  return useMemo(() => new Set(busy ? ("rules" in busy ? busy.rules : [busy.rule]) : []), [busy]);
}

/** The same function for as long as the page stands, so that a row is drawn again only when the row is another. */
function useLatest<Arguments extends unknown[]>(work: (...given: Arguments) => void): (...given: Arguments) => void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}

/** Where the row that had the focus left the list, the list has it. */
function useFocusKeptOn(answer: unknown) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer && document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  }, [answer]);
  return list;
}

/** The names of rules that conditions speak of, as a rulebook that says nothing else. */
function useNamedRules({ named, rows }: RulesPageData): Rulebook {
  return useMemo(() => {
    const [any] = rows;
    const rules = any ? named.map((one) => ({ ...any.rule, ...one })) : [];
    return { format: 1, rules };
  }, [named, rows]);
}
