import { expect, type Page } from '@playwright/test';

/** How translators, and others that work on the words of a page, replace a text. */
export const WAYS = [
  'in one step',
  'before it goes',
  'after it, before it goes',
  'once it has gone',
  'by other texts',
  'word by word',
  'word by word, before it goes',
  'with the text inside',
  'every other text',
  'with blank texts',
] as const;

type Way = (typeof WAYS)[number];

interface Translator {
  readonly way: Way;
  /** Translates again what changes later. */
  readonly watching?: boolean;
}

declare global {
  interface Window {
    /** Only where a translator has been started: translates what is not translated. */
    translateNow: () => void;
  }
}

/** Stands before each text that has been translated. The words stay the same, so that they can be compared. */
const MARK = '⁅';

/** Replaces all texts of a page, or those of its first map where it is a library's. */
export async function translate(page: Page, translator: Translator): Promise<void> {
  await page.evaluate(startTranslator, { ...translator, mark: MARK });
}

/** Runs in the page. */
function startTranslator({ way, watching, mark }: Translator & { mark: string }): void {
  const root = document.querySelector('parley-view')?.shadowRoot ?? document.body;

  /** As Google's translator writes it: one element in another. */
  function fontOf(...content: (Node | string)[]): Element {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.append(...content);
    outer.append(inner);
    return outer;
  }

  function replace(text: Text): void {
    const parent = text.parentElement;
    if (!parent) return;
    const blank = text.data.trim() === '';
    const font = fontOf(blank ? text.data : mark + text.data);
    const words = text.data.split(/(?<= )/).map((word) => fontOf(mark + word));
    if (way === 'before it goes') {
      parent.insertBefore(font, text);
      text.remove();
    } else if (way === 'after it, before it goes') {
      text.after(font);
      text.remove();
    } else if (way === 'once it has gone') {
      const { nextSibling } = text;
      text.remove();
      parent.insertBefore(font, nextSibling);
    } else if (way === 'by other texts') {
      if (parent.childNodes.length === 1) parent.textContent = mark + text.data;
      else text.replaceWith(mark + text.data);
    } else if (way === 'word by word') {
      text.replaceWith(...words);
    } else if (way === 'word by word, before it goes') {
      for (const word of words) parent.insertBefore(word, text);
      text.remove();
    } else if (way === 'with the text inside') {
      const around = fontOf();
      parent.insertBefore(around, text);
      around.firstElementChild?.append(text);
    } else {
      parent.replaceChild(font, text);
    }
  }

  window.translateNow = () => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const own = text.parentElement?.closest('font, script, style') ?? text.data.startsWith(mark);
      if (!own && (way === 'with blank texts' || text.data.trim() !== '')) texts.push(text);
    }
    const chosen = way === 'every other text' ? texts.filter((_, index) => index % 2 === 0) : texts;
    chosen.forEach(replace);
  };
  window.translateNow();
  if (!watching) return;
  const observer = new MutationObserver(() => window.translateNow());
  observer.observe(root, { childList: true, characterData: true, subtree: true });
}

/**
 * All words of a page, or of its first map: of each element those that stand in it directly, with `◇` for the elements
 * among them. A translator's own elements and marks are left out, and so is what has been said aloud last: that depends on
 * when it was said.
 */
function readWords(page: Page): Promise<readonly string[]> {
  return page.evaluate((mark) => {
    const root = document.querySelector('parley-view')?.shadowRoot ?? document.body;
    const wordsOf = (element: Element): string =>
      Array.from(element.childNodes, (node) => {
        if (node instanceof Text) return node.data;
        if (!(node instanceof Element)) return '';
        return node.localName === 'font' ? wordsOf(node) : ' ◇ ';
      }).join('');
    return Array.from(
      root.querySelectorAll(
        ':not(font, script, style, .side [role="status"], .side [role="status"] *)',
      ),
      (element) => {
        const words = wordsOf(element).replaceAll(mark, '').replace(/\s+/g, ' ').trim();
        return /[^ ◇]/.test(words) ? `${element.localName}: ${words}` : '';
      },
    ).filter(Boolean);
  }, MARK);
}

/** Waits until a page that is translated has the same words, in the same places, as one that is not. */
export async function expectSameWords(page: Page, untouched: Page, when: string): Promise<void> {
  const differences = async () => {
    const [seen, right] = await Promise.all([readWords(page), readWords(untouched)]);
    return {
      missing: right.filter((line) => !seen.includes(line)),
      wrong: seen.filter((line) => !right.includes(line)),
      lines: seen.length - right.length,
    };
  };
  await expect
    .poll(differences, { message: `the words are right ${when}`, intervals: [20, 50] })
    .toEqual({ missing: [], wrong: [], lines: 0 });
}
