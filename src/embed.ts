import text from '../geo/stories/korea-thaw.json?raw';
import { startPage } from './ui/page.ts';

startPage(document.querySelector('#parley'), text);
