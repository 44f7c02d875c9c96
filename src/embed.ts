import story from 'parley:story';
import { startForeignResizers } from './embed/guest/foreign-resizers.ts';
import { idOf, startGuest, type SteerablePage } from './embed/guest/guest.ts';
import type { Player } from './player/player.svelte.ts';
import { arrangeRoom } from './map/inset/inset-arrangement.ts';
import { openPage } from './ui/shell/bootstrap.ts';
import './ui/frame/framed.css';
import './ui/frame/framed-reading.css';
import './ui/frame/framed-bare.css';
import type { OpenPage } from './ui/shell/page.ts';
import { readParameters } from './ui/url/parameters.ts';

/** Read at once, because the page writes its own moment into its address later. */
const parameters = readParameters(location.search, true);

/** The page as its host may steer it. */
async function steer(found: OpenPage | null): Promise<SteerablePage | null> {
  if (!found) return null;
  const { player } = found;
  const applyState = (to: Player, search: string): void =>
    found.applyAddress(to, readParameters(search, true));
  const page = { ...found, applyState, applyTheme };
  const { currentTime } = player;
  const [
    { createRpcMethods, seekAddressDate, stateOf },
    { createPlayerEvents },
    { startWatching },
  ] = await Promise.all([
    import('./embed/guest/rpc-methods.ts'),
    import('./embed/guest/player-events.ts'),
    import('./player/watch-player.ts'),
  ]);
  return {
    title: found.localize(player.story.title).text,
    duration: player.duration,
    methods: createRpcMethods(page),
    state: () => stateOf(page),
    // A reader who has moved the map while these scripts were loaded stays there.
    refusal: player.currentTime === currentTime ? seekAddressDate(page, parameters) : null,
    listen: (fire) => {
      const events = createPlayerEvents(player, fire);
      startWatching(player, events.fireChanges);
      return events;
    },
  };
}

/** Lays the page out on one screen. If that script cannot be loaded, the last line links to the whole page. */
async function layOut(found: OpenPage | null): Promise<void> {
  if (!found) return;
  const { startFramed } = await import('./ui/frame/framed.ts');
  startFramed(found);
}

const opened = openPage(story, parameters, arrangeRoom);
void opened.then(layOut).catch(() => undefined);

if (window.parent !== window) {
  const id = idOf(location.hash);
  const { origin, childId } = parameters;
  if (id) startGuest({ id, origin, page: opened.then(steer).catch(() => null) });
  else startForeignResizers(childId, origin);
}

/** As `?theme=` does at the start. */
function applyTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
}
