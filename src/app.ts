// First, because the bundler names the page's script after its last module, and tests and the compile hint know it as `page`.
import { readParameters } from './ui/url/parameters.ts';
import { openPage } from './ui/shell/page.ts';

void openPage('page', readParameters(location.search, window.top !== window.self));
