import { latestStart } from '../../../time/order.ts';
import type { Interval } from '../../../time/interval.ts';
import type { Fault, Path } from '../faults/fault.ts';
import { quoted } from '../faults/raw.ts';
import type { Link, LinkVerb } from '../../story.ts';

/** An event as far as its links depend on it. A spreadsheet has no more of it yet. */
interface LinkedEvent {
  readonly event: {
    readonly id: string;
    readonly status: string;
    readonly follows: readonly Link[];
  };
  readonly when: Interval;
  readonly path: Path;
}

/** What may happen to a plan before its date. */
const ENDING_A_PLAN: ReadonlySet<LinkVerb> = new Set(['cancels', 'supersedes']);

function checkOrder(
  { event, when, path }: LinkedEvent,
  byId: ReadonlyMap<string, LinkedEvent>,
  faults: Fault[],
) {
  event.follows.forEach((link, index) => {
    const earlier = byId.get(link.event);
    if (earlier === undefined || latestStart(when) >= earlier.when.start) return;
    if (earlier.event.status === 'planned' && ENDING_A_PLAN.has(link.verb)) return;
    const message =
      `${quoted(link.event)} begins later (${earlier.when.text}) than this event ` +
      `(${when.text}). An event can only follow from earlier events.`;
    faults.push({ path: [...path, 'follows', index, 'event'], code: 'date-order', message });
  });
}

/** Reports each link that closes a circle. Depth-first search with its own stack, because chains may be long. */
function checkCircles(
  placed: readonly LinkedEvent[],
  byId: ReadonlyMap<string, LinkedEvent>,
  faults: Fault[],
) {
  const done = new Set<string>();
  for (const root of placed) {
    const trail: { readonly at: LinkedEvent; next: number }[] = [{ at: root, next: 0 }];
    const open = new Set<string>([root.event.id]);
    if (done.has(root.event.id)) continue;
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const { event, path } = top.at;
      const link = event.follows[top.next];
      top.next += 1;
      if (link === undefined) {
        done.add(event.id);
        open.delete(event.id);
        trail.pop();
        continue;
      }
      if (open.has(link.event)) {
        const message =
          link.event === event.id
            ? 'An event cannot follow from itself. Remove the link.'
            : `${quoted(link.event)} also follows from this event. Remove one of the links.`;
        faults.push({ path: [...path, 'follows', top.next - 1, 'event'], code: 'rule', message });
        continue;
      }
      const earlier = byId.get(link.event);
      if (earlier === undefined || done.has(link.event)) continue;
      open.add(link.event);
      trail.push({ at: earlier, next: 0 });
    }
  }
}

/** Reports links to events that begin later, and circles of links. */
export function checkFollows(placed: readonly LinkedEvent[], faults: Fault[]): void {
  // If two have the same id, which is a fault, the first one counts.
  const byId = new Map(placed.toReversed().map((one) => [one.event.id, one]));
  for (const one of placed) checkOrder(one, byId, faults);
  checkCircles(placed, byId, faults);
}
