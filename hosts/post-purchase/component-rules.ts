/** A kind of value, or the values there are. "any" where the shape has alternatives that the page reads leniently. */
export type PropRule = "string" | "number" | "boolean" | "function" | "list" | "any" | readonly (string | number)[];

const STACK_SPACING = ["xtight", "tight", "loose", "xloose"];
const VIEW_SPACING = ["extraTight", "tight", "base", "loose", "extraLoose"];
const ALIGNMENT = ["leading", "center", "trailing"];
const ALIGNMENT_WITH_BASELINE = [...ALIGNMENT, "baseline"];
const TEXT_SIZE = ["small", "medium", "large", "xlarge"];
const APPEARANCE = ["critical", "warning", "success"];

/**
 * The components of Shopify's post-purchase page and the props of each. Source: @shopify/post-purchase-ui-extensions
 * 0.13.5, held equal to its types by tests/extensions/component-rules.test.ts.
 */
export const componentRules: Readonly<Record<string, Readonly<Record<string, PropRule>>>> = {
  Banner: {
    title: "string",
    status: ["info", "success", "warning", "critical"],
    collapsible: "boolean",
    iconHidden: "boolean",
  },
  BlockStack: { alignment: ALIGNMENT, spacing: STACK_SPACING },
  Bookend: { leading: "boolean", trailing: "boolean", alignment: ALIGNMENT_WITH_BASELINE, spacing: STACK_SPACING },
  Button: {
    submit: "boolean",
    to: "string",
    subdued: "boolean",
    plain: "boolean",
    loading: "boolean",
    loadingLabel: "string",
    disabled: "boolean",
    onPress: "function",
  },
  ButtonGroup: {},
  BuyerConsent: { checked: "boolean", error: "string", policy: ["subscriptions"], onChange: "function" },
  CalloutBanner: {
    title: "string",
    border: ["none", "block"],
    background: ["secondary", "transparent"],
    alignment: ALIGNMENT,
    spacing: ["none", "tight", "loose"],
  },
  Checkbox: {
    id: "string",
    name: "string",
    value: "boolean",
    checked: "boolean",
    disabled: "boolean",
    error: "string",
    accessibilityLabel: "string",
    onChange: "function",
  },
  Form: { disabled: "boolean", implicitSubmit: "any", onSubmit: "function" },
  FormLayout: {},
  FormLayoutGroup: {},
  Heading: { id: "string", level: [1, 2, 3], role: ["presentation"] },
  HeadingGroup: {},
  HiddenForAccessibility: {},
  Image: {
    source: "string",
    sources: "list",
    description: "string",
    loading: ["eager", "lazy"],
    bordered: "boolean",
    aspectRatio: "number",
    fit: ["cover", "contain"],
    decorative: "boolean",
  },
  InlineStack: { alignment: ALIGNMENT_WITH_BASELINE, spacing: STACK_SPACING },
  Layout: {
    inlineAlignment: ["leading", "trailing"],
    blockAlignment: ["center", "trailing"],
    maxInlineSize: "number",
    sizes: "list",
    media: "list",
  },
  Link: { to: "string", external: "boolean", id: "string", onPress: "function" },
  Radio: {
    id: "string",
    name: "string",
    value: "boolean",
    checked: "boolean",
    disabled: "boolean",
    accessibilityLabel: "string",
    onChange: "function",
  },
  Select: {
    id: "string",
    label: "string",
    name: "string",
    value: "string",
    options: "list",
    required: "boolean",
    disabled: "boolean",
    error: "string",
    autocomplete: "any",
    placeholder: "string",
    onChange: "function",
  },
  Separator: { width: ["thin", "medium", "thick", "xthick"], direction: ["horizontal", "vertical"] },
  Spinner: { size: ["small", "large"], color: ["inherit"] },
  Text: {
    size: TEXT_SIZE,
    emphasized: "boolean",
    subdued: "boolean",
    role: "any",
    id: "string",
    appearance: APPEARANCE,
  },
  TextBlock: { size: TEXT_SIZE, emphasized: "boolean", subdued: "boolean", id: "string", appearance: APPEARANCE },
  TextContainer: { alignment: ALIGNMENT, spacing: ["none", "tight", "loose"] },
  TextField: {
    id: "string",
    name: "string",
    label: "string",
    value: "string",
    type: ["text", "email", "number", "telephone"],
    required: "boolean",
    error: "string",
    multiline: "boolean",
    autocomplete: "any",
    tooltip: "any",
    onFocus: "function",
    onBlur: "function",
    onChange: "function",
    onInput: "function",
  },
  Tiles: {
    maxPerLine: "number",
    breakAt: "number",
    alignment: ALIGNMENT_WITH_BASELINE,
    spacing: ["none", ...STACK_SPACING],
  },
  View: { inlinePadding: VIEW_SPACING, blockPadding: VIEW_SPACING },
  VisuallyHidden: {},
};
