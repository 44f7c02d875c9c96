// In the head of every page, before anything of it is drawn (`src/site/head-script-plugin.ts`).
import './ui/url/first-looks.ts';
