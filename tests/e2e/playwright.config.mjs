// How the end-to-end tests run: against the release build in dist/, in the
// machine's own Chromium, as a phone and as a desk.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 8731);
const subpathPort = Number(process.env.E2E_SUBPATH_PORT ?? port + 1);
const rehearsalPort = Number(process.env.E2E_REHEARSAL_PORT ?? port + 2);
// `cargo xtask test` has always built it; by hand `cargo xtask build --rehearse` does.
const isRehearsed = existsSync('../../target/rehearsal/page');

// What differs on a desk: what is shown in other ways there, what a keyboard does
// and what paper is. Everything else is the same as on a phone, and a test that is
// only skipped would still open a browser window.
const ON_A_DESK = [
  'accessibility', 'campaign', 'compare', 'fortnight', 'house', 'measure', 'norms',
  'rewards', 'routes', 'share', 'statement', 'synergy', 'usual',
];
const ON_A_DESK_ONLY = ['routes'];
const specs = (names) => names.map((name) => `${name}.spec.mjs`);

const served = (at, base, options = '') => ({
  command: `cargo xtask serve --no-build --port ${at} --base ${base} ${options}`,
  cwd: '../..',
  url: `http://127.0.0.1:${at}${base}`,
  reuseExistingServer: false,
  timeout: 120_000,
});

process.env.E2E_SUBPATH_URL = `http://127.0.0.1:${subpathPort}/a/b/`;
if (isRehearsed) process.env.E2E_REHEARSAL_URL = `http://127.0.0.1:${rehearsalPort}/`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../test-results',
  snapshotPathTemplate: 'aria/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  timeout: 30_000,
  // A busy machine is no fault of the page.
  expect: { timeout: 10_000 },
  webServer: [
    served(port, '/'),
    served(subpathPort, '/a/b/'),
    ...(isRehearsed ? [served(rehearsalPort, '/', '--rehearse')] : []),
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: specs(ON_A_DESK_ONLY),
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    },
    {
      name: 'desktop',
      testMatch: specs(ON_A_DESK),
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
});
