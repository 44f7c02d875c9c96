/** The table of heights as CSS rules. The build inserts it (`src/site/vite/script-plugin.ts`). */
declare const PARLEY_HEIGHTS: string;

/**
 * Styles of the shadow root. `div` is a container, because the height of the box (`section`) depends on the element's
 * width. The box holds the fallback and over it the button or the frame. Its outline is never visible: its colour tells
 * the colour scheme of the host page, and its transition fires an event when that changes. It is white where the browser
 * does not know `light-dark()`.
 */
export const STYLES =
  ':host{display:block;contain:content}' +
  ':host([hidden]){display:none}' +
  'div{container-type:inline-size}' +
  'section{position:relative;overflow:auto;max-height:var(--parley-max-height);outline-color:#fff;outline-color:light-dark(#fff,#000);transition:outline-color 1ms}' +
  PARLEY_HEIGHTS +
  'iframe,button{position:absolute;inset:0;width:100%;height:100%;border:0;background:none;font:inherit;outline-offset:-6px}' +
  'b{padding:1rem;background:#222;color:#fff}' +
  'section:not(.ready) iframe{visibility:hidden}' +
  '.ready :not(iframe){display:none}';
