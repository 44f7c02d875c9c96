import { vi } from 'vitest';

/** A port as both ends see it: what is posted is kept, what is sent to it is heard at once. */
export interface Port {
  readonly posted: Record<string, unknown>[];
  closed: boolean;
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(message: Record<string, unknown>): void;
  close(): void;
}

export const createPort = (): Port => {
  const posted: Port['posted'] = [];
  return {
    posted,
    closed: false,
    onmessage: null,
    postMessage: (message) => void posted.push(message),
    close() {
      this.closed = true;
    },
  };
};

/** A message that somebody has posted to a window. */
export interface Posted {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
  readonly ports: readonly unknown[];
}

/** Stands in for a window's listeners; returns the way to post something to it. */
export function stubWindow(more: Record<string, unknown> = {}): (posted: Posted) => void {
  const listeners = new Map<string, Set<(event: Posted) => void>>();
  const of = (type: string) => listeners.get(type) ?? new Set();
  vi.stubGlobal('addEventListener', (type: string, listener: (event: Posted) => void) =>
    listeners.set(type, of(type).add(listener)),
  );
  vi.stubGlobal('removeEventListener', (type: string, listener: (event: Posted) => void) =>
    of(type).delete(listener),
  );
  for (const [name, value] of Object.entries(more)) vi.stubGlobal(name, value);
  return (posted) => of('message').forEach((listener) => listener(posted));
}
