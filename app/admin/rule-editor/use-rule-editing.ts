import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Problem } from "#app/core/rules/reading.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import type { CollectionId, RuleId } from "#app/core/values/ids.ts";
import type { PickedProduct } from "../rules/picked-product.ts";
import type { Editing, EditorShop, RuleDocument } from "./editing.tsx";
import type { Place } from "./places.ts";
import { type Checked, checkedDocument } from "./problems.ts";
import { sentDocument } from "./rule-document.ts";
import { useDocument } from "./use-document.ts";
import { useTold } from "./use-told.ts";

/** Where an edit begins. */
export interface Begun {
  readonly document: RuleDocument;
  /** As it was loaded; undefined for a new one. */
  readonly rule: Rule | undefined;
}

export interface RuleEditing {
  readonly editing: Editing;
  readonly begun: Begun;
  /** What Shopify's picker gave since the page was loaded. */
  readonly picked: readonly PickedProduct[];
  readonly isDirty: boolean;
  /** What was written a moment ago, as a rule or with everything that is wrong with it, told or not. */
  readonly checked: Checked;
  /** Those that no field on the screen says, once they may be told. */
  readonly elsewhere: readonly string[];
  /** What was written, as it is sent: with all that was typed, also what is not drawn yet. */
  readonly latest: () => { readonly document: RuleDocument } & Checked;
  /** The same as it stands in the fields. */
  readonly written: { readonly current: RuleDocument };
  /** Every problem is told from now on, and those that the server has found; the first field that has one gets the focus. */
  readonly tellAll: (found: readonly Problem[]) => void;
  /** What is written is given up for this. */
  readonly beginAnew: (begun: Begun) => void;
  /** Keeps what is written, but as a change of this. */
  readonly standOn: (begun: Begun) => void;
  /** Takes this as what is written. */
  readonly write: (document: RuleDocument) => void;
}

/** What is known beforehand. */
export interface Known extends Pick<Editing, "rules" | "collections"> {
  readonly shop: EditorShop;
  readonly products: readonly PickedProduct[];
}

const NEW = { id: "new" as RuleId, status: "draft", editedAt: 0 } as const;
const NO_PRODUCTS: Editing["products"] = new Map();

/** The state of the editor: one document, what is wrong with it, and what of that is told. */
export function useRuleEditing(loaded: Begun, known: Known): RuleEditing {
  const [begun, setBegun] = useState(loaded);
  const { document, latest, write, set: setThere, setSoon } = useDocument(loaded.document);
  const [picked, setPicked] = useState<readonly PickedProduct[]>([]);
  const [collected, setCollected] = useState<readonly { readonly id: CollectionId; readonly title: string }[]>([]);
  const products = useMemo(
    () => new Map([...known.products, ...picked].map((product) => [product.id, product])),
    [known.products, picked],
  );
  const collections = useMemo(
    () => new Map([...known.collections, ...collected.map((one) => [one.id, one] as const)]),
    [known.collections, collected],
  );
  const given = begun.rule ?? NEW;
  const settled = useDeferredValue(document);
  const checked = useMemo(() => checkedDocument(settled, products, given), [settled, products, given]);
  const told = useTold(checked.problems, document);

  const { forget, left } = told;
  const set = useCallback(
    (place: Place, value: unknown) => {
      if (value === undefined) forget(place);
      setThere(place, value);
    },
    [setThere, forget],
  );
  const learn = useCallback((more: readonly PickedProduct[]) => setPicked((before) => [...before, ...more]), []);
  const learnCollections = useCallback((more: typeof collected) => setCollected((before) => [...before, ...more]), []);

  const { shop, rules } = known;
  const { problemAt, stands } = told;
  const editing = useMemo(
    () => ({
      document,
      shop,
      products,
      collections,
      rules,
      set,
      setSoon,
      write,
      left,
      problemAt,
      stands,
      learn,
      learnCollections,
    }),
    [
      document,
      shop,
      products,
      collections,
      rules,
      set,
      setSoon,
      write,
      left,
      problemAt,
      stands,
      learn,
      learnCollections,
    ],
  );
  return {
    editing,
    begun,
    picked,
    isDirty: !isSameDocument(sentDocument(document, NO_PRODUCTS), sentDocument(begun.document, NO_PRODUCTS)),
    checked,
    elsewhere: told.elsewhere,
    latest: () => ({
      document: sentDocument(latest.current, products),
      ...checkedDocument(latest.current, products, given),
    }),
    written: latest,
    tellAll: told.tellAll,
    beginAnew: (next) => {
      setBegun(next);
      write(next.document);
      told.beginAnew();
    },
    standOn: setBegun,
    write,
  };
}
