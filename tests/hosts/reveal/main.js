import 'reveal.js/reveal.css';
import { createPlayer, formatFault, loadStory, mount } from 'parley-map';
import Reveal from 'reveal.js';

const read = await loadStory('/story.json');
if (!read.ok)
  throw new Error(read.faults.map((fault) => formatFault(fault, 'story.json')).join('\n'));

await new Reveal().initialize({ width: 1280, height: 720 });
await mount(document.querySelector('#map'), { player: createPlayer(read.story) });
