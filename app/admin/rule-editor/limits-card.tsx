import { BlockStack, Card, Checkbox, InlineError, InlineGrid, Text, TextField } from "@shopify/polaris";
import type { ShopNames } from "#app/core/rules/names.ts";
import { limitsWords, pauseAfterWords, scheduleWords } from "#app/core/rules/rule.words.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { useSay } from "../say.tsx";
import { useEditing, useField, useProblem } from "./editing.tsx";
import { NumberField } from "./fields/number-field.tsx";
import { Disclosure } from "./offer/disclosure.tsx";
import { type Place, valueAt } from "./places.ts";
import { suggestedName } from "./rule-document.ts";
import { AmountOrNoneField } from "./when/bound-field.tsx";
import { MomentField } from "./when/moment-fields.tsx";

/** What the rule is called, when it is asked among others, and its limits: each in a line until it is wanted. */
export function LimitsCard({ rule, names }: { readonly rule: Rule | undefined; readonly names: ShopNames }) {
  const say = useSay();
  const { document } = useEditing();
  const { schedule, limits, pauseAfter } = rule ?? {};
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("editor.limits.title")}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <NameField />
          <NumberField place="priority" label={say("editor.priority")} helpText={say("editor.priority.help")} />
        </InlineGrid>
        <Disclosure
          place={["schedule"]}
          title={say("editor.schedule")}
          detail={schedule ? scheduleWords(schedule, names) : say("editor.schedule.none")}
          isOpenAtFirst={document.schedule !== undefined}
        >
          <ScheduleFields />
        </Disclosure>
        <Disclosure
          place={["limits"]}
          title={say("editor.how-often")}
          detail={limits ? limitsWords(limits, names) : say("editor.how-often.none")}
          isOpenAtFirst={document.limits !== undefined}
        >
          <LimitFields />
        </Disclosure>
        <Disclosure
          place={["pauseAfter"]}
          title={say("editor.pauses")}
          detail={pauseAfter ? pauseAfterWords(pauseAfter, say) : say("editor.pauses.none")}
          isOpenAtFirst={document.pauseAfter !== undefined}
        >
          <PauseFields />
        </Disclosure>
      </BlockStack>
    </Card>
  );
}

function NameField() {
  const say = useSay();
  const { document, products } = useEditing();
  const { value, set, control } = useField<string>("name");
  return (
    <TextField
      {...control}
      label={say("editor.name")}
      helpText={say("editor.name.help")}
      placeholder={suggestedName(document, products)}
      value={value ?? ""}
      onChange={set}
      autoComplete="off"
    />
  );
}

function ScheduleFields() {
  const say = useSay();
  const { shop } = useEditing();
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <MomentField place="schedule.from" label={say("editor.schedule.from")} />
        <MomentField place="schedule.until" label={say("editor.schedule.until")} />
      </InlineGrid>
      <Text as="p" tone="subdued">
        {say("editor.schedule.zone", { timezone: shop.timezone })}
      </Text>
      <OwnProblem place="schedule" />
    </BlockStack>
  );
}

function LimitFields() {
  const say = useSay();
  const { document, set } = useEditing();
  const once = valueAt(document, "limits.oncePerCustomer");
  return (
    <BlockStack gap="300">
      <Checkbox
        id="limits.oncePerCustomer"
        label={say("editor.once")}
        helpText={say("editor.once.help")}
        checked={once !== undefined}
        onChange={(isOnce) => set("limits.oncePerCustomer", isOnce ? {} : undefined)}
      />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {once === undefined ? null : (
          <NumberField
            place="limits.oncePerCustomer.days"
            label={say("editor.once.days")}
            helpText={say("editor.once.days.help")}
            suffix={say("editor.unit.days")}
            mayBeAbsent
          />
        )}
        <NumberField
          place="limits.acceptsPerDay"
          label={say("editor.per-day")}
          helpText={say("editor.limit.help")}
          mayBeAbsent
        />
        <AmountOrNoneField
          place="limits.discountBudget"
          label={say("editor.budget")}
          helpText={say("editor.limit.help")}
        />
      </InlineGrid>
      <OwnProblem place="limits" />
    </BlockStack>
  );
}

function PauseFields() {
  const say = useSay();
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        {say("editor.pauses.help")}
      </Text>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
        {(["soldOut", "paymentErrors", "refunds"] as const).map((what) => (
          <NumberField key={what} place={`pauseAfter.${what}`} label={say(`editor.pauses.${what}`)} mayBeAbsent />
        ))}
      </InlineGrid>
      <OwnProblem place="pauseAfter" />
    </BlockStack>
  );
}

function OwnProblem({ place }: { readonly place: Place }) {
  const problem = useProblem(place);
  return problem ? <InlineError message={problem} fieldID={place} /> : null;
}
