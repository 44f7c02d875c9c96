import type { LaunchOptions } from '@playwright/test';

const chromium = process.env['PARLEY_CHROMIUM'];

/**
 * What the browser is to do without. Playwright's own list first, since this takes its place; then the
 * suggestions under the address bar, which nobody sees here and every page would load anew, and the process that is
 * kept ready for another site, which few tests go to before they end.
 */
const DISABLED = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
];

const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED.join()}`,
  // WebGL by the processor is there for the live map; the page itself is painted ten times as fast without.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-rasterization',
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

/** As a reader's browser composes a page, WebGL's canvas and all: for tests that look at the live map's own pixels. */
export const composedByWebGL: LaunchOptions = {
  ...(chromium ? { executablePath: chromium } : {}),
  args: ARGS,
};

/**
 * The same, but composed without WebGL, and without smooth edges in it: a quarter of the work where there is no
 * graphics card, and all that most tests need.
 */
export const composedPlainly: LaunchOptions = {
  ...composedByWebGL,
  args: [...ARGS, '--disable-gpu-compositing', '--webgl-antialiasing-mode=none'],
};
