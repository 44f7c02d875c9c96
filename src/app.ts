import story from '../geo/stories/korea-thaw.json?story';
import { openPage } from './ui/open.ts';

void openPage(story);
