/** What an address asks of the page in a frame, besides what it asks of every page. */
export interface FrameOptions {
  /** Plays as soon as it is seen, if the reader does not mind motion. */
  readonly autoplay: boolean;
  /** Begins again where it has ended. */
  readonly loop: boolean;
  /** What is for reading lies open from the beginning. */
  readonly list: boolean;
}

/** Reads `?autoplay=1&loop=1&list=open`. What is unknown is passed over in silence. */
export function readFrameOptions(search: string): FrameOptions {
  const query = new URLSearchParams(search);
  return {
    autoplay: query.get('autoplay') === '1',
    loop: query.get('loop') === '1',
    list: query.get('list') === 'open',
  };
}

/** The whole page from a frame: with its bar, which an article may have taken away, and headings of its own. */
export function searchOfPage(search: string): string {
  const query = new URLSearchParams(search);
  for (const name of ['controls', 'h']) query.delete(name);
  return query.toString();
}
