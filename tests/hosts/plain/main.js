import { createPlayer, formatFault, loadStory, mount } from 'parley-map';

const read = await loadStory('/story.json');
if (!read.ok)
  throw new Error(read.faults.map((fault) => formatFault(fault, 'story.json')).join('\n'));

const player = createPlayer(read.story);
const target = document.querySelector('#map');
let mounted = await mount(target, { player });

document.querySelector('#next').onclick = () => player.next();
document.querySelector('#toggle').onclick = async () => {
  mounted?.unmount();
  mounted = mounted ? null : await mount(target, { player });
};
