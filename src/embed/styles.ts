/** The table of heights as style rules, which the build writes in (`geo/build/script-plugin.ts`). */
declare const PARLEY_HEIGHTS: string;

/**
 * Inside the element: a room whose width is measured, in it the box, in it the fallback, and over that the
 * button or the frame. The box has its height from its width alone, before any script measures anything.
 */
export const STYLES =
  ':host{display:block;contain:content}' +
  ':host([hidden]){display:none}' +
  'div{container-type:inline-size}' +
  'section{position:relative;overflow:auto;max-height:var(--parley-max-height);outline-color:light-dark(#fff,#000)}' +
  PARLEY_HEIGHTS +
  'iframe,button{position:absolute;inset:0;width:100%;height:100%;border:0;background:none}' +
  'button{cursor:pointer;font:inherit}' +
  'b{position:absolute;inset:auto 1rem 1rem;margin:auto;max-width:max-content;padding:1rem;border-radius:2rem;background:#222;color:#fff}' +
  ':focus-visible b{outline:3px solid #fff;box-shadow:0 0 0 6px #222}' +
  'iframe,.ready :not(iframe){visibility:hidden}' +
  '.ready iframe{visibility:visible}';
