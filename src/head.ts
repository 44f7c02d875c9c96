import {
  applyDisplaySettings,
  opensElsewhere,
  readAskedStory,
  readDisplaySettings,
} from './ui/url/display-settings.ts';

/*
 * The head script of every page (`src/site/head-script-plugin.ts`): a classic script, which runs before the first
 * paint. A module would run after it, so a dark page would first be light, and the page would first show another
 * moment than its address names.
 */
const { documentElement: root } = document;
const { search } = location;
// Only the page for frames has `data-theme` in its HTML.
const framed = 'theme' in root.dataset || window.top !== window.self;
applyDisplaySettings(root, readDisplaySettings(search, framed));
if (opensElsewhere(search)) root.dataset['elsewhere'] = '';
// Another story than the HTML tells of, which is not to be seen (`ui/runtime/asked.css`).
if (readAskedStory(new URLSearchParams(search).get('story'))) root.dataset['story'] = 'asked';
