import { isInside } from './unzip.ts';

/** A path may have blanks if it ends as a file does; else it is a sentence. */
const PATH = /^[^\s?#]+(?:(?: [^\s?#]+)*\.[a-z\d]{2,4})?$/i;

/** An https address, or a path beside the story; null for all else (`javascript:`, `data:`, `../`). */
export function addressOf(written: string): string | null {
  const text = written.trim();
  const web = text.startsWith('//') ? `https:${text}` : text.replace(/^http:/i, 'https:');
  if (!/^https:\/\//i.test(web)) return isInside(web) && PATH.test(web) ? web : null;
  if (web.length > 2048 || /[\s\\]/.test(web) || !URL.canParse(web)) return null;
  const { username, password } = new URL(web);
  return username === '' && password === '' ? web : null;
}
