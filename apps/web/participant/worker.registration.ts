/** Makes the page open without a connection. A new version waits until every window of the old one is closed. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => {
      // Then it opens with a connection only, and says so by not opening.
    });
  });
}
