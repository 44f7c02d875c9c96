import { quoted } from '../faults/raw.ts';

export const MAX_URL = 2048;

const parseUrl = (value: string): URL | null =>
  value.length <= MAX_URL && /^https?:\/\/[^\s\\]+$/i.test(value) && URL.canParse(value)
    ? new URL(value)
    : null;

const hasUser = ({ username, password }: URL): boolean => username !== '' || password !== '';

/** Whether a text is an absolute http or https URL without user name and password. */
export function isWebAddress(value: string): boolean {
  const address = parseUrl(value);
  return address !== null && !hasUser(address);
}

/** What is wrong with a web address, and the remedy; null if nothing is. */
export function describeWrongAddress(value: string): string | null {
  const address = parseUrl(value);
  if (address === null) {
    return `${quoted(value)} is not a web address. Write one that begins with https://.`;
  }
  // Not shown: messages end in logs.
  return hasUser(address)
    ? 'has a user name or a password, which readers would see. Remove what is before @.'
    : null;
}
