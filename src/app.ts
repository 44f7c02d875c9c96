import story from 'parley:story';
import { openPage } from './ui/shell/bootstrap.ts';
import { readParameters } from './ui/url/parameters.ts';

void openPage(story, readParameters(location.search, window.top !== window.self));
