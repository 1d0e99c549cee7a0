/** What a theme made after Dawn does in the browser: the cart's elements, and the drawer around them. */
import { CartDrawer } from "./cart-drawer.ts";
import { CartDrawerItems, CartItems, CartRemoveButton } from "./cart-items.ts";
import { publish, subscribe } from "./pub-sub.ts";

Object.assign(window, { publish, subscribe, PUB_SUB_EVENTS: { cartUpdate: "cart-update", cartError: "cart-error" } });
customElements.define("cart-remove-button", CartRemoveButton);
customElements.define("cart-items", CartItems);
customElements.define("cart-drawer-items", CartDrawerItems);
customElements.define("cart-drawer", CartDrawer);
