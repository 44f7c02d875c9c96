import story from '../geo/stories/korea-thaw.json?story';
import { startPage } from './ui/page.ts';

startPage(document.querySelector('#parley'), story);
