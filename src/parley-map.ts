import { defineParleyMap } from './embed/element.ts';

defineParleyMap();
