/** What the embedded app and Shopify's admin say to each other by postMessage. Our own wording: Shopify's is private. */

export interface NavItem {
  readonly label: string;
  readonly href: string;
}

export interface BarButton {
  readonly label: string;
  readonly primary: boolean;
  readonly critical: boolean;
  readonly disabled: boolean;
  readonly loading: boolean;
}

export interface TitleBarView {
  readonly title: string;
  /** What the arrow left of the title is called; there is no arrow without it. */
  readonly back?: BarButton;
  readonly buttons: readonly BarButton[];
}

export interface SaveBarView {
  readonly save?: BarButton;
  readonly discard?: BarButton;
  readonly confirmsDiscard: boolean;
}

export interface ToastView {
  readonly id: string;
  readonly message: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly isError: boolean;
  readonly action?: string;
}

export type ResourceType = "product" | "variant" | "collection";

/** As shopify.resourcePicker takes them: https://shopify.dev/docs/api/app-bridge-library/apis/resource-picker */
export interface PickerOptions {
  readonly type: ResourceType;
  readonly action?: "add" | "select";
  readonly filter?: {
    readonly hidden?: boolean;
    readonly variants?: boolean;
    readonly draft?: boolean;
    readonly archived?: boolean;
    readonly query?: string;
  };
  readonly multiple?: boolean | number;
  readonly query?: string;
  readonly selectionIds?: readonly { readonly id: string; readonly variants?: readonly { readonly id: string }[] }[];
}

export type PickedResource = Readonly<Record<string, unknown>> & { readonly id: string };

/** As shopify.scopes answers: https://shopify.dev/docs/api/app-home/latest/apis/authentication-and-data/scopes-api */
export interface ScopesDetail {
  readonly granted: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

type UserResult = "granted-all" | "declined-all";

/** Asked by the app, answered by the frame. */
export interface Questions {
  idToken: { ask: null; answer: string };
  resourcePicker: { ask: PickerOptions; answer: readonly PickedResource[] | null };
  /** True: leave. False: the merchant stays with the unsaved changes. */
  leaveConfirmation: { ask: null; answer: boolean };
  scopes: { ask: null; answer: ScopesDetail };
  /** The merchant is asked; an app that asks for what it has not declared as optional is refused. */
  requestScopes: { ask: readonly string[]; answer: { readonly result: UserResult; readonly detail: ScopesDetail } };
  revokeScopes: { ask: readonly string[]; answer: { readonly detail: ScopesDetail } };
}

/** Told by the app. */
export interface AppNews {
  /** A new document is up: what the one before showed in the bars is gone. */
  ready: null;
  /** Path and query of the app's page, Shopify's own parameters left out. */
  located: string;
  navMenu: readonly NavItem[];
  titleBar: TitleBarView | null;
  saveBar: SaveBarView | null;
  toast: ToastView;
  hideToast: string;
  loading: boolean;
  /** Leave the frame for this address. */
  open: string;
}

/** Told by the frame. */
export interface FrameNews {
  navigate: string;
  /** -1 is the arrow back. */
  titleBarPressed: number;
  saveBarPressed: "save" | "discard";
  toastEnded: { readonly id: string; readonly by: "action" | "dismiss" };
}

export type FromApp =
  | { readonly encore: "ask"; readonly id: number; readonly name: keyof Questions; readonly payload: unknown }
  | { readonly encore: "tell"; readonly name: keyof AppNews; readonly payload: unknown };

export type FromFrame =
  | { readonly encore: "answer"; readonly id: number; readonly value: unknown }
  | { readonly encore: "refuse"; readonly id: number; readonly reason: string }
  | { readonly encore: "tell"; readonly name: keyof FrameNews; readonly payload: unknown };
