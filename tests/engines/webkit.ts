import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Builder, By, Key, until, type WebDriver } from 'selenium-webdriver';
import { DriverService } from 'selenium-webdriver/remote/index.js';
import { firstOf, inPath, run } from '../browser/kit/executable.ts';
import type { Engine, EngineKind, EnginePage } from './engine.ts';

const NAME = 'WebKitWebDriver';
const MINUTE = 60_000;

/**
 * WebKitGTK, the engine of Safari on Linux, driven by its own WebDriver. It needs a screen: where there is none, an Xvfb
 * is its screen.
 */
export const webkit: EngineKind = {
  leftOut: [
    'WebKit: left out, no WebKitWebDriver with a screen is installed.',
    `Looked for ${NAME} on the PATH, and for DISPLAY, WAYLAND_DISPLAY or Xvfb.`,
    'To run these tests on Debian: apt-get install webkit2gtk-driver xvfb.',
    'Or name a driver: PARLEY_WEBKIT=/path/to/WebKitWebDriver npm run webkit',
  ].join(' '),

  async find() {
    const asked = process.env['PARLEY_WEBKIT'];
    if (asked && !(await answers(asked))) {
      throw new Error(
        `PARLEY_WEBKIT names ${asked}, which does not start. Name another, or leave it out.`,
      );
    }
    const driver = asked || (await firstOf(inPath([NAME]), answers));
    return driver && (hasScreen() || (await findXvfb())) ? driver : undefined;
  },

  async launch(program): Promise<Engine> {
    const screen = hasScreen() ? null : await openScreen();
    const service = new DriverService.Builder(program)
      .setLoopback(true)
      .setEnvironment({ ...process.env, ...(screen && { DISPLAY: screen.display }) })
      .build();
    const address = await service.start(MINUTE);
    return {
      newPage: async () => drive(await open(address)),
      close: async () => {
        await service.kill();
        screen?.process.kill();
      },
    };
  },
};

/** The driver has no `--version`, only `--help`. */
const answers = async (path: string): Promise<boolean> =>
  existsSync(path) && (await run(path, ['--help'])).output.includes('--port');

const hasScreen = (): boolean => Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

const findXvfb = (): Promise<string | undefined> =>
  firstOf(inPath(['Xvfb']), async (path) => existsSync(path));

/** Starts an Xvfb on a display that is free. It writes the number of its display to its output. */
async function openScreen(): Promise<{ display: string; process: ChildProcess }> {
  const args = ['-displayfd', '1', '-screen', '0', '1400x1000x24'];
  const process = spawn((await findXvfb()) ?? 'Xvfb', args, {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(process.stdout, 'data')) as [Buffer];
  return { display: `:${number.toString().trim()}`, process };
}

/**
 * WebGL is off, as in Firefox: the same map on every machine. Without a graphics card WebKit draws WebGL on the page's
 * own thread, which then answers late.
 */
const MINI_BROWSER = {
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { args: ['--automation', '--enable-webgl=false'] },
};

async function open(address: string): Promise<WebDriver> {
  const driver = await new Builder().usingServer(address).withCapabilities(MINI_BROWSER).build();
  await driver.manage().setTimeouts({ script: MINUTE, pageLoad: MINUTE });
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
  return driver;
}

/** A mouse move takes 100 ms in Selenium, so that the page gets some moves on the way. */
const drive = (driver: WebDriver): EnginePage => ({
  open: (address) => driver.get(address),
  run: (script, ...args) => driver.executeScript(script, ...args),
  runInFrameOf: async (element, script, ...args) => {
    const frame = await driver.executeScript(
      `return document.querySelector(arguments[0]).shadowRoot.querySelector('iframe')`,
      element,
    );
    await driver.switchTo().frame(frame as never);
    const result = await driver.executeScript(script, ...args);
    await driver.switchTo().defaultContent();
    return result as never;
  },
  // Its own click finds nothing to click in a list that scrolls.
  click: async (selector) => {
    await driver.wait(until.elementLocated(By.css(selector)), MINUTE);
    const { x, y } = await driver.executeScript<{ x: number; y: number }>(centreOf, selector);
    await driver.actions().move({ x, y, duration: 0 }).click().perform();
  },
  press: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
  move: (x, y) =>
    driver
      .actions()
      .move({ x: Math.round(x), y: Math.round(y), duration: 200 })
      .perform(),
  down: () => driver.actions().press().perform(),
  up: () => driver.actions().release().perform(),
  // WebDriver has no word for them.
  faults: () => [],
  close: () => driver.quit(),
});

/** The middle of an element in the viewport, after it has been scrolled into it; runs in the page. */
function centreOf(selector: string): { x: number; y: number } {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center' });
  const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

const KEYS = { ArrowRight: Key.ARROW_RIGHT } as const;
