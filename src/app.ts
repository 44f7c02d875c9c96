import story from 'parley:story';
import { openPage } from './ui/shell/bootstrap.ts';

void openPage(story);
