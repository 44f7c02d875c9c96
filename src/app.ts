import story from 'parley:story';
import { openPage } from './ui/shell/page.ts';
import { readParameters } from './ui/url/parameters.ts';

void openPage(story, 'page', readParameters(location.search, window.top !== window.self));
