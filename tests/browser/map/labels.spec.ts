import { chromium, type Page } from '@playwright/test';
import { expect, SIZES, test as own } from '../kit/page.ts';
import { CONTEXT } from '../kit/settings.ts';
import { FILE, openStill, painted } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');
const touch = shared('finger');

for (const size of SIZES) {
  test(`No label overlaps a label or a mark at any event, at ${size.width} × ${size.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await painted(page);
    const told = await tellAndMeasure(page);
    expect(told.events, 'every event was shown').toBe(FILE.events.length);
    expect(told.labels, 'labels were measured').toBeGreaterThan(5 * FILE.events.length);
    expect(told.marks, 'marks were measured').toBeGreaterThan(5 * FILE.events.length);
    expect(told.faults).toEqual([]);
  });
}

touch('No label overlaps anything for a finger, at any event, at 320 × 568', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await painted(page);
  const told = await tellAndMeasure(page);
  expect(told.events).toBe(FILE.events.length);
  expect(told.faults).toEqual([]);
});

/** Font sizes, in px, below which a reader's browser never goes. Names have 13. */
for (const least of [16, 20, 24]) {
  own(
    `Where letters have at least ${least} px, no name overlaps or outgrows its box at any event`,
    async ({ launchOptions }) => {
      const browser = await chromium.launch({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), `--blink-settings=minimumFontSize=${least}`],
      });
      const page = await browser.newPage(CONTEXT);
      for (const [width, height] of [
        [1280, 800],
        [360, 740],
      ] as const) {
        await page.setViewportSize({ width, height });
        await openStill(page);
        const told = await tellAndMeasure(page);
        expect(told.events).toBe(FILE.events.length);
        expect(told.labels, 'labels were measured').toBeGreaterThan(4 * FILE.events.length);
        expect(told.faults, `at ${width} px`).toEqual([]);
        const sizes = await page
          .locator('[data-place] .name')
          .evaluateAll((names) => names.map((name) => parseFloat(getComputedStyle(name).fontSize)));
        expect(new Set(sizes)).toEqual(new Set([least]));
      }
      await browser.close();
    },
  );
}

/** Steps through the story by “Next event” and measures boxes at every event, all inside the page. */
function tellAndMeasure(page: Page) {
  return page.evaluate(async () => {
    const told = { labels: 0, marks: 0, faults: [] as string[] };
    const next = document.querySelector<HTMLElement>('button[aria-label="Next event"]');
    const slider = document.querySelector('input[type=range]');
    const said = () => slider?.getAttribute('aria-valuetext') ?? '';
    const events = new Set<string | undefined>();
    // Event 1 begins on the first day; at the very end, one more press changes nothing.
    for (let last = ''; last !== said();) {
      last = said();
      events.add(/event (\d+) of/i.exec(last)?.[1]);
      measure(last);
      next?.click();
      // The page follows within the same task; boxes are laid out when they are asked for.
      await new Promise((done) => setTimeout(done));
    }
    return { ...told, events: events.size };

    function measure(at: string): void {
      for (const over of document.querySelectorAll('[data-ground] .over')) measureFrame(over, at);
    }

    /** The names of what is marked in a frame. */
    function buttonsOf(over: Element): HTMLElement[] {
      const own = (id: string) => over.querySelector(`[data-mark="${id}"]`) !== null;
      return [...document.querySelectorAll<HTMLElement>('[data-ground] [data-place]')].filter(
        (button) => own(button.dataset['place'] ?? ''),
      );
    }

    function measureFrame(over: Element, at: string): void {
      const frame = over.getBoundingClientRect();
      const labels = buttonsOf(over).map((button) => ({
        name: button.dataset['place'] ?? '',
        box: button.getBoundingClientRect(),
      }));
      const marks = [...over.querySelectorAll<SVGSVGElement>('[data-mark]')].map((mark) => {
        const [x, y] = [mark.x, mark.y].map(({ baseVal }) => baseVal.value) as [number, number];
        const radius = Number(mark.dataset['radius']);
        return { name: mark.dataset['mark'] ?? '', x: frame.x + x, y: frame.y + y, radius };
      });
      told.labels += labels.length;
      told.marks += marks.length;
      const report = (fault: string) => void told.faults.push(`${at} ${fault}`);
      labels.forEach(({ name, box }, index) => {
        const inside =
          box.left >= frame.left &&
          box.top >= frame.top &&
          box.right <= frame.right &&
          box.bottom <= frame.bottom;
        if (!inside) report(`${name} leaves its frame`);
        for (const other of labels.slice(index + 1)) {
          const b = other.box;
          const apart =
            box.right <= b.left ||
            b.right <= box.left ||
            box.bottom <= b.top ||
            b.bottom <= box.top;
          if (!apart) report(`${name} overlaps ${other.name}`);
        }
        for (const mark of marks) {
          const dx = mark.x - Math.max(box.left, Math.min(box.right, mark.x));
          const dy = mark.y - Math.max(box.top, Math.min(box.bottom, mark.y));
          if (Math.hypot(dx, dy) < mark.radius) report(`${name} lies on the mark of ${mark.name}`);
        }
      });
      measureDrawing(over, labels, report);
    }

    /** What is really drawn must not be larger than what it says of itself, nor text than its button. */
    function measureDrawing(
      over: Element,
      labels: readonly { name: string; box: DOMRect }[],
      report: (fault: string) => void,
    ): void {
      const line = 2;
      for (const mark of over.querySelectorAll<SVGGElement>('[data-mark]')) {
        const most = 2 * (Number(mark.dataset['radius']) + line);
        for (const figure of mark.querySelectorAll('[data-figure]')) {
          const { width, height } = figure.getBoundingClientRect();
          if (Math.max(width, height) > most) report(`${mark.dataset['mark']} outgrows its radius`);
        }
      }
      for (const { name, box } of labels) {
        const text = document.querySelector(`button[data-place="${name}"] > *`);
        const { left = 0, right = 0 } = text?.getBoundingClientRect() ?? {};
        if (left < box.left - 1 || right > box.right + 1) report(`${name} outgrows its button`);
        const words = text?.querySelector('.name');
        const { top = 0, bottom = 0 } = words?.getBoundingClientRect() ?? {};
        if (top < box.top - 4 || bottom > box.bottom + 4)
          report(`${name} is higher than its button`);
      }
      for (const plan of over.querySelectorAll('[data-plan]')) {
        const b = plan.getBoundingClientRect();
        for (const { name, box } of labels) {
          const apart =
            box.right <= b.left ||
            b.right <= box.left ||
            box.bottom <= b.top ||
            b.bottom <= box.top;
          if (!apart) report(`${name} overlaps a plan`);
        }
      }
    }
  });
}
