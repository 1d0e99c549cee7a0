import { BlockStack, Card, ChoiceList } from "@shopify/polaris";
import { FORM_SURFACES, type FormSurface } from "./form-surfaces.ts";
import type { RuleForm } from "./rule-form.ts";
import { ruleWords } from "./words.ts";

const words = ruleWords.on;

/** *On* which pages the offer may stand, each with what it reaches and what it needs. */
export function SurfacesCard({
  form: { surfaces },
  set,
  problem,
}: {
  readonly form: RuleForm;
  readonly set: (change: Partial<RuleForm>) => void;
  readonly problem: string | undefined;
}) {
  return (
    <Card>
      <BlockStack gap="300">
        <div id="surfaces" tabIndex={-1}>
          <ChoiceList
            allowMultiple
            title={words.title}
            choices={FORM_SURFACES.map((surface) => ({
              value: surface,
              label: words.surfaces[surface],
              helpText: words.help[surface],
            }))}
            selected={[...surfaces]}
            onChange={(chosen: FormSurface[]) =>
              set({ surfaces: FORM_SURFACES.filter((surface) => chosen.includes(surface)) })
            }
            {...(problem ? { error: problem } : {})}
          />
        </div>
      </BlockStack>
    </Card>
  );
}
