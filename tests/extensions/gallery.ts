/** A bundle that draws every component of the page once, and writes down what its fields tell it. */
export const gallery = `
shopify.extend("Checkout::PostPurchase::Render", (root) => {
  const heard = root.createText("nothing heard");
  const hear = (what) => (value) => heard.updateText(what + ": " + value);
  const make = (type, props, ...children) => root.createComponent(type, props || {}, children);
  root.appendChild(make("BlockStack", { spacing: "loose" },
    make("CalloutBanner", { title: "A callout banner" }, make("Text", {}, "with words below")),
    make("View", { inlinePadding: "base", blockPadding: "base" }, "A view"),
    make("Banner", { status: "info", title: "Information" }, make("TextBlock", {}, "Something to know.")),
    make("Banner", { status: "critical" }, make("TextBlock", {}, "Something went wrong.")),
    make("Banner", { status: "success", iconHidden: true }, make("TextBlock", {}, "Done.")),
    make("HeadingGroup", {}, make("Heading", {}, "A heading"), make("TextContainer", { spacing: "tight" },
      make("TextBlock", { size: "large", emphasized: true }, "A large block"),
      make("TextBlock", { subdued: true, appearance: "critical" }, "A quiet block"))),
    make("InlineStack", { spacing: "tight", alignment: "baseline" },
      make("Text", { role: "deletion" }, "£12.75"), make("Text", { emphasized: true }, "£10.84"),
      make("Text", { role: { type: "abbreviation", for: "Value added tax" } }, "VAT"),
      make("Text", { role: { type: "datetime", machineReadable: "2026-11-21" } }, "21 November"),
      make("HiddenForAccessibility", {}, "✓"), make("VisuallyHidden", {}, "done"),
      make("Link", { to: "#", external: true }, "A link")),
    make("Layout", { media: [
        { viewportSize: "small", sizes: [1, 1, 1], maxInlineSize: 0.9 },
        { viewportSize: "medium", sizes: [0.5, 20, "fill"] },
        { viewportSize: "large", sizes: [300, 20, "fill"], maxInlineSize: 900 } ] },
      make("Image", { source: "/cakestand.svg", description: "A cake stand", aspectRatio: 1.5, fit: "contain", bordered: true }),
      make("View", {}),
      make("Tiles", { maxPerLine: 2, breakAt: 240, spacing: "tight" },
        make("TextBlock", {}, "one"), make("TextBlock", {}, "two"), make("TextBlock", {}, "three"))),
    make("Bookend", { trailing: true, spacing: "tight" }, make("TextBlock", {}, "Fills the room"), make("Spinner", { size: "small" }, "Loading")),
    make("Separator", { width: "medium" }),
    make("Form", { onSubmit: () => heard.updateText("submitted") }, make("FormLayout", {},
      make("FormLayoutGroup", {},
        make("TextField", { label: "Notes", onChange: hear("text") }),
        make("Select", { label: "Colour", value: "b", options: [{ value: "a", label: "Rose" }, { value: "b", label: "Mint" }], onChange: hear("select") })),
      make("TextField", { label: "E-mail", type: "email", value: "nobody", error: "This is no address." }),
      make("Checkbox", { checked: true, onChange: hear("checkbox") }, "A box"),
      make("Radio", { name: "drink", onChange: hear("radio") }, "Tea"), make("Radio", { name: "drink", checked: true }, "Coffee"),
      make("BuyerConsent", { policy: "subscriptions", checked: false, onChange: hear("consent") }))),
    make("ButtonGroup", {}, make("Button", {}, "A button"), make("Button", { subdued: true }, "A subdued one")),
    make("Button", { loading: true, loadingLabel: "Working…" }, "A loading button"),
    make("Button", { disabled: true }, "A disabled button"),
    make("Button", { plain: true }, "A plain button"),
    make("TextBlock", {}, heard)));
});`;
