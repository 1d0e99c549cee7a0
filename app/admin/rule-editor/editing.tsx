import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { RulebookSettings } from "#app/core/rules/rulebook-settings.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CollectionId, ProductId, RuleId } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { PickedProduct } from "../rules/picked-product.ts";
import { type Place, valueAt } from "./places.ts";

/**
 * A rule as it is being written: what will be sent to be validated, right or not yet. A number that is none stays the text
 * that was typed, so that nothing written is lost and the validator can name it.
 */
export type RuleDocument = Readonly<Record<string, unknown>>;

export interface EditorShop {
  readonly currency: Currency;
  /** IANA, "Europe/London". */
  readonly timezone: string;
  /** What shoppers may read it in, the shop's own first: "en", "de". */
  readonly languages: readonly string[];
  /** What shoppers may pay in, the shop's own first. */
  readonly currencies: readonly Currency[];
  /** Shopify has never told them, and does not now: those above are the shop's own alone. */
  readonly languagesUnread?: true;
  /** What the draft says of every rule; absent where nothing. */
  readonly settings?: RulebookSettings;
}

/** What every card of the rule editor works on. */
export interface Editing {
  readonly document: RuleDocument;
  readonly shop: EditorShop;
  /** What we know of the products that stand in the rule or were picked. */
  readonly products: ReadonlyMap<ProductId, PickedProduct>;
  readonly collections: ReadonlyMap<CollectionId, { readonly title: string }>;
  /** The shop's other rules, for conditions that speak of one. */
  readonly rules: readonly { readonly id: RuleId; readonly name: string }[];
  /** Undefined takes the field away, or the item out of its list. */
  readonly set: (place: Place, value: unknown) => void;
  /** The same, drawn once the browser has drawn what was typed: for fields that show their own text meanwhile. */
  readonly setSoon: (place: Place, value: unknown) => void;
  /** The whole document otherwise: what moves from one place to another. */
  readonly write: (document: RuleDocument) => void;
  /** Whoever looked at a field and left it is told what is wrong with it. */
  readonly left: (place: Place) => void;
  /** What is wrong at this place or inside it, once it may be told; a card says what none of its fields does. */
  readonly problemAt: (place: Place) => string | undefined;
  /** A field that says its own problems stands here until the answer is called: nothing around it says them too. */
  readonly stands: (place: Place) => () => void;
  /** Products that Shopify's picker gave: their titles, pictures and prices are shown from now on. */
  readonly learn: (picked: readonly PickedProduct[]) => void;
  readonly learnCollections: (picked: readonly { readonly id: CollectionId; readonly title: string }[]) => void;
}

const EditingContext = createContext<Editing | undefined>(undefined);

export function EditingProvider({ editing, children }: { readonly editing: Editing; readonly children: ReactNode }) {
  return <EditingContext.Provider value={editing}>{children}</EditingContext.Provider>;
}

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  invariant(editing, "a card of the editor stands inside EditingProvider");
  return editing;
}

/**
 * One field of the rule: spread `control` over a Polaris control. What is typed shows at once, and reaches the rest of the
 * screen when the browser has time for it.
 */
export function useField<Value>(place: Place) {
  const { document, set, setSoon, left } = useEditing();
  const error = useProblem(place);
  const kept = valueAt(document, place) as Value | undefined;
  const typed = useTyped(kept);
  return {
    value: typed.value,
    set: (value: Value | undefined) => {
      // What is taken away may be an item of a list, and then another one stands here.
      if (value === undefined) return set(place, value);
      typed.set(value);
      setSoon(place, value);
    },
    control: { id: place, error, onBlur: () => left(place) },
  };
}

/** What is wrong there, said by whoever asks and by nothing around it; undefined while it may not be told. */
export function useProblem(place: Place): string | undefined {
  const { stands, problemAt } = useEditing();
  useEffect(() => stands(place), [stands, place]);
  return problemAt(place);
}

/** `kept` follows what was typed, later; when it becomes anything else, that is shown instead. */
function useTyped<Value>(kept: Value | undefined) {
  const [typed, setTyped] = useState({ value: kept, kept });
  const sent = useRef<(Value | undefined)[]>([]);
  if (!Object.is(typed.kept, kept)) {
    const isMine = sent.current.includes(kept);
    if (Object.is(sent.current.at(-1), kept)) sent.current = [];
    setTyped({ value: isMine ? typed.value : kept, kept });
  }
  return {
    value: typed.value,
    set: (value: Value | undefined) => {
      sent.current.push(value);
      setTyped((before) => ({ ...before, value }));
    },
  };
}
