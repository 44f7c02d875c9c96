import story from 'parley:story';
import { openPage } from './ui/shell/page.ts';

void openPage(story, 'page');
