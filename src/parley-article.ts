import { startDivFallback } from './embed/host/div-fallback.ts';
import { startSteering } from './embed/host/steering.ts';

const start = (): void => {
  startDivFallback();
  startSteering();
};

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
