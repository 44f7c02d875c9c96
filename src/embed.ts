import story from 'parley:story';
import { startForeignResizers } from './embed/guest/foreign-resizers.ts';
import { idOf, startGuest, type Steered } from './embed/guest/guest.ts';
import { createPlayerEvents } from './embed/guest/player-events.ts';
import { createRpcMethods, readDate, stateOf } from './embed/guest/rpc-methods.ts';
import { startWatching } from './player/watch-player.ts';
import { startFrame } from './ui/frame/start-frame.ts';
import './ui/frame/framed.css';
import './ui/frame/framed-reading.css';
import './ui/frame/framed-bare.css';
import { openPage, type OpenPage } from './ui/shell/page.ts';

/** As the host has written it: before long the address says where the reader is. */
const query = new URLSearchParams(location.search);

/** Hands the page to its host, as far as a host may move it. */
function steer(found: OpenPage): Steered {
  const { player } = found;
  const page = { ...found, applyTheme };
  return {
    title: found.localize(player.story.title).text,
    duration: player.duration,
    calls: createRpcMethods(page),
    state: () => stateOf(page),
    refusal: readDate(page, query),
    listen: (tell) => {
      const events = createPlayerEvents(player, tell);
      startWatching(player, events.look);
      return events;
    },
  };
}

const opened = openPage(story, 'frame');
void opened.then(({ player }) => startFrame(player));

if (window.parent !== window) {
  const id = idOf(location.hash);
  const origin = originOf(query.get('origin'));
  if (id) startGuest({ id, origin, page: opened.then(steer).catch(() => null) });
  else startForeignResizers(query, origin);
}

/** As the address would say it at the start; the style sheet does the rest. */
function applyTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
}

/** The one origin that the address names; `*` where it names none. */
function originOf(text: string | null): string {
  return text !== null && URL.canParse(text) && new URL(text).origin === text ? text : '*';
}
