import { openPage } from './ui/shell/page.ts';
import { readParameters } from './ui/url/parameters.ts';

void openPage('page', readParameters(location.search, window.top !== window.self));
