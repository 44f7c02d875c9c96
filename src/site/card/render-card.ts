import { render } from 'svelte/server';
import type { CardLayout } from './card.ts';
import Card from './Card.svelte';

/** The card as SVG, and the styles of its components, which Svelte writes into the head (`css: 'injected'`). */
export function renderCard(card: CardLayout): { readonly svg: string; readonly css: string } {
  const { head, body } = render(Card, { props: { card } });
  const sheets = [...head.matchAll(/<style[^>]*>(.*?)<\/style>/gs)];
  return { svg: body, css: sheets.map(([, css = '']) => css).join('\n') };
}
