import type { Plugin } from 'vite';

/** Nearly every function of these runs while the page comes to life. */
const AT_ONCE = /^(open|page|parts|live|embed(-line|-calls)?)$/;

/** Chrome's word for it, from 136 on; to other browsers a comment. Only at the very top does it count. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has the browser compile the page's own scripts whole while they arrive, beside the main thread. Else V8 reads each
 * function twice: once to find its end, and once more, on the main thread, when it is first called: a third of what
 * the page does there before it answers. Not for MapLibre, most of which is never called.
 */
export function hintPlugin(): Plugin {
  return {
    name: 'parley-hint',
    apply: 'build',
    generateBundle: {
      // After Vite has put the addresses of what each script asks for at its top.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && AT_ONCE.test(file.name)) file.code = HINT + file.code;
        }
      },
    },
  };
}
