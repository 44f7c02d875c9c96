import { render } from 'svelte/server';
import file from '../geo/stories/korea-thaw.json?story';
import { createStillGrounds } from './map/still.ts';
import { Player } from './player/player.svelte.ts';
import StoryMap from './ui/StoryMap.svelte';
import { createSay } from './story/text.ts';
import { languagesOf } from './ui/language.ts';
import { PARTS } from './ui/parts.ts';
import { loadWords } from './ui/words/load.ts';

export interface Prerender {
  readonly renderPage: () => Promise<{ readonly head: string; readonly body: string }>;
}

/** The page at the story's opening, in the story's own language, as HTML. */
export const renderPage: Prerender['renderPage'] = async () => {
  const words = await loadWords(file.language);
  if (!words)
    throw new Error(`The interface has no words in the story’s language, ${file.language}.`);
  const player = new Player(await file.read(file.language, []));
  const page = render(StoryMap, {
    props: { player, grounds: createStillGrounds(), words, languages: languagesOf(file) },
  });
  const reading = {
    player,
    words,
    say: createSay(words.language, file.language),
    bindings: [],
    onclose: () => undefined,
  };
  let { head, body } = page;
  for (const name of READ) {
    const part = render(PARTS[name], { props: reading, idPrefix: name });
    const place = new RegExp(`(<div[^>]* data-part="${name}"[^>]*>)(?=</div>)`);
    head += part.head;
    body = body.replace(place, (tag) => tag + part.body);
  }
  return { head, body };
};

/** The help is for keys, and without a script there are none. */
const READ = ['side', 'legend'] as const;
