interface Choice {
  readonly id: number;
  readonly price: string;
  readonly picture: string;
  readonly stock: string;
  readonly soldOut: boolean;
  readonly sku: string;
}

const choices = JSON.parse(document.getElementById("choices")?.textContent ?? "[]") as readonly Choice[];
const select = document.querySelector<HTMLSelectElement>("#variant");
const add = document.querySelector<HTMLButtonElement>("#add");
const addLabel = add && !add.disabled ? add.textContent : undefined;

/** The page follows the choice; the address too, so that a reload and a shared link keep it. */
select?.addEventListener("change", () => {
  const choice = choices.find(({ id }) => String(id) === select.value);
  if (!choice) return;
  setText("price", choice.price);
  setText("stock", choice.stock);
  setText("sku", choice.sku);
  const picture = document.querySelector<HTMLImageElement>("#picture");
  if (picture) picture.src = choice.picture;
  if (add) {
    add.disabled = choice.soldOut;
    add.textContent = choice.soldOut ? choice.stock : (addLabel ?? add.textContent);
  }
  history.replaceState(null, "", `?variant=${choice.id}`);
});

function setText(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}
