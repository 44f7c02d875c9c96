import { defineParleyMap } from './embed/host/element.ts';

defineParleyMap();
