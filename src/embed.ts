import { startForeignResizers } from './embed/guest/foreign-resizers.ts';
import { idOf, startGuest, type SteerablePage } from './embed/guest/guest.ts';
import { createPlayerEvents } from './embed/guest/player-events.ts';
import { createRpcMethods, seekAddressDate, stateOf } from './embed/guest/rpc-methods.ts';
import type { Player } from './player/player.svelte.ts';
import { startWatching } from './player/watch-player.ts';
import { startBlockedLinks } from './ui/frame/blocked-links.ts';
import { startFrame } from './ui/frame/start-frame.ts';
import { showAddress } from './ui/share/show-address.ts';
import { openPage, type OpenPage } from './ui/shell/page.ts';
import FrameLine from './ui/frame/FrameLine.svelte';
import { applyAddress } from './ui/url/address.ts';
import { readParameters } from './ui/url/parameters.ts';

/** Read at once, because the page writes its own moment into its address later. */
const parameters = readParameters(location.search, true);

/** Moves a player to the view that a query tells of. */
const applyState = (player: Player, search: string): void =>
  applyAddress(player, readParameters(search, true));

/** Hands the page to its host, as far as a host may move it. */
function steer(found: OpenPage): SteerablePage {
  const { player } = found;
  const page = { ...found, applyState, applyTheme };
  return {
    title: found.localize(player.story.title).text,
    duration: player.duration,
    methods: createRpcMethods(page),
    state: () => stateOf(page),
    refusal: seekAddressDate(page, parameters),
    listen: (fire) => {
      const events = createPlayerEvents(player, fire);
      startWatching(player, events.fireChanges);
      return events;
    },
  };
}

/** Tells the host page why there is no story at present. */
let fail: ReturnType<typeof startGuest> | undefined;

const opened = openPage('frame', parameters, {
  Line: FrameLine,
  onfail: (failure) => fail?.(failure),
});
void opened.then(({ player, words }) => {
  startFrame(player, parameters);
  startBlockedLinks((address) => showAddress(words, address));
});

if (window.parent !== window) {
  const id = idOf(location.hash);
  const { origin, childId } = parameters;
  if (id) fail = startGuest({ id, origin, page: opened.then(steer).catch(() => null) });
  else startForeignResizers(childId, origin);
}

/** As the address would say it at the start; the style sheet does the rest. */
function applyTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
}
