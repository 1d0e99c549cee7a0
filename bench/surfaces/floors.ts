/** The least an extension can be: one text, and nothing asked of anybody. */
export const ONE_TEXT = onThankYou(`
  const text = document.createElement("s-text");
  text.textContent = "One text";
  document.body.append(text);`);

/** The least that can answer a click or a choice: a text that says another thing afterwards. */
export const ONE_BUTTON = onThankYou(`
  const made = (name, props) => Object.assign(document.createElement(name), props);
  const text = made("s-text", { textContent: "One text" });
  const button = made("s-button", { textContent: "Press" });
  button.addEventListener("click", () => { text.textContent = "Pressed"; });
  const select = made("s-select", { label: "Colour" });
  select.append(made("s-option", { value: "1", textContent: "One" }), made("s-option", { value: "2", textContent: "Two" }));
  select.addEventListener("change", () => { text.textContent = "Chosen"; });
  document.body.append(text, select, button);`);

/** The same of a post-purchase page. */
export const POST_PURCHASE_FLOOR = `
  shopify.extend("Checkout::PostPurchase::ShouldRender", async ({ storage }) => {
    await storage.update({});
    return { render: true };
  });
  shopify.extend("Checkout::PostPurchase::Render", (root) => {
    const text = root.createText("One text");
    const press = () => text.updateText("Pressed");
    root.appendChild(root.createComponent("TextBlock", {}, [text]));
    root.appendChild(root.createComponent("Button", { onPress: press }, ["Press"]));
    root.mount();
  });`;

function onThankYou(body: string): string {
  return `shopify.extend("purchase.thank-you.block.render", async () => {${body}});`;
}
