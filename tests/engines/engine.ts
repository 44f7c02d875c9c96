/** A function that runs in the page: it sees its arguments and nothing round it. */
export type Script<T> = (...args: string[]) => T | Promise<T>;

/** A page in a browser that Playwright does not drive. Where an element is asked for by its selector, it is waited for. */
export interface EnginePage {
  open(address: string): Promise<void>;
  run<T>(script: Script<T>, ...args: readonly string[]): Promise<T>;
  /** The same in the frame of the first element of this name. */
  runInFrameOf<T>(element: string, script: Script<T>, ...args: readonly string[]): Promise<T>;
  click(selector: string): Promise<void>;
  /** Presses and releases a key of this name: `ArrowRight`. */
  press(key: 'ArrowRight'): Promise<void>;
  /** Moves the mouse to a point of the viewport in CSS pixels. */
  move(x: number, y: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  /** What has gone wrong so far, as far as the browser tells. */
  faults(): readonly string[];
  close(): Promise<void>;
}

export interface Engine {
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
}

/** How a browser is found and started. None is ever fetched. */
export interface EngineKind {
  /** The program to start; undefined where none is installed. Throws where the one that was asked for does not start. */
  find(): Promise<string | undefined>;
  /** Said where there is none, so that nobody takes a run without it for one with it. */
  readonly leftOut: string;
  launch(program: string): Promise<Engine>;
}
