import { createPlayer, formatFault, mount, readStory, startWatching } from 'parley-map';

/** As a newsroom's own script would do it: fetch, check, show. */
const answer = await fetch('./story.json');
const read = await readStory(new Uint8Array(await answer.arrayBuffer()));

if (read.ok) {
  const player = createPlayer(read.story);
  const wide = await mount(document.querySelector('#first'), { player });
  const narrow = await mount(document.querySelector('#second'), {
    player: createPlayer(read.story),
    language: new URLSearchParams(location.search).get('language') ?? 'ko',
    theme: 'dark',
  });
  const stop = startWatching(
    player,
    () => (document.title = `Step ${Math.floor(player.currentTime)}`),
  );
  Object.assign(window, { player, stop, wide, narrow });
} else {
  document.body.append(...read.faults.map((fault) => formatFault(fault, 'story.json')));
}
