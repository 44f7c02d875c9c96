import story from 'parley:story';
import { openPage } from './ui/open.ts';

void openPage(story);
