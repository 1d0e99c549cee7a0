/**
 * The worker's own ways to speak and to hear, bound before the remote document and the bundle come in: imported first.
 */
const scope = self as unknown as Worker;

export const messenger = {
  postMessage: scope.postMessage.bind(scope),
  addEventListener: scope.addEventListener.bind(scope),
  removeEventListener: scope.removeEventListener.bind(scope),
} as unknown as Worker;

export const onUncaught = (report: (cause: unknown) => void): void => {
  scope.addEventListener("error", (event) => {
    event.preventDefault();
    report(event.error ?? event.message);
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    report(event.reason);
  });
};
