// The test that every spec imports in place of Playwright's own: it fails on
// whatever a good page never does, without any spec having to ask.
import { test as plain, expect } from '@playwright/test';

export { expect };

/**
 * Watches a context from now on: what it asks for, and in `problems` whatever a
 * good page never does.
 */
export async function watchOver(context, baseURL) {
  const seen = { problems: [], requests: [], blocked: [] };
  const pages = [baseURL, process.env.E2E_SUBPATH_URL, process.env.E2E_REHEARSAL_URL];
  const origins = pages.filter(Boolean).map((url) => new URL(url).origin);

  context.on('request', (request) => {
    const url = new URL(request.url());
    // The worker fills its cache from the same origin; that is no request of the page.
    if (!request.serviceWorker()) seen.requests.push(request.url());
    if (!['blob:', 'data:'].includes(url.protocol) && !origins.includes(url.origin)) {
      seen.problems.push(`request to another origin: ${request.url()}`);
    }
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      seen.problems.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => seen.problems.push(`page error: ${error.error()}`));
  await context.exposeBinding('__reportViolation', (_source, text) => {
    seen.problems.push(`policy violation: ${text}`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.__reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return seen;
}

export const test = plain.extend({
  // Texts of console errors that a test brings about itself.
  expectedErrors: [[], { option: true }],

  // What happened that must not; a test may look at it too.
  watch: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const seen = await watchOver(context, baseURL);
      await use(seen);

      const unexpected = seen.problems.filter(
        (problem) => !expectedErrors.some((text) => problem.includes(text)),
      );
      expect(unexpected, 'what a good page never does').toEqual([]);
    },
    { auto: true },
  ],

  // Runs `work` and fails when the page asked the network for anything meanwhile.
  withoutRequests: async ({ page, context }, use) => {
    await use(async (work) => {
      await page.waitForLoadState('networkidle');
      const asked = new Map();
      // A private window keeps no icons: with every new address it takes the
      // page's own out of its cache again.
      const session = await context.newCDPSession(page);
      session.on('Network.requestWillBeSent', ({ requestId, request }) => asked.set(requestId, request.url));
      session.on('Network.requestServedFromCache', ({ requestId }) => asked.delete(requestId));
      session.on('Network.responseReceived', ({ requestId, response }) => {
        if (response.fromDiskCache) asked.delete(requestId);
      });
      await session.send('Network.enable');
      await work();
      await page.waitForTimeout(300);
      await session.detach();
      expect([...asked.values()], 'requests after load').toEqual([]);
    });
  },
});
