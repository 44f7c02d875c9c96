/** The table of heights as style rules, which the build writes in (`src/site/script-plugin.ts`). */
declare const PARLEY_HEIGHTS: string;

/**
 * Inside the element: a room whose width is measured, in it the box, in it the fallback, and over that the
 * button or the frame. The box has its height from its width alone, before any script measures anything. Its
 * outline, never seen, has a colour that tells the scheme of the page around, and a moment of transition by
 * which a change of it becomes an event.
 */
export const STYLES =
  ':host{display:block;contain:content}' +
  ':host([hidden]){display:none}' +
  'div{container-type:inline-size}' +
  'section{position:relative;overflow:auto;max-height:var(--parley-max-height);outline-color:light-dark(#fff,#000);transition:outline-color 1ms}' +
  PARLEY_HEIGHTS +
  'iframe,button{position:absolute;inset:0;width:100%;height:100%;border:0;background:none;font:inherit;outline-offset:-6px}' +
  'b{padding:1rem;background:#222;color:#fff}' +
  'section:not(.ready) iframe{visibility:hidden}' +
  '.ready :not(iframe){display:none}';
