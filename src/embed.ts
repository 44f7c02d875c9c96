import story from 'parley:story';
import { startForeignResizers } from './embed/guest/foreign-resizers.ts';
import { idOf, startGuest, type Steered } from './embed/guest/guest.ts';
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

/** Hands the page to its host, as far as a host may move it. */
async function steer(found: OpenPage | null): Promise<Steered | null> {
  if (!found) return null;
  const { player } = found;
  const applyState = (to: Player, search: string): void =>
    found.applyAddress(to, readParameters(search, true));
  const page = { ...found, applyState, applyTheme };
  const { currentTime } = player;
  const [{ createRpcMethods, readDate, stateOf }, { createPlayerEvents }, { startWatching }] =
    await Promise.all([
      import('./embed/guest/rpc-methods.ts'),
      import('./embed/guest/player-events.ts'),
      import('./player/watch-player.ts'),
    ]);
  return {
    title: found.localize(player.story.title).text,
    duration: player.duration,
    calls: createRpcMethods(page),
    state: () => stateOf(page),
    // Who has gone on by himself while that was fetched stays there.
    refusal: player.currentTime === currentTime ? readDate(page, parameters) : null,
    listen: (tell) => {
      const telling = createPlayerEvents(player, tell);
      startWatching(player, telling.look);
      return telling;
    },
  };
}

/** Lays the page out on one screen; where that cannot be fetched, its last line leads to the whole page. */
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

/** As the address would say it at the start; the style sheet does the rest. */
function applyTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
}
