import { createPlayer, formatFault, mount, readStory, startWatching } from 'parley-map';

const query = new URLSearchParams(location.search);

// The page's own text size, on which its style sheet builds.
document.documentElement.style.fontSize = query.get('root') ?? '';

/** As a newsroom's own script would do it: fetch, check, show. */
const answer = await fetch('./story.json');
const read = await readStory(new Uint8Array(await answer.arrayBuffer()));

if (read.ok) {
  const player = createPlayer(read.story);
  const wide = await mount(document.querySelector('#first'), { player });
  const narrow = await mount(document.querySelector('#second'), {
    player: createPlayer(read.story),
    language: 'ko',
    theme: 'dark',
  });
  const stop = startWatching(
    player,
    () => (document.title = `Step ${Math.floor(player.currentTime)}`),
  );
  for (const language of query.getAll('also')) {
    const section = document.querySelector('main').appendChild(document.createElement('section'));
    section.id = `in-${language}`;
    await mount(section, { player: createPlayer(read.story), language });
  }
  Object.assign(window, { player, stop, wide, narrow });
} else {
  document.body.append(...read.faults.map((fault) => formatFault(fault, 'story.json')));
}
