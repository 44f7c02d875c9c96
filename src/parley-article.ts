import { startForms } from './embed/forms.ts';
import { startSteering } from './embed/steering.ts';

const start = (): void => {
  startForms();
  startSteering();
};

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
