import { divFallback } from './embed/host/div-fallback.ts';
import { createSteering } from './embed/host/steering.ts';
import { watchPage } from './embed/host/watch-page.ts';

const start = (): void => watchPage([divFallback, createSteering()]);

// Before that, the map of a text may be missing, and the text would steer another one.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
