import { clauseSchemas } from "./read-clause.ts";
import { pathSchemas } from "./read-path.ts";
import type { JsonSchema } from "./shapes.ts";
import { rulebookShape } from "./validate-rulebook.ts";

/**
 * JSON Schema (draft 2020-12) of a rulebook, from the same shapes that read one. What is valid fits it; some of what
 * `validateRulebook` refuses fits too, since a schema cannot compare: what stands twice, a bound above the other, an end
 * before its beginning, days that no calendar has, all products of a rule together, replacing where nothing can be.
 */
export function rulebookSchema(): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Encore rulebook",
    ...rulebookShape.schema,
    $defs: { ...clauseSchemas, ...pathSchemas },
  };
}
