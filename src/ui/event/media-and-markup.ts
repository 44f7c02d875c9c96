/** What only stories with media or markup need, as one file (`extras.ts`). */
export { default as MarkedText } from './MarkedText.svelte';
export { default as MediaFigures } from './MediaFigures.svelte';
