import { expect, test as own } from '../kit/page.ts';
import { jumpTo, openDoor, untilCome } from '../kit/live.ts';
import { FILE, goToDay, openStill, painted } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('live');

test('The story stays glued to the ground in every frame of a pan, a zoom and a resize', async ({
  page,
}) => {
  // Few pixels: many frames, even without a graphics card.
  await page.setViewportSize({ width: 800, height: 500 });
  await openDoor(page);
  await goToDay(page, '2019-02-28');
  const points = FILE.places.features.flatMap(({ id, geometry }) =>
    geometry.type === 'Point' ? [[id, geometry.coordinates as [number, number]] as const] : [],
  );
  await page.evaluate((places) => {
    const measured = { frames: 0, marks: 0, worst: 0, size: 0 };
    Object.assign(window, { measured });
    const world = document.querySelector<HTMLElement>('[data-ground] .world');
    const canvas = world?.querySelector('canvas');
    const story = world?.querySelector('svg.story');
    // In the very frame in which MapLibre draws, before the browser paints it.
    const measure = () => {
      measured.frames++;
      const off = Math.abs((canvas?.clientWidth ?? 0) - (story?.clientWidth ?? 0));
      measured.size = Math.max(measured.size, off);
      for (const [id, [lng, lat]] of places) {
        const mark = story?.querySelector<SVGSVGElement>(`[data-mark="${id}"]`);
        // A place outside the frame is held at its edge, with an arrow.
        if (!mark || mark.querySelector('.beyond')) continue;
        const distances = [-360, 0, 360].map((turn) => {
          const { x, y } = window.ground.project([lng + turn, lat]);
          return Math.hypot(x - mark.x.baseVal.value, y - mark.y.baseVal.value);
        });
        measured.marks++;
        measured.worst = Math.max(measured.worst, Math.min(...distances));
      }
    };
    window.ground.on('render', measure);
    Object.assign(window, { endMeasuring: () => window.ground.off('render', measure) });
  }, points);
  const measured = () =>
    page.evaluate(
      () =>
        (window as unknown as { measured: Record<'frames' | 'marks' | 'worst' | 'size', number> })
          .measured,
    );

  // Beijing, Hanoi and Singapore are in view all the time.
  await jumpTo(page, [110, 20], 2.2);
  /** Moves the map by steps and waits for the picture of each: however slow they come, there are as many. */
  const step = (by: { zoom: number; pan: [number, number] }) =>
    page.evaluate(async ({ zoom, pan }) => {
      for (let count = 0; count < 5; count++) {
        const drawn = new Promise<void>((done) => window.ground.once('render', done));
        if (zoom) window.ground.zoomTo(window.ground.getZoom() + zoom, { duration: 0 });
        else window.ground.panBy(pan, { duration: 0 });
        await drawn;
      }
    }, by);
  const moves = {
    zoom: () => step({ zoom: 0.08, pan: [0, 0] }),
    pan: () => step({ zoom: 0, pan: [-12, 8] }),
    resize: async () => {
      for (const width of [760, 560, 700]) {
        await page.setViewportSize({ width, height: 500 });
        await painted(page);
      }
    },
  };
  for (const [name, move] of Object.entries(moves)) {
    const before = await measured();
    await move();
    await untilCome(page);
    const after = await measured();
    expect(after.frames - before.frames, `frames of the ${name}`).toBeGreaterThan(1);
    expect(after.marks - before.marks, `marks seen in the ${name}`).toBeGreaterThan(2);
    expect(after.worst, `pixels apart in the ${name}`).toBeLessThan(1);
    expect(after.size, `pixels wider in the ${name}`).toBeLessThan(1);
  }
  await page.evaluate(() => (window as unknown as { endMeasuring: () => void }).endMeasuring());
});

own(
  'A map that has come to another size draws what it draws when it is opened in it',
  async ({ page }) => {
    const drawn = async (): Promise<string[]> => {
      await painted(page);
      return page
        .locator('[data-ground] [data-zone] path, [data-ground] [data-mark]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('d') ?? each.outerHTML));
    };
    const narrow = { width: 500, height: 800 };
    await page.setViewportSize(narrow);
    await openStill(page, 't=2018-06-12');
    const opened = await drawn();
    expect(opened.length).toBeGreaterThan(10);
    await page.setViewportSize({ width: 900, height: 800 });
    await openStill(page, 't=2018-06-12');
    expect(await drawn()).not.toEqual(opened);
    await page.setViewportSize(narrow);
    await expect.poll(drawn).toEqual(opened);
  },
);
