import type { SandboxCollection } from "../store/state/collection.ts";
import { SHELF_TYPES } from "./shelves.ts";

/** A shelf for each product type, one by a tag, and one that the merchant filled by hand. */
export const DEMO_COLLECTIONS: readonly SandboxCollection[] = [
  ...[...SHELF_TYPES, "Gift Cards"].map(
    (type): SandboxCollection => ({ title: type, membership: { kind: "rule", column: "type", is: type } }),
  ),
  { title: "Retrospot", membership: { kind: "rule", column: "tag", is: "retrospot" } },
  {
    title: "Staff Picks",
    membership: {
      kind: "manual",
      handles: [
        "regency-cakestand-3-tier",
        "rabbit-night-light",
        "recipe-box-pantry-yellow-design",
        "popcorn-holder",
        "chocolate-hot-water-bottle",
        "set-of-3-cake-tins-pantry-design",
      ],
    },
  },
];
